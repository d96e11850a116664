"""Rows of a list → its points, each whole, by bullets, indentation, line fill and sentence form."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from kollegium.domain.reading.fragments import Fragment
from kollegium.domain.reading.lexicon import is_common_word, opens_with_advice
from kollegium.domain.reading.text import (
    SOFT_HYPHEN,
    ends_in_hyphen,
    ends_sentence,
    is_unfinished,
    join_lines,
    sentences,
    starts_lower,
)

_WIDER_GAP = 1.35
# Characters more than in a full line: two lines that were joined.
_JOINED = 8
_SHORT = 0.85
_LONG_WORD = 8
_WORD_LENGTH = 12
_NOUN_END = re.compile(r"[a-zåäö]{5,}(?:en|et|na|ning|het|tion|skap|ljud|tid)$")
_TRAINEE_WORD = re.compile(r"[A-ZÅÄÖ]{2,}-[a-zåäö]{4,}")
# Words that carry on a thought rather than begin one.
_CONNECTORS = (
    "t ex ", "t.ex", "till exempel", "dessa ", "detta ", "därutöver", "vidare ", "dock ", "även ", "antingen ",
    "i nuläget", "för att ", "dessutom", "exempelvis", "i så fall", "då ", "sådan",
)  # fmt: skip


class Point(NamedTuple):
    """One point of a list with the fragments it was put together from."""

    text: str
    fragments: tuple[Fragment, ...]


class _Print(NamedTuple):
    """How a list is printed.

    `width` how far a full line reaches; `pitch` the distance of wrapped lines; `small_words` the report's words in small letters; `omits_stops` that
    some points end without a stop; `stops_end_points` the log-odds that a sentence ending a full line ends a point as well.
    """

    width: float
    pitch: float | None
    small_words: Container[str]
    omits_stops: bool
    stops_end_points: float


def points_of(
    fragments: Sequence[Fragment], width: float | None = None, small_words: Container[str] = ()
) -> list[Point]:
    """Give the points of a list's rows, in order, bullets taken off.

    `width` is the printed width (see `printed_width`), for lists too short to show it;
    `small_words` the words the report has in small letters.
    """
    if not fragments:
        return []
    if any(fragment.row.bullet for fragment in fragments):
        opens = [_opens_after_bullets(before, one) for before, one in pairwise(fragments)]
    else:
        page = _print_of(fragments, width, small_words)
        opens = [_opens(before, one, page) for before, one in pairwise(fragments)]
    return [_point(group) for group in _groups(fragments, [True, *opens])]


def _print_of(fragments: Sequence[Fragment], width: float | None, small_words: Container[str]) -> _Print:
    inner = sum(len(sentences(fragment.text)) - 1 for fragment in fragments)
    ends = (
        sum(ends_sentence(one.text) or not starts_lower(after.text) for one, after in pairwise(fragments)) + 1
    )
    full = width if width is not None else printed_width(fragments)
    bare_ends = sum(
        _reach(one) < full * _SHORT
        and not ends_sentence(one.text)
        and not is_unfinished(one.text)
        and not starts_lower(after.text)
        for one, after in pairwise(fragments)
    )
    gaps = [
        gap for one, after in pairwise(fragments) if starts_lower(after.text) and (gap := _gap(one, after))
    ]
    return _Print(
        full,
        sorted(gaps)[(len(gaps) - 1) // 2] if gaps else None,
        small_words,
        bare_ends > 0,
        max(-1.0, min(2.0, log(1.2 * ends / inner))) if inner else 2.0,
    )


def printed_width(fragments: Sequence[Fragment]) -> float:
    """Give how far a full line reaches; 0 where no line is known to be wrapped.

    Only lines that certainly go on (the next begins with a small letter) show the width.
    Units: points from the page's edge where lines have their bounds, else characters.
    """
    wrapped = sorted(
        _reach(before)
        for before, after in pairwise(fragments)
        if starts_lower(after.text) and not after.row.bullet and after.row.index == before.row.index + 1
    )
    if not wrapped:
        return 0.0
    # Most wrapped lines end within a word of the edge; joined and cut ones lie anywhere.
    word = _WORD_LENGTH * _letter(fragments[0])
    return max(wrapped, key=lambda one: (sum(one - word <= other <= one for other in wrapped), one))


def _reach(fragment: Fragment) -> float:
    """Give how far a row reaches to the right, in points or characters."""
    bounds = fragment.row.bounds
    return bounds.x1 if bounds is not None else float(len(fragment.text))


def _letter(fragment: Fragment) -> float:
    """Give the mean width of a row's letters, in points or characters."""
    bounds = fragment.row.bounds
    return (bounds.x1 - bounds.x0) / max(1, len(fragment.text)) if bounds is not None else 1.0


