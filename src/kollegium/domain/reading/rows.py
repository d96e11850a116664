"""Lines → rows: the printed lines that hold words, cleaned, with page furniture taken out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kollegium.domain.reading.pages import Bounds, Line, SourceText
from kollegium.domain.reading.text import clean, fold, is_unfinished

BULLETS = "•●▪■◦○‣·∙*–—-\uf0b7\uf0a7o→"
LIST_STYLE = "list"
_BULLET_ALONE = re.compile(rf"[{re.escape(BULLETS)}]")
_BULLET_START = re.compile(rf"[{re.escape(BULLETS)}]\s+(?=\S)")
_NUMBER_START = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
_PAGE_NUMBER = re.compile(
    r"(?:sida|sid|page|s)\.?\s*\d+(?:\s*(?:av|of|/|\()\s*\d+\)?)?|\d+\s*(?:av|of|/)\s*\d+|\d+\s*\(\d+\)"
    r"|[-–]\s*\d{1,3}\s*[-–]",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
# In a text file that many blank lines in a row stand for a page break.
_BLANKS_OF_A_PAGE_BREAK = 3
_MARGIN = 0.07
_SMALL_PRINT = 0.9


@dataclass(slots=True)
class Row:
    """A printed line with words. Not frozen: thousands are made for every file read.

    `blanks` counts the blank lines before it; `new_page` says that a page break comes before it;
    `bullet` that it opens a list item; `text` keeps the bullet, `body` starts after it;
    `new_paragraph` that the file itself marks a paragraph before it.
    """

    index: int
    number: int
    page: int
    text: str
    folded: str
    line: Line
    blanks: int
    new_page: bool
    bullet: bool
    new_paragraph: bool = False

    @property
    def body(self) -> str:
        """Give the text without the bullet or the item's number.

        Where the file marks list items itself, what stands in the text is the writer's own.
        """
        if not self.bullet or self.line.style == LIST_STYLE:
            return self.text
        match = _BULLET_START.match(self.text) or _NUMBER_START.match(self.text)
        return self.text[match.end() :] if match else self.text

    @property
    def bounds(self) -> Bounds | None:
        """Give where the line stands on its page, when the file says."""
        return self.line.bounds


def rows_of(source: SourceText) -> list[Row]:
    """Give the lines with words, in order, without page numbers and running heads."""
    furniture = _furniture(source)
    rows: list[Row] = []
    blanks, new_page, lone_bullet, page_shift, seen_page = 0, True, False, 0, 0
    for page in source.pages:
        if page.number != seen_page:
            new_page, seen_page = True, page.number
        for line in page.lines:
            text = clean(line.text)
            folded = fold(text)
            if not folded:
                lone_bullet = lone_bullet or bool(_BULLET_ALONE.fullmatch(text))
                if not _holds_mark(text):
                    blanks += 1
                    continue
            if id(line) in furniture:
                continue
            if source.kind == "text" and blanks >= _BLANKS_OF_A_PAGE_BREAK and rows and not new_page:
                new_page, page_shift = True, page_shift + 1
            bullet = lone_bullet or line.style == LIST_STYLE or _opens_item(text)
            rows.append(
                Row(len(rows), line.number, page.number, text, folded, line, blanks, new_page, bullet)
            )
            blanks, new_page, lone_bullet = 0, False, False
    return rows


def _opens_item(text: str) -> bool:
    return bool(_BULLET_START.match(text) or _NUMBER_START.match(text))


def _holds_mark(text: str) -> bool:
    return any(character in "☐☑☒✓✔✗✘□■☓" for character in text)


def _furniture(source: SourceText) -> set[int]:
    """Give the identities of lines that belong to the page and not to the report.

    A page number by its form; a running head or foot by standing first or last on at least half of
    three or more pages with the same words.
    """
    found: set[int] = set()
    edges: list[tuple[str, Line]] = []
    page_count = 0
    for page in source.pages:
        worded = [line for line in page.lines if line.text.strip()]
        if not worded:
            continue
        page_count += 1
        for line in {id(line): line for line in (*worded[:2], *worded[-2:])}.values():
            text = line.text.strip()
            if _PAGE_NUMBER.fullmatch(text) or (
                text.isdigit() and len(source.pages) > 1 and line in (worded[0], worded[-1])
            ):
                found.add(id(line))
            elif not is_unfinished(text):
                # A running head is a whole; a line that goes on belongs to what follows.
                edges.append((_DIGITS.sub("", fold(clean(text))), line))
    counts = Counter(folded for folded, _ in edges)
    repeated = {folded for folded, count in counts.items() if count >= 3 and count * 2 >= page_count >= 3}
    # A running head stands at the edges of pages and (but for a title page) nowhere else.
    everywhere = Counter(
        folded
        for page in source.pages
        if repeated
        for line in page.lines
        if (folded := _DIGITS.sub("", fold(clean(line.text)))) in repeated
    )
    found |= {
        id(line) for folded, line in edges if folded in repeated and everywhere[folded] <= counts[folded] + 1
    }
    found |= _in_margins(source)
    if source.kind == "text":
        found |= {
            id(line)
            for page in source.pages
            for line in page.lines
            if len(line.text) < 24 and _is_worded_page_number(line.text.strip())
        }
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


def _is_worded_page_number(text: str) -> bool:
    return text[:1] in "sSpP" and bool(_PAGE_NUMBER.fullmatch(text))
