"""Where the sentences of a Swedish text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kollegium.domain.naming.words import ABBREVIATIONS

_END = re.compile(r"[.!?…]+[)\"”»']*(?=\s|$)|\n\s*\n|\n(?=\s*[•\-–*]\s)")
_LAST_WORD = re.compile(r"[\w.\-åäöÅÄÖ]*$")
_BLANKS = re.compile(r"\s*")
# Longer than any abbreviation, date or initial.
_LOOK_BACK = 40


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give (start, end) of every sentence, without the white space around it.

    Shape: the spans lie in order and together hold every character that is not white space.
    """
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _is_abbreviation(text, match.start(), match.end()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        left = len(piece) - len(piece.lstrip())
        yield start + left, start + len(piece.rstrip())


def _is_abbreviation(text: str, stop: int, end: int) -> bool:
    """Tell whether the full stop belongs to an abbreviation, a day of a date or an initial."""
    # Only so far back and ahead as counts: in a long text each sentence would search all before it.
    word = _LAST_WORD.search(text[max(0, stop - _LOOK_BACK) : stop]).group()  # type: ignore[union-attr]
    begins = _BLANKS.match(text, end).end()  # type: ignore[union-attr]
    following = text[begins : begins + 1]
    if word.lower().strip(".") in ABBREVIATIONS:
        return bool(following)
    if word.isdigit() and len(word) <= 2:
        return following[:1].islower() or following[:1].isdigit()
    if len(word) == 1 and word.isupper():
        return following[:1].isupper()
    return following[:1].islower()


def is_sentence_start(text: str, position: int) -> bool:
    """Tell whether a word at the position opens a sentence, a line of a list, or the text."""
    before = text[:position].rstrip(" \t\"”»('–•*-")
    if not before or before[-1] in "!?:\n…":
        return True
    if before[-1] != ".":
        return False
    stop = len(before.rstrip("."))
    return not _is_abbreviation(text, stop, len(before))
