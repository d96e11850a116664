"""Ticks, filled boxes and words beside criteria and scales: read when certain, else left unknown."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kollegium.domain.reading import Reading, read
from kollegium.domain.reading.pages import Bounds, Line, Mark, MarkKind, Page, SourceText
from tests.reading.reports import NARRATIVES, STANDARD, reading_of

AREA = STANDARD.area("C")
LEFT, PITCH = 90.0, 14.0


def drawn(lines: Sequence[str], marks: Sequence[tuple[int, MarkKind, float]]) -> Reading:
    """Read a page of lines under each other; a mark is (line index, kind, left edge)."""
    placed = tuple(
        Line(n + 1, 1, text, Bounds(LEFT, 40 + n * PITCH, LEFT + 5 * len(text), 50 + n * PITCH), 10.0)
        for n, text in enumerate(lines)
    )
    shapes = tuple(Mark(1, kind, Bounds(x, 41 + n * PITCH, x + 8, 49 + n * PITCH)) for n, kind, x in marks)
    return read(SourceText("pdf", (Page(1, placed, shapes, 595.0, 842.0),)), file_name="drawn.pdf")


HEAD = [AREA.title_sv, NARRATIVES["C"], "Föreskrift"]
CRITERIA = [criterion.text_sv for criterion in AREA.criteria]
SCALE = [f"{step.letter}. {step.text_sv}" for step in AREA.scale.steps]
LINES = [*HEAD, *CRITERIA, "Gradering", *SCALE]
FIRST_CRITERION = len(HEAD)
FIRST_STEP = len(HEAD) + len(CRITERIA) + 1


@pytest.mark.parametrize("kind", [MarkKind.FILLED_BOX, MarkKind.TICK, MarkKind.FIELD_ON])
def test_one_marked_step_is_the_grade(kind: MarkKind) -> None:
    boxes = [(FIRST_STEP + n, MarkKind.BOX, 72.0) for n in (0, 2)]

    area = drawn(LINES, [*boxes, (FIRST_STEP + 1, kind, 72.0)]).areas["C"]

    assert (area.grade_at_visit, area.grade_now) == ("B", "B")


@pytest.mark.parametrize(
    "marks",
    [
        [],
        [(FIRST_STEP + n, MarkKind.BOX, 72.0) for n in range(3)],
        [(FIRST_STEP + n, MarkKind.FILLED_BOX, 72.0) for n in range(3)],
        [(FIRST_STEP, MarkKind.TICK, 72.0), (FIRST_STEP + 1, MarkKind.TICK, 72.0)],
        [(0, MarkKind.TICK, 72.0)],
    ],
    ids=["none", "all-empty", "all-filled", "two", "elsewhere"],
)
def test_no_certain_mark_leaves_the_grade_unknown(marks: list[tuple[int, MarkKind, float]]) -> None:
    area = drawn(LINES, marks).areas["C"]

    assert (area.grade_at_visit, area.grade_now, area.grade_quote) == (None, None, None)


def test_written_grade_wins_over_a_drawn_one() -> None:
    lines = [AREA.title_sv, "Handlingsplan har inkommit. Gradering D kvarstår.", *LINES[2:]]

    area = drawn(lines, [(FIRST_STEP + 1, MarkKind.TICK, 72.0)]).areas["C"]

    assert (area.grade_at_visit, area.grade_now) == ("D", "D")


def test_ticks_in_one_column_beside_criteria_are_met() -> None:
    marks = [(FIRST_CRITERION + n, MarkKind.BOX, 72.0) for n in range(4)]
    marks += [(FIRST_CRITERION + n, MarkKind.TICK, 72.0) for n in (0, 2)]

    assert drawn(LINES, marks).verdicts == {"C1": "met", "C3": "met"}


def test_ticks_in_several_columns_say_nothing() -> None:
    marks = [(FIRST_CRITERION, MarkKind.TICK, 520.0), (FIRST_CRITERION + 1, MarkKind.TICK, 560.0)]

    assert drawn(LINES, marks).verdicts == {}


@pytest.mark.parametrize("on", "☒☑✓")
def test_characters_mark_the_grade_in_plain_text(on: str) -> None:
    scale = [
        f"{on if step.letter == 'D' else '☐'} {line}"
        for step, line in zip(AREA.scale.steps, SCALE, strict=True)
    ]

    area = reading_of("\n".join([*HEAD, *CRITERIA, "Gradering", *scale])).areas["C"]

    assert (area.grade_at_visit, area.grade_now, area.narrative) == ("D", "D", NARRATIVES["C"])


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        (
            ("Uppfyllt", "Delvis uppfyllt", "Inte uppfyllt", "Inte tillämpligt"),
            ("met", "partly_met", "not_met", "not_applicable"),
        ),
        (
            ("Met", "Partly met", "Not met", "Not applicable"),
            ("met", "partly_met", "not_met", "not_applicable"),
        ),
        (
            ("✓ Uppfyllt", "◐ Delvis uppfyllt", "✗ Inte uppfyllt", "◌ Kan inte bedömas"),
            ("met", "partly_met", "not_met", "cannot_tell"),
        ),
        (("Okänt", "Unknown", "Okänt", "Okänt"), ()),
    ],
    ids=["swedish", "english", "with-signs", "unknown"],
)
def test_words_after_criteria_are_verdicts(words: tuple[str, ...], verdicts: tuple[str, ...]) -> None:
    rows = [line for pair in zip(CRITERIA, words, strict=True) for line in pair]

    reading = reading_of("\n".join([*HEAD, *rows, "Gradering", *SCALE]))

    assert reading.verdicts == dict(zip(("C1", "C2", "C3", "C4"), verdicts, strict=False))
    assert reading.areas["C"].narrative == NARRATIVES["C"]
    assert {path for path in reading.places if path.startswith("verdicts")} == {
        f"verdicts.{key}" for key in reading.verdicts
    }


@pytest.mark.parametrize(
    ("signs", "verdicts"),
    [
        ("☑☐☐☑", {"C1": "met", "C4": "met"}),
        ("✓✗✓✗", {"C1": "met", "C2": "not_met", "C3": "met", "C4": "not_met"}),
        ("✗✗✗✗", {}),
        ("☐☐☐☐", {}),
        ("☒☐☐☒", {}),
    ],
)
def test_signs_before_criteria_are_verdicts_only_when_they_are_clear(
    signs: str, verdicts: dict[str, str]
) -> None:
    rows = [f"{sign} {text}" for sign, text in zip(signs, CRITERIA, strict=True)]

    reading = reading_of("\n".join([*HEAD, *rows, "Gradering", *SCALE]))

    assert reading.verdicts == verdicts
    assert reading.areas["C"].criteria == ("C1", "C2", "C3", "C4")
