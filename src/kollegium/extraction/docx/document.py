"""Walk through the body of a DOCX and write down its lines."""

from __future__ import annotations

import re
from typing import Any

from kollegium.domain.reading.pages import Line, Page, SourceText
from kollegium.extraction.docx.archive import Archive
from kollegium.extraction.docx.names import (
    ALTERNATE,
    CELL,
    CONTROL,
    PARAGRAPH,
    ROW,
    TABLE,
    TEXT,
    WORD,
    is_on,
    value_of,
)
from kollegium.extraction.docx.runs import (
    LINE_BREAK,
    PAGE_BREAK,
    RENDERED_BREAK,
    chosen_branch,
    control_state,
    paragraph_text,
)
from kollegium.extraction.docx.styles import Numbering, Styles, numbering_of
from kollegium.extraction.limits import MAX_CHARACTERS, MAX_PAGES
from kollegium.extraction.refusal import RefusalCode, Unreadable

_MAX_NESTING = 25
_PIECES = re.compile(f"([{LINE_BREAK}{PAGE_BREAK}{RENDERED_BREAK}])")
_DASHES = {"-", "–", "—"}
_PLAIN_STYLES = {"normal", "body text", "default paragraph font", "no spacing", ""}


def docx_lines(data: bytes) -> SourceText:
    """Return the lines of a DOCX: one per paragraph, more where the writer broke the line.

    Tables are read cell by cell, but a table of headings over one row of contents column by column;
    headers and footers are left out. Pages are those of explicit breaks and of Word's last rendering.

    Raises: `Unreadable` — `damaged`, `encrypted`, `zip-bomb`, `not-a-report-format`, `no-text`,
    `too-large`, `too-many-pages`.
    """
    archive = Archive(data)
    body = archive.part(archive.main).find(f"{WORD}body")
    if body is None:
        raise Unreadable(RefusalCode.DAMAGED)
    walk = _Walk(Styles(archive.beside("styles.xml")), Numbering(archive.beside("numbering.xml")))
    walk.blocks(body, 0)
    return walk.source()


