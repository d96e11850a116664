"""The shipped standards are what was published: wording, levels, scales and hashes."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from kollegium.domain.reference_file import fingerprint, published_fingerprints
from kollegium.domain.standard import (
    Confidence,
    Outcome,
    RequirementLevel,
    available,
    load,
    standards_folder,
)
from kollegium.domain.swedish import mentions_any, stem

REGULATION = RequirementLevel.REGULATION
RECOMMENDATION = RequirementLevel.RECOMMENDATION
INDICATOR = RequirementLevel.QUALITY_INDICATOR


def test_available_names_every_shipped_standard() -> None:
    assert available() == ("at-spur", "spur-st-2021")


@pytest.mark.parametrize("key", available())
def test_a_published_file_never_changes(key: str) -> None:
    found = fingerprint(standards_folder() / f"{key}.toml")

    assert published_fingerprints(standards_folder())[key] == found, (
        f"{key} is published: make a new version instead"
    )


@pytest.mark.parametrize(
    ("area_key", "counts"),
    [
        ("A", (3, 0, 1)),
        ("B", (6, 1, 3)),
        ("C", (2, 0, 2)),
        ("D", (8, 3, 2)),
        ("E", (6, 6, 2)),
        ("F", (2, 3, 1)),
        ("G", (3, 4, 3)),
        ("H", (9, 3, 1)),
    ],
)
def test_area_has_its_criteria_in_the_order_of_levels(area_key: str, counts: tuple[int, int, int]) -> None:
    area = load("spur-st-2021").area(area_key)

    regulations, recommendations, indicators = counts
    expected = [REGULATION] * regulations + [RECOMMENDATION] * recommendations + [INDICATOR] * indicators
    assert [criterion.level for criterion in area.criteria] == expected
    assert [criterion.key for criterion in area.criteria] == [
        f"{area_key}{number}" for number in range(1, len(expected) + 1)
    ]


def test_standard_has_74_criteria_and_marks_the_models_own_reading() -> None:
    standard = load("spur-st-2021")

    own = [criterion.key for criterion in standard.criteria if criterion.own_reading]
    assert Counter(criterion.level for criterion in standard.criteria) == {
        REGULATION: 39,
        RECOMMENDATION: 20,
        INDICATOR: 15,
    }
    assert own == ["A1", "A2", "A3", "C1", "C2", "D1", "D2", "D3", "F1", "F2"]
    assert [one.key for one in standard.criteria if one.confidence is Confidence.LOW] == [
        "A3",
        "B8",
        "C2",
        "C3",
    ]
    assert [(part.key, [area.key for area in part.areas]) for part in standard.parts] == [
        ("structure", ["A", "B", "C"]),
        ("process", ["D", "E", "F", "G", "H"]),
    ]


@pytest.mark.parametrize("area_key", "ABCDEFGH")
def test_scale_has_the_letters_and_outcomes_of_the_area(area_key: str) -> None:
    area = load("spur-st-2021").area(area_key)

    full = {"A": "passed_well", "B": "passed", "C": "passed_with_remarks", "D": "failed"}
    expected = full if area_key not in "AC" else {key: full[key] for key in "ABD"}
    assert {step.letter: step.outcome.value for step in area.scale.steps} == expected
    assert area.tolerated_exceptions == 1
    assert bool(area.preamble_sv) == (area_key in "ACDF")


def test_internship_standard_is_incomplete_and_fails_with_c() -> None:
    standard = load("at-spur")

    assert (standard.complete, standard.criteria, len(standard.areas), len(standard.service_parts)) == (
        False,
        (),
        8,
        5,
    )
    assert {area.scale.outcome_of("C") for area in standard.areas} == {Outcome.FAILED}
    assert {area.scale.letter_of(Outcome.PASSED) for area in standard.areas} == {None}
    assert not any(area.scale.action_plan_lifts for area in standard.areas)


@pytest.mark.parametrize("criterion", load("spur-st-2021").criteria, ids=lambda one: one.key)
def test_gloss_is_a_whole_sentence(criterion: object) -> None:
    text = criterion.text_en  # type: ignore[attr-defined]

    assert text[0].isupper()
    assert text.endswith((".", ".)"))
    assert "…" not in text


@pytest.mark.parametrize("criterion", load("spur-st-2021").criteria, ids=lambda one: one.key)
def test_subject_words_are_found_in_the_criterion_itself(criterion: object) -> None:
    words = criterion.subject_words  # type: ignore[attr-defined]

    assert mentions_any(criterion.text_sv, words)  # type: ignore[attr-defined]
    assert all(stem(word) for word in words)


def test_every_wording_stands_word_for_word_in_the_printed_reports(repository: Path) -> None:
    reports = sorted((repository.parent / "shared" / "reports").glob("*.txt"))
    if not reports:
        pytest.skip("no example reports beside the repository")
    for report in reports:
        printed = _bare(report.read_text(encoding="utf-8"))

        missing = [one.key for one in load("spur-st-2021").criteria if _bare(one.text_sv) not in printed]
        assert missing == []


def test_every_grade_sentence_and_preamble_stands_in_the_printed_reports(repository: Path) -> None:
    reports = sorted((repository.parent / "shared" / "reports").glob("*.txt"))
    if not reports:
        pytest.skip("no example reports beside the repository")
    printed = _bare(reports[0].read_text(encoding="utf-8"))

    areas = load("spur-st-2021").areas
    sentences = {f"{step.letter}.{step.text_sv}" for area in areas for step in area.scale.steps}
    sentences |= {area.preamble_sv for area in areas}
    assert [sentence for sentence in sentences if _bare(sentence) not in printed] == []


@pytest.mark.parametrize("name", ["health-centre", "palliative-unit"])
def test_real_actions_speak_of_their_criterion_but_for_one(repository: Path, name: str) -> None:
    expected = repository.parent / "shared" / "reports" / f"{name}.expected.json"
    if not expected.exists():
        pytest.skip("no example reports beside the repository")
    plan = json.loads(expected.read_text(encoding="utf-8"))["action_plan"]

    standard = load("spur-st-2021")
    off_topic = [
        item["criterion"]
        for item in plan
        if not mentions_any(item["action"], standard.criterion(item["criterion"]).subject_words)
    ]
    # The plan for G2 speaks of a meeting about guidelines and never of science or appraisal.
    assert off_topic == (["G2"] if name == "health-centre" else [])


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
