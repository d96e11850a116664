"""A standard's file is read whole, or refused with the place and the problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from kollegium.domain.standard import (
    Outcome,
    ReferenceFileError,
    RequirementLevel,
    UnknownStandard,
    available,
    load,
    standards_folder,
    standards_from,
)
from tests.domain.standards import SMALL_STANDARD, write_standard

FIRST_STEP = '[[scales.short.steps]]\nletter = "Ja"\noutcome = "passed"\n'


def test_load_gives_every_field_of_a_replaced_file(tmp_path: Path) -> None:
    write_standard(tmp_path)

    standard = load("small", folder=tmp_path)

    area = standard.area("Q")
    assert (standard.title("sv"), standard.title("en"), standard.rights("sv-SE")) == (
        "Liten standard",
        "Small standard",
        "Påhittad.",
    )
    assert [part.title("en") for part in standard.parts] == ["ONLY"]
    assert (area.title("sv"), area.former_titles, area.preamble("en")) == (
        "Frågor",
        ("Spörsmål",),
        "It means that:",
    )
    assert (area.tolerated_exceptions, area.scale.action_plan_lifts) == (0, False)
    assert (area.scale.letter_of(Outcome.PASSED), area.scale.letter_of(Outcome.PASSED_WELL)) == ("Ja", None)
    assert (area.scale.outcome_of("Nej"), area.scale.outcome_of("D")) == (Outcome.FAILED, None)
    assert [(one.key, one.level, one.own_reading, one.text("en")) for one in standard.criteria] == [
        ("Q1", RequirementLevel.REGULATION, True, "There are answers."),
        ("Q2", RequirementLevel.QUALITY_INDICATOR, False, "The answers are kind."),
    ]
    assert [kind.text("sv") for kind in standard.evidence_for(standard.criterion("Q1"))] == ["Underlag"]


def test_standards_from_switches_the_folder_and_back(tmp_path: Path) -> None:
    write_standard(tmp_path)
    shipped = standards_folder()

    with standards_from(tmp_path):
        inside = (available(), load("small").key)

    assert inside == (("small",), "small")
    assert standards_folder() == shipped


@pytest.mark.parametrize("key", ["none-such", "../small", "", "/etc/passwd", "small.toml", "SMALL"])
def test_load_refuses_a_key_that_names_no_file(tmp_path: Path, key: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write_standard(tmp_path)

    with pytest.raises(UnknownStandard):
        load(key, folder=inner)


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("kollegium-standard/1", "kollegium-standard/9", "format", "must be 'kollegium-standard/1'"),
        ('key = "small"', 'key = "other"', "key", "must be the file's name, 'small'"),
        ('title_sv = "Liten standard"\n', "", "title_sv", "is missing"),
        ('title_sv = "Liten standard"', "title_sv = 7", "title_sv", "must be a text, not a number"),
        ('title_sv = "Liten standard"', 'title_sv = " "', "title_sv", "must not be empty"),
        ('"Liten standard"', '"Liten "', "title_sv", "must not begin or end with white space"),
        ("complete = true", 'complete = "yes"', "complete", "must be true or false, not a text"),
        ('rights_en = "Invented."', 'rights_en = "I."\nlicence = "x"', "licence", "is not a known field"),
        ('letter = "Nej"', 'letter = "Ja"', "scales.short.steps", "use the same letter twice"),
        (
            'outcome = "failed"',
            'outcome = "passed_well"',
            "scales.short.steps",
            "must go from the best outcome to the worst, each once",
        ),
        (
            'outcome = "failed"',
            'outcome = "passed_with_remarks"',
            "scales.short.steps",
            "must hold 'failed' and at least one outcome that is passed",
        ),
        (
            'outcome = "failed"',
            'outcome = "bad"',
            "scales.short.steps[2].outcome",
            "'bad' is not one of: failed, passed_with_remarks, passed, passed_well",
        ),
        (FIRST_STEP, FIRST_STEP + "points = 3\n", "scales.short.steps[1].points", "is not a known field"),
        ("action_plan_lifts = false", "", "scales.short.action_plan_lifts", "is missing"),
        ('part = "only"', 'part = "half"', "part only", "has no area"),
        ('scale = "short"', 'scale = "long"', "area Q.scale", "there is no scale 'long'"),
        (
            "tolerated_exceptions = 0",
            "tolerated_exceptions = -1",
            "area Q.tolerated_exceptions",
            "must not be negative",
        ),
        (
            "tolerated_exceptions = 0",
            "tolerated_exceptions = true",
            "area Q.tolerated_exceptions",
            "must be a whole number, not true/false",
        ),
        ('former_titles = ["Spörsmål"]', 'former_titles = "Spörsmål"', "area Q.former_titles", "must be a list of texts"),
        ('key = "Q2"', 'key = "Q1"', "criteria", "the key 'Q1' is used twice"),
        ("number = 2", "number = 3", "area Q", "its criteria must be numbered 1, 2, 3 … in the file's order"),
        (
            'level = "quality_indicator"',
            'level = "wish"',
            "criterion Q2.level",
            "'wish' is not one of: regulation, recommendation, quality_indicator",
        ),
        ('confidence = "medium"', 'confidence = "sure"', "criterion Q2.confidence", "'sure' is not one of: high, medium, low"),
        (
            'level = "quality_indicator"',
            'level = "quality_indicator"\nown_reading = true',
            "criterion Q2.own_reading",
            "only a regulation can be the model's own reading",
        ),
        ('subject_words = ["vänlig"]', "subject_words = []", "criterion Q2.subject_words", "must not be an empty list"),
        (
            'subject_words = ["vänlig"]',
            'subject_words = ["vänlig", "vänlig"]',
            "criterion Q2.subject_words",
            "holds the same text twice",
        ),
        (
            'text_en = "The answers are kind."\n',
            "",
            "criterion Q2.text_en",
            "is missing",
        ),
        ('[[evidence]]\nkey = "record"', '[[evidence]]\nkey = "letter"', "criterion Q1.evidence", "there is no evidence 'record'"),
    ],
)  # fmt: skip
def test_read_refuses_a_broken_file_with_place_and_problem(
    tmp_path: Path, old: str, new: str, place: str, problem: str
) -> None:
    assert old in SMALL_STANDARD
    write_standard(tmp_path, SMALL_STANDARD.replace(old, new, 1))

    with pytest.raises(ReferenceFileError) as refusal:
        load("small", folder=tmp_path)

    assert (refusal.value.file.name, refusal.value.place, refusal.value.problem) == (
        "small.toml",
        place,
        problem,
    )


def test_read_refuses_an_area_in_a_part_that_does_not_exist(tmp_path: Path) -> None:
    stray = SMALL_STANDARD[SMALL_STANDARD.index("[[areas]]") : SMALL_STANDARD.index("[[criteria]]")]
    stray = stray.replace('"Q"', '"R"').replace('part = "only"', 'part = "half"')
    write_standard(tmp_path, SMALL_STANDARD.replace("complete = true", "complete = false") + "\n" + stray)

    with pytest.raises(ReferenceFileError, match=r"small\.toml, area R\.part: there is no part 'half'"):
        load("small", folder=tmp_path)


def test_read_refuses_a_complete_standard_with_an_empty_area(tmp_path: Path) -> None:
    stray = SMALL_STANDARD[SMALL_STANDARD.index("[[areas]]") : SMALL_STANDARD.index("[[criteria]]")]
    write_standard(tmp_path, SMALL_STANDARD + "\n" + stray.replace('"Q"', '"R"'))

    with pytest.raises(ReferenceFileError, match="area R: has no criteria although"):
        load("small", folder=tmp_path)


def test_read_refuses_a_criterion_of_an_area_that_does_not_exist(tmp_path: Path) -> None:
    stray = SMALL_STANDARD[SMALL_STANDARD.index("[[criteria]]") :].split("\n\n")[0]
    stray = stray.replace('"Q1"', '"R1"').replace('area = "Q"', 'area = "R"')
    write_standard(tmp_path, SMALL_STANDARD + "\n" + stray + "\n")

    with pytest.raises(ReferenceFileError, match=r"criterion R1\.area: there is no area 'R'"):
        load("small", folder=tmp_path)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"key = ", "not TOML"),
        ("titel = 'å'".encode("latin-1"), "byte 9: the file is not UTF-8"),
        (b"", "format: is missing"),
        (b'format = "kollegium-standard/1"\nkey = "small"\ncomplete = true\n', "criteria: is missing"),
    ],
    ids=["half a line", "latin-1", "empty", "cut off"],
)
def test_read_refuses_a_damaged_file(tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "small.toml").write_bytes(content)

    with pytest.raises(ReferenceFileError, match=problem):
        load("small", folder=tmp_path)
