"""Rows of a list → its points, each whole, by bullets, indentation, line fill and sentence form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kollegium.domain.reading.fragments import Fragment
from kollegium.domain.reading.text import (
    SOFT_HYPHEN,
    ends_in_hyphen,
    ends_sentence,
    is_unfinished,
    join_lines,
    starts_lower,
)

# A line this full had no room for the next word, so its end says nothing.
_FULL = 0.9
_WIDER_GAP = 1.35


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list with the fragments it was put together from."""

    text: str
    fragments: tuple[Fragment, ...]


def points_of(fragments: Sequence[Fragment], width: float | None = None) -> list[Point]:
    """Give the points of a list's rows, in order, bullets taken off.

    `width` is the printed width in characters (see `printed_width`), for lists too short to show it.
    """
    if not fragments:
        return []
    bulleted = sum(fragment.row.bullet for fragment in fragments)
    starts = [True]
    full = width if width is not None else printed_width(fragments)
    for before, fragment in pairwise(fragments):
        if bulleted:
            starts.append(_opens_after_bullets(before, fragment, fragments))
        else:
            starts.append(_opens(before, fragment, full))
    return [_point(group) for group in _groups(fragments, starts)]


def printed_width(fragments: Sequence[Fragment]) -> float:
    """Give how many characters a full line holds; 0 where no line is known to be wrapped.

    Only lines that certainly go on (the next begins with a small letter) show the width.
    """
    wrapped = [
        len(before.text)
        for before, after in pairwise(fragments)
        if starts_lower(after.text) and not after.row.bullet and after.row.index == before.row.index + 1
    ]
    return median(wrapped) + 4 if wrapped else 0.0


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


def _opens_after_bullets(before: Fragment, fragment: Fragment, fragments: Sequence[Fragment]) -> bool:
    """Tell whether a row opens a point in a list that has bullets.

    A row without one goes on with the point, unless it stands where the bullets stand.
    """
    if fragment.row.bullet:
        return True
    if fragment.row.line.style is not None and fragment.row.line.style == before.row.line.style:
        return not before.row.line.soft_break
    return False


def _opens(before: Fragment, fragment: Fragment, full: float) -> bool:
    text, previous = fragment.text, before.text
    if before.row.line.soft_break or previous.endswith(SOFT_HYPHEN) or ends_in_hyphen(previous):
        return False
    if starts_lower(text) or _is_open_bracket(previous):
        return False
    by_position = _by_position(before, fragment)
    if by_position is not None:
        return by_position and not is_unfinished(previous)
    if is_unfinished(previous):
        return False
    first_word = text.split(maxsplit=1)[0]
    had_room = full <= 0 or len(previous) + 1 + len(first_word) <= full * _FULL + 4
    if ends_sentence(previous):
        return True
    return had_room


def _is_open_bracket(text: str) -> bool:
    return text.count("(") > text.count(")")


def _by_position(before: Fragment, fragment: Fragment) -> bool | None:
    """Tell by indentation or a wider gap whether a row opens a point; None where positions say nothing."""
    above, here = before.row.bounds, fragment.row.bounds
    if above is None or here is None or before.row.page != fragment.row.page:
        return None
    height = max(above.y1 - above.y0, 1.0)
    if here.x0 > above.x0 + height * 0.5:
        return False
    if here.x0 < above.x0 - height * 0.5:
        return True
    gap = here.y0 - above.y0
    if gap > height * _WIDER_GAP * 1.6:
        return True
    return None
