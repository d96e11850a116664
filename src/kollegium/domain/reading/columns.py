"""Tables of criteria with a column for each verdict: Kriterium, Ja, Delvis, Nej."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kollegium.domain.reading.fragments import Fragment, Kind
from kollegium.domain.reading.pages import Mark, MarkKind
from kollegium.domain.reading.rows import Row

_VERDICTS: dict[str, str] = {
    "ja": "met",
    "yes": "met",
    "delvis": "partly_met",
    "partly": "partly_met",
    "nej": "not_met",
    "no": "not_met",
    "ej aktuellt": "not_applicable",
    "ej tillämpligt": "not_applicable",
    "not applicable": "not_applicable",
}
_HEAD = r"(?:nr|kriteri(?:um|er)|criteri(?:on|a)|kommentar(?:er)?|comments?)"
_COLUMN = re.compile(r"\b(?:" + "|".join(sorted(_VERDICTS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_HEAD_ROW = re.compile(rf"(?:(?:{_HEAD}|{_COLUMN.pattern})\s*)+", re.IGNORECASE)
_INITIALS = frozenset("JDNEKYPCjdnekypc")
_LONGEST_ROW = 60
_ON_KINDS = frozenset({MarkKind.FILLED_BOX, MarkKind.TICK, MarkKind.FIELD_ON})
_ON_CHARACTERS, _OFF_CHARACTERS = "☑☒✓✔■", "☐□"
# Points a mark may stand beside the middle of its column's heading.
_BESIDE = 18.0


def column_heads(rows: Sequence[Row], position: int) -> tuple[list[Fragment], int]:
    """Give the headings of a table's columns here and how many rows they take; none for none.

    Each fragment's `key` is the verdict its column stands for. A lone `Ja` is no heading: at least two
    verdicts stand together.
    """
    used = 0
    while position + used < len(rows) and _is_head(rows[position + used].text):
        used += 1
    if not used:
        return [], 0
    found = [
        Fragment(Kind.LEVEL, row, match.group(), _VERDICTS[match.group().lower()])
        for row in rows[position : position + used]
        for match in _COLUMN.finditer(row.text)
    ]
    return (found, used) if len({one.key for one in found}) >= 2 else ([], 0)


def may_begin_columns(text: str) -> bool:
    """Tell by its first letter whether a row may hold column headings; cheaper than looking."""
    return text[:1] in _INITIALS and len(text) <= _LONGEST_ROW


def _is_head(text: str) -> bool:
    return may_begin_columns(text) and bool(_HEAD_ROW.fullmatch(text))


def columned_verdicts(
    fragments: Sequence[Fragment], criteria: dict[int, list[int]], drawn: dict[int, tuple[Mark, ...]]
) -> dict[str, tuple[str, list[Fragment]]]:
    """Give the verdict of each criterion with exactly one mark in the columns, and its fragments."""
    found: dict[str, tuple[str, list[Fragment]]] = {}
    if not any(one.kind is Kind.LEVEL and one.key for one in fragments):
        return found
    places = _column_places(fragments)
    for positions in criteria.values():
        own = [fragments[position] for position in positions]
        verdict = _marked_below(fragments, positions) or _marked_beside(own, places, drawn)
        if verdict is not None:
            found[own[0].key] = (verdict, own)
    return found


def _marked_below(fragments: Sequence[Fragment], positions: list[int]) -> str | None:
    """Give the verdict where the cells follow the criterion one by one: as many as there are columns."""
    signs: list[bool] = []
    for fragment in fragments[positions[-1] + 1 :]:
        if fragment.kind is not Kind.MARK:
            break
        signs += [
            sign in _ON_CHARACTERS for sign in fragment.text if sign in _ON_CHARACTERS + _OFF_CHARACTERS
        ]
    columns = _columns_above(fragments, positions[0])
    return columns[signs.index(True)] if len(signs) == len(columns) and signs.count(True) == 1 else None


def _columns_above(fragments: Sequence[Fragment], position: int) -> list[str]:
    """Give the verdicts of the columns of the table a criterion stands in, from left to right."""
    columns: list[str] = []
    for fragment in reversed(fragments[:position]):
        if fragment.kind is Kind.LEVEL and fragment.key:
            columns.append(fragment.key)
        elif columns or fragment.kind is Kind.TITLE:
            break
    return columns[::-1]


def _column_places(fragments: Sequence[Fragment]) -> dict[str, tuple[float, ...]]:
    """Give where the middles of each verdict's column headings stand.

    Shape: verdict → places from the left edge of the page. Units: points.
    """
    places: dict[str, set[float]] = {}
    for fragment in fragments:
        bounds = fragment.row.bounds
        if fragment.kind is not Kind.LEVEL or not fragment.key or bounds is None:
            continue
        letter = (bounds.x1 - bounds.x0) / max(1, len(fragment.row.text))
        middle = fragment.row.text.find(fragment.text) + len(fragment.text) / 2
        places.setdefault(fragment.key, set()).add(round(bounds.x0 + letter * middle, 1))
    return {verdict: tuple(sorted(found)) for verdict, found in places.items()}


def _marked_beside(
    own: Sequence[Fragment], places: dict[str, tuple[float, ...]], drawn: dict[int, tuple[Mark, ...]]
) -> str | None:
    """Give the verdict of the only mark drawn on the criterion's height, if it is in a known column."""
    rows = [one.row.bounds for one in own if one.row.page == own[0].row.page and one.row.bounds is not None]
    if not rows:
        return None
    top, bottom = min(row.y0 for row in rows), max(row.y1 for row in rows)
    marks = [
        mark
        for mark in drawn.get(own[0].row.page, ())
        if mark.kind in _ON_KINDS and top - 2 <= (mark.bounds.y0 + mark.bounds.y1) / 2 <= bottom + 2
    ]
    if len(marks) != 1:
        return None
    middle = (marks[0].bounds.x0 + marks[0].bounds.x1) / 2
    near = {
        verdict for verdict, found in places.items() if any(abs(place - middle) <= _BESIDE for place in found)
    }
    return near.pop() if len(near) == 1 else None