def _gap(before: Fragment, after: Fragment) -> float | None:
    """Give the distance between two rows in sequence on a page; None without bounds."""
    above, here = before.row.bounds, after.row.bounds
    if above is None or here is None or before.row.page != after.row.page or here.y0 <= above.y0:
        return None
    return here.y0 - above.y0


def _groups(fragments: Sequence[Fragment], starts: list[bool]) -> list[list[Fragment]]:
    groups: list[list[Fragment]] = []
    for fragment, start in zip(fragments, starts, strict=True):
        if start or not groups:
            groups.append([])
        groups[-1].append(fragment)
    return groups


def _point(group: list[Fragment]) -> Point:
    lines = [group[0].row.body if group[0].text is group[0].row.text else group[0].text]
    lines += [fragment.text for fragment in group[1:]]
    return Point(join_lines(lines), tuple(group))


def _opens_after_bullets(before: Fragment, fragment: Fragment) -> bool:
    """Tell whether a row opens a point in a list that has bullets.

    A row without one goes on with the point, unless it stands where the bullets stand.
    """
    if fragment.row.bullet:
        return True
    if fragment.row.line.style is not None and fragment.row.line.style == before.row.line.style:
        return not before.row.line.soft_break
    return False


def _opens(before: Fragment, fragment: Fragment, page: _Print) -> bool:
    text, previous = fragment.text, before.text
    # In a PDF the extraction only guesses which lines go on.
    goes_on = before.row.line.soft_break and before.row.bounds is None
    if goes_on or previous.endswith(SOFT_HYPHEN) or ends_in_hyphen(previous):
        return False
    if starts_lower(text) or _is_open_bracket(previous) or previous.endswith(":"):
        return False
    if fragment.row.new_paragraph:
        return True
    by_position = _by_position(before, fragment, page)
    if by_position is not None:
        return by_position and not is_unfinished(previous)
    if is_unfinished(previous):
        return False
    return _evidence(before, text, page) > 0


def _evidence(before: Fragment, text: str, page: _Print) -> float:
    """Give how much speaks for a new point, from the line's fill, its end and the next word.

    A line that had room for the next word ended on purpose. A full one that ends a sentence is a
    point's end as often as points end against sentences inside points. An ordinary word with a
    capital can only begin a sentence; an abbreviation or a name stands anywhere.
    """
    previous, letter = before.text, _letter(before)
    first = text.split(maxsplit=1)[0]
    stop = ends_sentence(previous) or previous.endswith(("etc.", "mm.", "m.m."))
    needed = _reach(before) + (1 + len(first)) * letter
    joined = page.width > 0 and _reach(before) > page.width + _JOINED * letter
    had_room = page.width <= 0 or needed <= page.width
    if joined:
        evidence = 1.0 if stop else -0.5
    elif had_room:
        evidence = 3.0 if stop else (2.0 if needed <= page.width * _SHORT else 1.0)
    else:
        evidence = page.stops_end_points if stop else (-0.8 if page.omits_stops else -1.0)
    bare = first.strip('.,:;()"”').lower()
    if not stop:
        evidence += _ordinary(first, bare, page)
        if _NOUN_END.search(previous) and _TRAINEE_WORD.match(first):
            # Two nouns side by side: no Swedish sentence goes on so.
            evidence += 1.8
    if opens_with_advice(text):
        evidence += 1.0
    elif text.lower().startswith(_CONNECTORS):
        evidence -= 1.5
    return evidence


def _ordinary(first: str, bare: str, page: _Print) -> float:
    """Give how much a capital speaks for a new sentence: known word, long word, name or abbreviation."""
    if "-" in bare or not first[1:].rstrip(".,:;").islower():
        return -0.6
    if bare in page.small_words or is_common_word(bare):
        return 1.5
    return 1.2 if len(bare) >= _LONG_WORD else -0.5


def _is_open_bracket(text: str) -> bool:
    return text.count("(") > text.count(")")


def _by_position(before: Fragment, fragment: Fragment, page: _Print) -> bool | None:
    """Tell by indentation or a wider gap whether a row opens a point; None where positions say nothing."""
    above, here, gap = before.row.bounds, fragment.row.bounds, _gap(before, fragment)
    if above is None or here is None or gap is None:
        return None
    height = max(above.y1 - above.y0, 1.0)
    if here.x0 > above.x0 + height * 0.5:
        return False
    if here.x0 < above.x0 - height * 0.5:
        return True
    return True if page.pitch is not None and gap > page.pitch * _WIDER_GAP else None