class _Walk:
    """Collects lines while going through the document in its order."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._lines: list[Line] = []
        self._page = 1
        self._characters = 0
        self._text_since_break = True

    def source(self) -> SourceText:
        if not any(line.text.strip() for line in self._lines):
            raise Unreadable(RefusalCode.NO_TEXT)
        pages = [
            Page(number=number, lines=tuple(line for line in self._lines if line.page == number))
            for number in range(1, self._page + 1)
        ]
        return SourceText(kind="docx", pages=tuple(pages))

    def blocks(self, parent: Any, depth: int) -> None:
        """Read paragraphs, tables and what wraps them."""
        if depth > _MAX_NESTING:
            raise Unreadable(RefusalCode.DAMAGED)
        for child in parent:
            if child.tag == PARAGRAPH:
                self._paragraph(child, depth)
            elif child.tag == TABLE:
                self._table(child, depth)
            elif child.tag == CONTROL:
                content = child.find(f"{WORD}sdtContent")
                state = control_state(child)
                if state is not None:
                    self._add(state, bold=False, style=None)
                elif content is not None:
                    self.blocks(content, depth + 1)
            elif child.tag == ALTERNATE:
                branch = chosen_branch(child)
                if branch is not None:
                    self.blocks(branch, depth + 1)
            elif child.tag in (f"{WORD}ins", f"{WORD}customXml", f"{WORD}smartTag"):
                self.blocks(child, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> None:
        properties = paragraph.find(f"{WORD}pPr")
        style = self._styles.style(value_of(properties, "pStyle"))
        numbering = numbering_of(properties) or style.numbering
        label = self._numbering.label(*numbering) if numbering else None
        read = paragraph_text(paragraph, style_is_bold=style.bold)
        if is_on(properties, "pageBreakBefore"):
            self._turn_page()
        name = style.name.strip()
        is_heading = name.lower().startswith(("heading", "rubrik", "title"))
        shown: str | None = None if name.lower() in _PLAIN_STYLES else name
        if (label is not None or name.lower().startswith("list")) and not is_heading:
            shown = "list"
        prefix = f"{label} " if label and read.text.strip() else ""
        self._printed(prefix + read.text, bold=read.bold, style=shown)
        for box in read.text_boxes:
            self.blocks(box, depth + 1)
        if properties is not None and properties.find(f"{WORD}sectPr") is not None:
            kind = value_of(properties.find(f"{WORD}sectPr"), "type")
            if kind != "continuous":
                self._turn_page()

    def _printed(self, text: str, *, bold: bool, style: str | None) -> None:
        """Write down a paragraph: one line, or several where breaks stand in it."""
        pieces = _PIECES.split(text)
        current = ""
        for piece in pieces:
            if piece == LINE_BREAK:
                self._add(current, bold=bold, style=style, soft_break=bool(current.strip()))
                current = ""
            elif piece == PAGE_BREAK:
                if current.strip():
                    self._add(current, bold=bold, style=style)
                self._turn_page()
                current = ""
            elif piece == RENDERED_BREAK:
                # Word repeats here the break the writer set; the rest of a cut paragraph stays whole.
                if self._text_since_break and not current.strip():
                    self._turn_page()
            else:
                current += piece
        if current.strip() or len(pieces) == 1:
            self._add(current, bold=bold, style=style)

    def _add(self, text: str, *, bold: bool, style: str | None, soft_break: bool = False) -> None:
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            raise Unreadable(RefusalCode.TOO_LARGE)
        self._text_since_break = self._text_since_break or bool(text.strip())
        self._lines.append(
            Line(
                number=len(self._lines) + 1,
                page=self._page,
                text=text.rstrip(),
                bold=bold,
                soft_break=soft_break,
                style=style,
            )
        )

    def _turn_page(self) -> None:
        self._page += 1
        self._text_since_break = False
        if self._page > MAX_PAGES:
            raise Unreadable(RefusalCode.TOO_MANY_PAGES)

    def _table(self, table: Any, depth: int) -> None:
        rows = [[cell for cell in _cells(row) if not _is_swallowed(cell)] for row in _children(table, ROW)]
        rows = [row for row in rows if row]
        if _is_headings_over_contents(rows):
            ordered = [cell for column in zip(*rows, strict=True) for cell in column]
        else:
            ordered = [cell for row in rows for cell in row]
        for cell in ordered:
            self.blocks(cell, depth + 1)


def _children(parent: Any, tag: str) -> list[Any]:
    """Return the children of a kind, also those wrapped in content controls."""
    out: list[Any] = []
    for child in parent:
        if child.tag == tag:
            out.append(child)
        elif child.tag == CONTROL:
            content = child.find(f"{WORD}sdtContent")
            out.extend(_children(content, tag) if content is not None else [])
    return out


def _cells(row: Any) -> list[Any]:
    return _children(row, CELL)


def _is_swallowed(cell: Any) -> bool:
    """Whether the cell is only the continuation of the one above it."""
    merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
    return merge is not None and merge.get(f"{WORD}val", "continue") == "continue"


def _is_headings_over_contents(rows: list[list[Any]]) -> bool:
    """Whether a table is text beside text: one row of short headings, one of contents, two columns or more."""
    if len(rows) != 2 or len(rows[0]) != len(rows[1]) or len(rows[0]) < 2:
        return False
    headings = [_text_length(cell) for cell in rows[0]]
    contents = [len(_children(cell, PARAGRAPH)) for cell in rows[1]]
    # A cell that holds only "A4" is the key of a table's only row.
    has_key = any(0 < _text_length(cell) <= 3 and _text(cell) not in _DASHES for cell in rows[1])
    return all(0 < length <= 40 for length in headings) and max(contents) >= 2 and not has_key


def _text(cell: Any) -> str:
    return "".join(text.text or "" for text in cell.iter(TEXT)).strip()


def _text_length(cell: Any) -> int:
    return len(_text(cell))
