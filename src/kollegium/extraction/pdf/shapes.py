"""What is drawn on a PDF page: check boxes, ticks, frames and ruled lines."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from typing import Any, NamedTuple

from kollegium.domain.reading.pages import Bounds, Mark, MarkKind
from kollegium.extraction.pdf import library as pdfium
from kollegium.extraction.pdf.characters import PageFrame

# A check box in these forms is 6-20 points; anything larger is a frame, smaller a full stop.
_BOX_SIDE = (4.5, 24.0)
_THIN = 2.5
_MAX_OBJECTS = 20_000
_MAX_DEPTH = 3
_DARK = 0.75

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Shapes(NamedTuple):
    """The drawn things of one page that say something about its text."""

    marks: tuple[Mark, ...] = ()
    frames: tuple[Bounds, ...] = ()
    horizontals: tuple[Bounds, ...] = ()
    verticals: tuple[Bounds, ...] = ()


class _Collected:
    def __init__(self) -> None:
        self.boxes: list[tuple[MarkKind, Bounds]] = []
        self.frames: list[Bounds] = []
        self.horizontals: list[Bounds] = []
        self.verticals: list[Bounds] = []


def page_shapes(page: Any, page_number: int, frame: PageFrame) -> Shapes:
    """Return the boxes, ticks, frames and rules of a page.

    A tick or a filling inside a box is one mark at the box's place.
    """
    collected = _Collected()
    for path, bounds in _paths(page, frame):
        _sort_in(path, bounds, collected)
    return Shapes(
        marks=tuple(
            Mark(page=page_number, kind=kind, bounds=bounds) for kind, bounds in _merged(collected.boxes)
        ),
        frames=tuple(collected.frames),
        horizontals=tuple(collected.horizontals),
        verticals=tuple(collected.verticals),
    )


def _paths(page: Any, frame: PageFrame) -> Iterator[tuple[Any, Bounds]]:
    """Yield every drawn path with its bounds, also those inside form objects."""
    seen = 0
    pending = [
        (pdfium.FPDFPage_GetObject(page, index), _IDENTITY, 0)
        for index in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS))
    ]
    while pending and seen < _MAX_OBJECTS:
        item, matrix, depth = pending.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, _bounds(item, matrix, frame)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = _product(_matrix(item), matrix)
            count = min(pdfium.FPDFFormObj_CountObjects(item), _MAX_OBJECTS)
            pending.extend((pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in range(count))


def _bounds(item: Any, matrix: Matrix, frame: PageFrame) -> Bounds:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top))
    corners = [
        (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
        for x in (left.value, right.value)
        for y in (bottom.value, top.value)
    ]
    xs, ys = [x - frame.left for x, _ in corners], [frame.top - y for _, y in corners]
    return Bounds(round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1))


def _matrix(item: Any) -> Matrix:
    found = pdfium.Matrix()
    return tuple(found) if pdfium.FPDFPageObj_GetMatrix(item, found) else _IDENTITY


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _sort_in(path: Any, bounds: Bounds, collected: _Collected) -> None:
    width, height = bounds.x1 - bounds.x0, bounds.y1 - bounds.y0
    if height <= _THIN < width and width > 20:
        collected.horizontals.append(bounds)
    elif width <= _THIN < height and height > 15:
        collected.verticals.append(bounds)
    elif _BOX_SIDE[0] <= min(width, height) and max(width, height) <= _BOX_SIDE[1]:
        if not 0.5 <= width / height <= 2.0:
            return
        if not _is_closed_shape(path):
            collected.boxes.append((MarkKind.TICK, bounds))
        else:
            kind = MarkKind.FILLED_BOX if _is_dark(path) else MarkKind.BOX
            collected.boxes.append((kind, bounds))
    elif width >= 60 and height >= 24:
        collected.frames.append(bounds)


def _is_closed_shape(path: Any) -> bool:
    """Whether a small path is a square or a circle; else it is a tick or a cross."""
    count = pdfium.FPDFPath_CountSegments(path)
    kinds = [
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path, i)) for i in range(min(count, 40))
    ]
    if kinds.count(pdfium.FPDF_SEGMENT_BEZIERTO) >= 4:
        return True
    xs: set[float] = set()
    ys: set[float] = set()
    x, y = c_float(), c_float()
    for index in range(min(count, 40)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, index), byref(x), byref(y))
        xs.add(round(x.value, 1))
        ys.add(round(y.value, 1))
    # A rectangle has two x and two y values; one drawn as an outline with thickness has four.
    return (
        kinds.count(pdfium.FPDF_SEGMENT_MOVETO) <= 2
        and count >= 4
        and len(xs) == len(ys)
        and len(xs) in (2, 4)
    )


def _is_dark(path: Any) -> bool:
    """Whether the path is filled with something that is not white or nearly so."""
    mode, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, byref(mode), byref(stroke)) or mode.value == 0:
        return False
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(alpha)):
        return False
    lightness = (0.299 * red.value + 0.587 * green.value + 0.114 * blue.value) / 255
    return alpha.value > 60 and lightness < _DARK


def _merged(boxes: list[tuple[MarkKind, Bounds]]) -> list[tuple[MarkKind, Bounds]]:
    """Return one entry per place: the outer bounds with the strongest of what is drawn there."""
    strength = {MarkKind.BOX: 0, MarkKind.TICK: 1, MarkKind.FILLED_BOX: 2}
    out: list[tuple[MarkKind, Bounds]] = []
    ordered = sorted(boxes, key=lambda one: -(one[1].x1 - one[1].x0) * (one[1].y1 - one[1].y0))
    for kind, bounds in ordered:
        for place, (other_kind, other) in enumerate(out):
            if _covers(other, bounds):
                out[place] = (max(kind, other_kind, key=strength.__getitem__), other)
                break
        else:
            out.append((kind, bounds))
    return sorted(out, key=lambda one: (one[1].y0, one[1].x0))


def _covers(outer: Bounds, inner: Bounds) -> bool:
    centre_x, centre_y = (inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2
    return outer.x0 <= centre_x <= outer.x1 and outer.y0 <= centre_y <= outer.y1
