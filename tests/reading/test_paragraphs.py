"""Paragraphs that begin at the top of a page."""

from __future__ import annotations

import pytest

from kollegium.domain.reading import read
from kollegium.domain.reading.pages import Bounds, Line, Page, SourceText
from tests.reading.reports import STANDARD, wrapped

TOP, LOWER = 72.0, 77.0
AREA = STANDARD.area("A")
THINGS = ("mottagningen", "avdelningen", "labbet", "biblioteket", "matsalen", "garaget", "hallen", "skolan")
EXTRAS = ("trädgården", "källaren", "vinden", "entrén", "receptionen", "väntrummet")
SENTENCES = [
    f"Vid {thing} finns ljusa rum som delas med grannenheten i samma hus." for thing in (*THINGS, *EXTRAS)
]


def narrative_of(tops: list[float], lefts: list[float] | None = None) -> str | None:
    """Read a narrative of three rows a page whose pages begin at the heights, every row printed full.

    `lefts` are the left edges of the pages' rows, for text in the cells of a table.
    """
    pages: list[Page] = []
    number = 0
    for page, top in enumerate(tops, start=1):
        written = SENTENCES[max(0, 3 * page - 4) : 3 * page - 1]
        texts = [AREA.title_sv, *written] if page == 1 else written
        lines = []
        for row, text in enumerate(texts):
            number += 1
            # A wider gap inside the first page shows that the file marks its paragraphs so.
            y = top + 14 * row + (8 if page == 1 and row == 2 else 0)
            x0 = lefts[page - 1] if lefts else 90
            x1 = 300 if text == AREA.title_sv else 520
            lines.append(Line(number, page, text, Bounds(x0, y, x1, y + 10), size=10.5))
        pages.append(Page(page, tuple(lines), width=595, height=842))
    listed = ["Föreskrift", *(line for one in AREA.criteria for line in wrapped(one.text_sv))]
    last = tuple(
        Line(number + n, len(tops) + 1, text, Bounds(90, 200 + 14 * n, 400, 210 + 14 * n), size=9)
        for n, text in enumerate(listed, start=1)
    )
    pages.append(Page(len(tops) + 1, last, width=595, height=842))
    reading = read(SourceText("pdf", tuple(pages)), file_name="report.pdf")
    return reading.areas["A"].narrative


@pytest.mark.parametrize(
    ("tops", "breaks"),
    [
        pytest.param([60.0, TOP, LOWER, TOP], [1, 5], id="lower-row-opens-a-paragraph"),
        pytest.param([60.0, TOP, TOP, TOP], [1], id="one-height-says-nothing"),
    ],
)
def test_paragraph_at_a_page_turn_is_told_by_its_height(tops: list[float], breaks: list[int]) -> None:
    assert narrative_of(tops) == in_paragraphs(breaks, pages=len(tops))


def test_cell_that_stands_lower_is_not_measured_against_the_running_text() -> None:
    lefts = [90.0, 90.0, 224.0, 224.0, 224.0]

    assert narrative_of([60.0, TOP, LOWER, LOWER], lefts[:4]) == in_paragraphs([1], pages=4)
    assert narrative_of([60.0, TOP, TOP, TOP, LOWER], lefts) == in_paragraphs([1, 11], pages=5)


def in_paragraphs(breaks: list[int], *, pages: int) -> str:
    expected = SENTENCES[0]
    for index, row in enumerate(SENTENCES[1 : 3 * pages - 1], start=1):
        expected += ("\n\n" if index in breaks else " ") + row
    return expected
