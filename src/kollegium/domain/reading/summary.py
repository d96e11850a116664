"""The summary's three lists: which point stands under which heading."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import NamedTuple

from kollegium.domain.reading.doubts import DoubtList
from kollegium.domain.reading.fragments import Fragment, Kind, line_ranges
from kollegium.domain.reading.lexicon import tone_of
from kollegium.domain.reading.points import Point, points_of, printed_width
from kollegium.domain.reading.result import LineRange
from kollegium.domain.reading.vocabulary import SummaryList

_NOT_THERE = -1e6
# Every heading of a stack has points below it more often than not.
_HAS_POINTS = 1.5


@dataclass(slots=True)
class Summary:
    """The three lists and where each point stands.

    Shape: `lists` list key → points in order; `places` field path → line ranges.
    """

    lists: dict[str, list[str]] = field(default_factory=lambda: {key.value: [] for key in SummaryList})
    places: dict[str, tuple[LineRange, ...]] = field(default_factory=dict)


class _Stretch(NamedTuple):
    """The points below one or several headings that stand together."""

    headings: tuple[str, ...]
    fragments: tuple[Fragment, ...]
    marker: Fragment


def read_summary(fragments: list[Fragment], small_words: Container[str], doubts: DoubtList) -> Summary:
    """Give the three lists.

    Under a heading of its own a point belongs to it. Where headings stand together above the points,
    drawn positions decide if there are any; otherwise meaning does, in the headings' order, and a
    heading repeated further down binds what follows it. `small_words` are the report's words that
    stand in small letters.
    """
    placed = _by_columns(fragments) or _stretches(fragments)
    summary = Summary()
    order = list(dict.fromkeys(key for stretch in placed for key in stretch.headings))
    if not order:
        return summary
    allowed, points = _allowed(placed, order, small_words)
    chosen = _best_split(points, allowed, order)
    for point, index in zip(points, chosen, strict=True):
        _put(summary, order[index], point)
    unsure = [
        point
        for point, choices, index in zip(points, allowed, chosen, strict=True)
        if len(choices) > 1 and index in choices
    ]
    if unsure:
        doubts.add("summary-split", "summary", unsure[0].fragments[0])
    return summary


def _put(summary: Summary, key: str, point: Point) -> None:
    items = summary.lists[key]
    summary.places[f"{key}[{len(items)}]"] = line_ranges(list(point.fragments))
    items.append(point.text)


def _stretches(fragments: list[Fragment]) -> list[_Stretch]:
    stretches: list[_Stretch] = []
    headings: list[Fragment] = []
    texts: list[Fragment] = []
    for fragment in fragments:
        if fragment.kind is Kind.SUMMARY:
            # A dash alone below a heading says that the list is empty.
            if headings and (texts or fragment.row.bullet):
                stretches.append(_stretch(headings, texts))
                headings, texts = [], []
            headings.append(fragment)
        elif headings and fragment.kind is not Kind.MARK:
            texts.append(fragment)
    if headings:
        stretches.append(_stretch(headings, texts))
    return stretches


def _stretch(headings: list[Fragment], texts: list[Fragment]) -> _Stretch:
    keys = tuple(dict.fromkeys(heading.key for heading in headings))
    return _Stretch(keys, tuple(texts), headings[0])


def _by_columns(fragments: list[Fragment]) -> list[_Stretch]:
    """Give the stretches by where things are printed: each row under the heading above it.

    Only where every row and heading has its bounds and at least two headings stand together, yet
    each gets rows of its own; otherwise nothing, and the order of the lines counts.
    """
    headings = [one for one in fragments if one.kind is Kind.SUMMARY]
    rows = [one for one in fragments if one.kind is not Kind.SUMMARY]
    if len(headings) < 2 or not rows or any(one.row.bounds is None for one in (*headings, *rows)):
        return []
    under: dict[int, list[Fragment]] = {id(heading): [] for heading in headings}
    for row in rows:
        heading = _heading_above(row, headings)
        if heading is None:
            return []
        under[id(heading)].append(row)
    if any(not under[id(heading)] for heading in headings):
        return []
    return [
        _Stretch((heading.key,), tuple(sorted(under[id(heading)], key=_top_down)), heading)
        for heading in headings
    ]


def _top_down(fragment: Fragment) -> tuple[int, float, float]:
    bounds = fragment.row.bounds
    assert bounds is not None
    return fragment.row.page, bounds.y0, bounds.x0


def _heading_above(row: Fragment, headings: list[Fragment]) -> Fragment | None:
    here = row.row.bounds
    assert here is not None
    best: tuple[float, Fragment] | None = None
    for heading in headings:
        there = heading.row.bounds
        assert there is not None
        if heading.row.page != row.row.page or there.y0 > here.y0 + 1:
            continue
        # Far to the side is worse than far above: columns stand side by side.
        sideways = max(0.0, there.x0 - here.x1, here.x0 - there.x1, abs(there.x0 - here.x0) - 60)
        distance = sideways * 10 + (here.y0 - there.y0)
        if best is None or distance < best[0]:
            best = (distance, heading)
    return best[1] if best else None


def _allowed(
    stretches: list[_Stretch], order: list[str], small_words: Container[str]
) -> tuple[list[tuple[int, ...]], list[Point]]:
    """Give for each point which lists it may belong to, as positions in the order of the headings."""
    width = printed_width([fragment for stretch in stretches for fragment in stretch.fragments])
    allowed: list[tuple[int, ...]] = []
    points: list[Point] = []
    seen: set[int] = set()
    for number, stretch in enumerate(stretches):
        positions = [order.index(key) for key in stretch.headings]
        again = bool(seen & set(positions))
        lowest = min(positions)
        seen |= set(positions)
        later = [min(order.index(key) for key in other.headings) for other in stretches[number + 1 :]]
        highest = max(positions)
        # A heading that comes again on a later page may already have had its first points here.
        open_ones = {p for p in seen if p >= lowest and (p <= highest or again)}
        if len(positions) == 1 and not again and not any(p < highest for p in later):
            open_ones = {positions[0]}
        found = points_of(stretch.fragments, width, small_words)
        points += found
        allowed += [tuple(sorted(open_ones))] * len(found)
    return allowed, points


def _best_split(points: list[Point], allowed: list[tuple[int, ...]], order: list[str]) -> list[int]:
    """Give the list of each point: the best sum of tones with the lists in the headings' order."""
    if not points:
        return []
    if all(len(choices) == 1 for choices in allowed):
        return [choices[0] for choices in allowed]
    count = len(order)
    tones = [_weights(point.text, order) for point in points]
    best = [[_NOT_THERE] * count for _ in points]
    came_from = [[0] * count for _ in points]
    for number, choices in enumerate(allowed):
        for index in choices:
            own = tones[number][index]
            if number == 0:
                best[number][index] = own + _HAS_POINTS
                continue
            for before in range(index + 1):
                opening = _HAS_POINTS if before != index else 0.0
                total = best[number - 1][before] + own + opening
                if total > best[number][index]:
                    best[number][index], came_from[number][index] = total, before
        if max(best[number]) <= _NOT_THERE / 2:
            # No order of the lists fits the headings: the nearest permitted list will have to do.
            for index in choices:
                best[number][index], came_from[number][index] = (
                    tones[number][index],
                    max(range(count), key=lambda before: best[number - 1][before]),
                )
    index = max(range(count), key=lambda last: best[-1][last])
    chosen = [index]
    for number in range(len(points) - 1, 0, -1):
        index = came_from[number][index]
        chosen.append(index)
    return chosen[::-1]


def _weights(text: str, order: list[str]) -> list[float]:
    tone = tone_of(text)
    weights = {
        SummaryList.STRENGTHS.value: tone.praise - 0.6 * tone.fault - 0.6 * tone.advice,
        SummaryList.WEAKNESSES.value: tone.fault - 0.4 * tone.praise - 0.6 * tone.advice,
        SummaryList.IMPROVEMENTS.value: tone.advice - 0.3 * tone.praise - 0.3 * tone.fault,
    }
    return [weights[key] for key in order]
