"""Pages of a long list cut by the values of its order, next and previous, however deep one is."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

LONGEST_CURSOR = 400
COUNT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class OrderColumn:
    """One column of an order. Rows without a value stand last, whichever way it runs.

    `holds` is what its values are: int, str, date or datetime.
    """

    name: str
    descending: bool = False
    nullable: bool = False
    holds: type = int


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place between two rows: the values of the row beside it, and which way to read from there."""

    values: tuple[Any, ...]
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class CutPage:
    """One page of rows with the cursors of its neighbours; None where there is none.

    `total` is exact up to COUNT_LIMIT; `is_capped` tells that there are more.
    """

    rows: list[Any]
    total: int
    is_capped: bool
    next_cursor: str | None
    previous_cursor: str | None


def cut(
    rows: QuerySet[Any, Any],
    *,
    order: Sequence[OrderColumn],
    cursor: str,
    size: int,
    counted: QuerySet[Any, Any] | None = None,
) -> CutPage:
    """Give one page of plain rows, or of objects; two queries. A cursor that is not one of ours gives the first page.

    The last column of the order must be unique, and every column must be among the rows' values.
    `counted` is the same list without what its rows show, which the count need not join.
    """
    place = read_cursor(cursor, order)
    # Only the ids are counted: the columns of a row may cost a look each.
    whole = rows if counted is None else counted
    number = whole.order_by().values("pk")[: COUNT_LIMIT + 1].count()
    backwards = place is not None and place.backwards
    chosen = rows if place is None else rows.filter(_beyond(order, place))
    found = list(chosen.order_by(*ordering(order, backwards=backwards))[: size + 1])
    has_more = len(found) > size
    found = found[:size]
    if backwards:
        found.reverse()
    has_next = bool(found) and (backwards or has_more)
    has_previous = bool(found) and (has_more if backwards else place is not None)
    return CutPage(
        rows=found,
        total=min(number, COUNT_LIMIT),
        is_capped=number > COUNT_LIMIT,
        next_cursor=_written(found[-1], order, backwards=False) if has_next else None,
        previous_cursor=_written(found[0], order, backwards=True) if has_previous else None,
    )


def first_page(
    found: list[dict[str, Any]], number: int, *, order: Sequence[OrderColumn], size: int
) -> CutPage:
    """Give the first page from its rows, one more than it shows where there are more, and their number."""
    shown = found[:size]
    return CutPage(
        rows=shown,
        total=min(number, COUNT_LIMIT),
        is_capped=number > COUNT_LIMIT,
        next_cursor=_written(shown[-1], order, backwards=False) if len(found) > size else None,
        previous_cursor=None,
    )


def read_cursor(text: str, order: Sequence[OrderColumn]) -> Cursor | None:
    """Give the cursor a page address carries, or None for nothing, another order or a made-up one."""
    if not text or len(text) > LONGEST_CURSOR:
        return None
    try:
        direction, *values = json.loads(base64.urlsafe_b64decode(text.encode("ascii", "strict")))
        if direction not in ("next", "previous") or len(values) != len(order):
            return None
        read = tuple(_read_value(value, column) for value, column in zip(values, order, strict=True))
    except (ValueError, TypeError, binascii.Error, RecursionError):
        return None
    return Cursor(read, backwards=direction == "previous")


def _read_value(value: object, column: OrderColumn) -> object:
    if value is None and column.nullable:
        return None
    if issubclass(column.holds, date):
        moment = column.holds.fromisoformat(str(value))
        if isinstance(moment, datetime) and moment.tzinfo is None:
            raise ValueError(column.name)
        return moment
    # A truth value is a whole number to Python, and none of ours.
    if isinstance(value, bool) or not isinstance(value, column.holds):
        raise TypeError(column.name)
    if isinstance(value, str) and "\0" in value:
        raise ValueError(column.name)
    if isinstance(value, int) and abs(value) >= 2**63:
        raise ValueError(column.name)
    return value


def _written(row: Any, order: Sequence[OrderColumn], *, backwards: bool) -> str:
    values = [_value(row, column.name) for column in order]
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    written = json.dumps(["previous" if backwards else "next", *plain], ensure_ascii=False)
    return base64.urlsafe_b64encode(written.encode()).decode()


def _value(row: Any, name: str) -> Any:
    return row[name] if isinstance(row, dict) else getattr(row, name)


def ordering(order: Sequence[OrderColumn], *, backwards: bool = False) -> list[OrderBy]:
    """Give what `order_by` takes, with rows without a value last (first when read backwards)."""
    return [
        OrderBy(
            F(column.name),
            descending=column.descending is not backwards,
            nulls_last=True if column.nullable and not backwards else None,
            nulls_first=True if column.nullable and backwards else None,
        )
        for column in order
    ]


def _beyond(order: Sequence[OrderColumn], place: Cursor) -> Q:
    """Give the condition for rows beyond the place: equal in the first columns, further on in the next.

    What holds of the first column alone is said apart: an index can begin there, which it cannot by either-or.
    """
    condition = Q(pk__in=[])
    equal = Q()
    for column, value in zip(order, place.values, strict=True):
        further = _further(column, value, backwards=place.backwards)
        if further is not None:
            condition |= equal & further
        equal &= Q(**{f"{column.name}__isnull": True}) if value is None else Q(**{column.name: value})
    first, value = order[0], place.values[0]
    if first.nullable:
        return condition
    lookup = "lte" if first.descending is not place.backwards else "gte"
    return Q(**{f"{first.name}__{lookup}": value}) & condition


def _further(column: OrderColumn, value: object, *, backwards: bool) -> Q | None:
    if value is None:
        return Q(**{f"{column.name}__isnull": False}) if backwards else None
    lookup = "lt" if column.descending is not backwards else "gt"
    further = Q(**{f"{column.name}__{lookup}": value})
    if column.nullable and not backwards:
        further |= Q(**{f"{column.name}__isnull": True})
    return further
