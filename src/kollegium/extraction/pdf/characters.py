"""The characters of a PDF page → segments of text, with their place, size and weight."""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterable
from ctypes import byref, c_char, c_double, c_ushort, c_void_p, sizeof
from functools import lru_cache
from typing import NamedTuple

from kollegium.domain.reading.pages import Bounds, Mark, MarkKind
from kollegium.extraction.pdf import library as pdfium
from kollegium.extraction.pdf.hyphens import UNDECIDED
from kollegium.extraction.pdf.segments import Segment

# PDFium gives a line end as \r\n and a hyphen at a line end as U+0002, without a line end.
_RUN = re.compile("[^\\s\x02\ufffe][^\r\n\x02\ufffe]*[\x02\ufffe]?")
_WORD = re.compile(r"\S+")
_REPLACED_HYPHENS = "\x02\ufffe"
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
_get_char_box = pdfium.unchecked("FPDFText_GetCharBox")
_FONT_NAME_BYTES = 128
_six = struct.Struct("6f").unpack
_four = struct.Struct("4d").unpack


class PageFrame(NamedTuple):
    """Where a page lies in PDF coordinates; turns their upward y into downward."""

    left: float
    top: float
    width: float
    height: float


class Box(NamedTuple):
    """What a character's ink takes on the page, y downwards. Units: points."""

    left: float
    right: float
    top: float
    bottom: float


class _Word(NamedTuple):
    """A word by the places of its characters, with the boxes of its first and its last one."""

    start: int
    end: int
    first: Box
    last: Box


class CharacterReader:
    """The characters of one text page of PDFium, asked for by index."""

    def __init__(self, text_page: int, frame: PageFrame) -> None:
        self._page = c_void_p(text_page)
        self._frame = frame
        self._numbers = (c_double * 4)()
        self._refs = [byref(self._numbers, place * sizeof(c_double)) for place in range(4)]
        self._matrix = pdfium.Matrix()
        self._font_name = (c_char * _FONT_NAME_BYTES)()
        self.text = _text_of(self._page)

    def extent(self, start: int, end: int) -> tuple[float, float] | None:
        """Return left and right of characters that PDFium drew as one, None when they are several pieces."""
        if pdfium.FPDFText_CountRects(self._page, start, end - start) != 1:
            return None
        pdfium.FPDFText_GetRect(self._page, 0, *self._refs)
        left, _, right, _ = _four(self._numbers)
        return left - self._frame.left, right - self._frame.left

    def box(self, index: int) -> Box:
        """Return where a character stands."""
        _get_char_box(self._page, index, *self._refs)
        left, right, bottom, top = _four(self._numbers)
        frame_left, frame_top, _, _ = self._frame
        return Box(left - frame_left, right - frame_left, frame_top - top, frame_top - bottom)

    def baseline(self, index: int) -> float:
        """Return the y of a character's baseline, downwards."""
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._refs[0], self._refs[1])
        return self._frame.top - self._numbers[1]

    def size_and_tilt(self, index: int) -> tuple[float, bool]:
        """Return the height of a character's font as it is shown, and whether it stands askew.

        Askew stand watermarks and margin notes. Units: points.
        """
        size: float = pdfium.FPDFText_GetFontSize(self._page, index)
        if not pdfium.FPDFText_GetMatrix(self._page, index, self._matrix):
            return _shown(size), False
        a, _, c, d, _, _ = _six(self._matrix)
        if c == 0 and a > 0:
            return _shown(size * (abs(d) or 1.0)), False
        return _shown(size * (math.hypot(c, d) or 1.0)), abs(math.atan2(c, a)) > _MAX_TILT

    def is_bold(self, index: int) -> bool:
        """Whether the character's font says by its name that it is bold."""
        pdfium.FPDFText_GetFontInfo(self._page, index, self._font_name, _FONT_NAME_BYTES, None)
        return _is_bold_font(self._font_name.value)


def _shown(size: float) -> float:
    return min(max(size, 1.0), 200.0)


@lru_cache(maxsize=64)
def _is_bold_font(name: bytes) -> bool:
    return _BOLD_FONT.search(name) is not None


def _text_of(text_page: c_void_p) -> str:
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
        start = run.start()
        segments += _segments_of_run(reader, start, start + len(run.group().rstrip()))
    return segments


