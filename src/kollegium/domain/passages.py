"""Passages of a text that somebody points at: which there are, where they stand in a changed text, what changed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from kollegium.domain.naming.sentences import sentence_spans

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
# Pairs of like words (a blank is one too) that two texts may have to be compared by them: what a thousand words
# that differ have, and a few tenths of a second.
_MOST_PAIRS = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a passage stands. Units: characters from the beginning of the text; the end is exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words of the passage."""
        return text[self.start : self.end]


class Piece(StrEnum):
    """What became of a piece of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


def line_spans(text: str) -> tuple[Span, ...]:
    """Give the lines that hold something, without the white space around them."""
    return tuple(_trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text))


def passages(text: str) -> tuple[Span, ...]:
    """Give the sentences of a text; none goes over a line, so that each point of a list is its own."""
    return tuple(
        Span(line.start + start, line.start + end)
        for line in line_spans(text)
        for start, end in sentence_spans(line.of(text))
    )


def chosen_span(text: str, start: int, end: int) -> Span | None:
    """Give a passage that somebody marked, without the white space around it; None for what is none."""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        return None
    return _trimmed(text, start, end)


def place_of_quote(text: str, quote: str, near: int) -> Span | None:
    """Give where a passage stands now, the place nearest to where it stood; None when its words are gone."""
    if not quote:
        return None
    starts = [match.start() for match in re.finditer(re.escape(quote), text)]
    if not starts:
        return None
    start = min(starts, key=lambda one: (abs(one - near), one))
    return Span(start, start + len(quote))


def marked_pieces(text: str, line: Span, marks: tuple[Span, ...]) -> tuple[tuple[str, bool], ...]:
    """Cut a line where passages begin and end. Shape: (words, whether some passage holds them), in order."""
    cuts = {line.start, line.end}
    for mark in marks:
        cuts |= {at for at in (mark.start, mark.end) if line.start < at < line.end}
    ends = sorted(cuts)
    return tuple(
        (text[start:end], any(mark.start <= start and end <= mark.end for mark in marks))
        for start, end in pairwise(ends)
    )


def changes_between(before: str, after: str) -> tuple[tuple[Piece, str], ...]:
    """Give the pieces of two texts in order: what is the same, what was removed and what was added.

    Word by word; where that would take long, sentence by sentence; and a stretch in which the same sentences
    return again and again as one that was replaced. What both texts begin and end with is the same in any case.
    """
    left, right = _WORD.findall(before), _WORD.findall(after)
    if _pairs(*_apart(left, right)[1:3]) > _MOST_PAIRS:
        left, right = _sentences(before), _sentences(after)
    return tuple(_pieces(left, right))


def _pieces(left: list[str], right: list[str]) -> Iterator[tuple[Piece, str]]:
    same, left, right, end = _apart(left, right)
    if same:
        yield Piece.SAME, "".join(same)
    yield from _compared(left, right)
    if end:
        yield Piece.SAME, "".join(end)


def _compared(left: list[str], right: list[str]) -> Iterator[tuple[Piece, str]]:
    if _pairs(left, right) > _MOST_PAIRS:
        yield from ((Piece.REMOVED, "".join(left)), (Piece.ADDED, "".join(right)))
        return
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            yield Piece.SAME, "".join(left[first:last])
            continue
        if last > first:
            yield Piece.REMOVED, "".join(left[first:last])
        if new_last > new_first:
            yield Piece.ADDED, "".join(right[new_first:new_last])


def _apart(left: list[str], right: list[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Give what both begin with, what is left of each, and what both end with."""
    shorter = min(len(left), len(right))
    start = next((place for place in range(shorter) if left[place] != right[place]), shorter)
    room = shorter - start
    back = next((place for place in range(room) if left[-1 - place] != right[-1 - place]), room)
    return (
        left[:start],
        left[start : len(left) - back],
        right[start : len(right) - back],
        left[len(left) - back :],
    )


def _pairs(left: list[str], right: list[str]) -> int:
    """Give how many pairs of like pieces there are to look at, which is what comparing takes."""
    often = Counter(right)
    return sum(often[piece] for piece in left)


def _sentences(text: str) -> list[str]:
    """Cut a text after each sentence; together the pieces are the text."""
    ends = [0, *(span.end for span in passages(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends) if end > start]


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
