"""Lines → rows: the printed lines that hold words, cleaned, with page furniture taken out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kollegium.domain.reading.furniture import BLANKS_OF_A_PAGE_BREAK, furniture_of
from kollegium.domain.reading.pages import Bounds, Line, SourceText
from kollegium.domain.reading.text import clean_all, fold

BULLETS = "•●▪■◦○‣·∙*–—-\uf0b7\uf0a7o→"
LIST_STYLE = "list"
_BULLET_ALONE = re.compile(rf"[{re.escape(BULLETS)}]")
_BULLET_START = re.compile(rf"[{re.escape(BULLETS)}]\s+(?=\S)")
_NUMBER_START = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")


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


def rows_of(source: SourceText, is_known: Callable[[str], bool] = lambda folded: False) -> list[Row]:
    """Give the lines with words, in order, without page numbers and running heads.

    `is_known` tells of a folded text whether it belongs to a standard's own wordings, which are never
    a page's furniture.
    """
    furniture = furniture_of(source, is_known)
    rows: list[Row] = []
    blanks, new_page, lone_bullet, page_shift, seen_page = 0, True, False, 0, 0
    for page in source.pages:
        if page.number != seen_page:
            new_page, seen_page = True, page.number
        for line, text in zip(page.lines, clean_all([line.text for line in page.lines]), strict=True):
            if not text:
                blanks += 1
                continue
            folded = fold(text)
            if not folded:
                lone_bullet = lone_bullet or bool(_BULLET_ALONE.fullmatch(text))
                if not _holds_mark(text):
                    blanks += 1
                    continue
            if id(line) in furniture:
                continue
            if source.kind == "text" and blanks >= BLANKS_OF_A_PAGE_BREAK and rows and not new_page:
                new_page, page_shift = True, page_shift + 1
            bullet = lone_bullet or line.style == LIST_STYLE or _opens_item(text)
            rows.append(
                Row(len(rows), line.number, page.number, text, folded, line, blanks, new_page, bullet)
            )
            blanks, new_page, lone_bullet = 0, False, False
    return rows


def _opens_item(text: str) -> bool:
    if text[0] in BULLETS:
        return bool(_BULLET_START.match(text))
    return (text[0] == "(" or text[0].isdigit()) and bool(_NUMBER_START.match(text))


def _holds_mark(text: str) -> bool:
    return any(character in "☐☑☒✓✔✗✘□■☓" for character in text)