def glyph_marks(reader: CharacterReader, page_number: int) -> list[Mark]:
    """Return a mark for every character that is itself a box or a tick."""
    marks: list[Mark] = []
    for found in _GLYPH.finditer(reader.text):
        left, right, top, bottom = reader.box(found.start())
        bounds = Bounds(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
        marks.append(Mark(page=page_number, kind=_GLYPH_MARKS[found.group()], bounds=bounds))
    return marks


def _segments_of_run(reader: CharacterReader, start: int, end: int) -> list[Segment]:
    """Return what stands between two line ends; only a run of several pieces is measured word for word."""
    whole = _whole(reader, start, end)
    if whole is not None:
        return [whole]
    stands_alone = end - start > 1 and reader.text[start + 1].isspace()
    first = _WORD.search(reader.text, start + 1, end) if stands_alone else None
    body = _whole(reader, first.start(), end) if first else None
    if body is not None and first is not None:
        return _after_bullet(reader, start, first.start(), body)
    return _cut_run(reader, [word.span() for word in _WORD.finditer(reader.text, start, end)])


def _whole(reader: CharacterReader, start: int, end: int) -> Segment | None:
    """Return a run that is one drawn piece of ordinary width as a segment: its gaps need not be measured.

    Nothing for a run that must be measured, and for tilted text. One piece has one font. The hyphen that
    PDFium replaced is a piece of its own and stands close to the word.
    """
    has_hyphen = end - start > 1 and reader.text[end - 1] in _REPLACED_HYPHENS
    extent = reader.extent(start, end - has_hyphen)
    if extent is None:
        return None
    left, right = extent
    size, is_tilted = reader.size_and_tilt(start)
    if is_tilted or right - left > _ORDINARY_PITCH * size * (end - start):
        return None
    if has_hyphen:
        # Its box is empty in some files.
        right = max(right, reader.box(end - 1).right)
    text = _printed(reader.text[start:end].split())
    return Segment(text, left, right, reader.baseline(start), round(size, 2), reader.is_bold(start))


def _after_bullet(reader: CharacterReader, bullet: int, start: int, body: Segment) -> list[Segment]:
    """Return a character that stands alone and the whole piece after it, as one segment if they are close."""
    at_bullet, at_start = reader.box(bullet), reader.box(start)
    before = _Word(bullet, bullet + 1, at_bullet, at_bullet)
    alone = _segment(reader, [before])
    if not alone or _is_break(reader, before, _Word(start, start + 1, at_start, at_start)):
        return [*alone, body]
    marker = alone[0]
    text = f"{marker.text} {body.text}"
    return [Segment(text, marker.x0, body.x1, marker.baseline, marker.size, body.bold)]


def _printed(words: Iterable[str]) -> str:
    return " ".join(words).replace("\x02", UNDECIDED).replace("\ufffe", UNDECIDED)


def _cut_run(reader: CharacterReader, words: list[tuple[int, int]]) -> list[Segment]:
    """Return the words as segments, cut between two words that stand apart or on different lines."""
    out: list[Segment] = []
    started: list[_Word] = []
    for start, end in words:
        first = reader.box(start)
        word = _Word(start, end, first, reader.box(end - 1) if end - start > 1 else first)
        if started and _is_break(reader, started[-1], word):
            out.extend(_segment(reader, started))
            started = []
        started.append(word)
    out.extend(_segment(reader, started))
    return out


def _is_break(reader: CharacterReader, before: _Word, after: _Word) -> bool:
    _, right, top, bottom = before.last
    left, _, next_top, next_bottom = after.first
    if not -1.0 <= left - right <= 4.0:
        size, _ = reader.size_and_tilt(after.start)
        if left - right > _WIDE_GAP * size or left - right < -0.5 * size:
            return True
    # Glyph boxes are tight: a comma and a capital may not overlap although they share a baseline.
    if next_top > bottom or next_bottom < top:
        return abs(reader.baseline(before.start) - reader.baseline(after.start)) > 2.0
    return False


def _segment(reader: CharacterReader, words: list[_Word]) -> list[Segment]:
    """Return the words as one segment, or nothing for tilted text."""
    first, last = words[0], words[-1]
    size, is_tilted = reader.size_and_tilt(first.start)
    if is_tilted:
        return []
    text = _printed(reader.text[word.start : word.end] for word in words)
    # The box of the hyphen PDFium replaced is empty in some files; the letter before it will do.
    right = max(last.last.right, reader.box(max(first.start, last.end - 2)).right)
    return [
        Segment(
            text=text,
            x0=first.first.left,
            x1=right,
            baseline=reader.baseline(first.start),
            size=round(size, 2),
            bold=_is_mostly_bold(reader, first.start, words[len(words) // 2].start, last.start),
        )
    ]


def _is_mostly_bold(reader: CharacterReader, first: int, middle: int, last: int) -> bool:
    """Whether two of three characters are bold; where the first two agree, the third has no say."""
    at_first, at_middle = reader.is_bold(first), reader.is_bold(middle)
    return at_first if at_first is at_middle else reader.is_bold(last)
