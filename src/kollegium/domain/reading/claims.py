"""The standard's own wordings found word for word, wherever line ends and headings cut them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kollegium.domain.reading.catalogue import LONG_ENOUGH_ALONE, Catalogue, Entry, Wording
from kollegium.domain.reading.fragments import Fragment, Kind
from kollegium.domain.reading.text import fold

_KIND_OF = {
    Wording.CRITERION: Kind.CRITERION,
    Wording.GLOSS: Kind.GLOSS,
    Wording.SCALE: Kind.SCALE,
    Wording.PREAMBLE: Kind.PREAMBLE,
}
# What may stand before a wording on its line: a bullet, a box, the criterion's key or number.
_LEAD = re.compile(r"\W*(?:[A-ZÅÄÖ]?\d{1,2}(?:\.\d{1,2})?|[a-zA-Z])?[.):]?\W*")
_AFTER_SENTENCE = re.compile(r"[.!?:)|\t]\W*$")
_CLOSING = re.compile(r"[.:;)\]\"”]*\s*")


class Span(NamedTuple):
    """A wording found in the folded text, from `start` up to `end`."""

    start: int
    end: int
    entry: Entry


class FoldedText(NamedTuple):
    """The free text of a report folded into one string, with the way back to the fragments.

    Shape: `starts[n]` is where the n-th fragment of `fragments` begins in `text`.
    """

    text: str
    starts: list[int]
    fragments: list[Fragment]

    def length(self, position: int) -> int:
        """Give how many folded characters a fragment of the list has."""
        following = self.starts[position + 1] if position + 1 < len(self.starts) else len(self.text)
        return following - self.starts[position]

    def place(self, offset: int) -> tuple[int, int]:
        """Give the fragment's position in the list and the offset inside its folded text."""
        position = bisect_right(self.starts, offset) - 1
        return position, offset - self.starts[position]


def folded_text(fragments: list[Fragment]) -> FoldedText:
    """Give all free text as one folded string; headings between do not cut a wording in two."""
    chosen = [fragment for fragment in fragments if fragment.kind is Kind.TEXT]
    starts, parts, length = [], [], 0
    for fragment in chosen:
        folded = fragment.row.folded if fragment.text is fragment.row.text else fold(fragment.text)
        starts.append(length)
        parts.append(folded)
        length += len(folded)
    return FoldedText("".join(parts), starts, chosen)


def claim_exact(fragments: list[Fragment], catalogue: Catalogue) -> list[Fragment]:
    """Give the fragments with every wording of the standard cut out as a fragment of its own kind.

    A fragment that is nothing else is turned into one itself.
    """
    folded = folded_text(fragments)
    spans = _spans(folded, catalogue)
    if not spans:
        return fragments
    pieces: dict[int, list[tuple[int, int, Span, int]]] = {}
    for number, span in enumerate(sorted(spans)):
        first, inside = folded.place(span.start)
        last, end = folded.place(span.end - 1)
        for position in range(first, last + 1):
            begin = inside if position == first else 0
            stop = end + 1 if position == last and end + 1 < folded.length(position) else -1
            fragment = folded.fragments[position]
            if begin == 0 and stop < 0:
                # No other wording has a place in it.
                fragment.kind, fragment.key, fragment.claim = (
                    _KIND_OF[span.entry.wording],
                    span.entry.key,
                    number,
                )
            else:
                pieces.setdefault(id(fragment), []).append((begin, stop, span, number))
    if not pieces:
        return fragments
    result: list[Fragment] = []
    for fragment in fragments:
        found = pieces.get(id(fragment))
        if found is None:
            result.append(fragment)
        else:
            result += _cut(fragment, found)
    return result


def _spans(folded: FoldedText, catalogue: Catalogue) -> list[Span]:
    taken = bytearray(len(folded.text) + 1)
    spans: list[Span] = []
    short: list[tuple[Entry, list[int]]] = []
    for number, starts in catalogue.occurrences.in_text(folded.text).items():
        entry = catalogue.entries[number]
        if entry.wording is Wording.SCALE and not entry.lettered and len(entry.folded) < LONG_ENOUGH_ALONE:
            short.append((entry, starts))
            continue
        spans += _taken_by(entry, starts, folded, taken, beside_claim=False)
    for entry, starts in short:
        spans += _taken_by(entry, starts, folded, taken, beside_claim=True)
    return spans


def _taken_by(
    entry: Entry, starts: Sequence[int], folded: FoldedText, taken: bytearray, *, beside_claim: bool
) -> list[Span]:
    """Give the places of an entry that are free and bounded, and mark them as taken."""
    spans: list[Span] = []
    length, earliest = len(entry.folded), 0
    for start in starts:
        if start < earliest:
            continue
        end = start + length
        if taken.find(1, start, end) >= 0:
            continue
        earliest = end
        beside = not beside_claim or (start > 0 and taken[start - 1]) or bool(taken[end])
        if beside and _is_bounded(start, end, folded, taken):
            taken[start:end] = b"\x01" * length
            spans.append(Span(start, end, entry))
    return spans


def _is_bounded(start: int, end: int, folded: FoldedText, taken: bytearray) -> bool:
    """Tell whether the wording stands as a sentence of its own and not inside another."""
    position, inside = folded.place(start)
    if inside and not taken[start - 1]:
        lead = _before(folded.fragments[position].text, inside)
        if not (_LEAD.fullmatch(lead) or _AFTER_SENTENCE.search(lead)):
            return False
    position, inside = folded.place(end - 1)
    if inside + 1 == folded.length(position):
        return True
    tail = folded.fragments[position].text[character_at(folded.fragments[position].text, inside + 1) :]
    closing = _CLOSING.match(tail)
    rest = tail[closing.end() :] if closing else tail
    return not (rest[:1].islower() or (rest[:1] == "," and not closing))


def _before(text: str, folded_offset: int) -> str:
    return text[: character_at(text, folded_offset)]


def character_at(text: str, folded_offset: int) -> int:
    """Give the index in the text where its folded form has reached an offset."""
    if folded_offset <= 0:
        return next((index for index, character in enumerate(text) if character.isalnum()), len(text))
    places = [index for index, character in enumerate(text) if character.isalnum()]
    return places[folded_offset] if folded_offset < len(places) else len(text)


def _cut(fragment: Fragment, pieces: list[tuple[int, int, Span, int]]) -> list[Fragment]:
    """Cut one fragment at its claimed spans; punctuation goes with the span before it."""
    text = fragment.text
    result: list[Fragment] = []
    done = 0
    for begin, stop, span, number in sorted(pieces, key=lambda piece: piece[0]):
        first = character_at(text, begin) if begin else 0
        last = len(text) if stop < 0 else character_at(text, stop)
        lead = text[done:first].strip()
        if fold(lead) or _is_mark(lead):
            result.append(Fragment(Kind.TEXT, fragment.row, lead, claim=fragment.claim))
        result.append(_claimed(fragment, text[first:last], span, number))
        done = last
    rest = text[done:].strip()
    if fold(rest) or _is_mark(rest):
        result.append(Fragment(Kind.TEXT, fragment.row, rest))
    return [piece for piece in result if piece.text]


def _claimed(fragment: Fragment, text: str, span: Span, number: int) -> Fragment:
    return Fragment(_KIND_OF[span.entry.wording], fragment.row, text.strip(), span.entry.key, number)


def _is_mark(text: str) -> bool:
    return any(character in "☐☑☒✓✔✗✘□■" for character in text)
