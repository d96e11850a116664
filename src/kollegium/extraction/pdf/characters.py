"""The characters of a PDF page → segments of text, with their place, size and weight."""

from __future__ import annotations

import math
import re
from ctypes import byref, c_char, c_double, c_int, c_ushort
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from kollegium.domain.reading.pages import Bounds, Mark, MarkKind
from kollegium.extraction.pdf.hyphens import UNDECIDED
from kollegium.extraction.pdf.segments import Segment

# PDFium gives a line end as \r\n and a hyphen at a line end as U+0002, without a line end.
_RUN = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_WORD = re.compile(r"\S+")
_WIDE_GAP = 0.9
_BOLD_FONT = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
# Ordinary type takes about half its size per character; more means wide gaps somewhere.
_ORDINARY_PITCH = 0.6
_MAX_TILT = math.radians(4)

_GLYPH_MARKS = {
    "☐": MarkKind.BOX,
    "□": MarkKind.BOX,
    "❏": MarkKind.BOX,
    "☒": MarkKind.FILLED_BOX,
    "■": MarkKind.FILLED_BOX,
    "☑": MarkKind.TICK,
    "✓": MarkKind.TICK,
    "✔": MarkKind.TICK,
    "✗": MarkKind.TICK,
    "✘": MarkKind.TICK,
    "\uf0fe": MarkKind.TICK,
    "\uf0fc": MarkKind.TICK,
    "\uf0a8": MarkKind.BOX,
}
_GLYPH = re.compile("[" + "".join(_GLYPH_MARKS) + "]")
# Asked for twice a word.
_get_char_box = pdfium.FPDFText_GetCharBox


class PageFrame(NamedTuple):
    """Where a page lies in PDF coordinates; turns their upward y into downward."""

    left: float
    top: float
    width: float
    height: float


class CharacterReader:
    """The characters of one text page of PDFium, asked for by index."""

    def __init__(self, text_page: Any, frame: PageFrame) -> None:
        self._page = text_page
        self._frame = frame
        self._numbers = [c_double() for _ in range(4)]
        self._refs = [byref(number) for number in self._numbers]
        self._matrix = pdfium.FS_MATRIX()
        self.text = _text_of(text_page)

    def extent(self, start: int, end: int) -> tuple[float, float] | None:
        """Return left and right of characters that PDFium drew as one, None when they are several pieces."""
        if pdfium.FPDFText_CountRects(self._page, start, end - start) != 1:
            return None
        left, top, right, bottom = self._refs
        pdfium.FPDFText_GetRect(self._page, 0, left, top, right, bottom)
        return self._numbers[0].value - self._frame.left, self._numbers[2].value - self._frame.left

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return left, right, top and bottom of a character, y downwards."""
        _get_char_box(self._page, index, *self._refs)
        left, right, bottom, top = self._numbers
        x, y = self._frame.left, self._frame.top
        return left.value - x, right.value - x, y - top.value, y - bottom.value

    def baseline(self, index: int) -> float:
        """Return the y of a character's baseline, downwards."""
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._refs[0], self._refs[1])
        return self._frame.top - self._numbers[1].value

    def size(self, index: int) -> float:
        """Return the height of the font as it is shown, in points."""
        size: float = pdfium.FPDFText_GetFontSize(self._page, index)
        if pdfium.FPDFText_GetMatrix(self._page, index, byref(self._matrix)):
            size *= math.hypot(self._matrix.c, self._matrix.d) or 1.0
        return min(max(size, 1.0), 200.0)

    def is_tilted(self, index: int) -> bool:
        """Whether the character stands askew, as watermarks and margin notes do."""
        angle = float(pdfium.FPDFText_GetCharAngle(self._page, index)) % (2 * math.pi)
        return min(angle, 2 * math.pi - angle) > _MAX_TILT

    def is_bold(self, index: int) -> bool:
        """Whether the character's font says by its name that it is bold."""
        flags = c_int()
        name = (c_char * 128)()
        pdfium.FPDFText_GetFontInfo(self._page, index, name, 128, byref(flags))
        return _is_bold_font(name.value)


