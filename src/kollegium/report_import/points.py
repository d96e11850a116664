"""Points under strengths, weaknesses and improvements: split, joined, moved and reordered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kollegium.report_import.paths import SUMMARY_HEADINGS
from kollegium.ui.numbers import typed_number

Point = dict[str, Any]
Lists = dict[str, list[Point]]

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_ORIGIN = re.compile(rf"(?:{'|'.join(SUMMARY_HEADINGS)})\[\d{{1,3}}\]")
MOST_POINTS = 200


class PointMove(StrEnum):
    """What can be done to a point besides writing in it."""

    UP = "up"
    DOWN = "down"
    JOIN = "join"
    REMOVE = "remove"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class PointOrder:
    """One thing to do: to the point at `position` under `heading`; `target` is where a move goes."""

    move: PointMove
    heading: str
    position: int = 0
    target: str = ""


def points_as_sent(texts: Sequence[str], origins: Sequence[str]) -> list[Point]:
    """Give one point per text field of a form.

    Shape: `origins` holds for each text the paths it came from, parted by spaces.
    """
    return [
        {
            "text": text.replace("\r\n", "\n"),
            "from": [path for path in origin.split() if _ORIGIN.fullmatch(path)],
        }
        for text, origin in zip(texts, origins, strict=False)
    ]


def tidy(points: Sequence[Point]) -> list[Point]:
    """Give the points as they are kept: a blank line splits one in two, an empty one disappears."""
    kept = [
        {"text": part, "from": point["from"]}
        for point in points
        for piece in _BLANK_LINE.split(point["text"])
        if (part := piece.strip())
    ]
    return kept[:MOST_POINTS]


def parse_order(text: str) -> PointOrder | None:
    """Give the order a button sends (`move:strengths:2:weaknesses`), or None when it is no such order."""
    parts = text.split(":")
    if len(parts) < 2 or parts[0] not in list(PointMove) or parts[1] not in SUMMARY_HEADINGS:
        return None
    position = (typed_number(parts[2]) if len(parts) > 2 else 0) or 0
    target = parts[3] if len(parts) > 3 else ""
    if parts[0] == PointMove.MOVE and target not in SUMMARY_HEADINGS:
        return None
    return PointOrder(PointMove(parts[0]), parts[1], position, target)


def carry_out(lists: Mapping[str, Sequence[Point]], order: PointOrder) -> Lists:
    """Give the three lists after one order; an order for a point that is not there changes nothing."""
    after: Lists = {heading: list(lists.get(heading, ())) for heading in SUMMARY_HEADINGS}
    points = after[order.heading]
    place = order.position
    if not 0 <= place < len(points):
        return after
    if order.move is PointMove.UP and place > 0:
        points[place - 1], points[place] = points[place], points[place - 1]
    elif order.move is PointMove.DOWN and place < len(points) - 1:
        points[place + 1], points[place] = points[place], points[place + 1]
    elif order.move is PointMove.JOIN and place < len(points) - 1:
        points[place : place + 2] = [_joined(points[place], points[place + 1])]
    elif order.move is PointMove.REMOVE:
        del points[place]
    elif order.move is PointMove.MOVE:
        after[order.target].append(points.pop(place))
    return after


def _joined(first: Point, second: Point) -> Point:
    origins = list(dict.fromkeys([*first["from"], *second["from"]]))
    return {"text": f"{first['text'].strip()} {second['text'].strip()}".strip(), "from": origins}
