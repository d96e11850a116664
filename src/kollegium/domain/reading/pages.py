"""What extraction hands over: pages of positioned lines and drawn marks."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class MarkKind(StrEnum):
    """A drawn shape or a form field that may say that something was chosen."""

    BOX = "box"
    FILLED_BOX = "filled_box"
    TICK = "tick"
    FIELD_ON = "field_on"
    FIELD_OFF = "field_off"


class Bounds(NamedTuple):
    """A rectangle on a page. A tuple, as `Line` is: made five times as fast as a frozen dataclass.

    Units: points, counted from the top left corner of the page, so y grows downwards.
    """

    x0: float
    y0: float
    x1: float
    y1: float


class Line(NamedTuple):
    """One printed line.

    `number` counts from 1 over the whole file: the physical line of a text file, a running number in
    a PDF or DOCX. `style` is the paragraph style of a DOCX (or "list"); `soft_break` says that the
    next line continues the same paragraph.
    """

    number: int
    page: int
    text: str
    bounds: Bounds | None = None
    size: float | None = None
    bold: bool = False
    soft_break: bool = False
    style: str | None = None


class Mark(NamedTuple):
    """A drawn box or tick, or a form field, at its place on a page."""

    page: int
    kind: MarkKind
    bounds: Bounds


class Page(NamedTuple):
    """One page: its lines in reading order and the marks drawn on it."""

    number: int
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    width: float | None = None
    height: float | None = None


class SourceText(NamedTuple):
    """A whole file as lines and marks; `kind` is "text", "pdf" or "docx"."""

    kind: str
    pages: tuple[Page, ...]
