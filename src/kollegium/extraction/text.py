"""Plain text in any encoding → lines, numbered as in the file."""

from __future__ import annotations

import re

from kollegium.domain.reading.pages import Line, Page, SourceText
from kollegium.extraction.limits import FILE_LIMITS, MAX_CHARACTERS, FileLimits
from kollegium.extraction.refusal import RefusalCode, Unreadable

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONTROL_CHARACTERS = tuple(chr(code) for code in range(0x80) if _CONTROL.match(chr(code)))
# Letters that tell the one-byte encodings of Swedish apart.
_SWEDISH = "åäöÅÄÖéÉüÜ"
_PRINT_MARKS = "”“’‘–—…•·"
_SAMPLE = 20_000


def decode(data: bytes) -> str:
    """Return the text of the bytes, whatever encoding they are in.

    A byte order mark decides; else UTF-16 by its zero bytes, UTF-8 if it is valid, and among the
    one-byte encodings (cp1252, Latin-1, Mac Roman) the one that gives the most Swedish letters.

    Raises: `Unreadable("not-a-report-format")` for bytes that are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"))
    wide = _wide_encoding(data)
    if wide is not None:
        return _checked(data.decode(wide, errors="replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        # A file cut in the middle of a character is still UTF-8.
        if error.start >= len(data) - 3:
            return _checked(data.decode("utf-8", errors="ignore"))
    return _checked(data.decode(_one_byte_encoding(data), errors="replace"))


def text_lines(data: bytes, limits: FileLimits = FILE_LIMITS) -> SourceText:
    """Return the physical lines of a text file as one source; a form feed begins a new page.

    Blank lines are kept as lines with empty text, white space at line ends is left to the reader.

    Raises: `Unreadable` — `too-large`, `not-a-report-format`, `empty`.
    """
    if len(data) > limits.max_text_bytes:
        raise Unreadable(RefusalCode.TOO_LARGE)
    text = decode(data)
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(RefusalCode.TOO_LARGE)
    if not text.strip():
        raise Unreadable(RefusalCode.EMPTY)
    printed_lines = _split_lines(text)
    if "\f" not in text:
        return SourceText(kind="text", pages=(Page(number=1, lines=_bare_lines(printed_lines)),))
    return SourceText(kind="text", pages=_pages(printed_lines))


def _bare_lines(printed_lines: list[str]) -> tuple[Line, ...]:
    """Return lines that hold words alone, all of one page; made as tuples, twice as fast as by their names."""
    make = tuple.__new__
    return tuple(
        [
            make(Line, (number, 1, printed, None, None, False, False, None))
            for number, printed in enumerate(printed_lines, start=1)
        ]
    )


def _split_lines(text: str) -> list[str]:
    """Return the lines an editor shows.

    str.splitlines would also cut at U+2028 and the control characters that PDF tools leave behind, and then
    the line numbers would not be those of an editor.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _pages(printed_lines: list[str]) -> tuple[Page, ...]:
    pages: list[Page] = []
    lines: list[Line] = []
    for number, printed in enumerate(printed_lines, start=1):
        first, *after = printed.split("\f")
        if first or not after:
            lines.append(Line(number, len(pages) + 1, first))
        for part in after:
            pages.append(Page(number=len(pages) + 1, lines=tuple(lines)))
            lines = [Line(number, len(pages) + 1, part)] if part else []
    pages.append(Page(number=len(pages) + 1, lines=tuple(lines)))
    return tuple(page for page in pages if page.lines) or tuple(pages[:1])


def _wide_encoding(data: bytes) -> str | None:
    """Return UTF-16 without a mark, seen by the zero bytes between Latin letters, or nothing."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    even = sample[0 : half * 2 : 2].count(0)
    odd = sample[1 : half * 2 : 2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _one_byte_encoding(data: bytes) -> str:
    """Return the one-byte encoding that makes the most Swedish of the bytes."""
    high = bytes(byte for byte in data[: _SAMPLE * 5] if byte >= 0x80)
    scores: dict[str, float] = {}
    for encoding in ("cp1252", "latin-1", "mac-roman"):
        letters = high.decode(encoding, errors="replace")
        good = sum(letters.count(letter) for letter in _SWEDISH)
        marks = sum(letters.count(mark) for mark in _PRINT_MARKS)
        scores[encoding] = good + 0.5 * marks
    # max() takes the first of equals: cp1252 is Latin-1 with more characters.
    return max(scores, key=lambda encoding: scores[encoding])


def _checked(text: str) -> str:
    """Return the text without stray control characters.

    Raises: `Unreadable("not-a-report-format")` when it looks like a program or a picture.
    """
    # Looking for each in turn is many times faster than one pass of a pattern over the whole text.
    has_controls = any(character in text for character in _CONTROL_CHARACTERS)
    sample = text[:_SAMPLE]
    # Measured over ordinary letters too, so that one stray byte in a short file does not refuse it.
    strange = sample.count("\ufffd") + (len(_CONTROL.findall(sample)) if has_controls else 0)
    if strange > 3 and strange > len(sample) * 0.02:
        raise Unreadable(RefusalCode.NOT_A_REPORT_FORMAT)
    return _CONTROL.sub("", text) if has_controls else text
