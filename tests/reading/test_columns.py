"""Tables of criteria with a column for each verdict."""

from __future__ import annotations

from kollegium.domain.reading import Reading, read
from kollegium.domain.reading.pages import Bounds, Line, Mark, MarkKind, Page, SourceText
from tests.reading.reports import NARRATIVES, STANDARD

AREA = STANDARD.area("C")
HEADS = ("Kriterium", "Ja", "Delvis", "Nej")
ON, OFF = "☒", "☐"


def word_table(rows: dict[str, tuple[bool, ...]], heads: tuple[str, ...] = HEADS) -> Reading:
    """Read a Word document with a table cell by cell, a mark for each column behind a criterion."""
    texts = [AREA.title_sv, NARRATIVES["C"], "Föreskrift", *heads]
    for criterion in AREA.criteria:
        texts += [criterion.text_sv, *(ON if on else OFF for on in rows.get(criterion.key, (False,) * 3))]
    texts += ["Gradering", *(f"{step.letter}. {step.text_sv}" for step in AREA.scale.steps)]
    lines = tuple(Line(number, 1, text) for number, text in enumerate(texts, start=1))
    return read(SourceText("docx", (Page(1, lines),)), file_name="report.docx")


def drawn_table(marked: dict[str, float]) -> Reading:
    """Read a PDF whose columns stand at 400, 450 and 500 points, with one filled box for each criterion."""
    lines, marks = [], []
    texts = [AREA.title_sv, NARRATIVES["C"], "Föreskrift"]
    for number, text in enumerate(texts, start=1):
        lines.append(Line(number, 1, text, Bounds(80, 20 * number, 80 + 3 * len(text), 20 * number + 10)))
    for name, middle in (("Kriterium", 100), ("Ja", 400), ("Delvis", 450), ("Nej", 500)):
        lines.append(Line(len(lines) + 1, 1, name, Bounds(middle - 12, 100, middle + 12, 110)))
    for number, criterion in enumerate(AREA.criteria):
        top = 130.0 + 20 * number
        lines.append(Line(len(lines) + 1, 1, criterion.text_sv, Bounds(80, top, 380, top + 10)))
        if criterion.key in marked:
            place = marked[criterion.key]
            marks.append(Mark(1, MarkKind.FILLED_BOX, Bounds(place - 4, top + 1, place + 4, top + 9)))
    source = SourceText("pdf", (Page(1, tuple(lines), tuple(marks), 595, 842),))
    return read(source, file_name="report.pdf")


def test_columns_of_a_word_table_give_verdicts() -> None:
    first, second, third = (criterion.key for criterion in AREA.criteria[:3])
    reading = word_table(
        {first: (True, False, False), second: (False, True, False), third: (False, False, True)}
    )

    assert reading.verdicts == {first: "met", second: "partly_met", third: "not_met"}
    assert reading.areas["C"].narrative == NARRATIVES["C"]


def test_columns_marked_twice_or_too_few_say_nothing() -> None:
    first, second = (criterion.key for criterion in AREA.criteria[:2])

    assert word_table({first: (True, True, False), second: (True, False)}).verdicts == {}


def test_columns_a_lone_word_is_text() -> None:
    reading = word_table({}, heads=("Ja",))

    assert "Ja" in (reading.areas["C"].narrative or "")


def test_columns_drawn_marks_count_by_their_place() -> None:
    first, second, third = (criterion.key for criterion in AREA.criteria[:3])
    reading = drawn_table({first: 401, second: 449, third: 475})

    # A mark between two columns is certain of neither.
    assert reading.verdicts == {first: "met", second: "partly_met"}
    assert reading.areas["C"].narrative == NARRATIVES["C"]
