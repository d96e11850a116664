"""Pages as JSON, to cross from the child process; no pickle, so a captured child can only lie."""

from __future__ import annotations

import json
from typing import Any

from kollegium.domain.reading.pages import Bounds, Line, Mark, MarkKind, Page, SourceText
from kollegium.extraction.refusal import Unreadable


def packed(source: SourceText) -> bytes:
    """Return the pages as UTF-8 JSON made of short lists."""
    pages = [
        [
            page.number,
            page.width,
            page.height,
            [_line_row(line) for line in page.lines],
            [[mark.page, mark.kind.value, _corners(mark.bounds)] for mark in page.marks],
        ]
        for page in source.pages
    ]
    return json.dumps({"kind": source.kind, "pages": pages}, separators=(",", ":")).encode()


def packed_refusal(refusal: Unreadable, cause: str | None = None) -> bytes:
    """Return a refusal as JSON; `cause` names an unforeseen fault for the parent's traceback."""
    return json.dumps({"refused": refusal.code, "page_count": refusal.page_count, "cause": cause}).encode()


def unpacked(content: bytes) -> SourceText:
    """Return the pages again.

    Raises: `Unreadable` when the content is a refusal; `ValueError`, `TypeError` or `KeyError` when
    it is neither.
    """
    answer = json.loads(content)
    if "refused" in answer:
        refusal = Unreadable(answer["refused"], answer["page_count"])
        raise refusal from (RuntimeError(answer["cause"]) if answer["cause"] else None)
    return SourceText(kind=answer["kind"], pages=tuple(_page(row) for row in answer["pages"]))


def _line_row(line: Line) -> list[Any]:
    corners = _corners(line.bounds) if line.bounds else None
    return [line.number, line.page, line.text, corners, line.size, line.bold, line.soft_break, line.style]


def _corners(bounds: Bounds) -> list[float]:
    return [bounds.x0, bounds.y0, bounds.x1, bounds.y1]


def _page(row: list[Any]) -> Page:
    number, width, height, lines, marks = row
    return Page(
        number=number,
        lines=tuple(
            Line(line, page, text, Bounds(*corners) if corners else None, size, bold, soft, style)
            for line, page, text, corners, size, bold, soft, style in lines
        ),
        marks=tuple(Mark(page, MarkKind(kind), Bounds(*corners)) for page, kind, corners in marks),
        width=width,
        height=height,
    )