@lru_cache(maxsize=64)
def _is_bold_font(name: bytes) -> bool:
    return _BOLD_FONT.search(name) is not None


def _text_of(text_page: Any) -> str:
    """Return the characters of a page, one for each index PDFium counts."""
    count = max(0, pdfium.FPDFText_CountChars(text_page))
    buffer = (c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    if written == count + 1 and len(text) == count:
        return text
    # Some characters have no text of their own, or take two code units: ask for each.
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)


def page_segments(reader: CharacterReader) -> list[Segment]:
    """Return the text of a page as segments in the file's own order, cut at every wide gap.

    Tilted text is left out. A hyphen at a line end is given as `hyphens.UNDECIDED`.
    """
    segments: list[Segment] = []
    for run in _RUN.finditer(reader.text):
        words = [
            (word.start() + run.start(), word.end() + run.start()) for word in _WORD.finditer(run.group())
        ]
        segments.extend(_cut_run(reader, words))
    return segments


def glyph_marks(reader: CharacterReader, page_number: int) -> list[Mark]:
    """Return a mark for every character that is itself a box or a tick."""
    marks: list[Mark] = []
    for found in _GLYPH.finditer(reader.text):
        left, right, top, bottom = reader.box(found.start())
        bounds = Bounds(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
        marks.append(Mark(page=page_number, kind=_GLYPH_MARKS[found.group()], bounds=bounds))
    return marks


def _cut_run(reader: CharacterReader, words: list[tuple[int, int]]) -> list[Segment]:
    if not words or _is_whole(reader, words[0][0], words[-1][1]):
        return _segment(reader, words)
    out: list[Segment] = []
    started: list[tuple[int, int]] = []
    for word in words:
        if started and _is_break(reader, started[-1], word):
            out.extend(_segment(reader, started))
            started = []
        started.append(word)
    out.extend(_segment(reader, started))
    return out


def _is_whole(reader: CharacterReader, start: int, end: int) -> bool:
    """Whether a run is one drawn piece of ordinary width, so that its gaps need not be measured."""
    extent = reader.extent(start, end)
    return extent is not None and extent[1] - extent[0] <= _ORDINARY_PITCH * reader.size(start) * (
        end - start
    )


def _is_break(reader: CharacterReader, before: tuple[int, int], after: tuple[int, int]) -> bool:
    _, right, top, bottom = reader.box(before[1] - 1)
    left, _, next_top, next_bottom = reader.box(after[0])
    if not -1.0 <= left - right <= 4.0:
        size = reader.size(after[0])
        if left - right > _WIDE_GAP * size or left - right < -0.5 * size:
            return True
    # Glyph boxes are tight: a comma and a capital may not overlap although they share a baseline.
    if next_top > bottom or next_bottom < top:
        return abs(reader.baseline(before[0]) - reader.baseline(after[0])) > 2.0
    return False


def _segment(reader: CharacterReader, words: list[tuple[int, int]]) -> list[Segment]:
    """Return the words as one segment, or nothing for tilted or empty text."""
    if not words:
        return []
    first, last = words[0][0], words[-1][1] - 1
    if reader.is_tilted(first):
        return []
    text = " ".join(reader.text[start:end] for start, end in words)
    text = text.replace("\x02", UNDECIDED).replace("\ufffe", UNDECIDED)
    left = reader.box(first)[0]
    # The box of the hyphen PDFium replaced is empty in some files; the letter before it will do.
    right = max(reader.box(last)[1], reader.box(max(first, last - 1))[1])
    middle = words[len(words) // 2][0]
    return [
        Segment(
            text=text,
            x0=left,
            x1=right,
            baseline=reader.baseline(first),
            size=round(reader.size(first), 2),
            bold=_is_mostly_bold(reader, first, middle, words[-1][0]),
        )
    ]


def _is_mostly_bold(reader: CharacterReader, first: int, middle: int, last: int) -> bool:
    """Whether two of three characters are bold; where the first two agree, the third has no say."""
    at_first, at_middle = reader.is_bold(first), reader.is_bold(middle)
    return at_first if at_first is at_middle else reader.is_bold(last)
