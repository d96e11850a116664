"""Lines that belong to the page and not to the report: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from kollegium.domain.reading.pages import Line, SourceText
from kollegium.domain.reading.text import clean, fold, is_unfinished
from kollegium.domain.reading.vocabulary import (
    GRADE_HEADINGS,
    LABEL_AT_START,
    LEVEL_HEADINGS,
    PLAN_HEADINGS,
    SHORT_LABEL_AT_START,
    SUMMARY_HEADINGS,
)

# In a text file that many blank lines in a row stand for a page break.
BLANKS_OF_A_PAGE_BREAK = 3
_PAGE_NUMBER = re.compile(
    r"(?:sida|sid|page|s)\.?\s*\d+(?:\s*(?:av|of|/|\()\s*\d+\)?)?|\d+\s*(?:av|of|/)\s*\d+|\d+\s*\(\d+\)"
    r"|[-–]\s*\d{1,3}\s*[-–]",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.07
_SMALL_PRINT = 0.9
_LONGEST_NUMBER = 24
# Fewer numbers in sequence than this may be anything.
_SHORTEST_COUNT = 3
_HEADINGS = LEVEL_HEADINGS | GRADE_HEADINGS | PLAN_HEADINGS | SUMMARY_HEADINGS.keys()


def furniture_of(source: SourceText, is_known: Callable[[str], bool]) -> set[int]:
    """Give the identities of the lines that are page furniture.

    A page number by its form, and in a file without pages by counting on as well; a running head or
    foot by standing first or last on at least half of three or more pages with the same words.
    `is_known` tells of a folded text whether it belongs to a standard's own wordings.
    """
    sheets = _sheets(source)
    has_pages = len(source.pages) > 1
    found = _page_numbers(sheets) if has_pages else _counted_numbers(sheets)
    found |= _running_heads(sheets, found, is_known)
    found |= _in_margins(source)
    if source.kind == "text":
        found |= {
            id(line)
            for sheet in sheets
            for line in sheet
            if len(line.text) < _LONGEST_NUMBER and _is_worded_page_number(line.text)
        }
    return found


def _sheets(source: SourceText) -> list[list[Line]]:
    """Give the lines with words of each page; in a text file without form feeds of each blank-line run."""
    if len(source.pages) != 1 or source.kind != "text":
        pages = ([line for line in page.lines if line.text.strip()] for page in source.pages)
        return [page for page in pages if page]
    sheets: list[list[Line]] = [[]]
    blanks = 0
    for line in source.pages[0].lines:
        if not line.text.strip():
            blanks += 1
            continue
        if blanks >= BLANKS_OF_A_PAGE_BREAK:
            sheets.append([])
        sheets[-1].append(line)
        blanks = 0
    return [sheet for sheet in sheets if sheet]


def _edges(sheet: Sequence[Line]) -> list[Line]:
    """Give the first two and last two lines of a page, each once."""
    return list(sheet) if len(sheet) <= 4 else [*sheet[:2], *sheet[-2:]]


def _page_numbers(sheets: Sequence[Sequence[Line]]) -> set[int]:
    return {
        id(line)
        for sheet in sheets
        for line in _edges(sheet)
        if _PAGE_NUMBER.fullmatch(text := line.text.strip())
        or (text.isdigit() and (line is sheet[0] or line is sheet[-1]))
    }


def _counted_numbers(sheets: Sequence[Sequence[Line]]) -> set[int]:
    """Give the lone numbers at the edges of what may be pages, where each is one more than the last."""
    best: list[int] = []
    runs: dict[int, list[int]] = {}
    for sheet in sheets:
        for line in dict.fromkeys((sheet[0], sheet[-1])):
            text = line.text.strip()
            if not (_BARE_NUMBER.fullmatch(text) or _PAGE_NUMBER.fullmatch(text)):
                continue
            digits = _DIGITS.search(text)
            number = int(digits.group()) if digits else 0
            run = [*runs.get(number - 1, ()), id(line)]
            if len(run) > len(runs.get(number, ())):
                runs[number] = run
            best = max(best, run, key=len)
    return set(best) if len(best) >= _SHORTEST_COUNT else set()


def _running_heads(
    sheets: Sequence[Sequence[Line]], numbers: set[int], is_known: Callable[[str], bool]
) -> set[int]:
    """Give the lines that stand with the same words at the edge of at least half of the pages."""
    if len(sheets) < _SHORTEST_COUNT:
        return set()
    printed = [
        (_wording(line), line)
        for sheet in sheets
        for line in _edges([one for one in sheet if id(one) not in numbers] if numbers else sheet)
    ]
    often = Counter(folded for folded, _ in printed)
    edges = [
        (folded, line)
        for folded, line in printed
        if folded and often[folded] >= _SHORTEST_COUNT and not is_unfinished(line.text.strip())
    ]
    counts = Counter(folded for folded, _ in edges)
    repeated = {
        folded
        for folded, count in counts.items()
        if count >= _SHORTEST_COUNT
        and count * 2 >= len(sheets)
        and folded not in _HEADINGS
        and not is_known(folded)
    }
    if not repeated:
        return set()
    # A running head stands at the edges of pages and (but for a title page) nowhere else.
    everywhere = Counter(
        folded for sheet in sheets for line in sheet if (folded := _wording(line)) in repeated
    )
    repeated = {folded for folded in repeated if everywhere[folded] <= counts[folded] + 1}
    answers = _below_labels(sheets)
    return {id(line) for folded, line in edges if folded in repeated and id(line) not in answers}


def _wording(line: Line) -> str:
    """Give the words of a line folded, without the numbers that differ from page to page."""
    return _DIGITS.sub("", fold(clean(line.text)))


def _below_labels(sheets: Sequence[Sequence[Line]]) -> set[int]:
    """Give the labels of a plan and the line below each: the same person may answer for every item."""
    found: set[int] = set()
    for sheet in sheets:
        below = False
        for line in sheet:
            text = line.text.strip()
            is_label = bool(LABEL_AT_START.match(text) or SHORT_LABEL_AT_START.match(text))
            if is_label or below:
                found.add(id(line))
            below = is_label
    return found


def _in_margins(source: SourceText) -> set[int]:
    """Give lines in the outer margin of a page in smaller print than the report's own text."""
    sizes = sorted(line.size for page in source.pages for line in page.lines if line.size)
    if not sizes:
        return set()
    small = sizes[len(sizes) // 2] * _SMALL_PRINT
    found: set[int] = set()
    for page in source.pages:
        if not page.height:
            continue
        for line in page.lines:
            if line.bounds is None or line.size is None or line.size > small:
                continue
            if line.bounds.y1 < page.height * _MARGIN or line.bounds.y0 > page.height * (1 - _MARGIN):
                found.add(id(line))
    return found


def _is_worded_page_number(printed: str) -> bool:
    text = printed.strip()
    return text[:1] in "sSpP" and bool(_PAGE_NUMBER.fullmatch(text))
