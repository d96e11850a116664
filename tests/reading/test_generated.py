"""Seeded synthetic reports, whole and perturbed: every field as written, nothing invented, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from kollegium.demo.report_files.as_docx import as_docx
from kollegium.demo.report_files.as_pdf import as_pdf
from kollegium.demo.report_files.as_text import as_text
from kollegium.demo.report_files.compose import AT_STANDARD, synthetic_report
from kollegium.demo.report_files.model import SyntheticReport, expected_reading
from kollegium.domain.reading import NotAReport, read
from kollegium.domain.reading.doubts import CODES
from kollegium.extraction import extract
from tests.reading.comparison import Difference, differences
from tests.reading.perturb import BY_NAME, PERTURBATIONS, Perturbation

WRITERS: dict[str, Callable[[SyntheticReport], bytes]] = {
    "text": lambda report: as_text(report).encode(),
    "docx": as_docx,
    "pdf": as_pdf,
}
SEEDS_PER_PERTURBATION = 6
DEEP_BLOCKS, DEEP_BLOCK = 40, 75


def faults(
    report: SyntheticReport, data: bytes, kind: str, ignores: tuple[str, ...] = ()
) -> list[Difference]:
    """Return what a reading of the bytes has different from the report."""
    reading = read(extract(data, file_name="rapport"), file_name="rapport").as_json()
    assert {doubt["code"] for doubt in reading["doubts"]} <= set(CODES)
    return differences(expected_reading(report, kind=kind, file_name="rapport"), reading, ignores)


def perturbed_faults(seed: int, *perturbations: Perturbation) -> list[Difference]:
    """Return the faults of reading a report as text, with these perturbations one after the other."""
    rng = Random(seed)
    report = synthetic_report(seed)
    for perturbation in perturbations:
        if perturbation.on_report:
            report = perturbation.on_report(report, rng)
    text = as_text(report)
    for perturbation in perturbations:
        if perturbation.on_text:
            text = perturbation.on_text(text, rng)
    ignores = tuple(field for perturbation in perturbations for field in perturbation.ignores)
    return faults(report, text.encode(), "text", ignores)


@pytest.mark.parametrize("perturbation", PERTURBATIONS, ids=lambda one: one.name)
@pytest.mark.parametrize("seed", range(SEEDS_PER_PERTURBATION))
def test_perturbed_report_is_read_as_written(seed: int, perturbation: Perturbation) -> None:
    # Each perturbation meets other reports than the next.
    own_seed = 100 * PERTURBATIONS.index(perturbation) + seed

    assert perturbed_faults(own_seed, perturbation) == []


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_report_file_is_read_as_written(kind: str, seed: int) -> None:
    report = synthetic_report(seed)

    assert faults(report, WRITERS[kind](report), kind) == []


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["text", "docx", "pdf"])
def test_at_report_gives_no_key_or_grade_of_the_st_model(kind: str, seed: int) -> None:
    report = synthetic_report(seed, standard_key=AT_STANDARD)
    data = WRITERS[kind](report)

    reading = read(extract(data, file_name="rapport"), file_name="rapport").as_json()

    assert differences(expected_reading(report, kind=kind, file_name="rapport"), reading) == []
    assert "standard-incomplete" in {doubt["code"] for doubt in reading["doubts"]}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "mac-roman"])
def test_encoding_of_a_text_file_changes_nothing(encoding: str) -> None:
    report = synthetic_report(7)

    assert faults(report, as_text(report).encode(encoding, errors="replace"), "text") == faults(
        report, as_text(report).encode(), "text"
    )


def test_added_criterion_is_doubted_and_not_given_a_key() -> None:
    text = BY_NAME["criterion added"].on_text(as_text(synthetic_report(1500)), Random(0))  # type: ignore[misc]

    reading = read(extract(text.encode(), file_name="x"), file_name="x").as_json()

    assert "criterion-not-in-catalogue" in {doubt["code"] for doubt in reading["doubts"]}


def test_report_without_plan_has_no_action_and_invents_no_unit() -> None:
    report = replace(synthetic_report(3), actions=(), cover=None, names_specialty=False)

    reading = read(extract(as_text(report).encode(), file_name="x"), file_name="x").as_json()

    assert (reading["action_plan"], reading["unit"], reading["reviewers"]) == ([], None, [])


@pytest.mark.parametrize(
    "text",
    [
        "Protokoll från arbetsplatsträff\n\nNärvarande: alla\n\n1. Semesterplanering\n2. Övrigt\n",
        "Sockerkaka\n\n2 ägg\n3 dl vetemjöl\n\nVispa ägg och socker. Grädda i 175 grader.\n",
        "def main():\n    return 0\n\n\nif __name__ == '__main__':\n    main()\n",
        "Kallelse\n\nDu är välkommen till mottagningen den 3 maj 2025 kl. 9.30.\n",
        "id;namn;antal\n1;Tallmo;3\n2;Lövberga;5\n",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n" * 40,
    ],
    ids=["minutes", "recipe", "program", "letter", "table", "filler"],
)
def test_something_else_entirely_is_no_report(text: str) -> None:
    with pytest.raises(NotAReport):
        read(extract(text.encode(), file_name="x"), file_name="x")


@pytest.mark.deep
@pytest.mark.parametrize("block", range(DEEP_BLOCKS))
def test_thousands_of_reports_under_two_perturbations_each(block: int) -> None:
    wrong: list[tuple[int, str, str, Difference]] = []
    for seed in range(10_000 + block * DEEP_BLOCK, 10_000 + (block + 1) * DEEP_BLOCK):
        first, second = Random(seed).sample(PERTURBATIONS, 2)
        if {first.name, second.name} == {"first half", "second half"}:
            continue
        wrong += [(seed, first.name, second.name, fault) for fault in perturbed_faults(seed, first, second)]

    assert wrong == []


@pytest.mark.deep
@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("block", range(10))
def test_hundreds_of_report_files_are_read_as_written(kind: str, block: int) -> None:
    wrong: list[tuple[int, Difference]] = []
    for seed in range(20_000 + block * 40, 20_000 + (block + 1) * 40):
        report = synthetic_report(seed)
        wrong += [(seed, fault) for fault in faults(report, WRITERS[kind](report), kind)]

    assert wrong == []
