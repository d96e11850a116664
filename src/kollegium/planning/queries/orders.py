"""Orders as those who sent them and those who plan see them, and the units that can be ordered for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.http import Http404

from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission
from kollegium.organisations.models import Unit
from kollegium.organisations.queries.lists import prefix_query
from kollegium.planning.models import Order, OrderUnit
from kollegium.reviews.models import Review
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS
from kollegium.ui.keyset import CutPage, OrderColumn, cut

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 30
MOST_UNITS_FOUND = 12
NEWEST_FIRST = (
    OrderColumn("ordered_at", descending=True, holds=datetime),
    OrderColumn("pk", descending=True),
)


@dataclass(frozen=True, slots=True)
class OrderFilters:
    """What the list of orders is narrowed by; empty values narrow nothing."""

    search: str = ""
    state: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class OrderedUnit:
    """A unit of an order as it stands today: itself, or the one it has gone up in."""

    row: OrderUnit
    unit: Unit
    today: Unit

    @property
    def is_closed(self) -> bool:
        """Say whether no review can be made there any more."""
        return self.today.closed_on is not None

    @property
    def has_moved(self) -> bool:
        """Say whether the unit has gone up in another since it was ordered for."""
        return self.today.pk != self.unit.pk


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order with its units, and what the actor may do with it."""

    order: Order
    units: tuple[OrderedUnit, ...]
    may_settle: bool
    may_withdraw: bool


def list_orders_for(actor: "Actor", filters: OrderFilters, *, cursor: str = "") -> CutPage:
    """Give one page of the orders the actor knows of, newest first; three queries.

    Shape: each row has `units`, the names in Swedish order.
    """
    found = Order.objects.known_to(actor)
    for word in filters.search.split():
        of_unit = OrderUnit.objects.filter(Q(unit__name__icontains=word) | Q(unit__site__icontains=word))
        found = found.filter(Q(pk__in=of_unit.values("order")) | Q(specialty__name__icontains=word))
    if filters.state:
        found = found.filter(state=filters.state)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    rows = found.values(
        "pk",
        "kind",
        "state",
        "wished_from",
        "wished_to",
        "ordered_at",
        "ordered_by__name",
        "specialty__name",
        "specialty__name_en",
    )
    page = cut(rows, order=NEWEST_FIRST, cursor=cursor, size=PAGE_SIZE, counted=found)
    names: dict[int, list[str]] = {row["pk"]: [] for row in page.rows}
    units = OrderUnit.objects.filter(order__in=list(names)).order_by("unit__sort_key", "pk")
    for order_id, name in units.values_list("order", "unit__name"):
        names[order_id].append(name)
    for row in page.rows:
        row["units"] = names[row["pk"]]
    return page


def get_order_for(actor: "Actor", order_id: int, *, is_locked: bool = False) -> OrderView:
    """Give an order that the actor knows of. Raises Http404. With `is_locked` until the transaction ends."""
    orders = Order.objects.known_to(actor).filter(pk=order_id)
    if is_locked:
        orders = orders.select_for_update(of=("self",))
    order = orders.select_related("specialty", "ordered_by", "settled_by").first()
    if order is None:
        raise Http404
    units = _units_of(order)
    return OrderView(
        order,
        units,
        may_settle=may_settle(actor, order, units),
        may_withdraw=all(actor.may(Permission.ORDER_REVIEWS, one.unit.place) for one in units),
    )


def order_of(review: Review) -> Order | None:
    """Give the order that a case came of, if it was ordered here; one query."""
    return Order.objects.filter(units__review=review).select_related("ordered_by").first()


def wishes_of(review_ids: Iterable[int]) -> dict[int, tuple[date, date]]:
    """Give the period that was wished for each of these cases, of those alone that came of an order; one query, none for none."""
    wanted = list(review_ids)
    if not wanted:
        return {}
    rows = OrderUnit.objects.filter(review__in=wanted)
    return {
        review_id: (first, last)
        for review_id, first, last in rows.values_list("review", "order__wished_from", "order__wished_to")
    }


def may_settle(actor: "Actor", order: Order, units: Iterable[OrderedUnit]) -> bool:
    """Say whether the actor takes on or declines such an order: the office, or who leads internal reviews there."""
    places = [one.unit.place for one in units]
    if order.kind in INTERNAL_KINDS and all(
        actor.may(Permission.RUN_INTERNAL_CASES, place) for place in places
    ):
        return True
    return all(actor.may(Permission.RUN_CASES, place) for place in places)


def _units_of(order: Order) -> tuple[OrderedUnit, ...]:
    rows = list(OrderUnit.objects.filter(order=order).select_related("unit").order_by("unit__sort_key", "pk"))
    today = {row.unit_id: row.unit for row in rows}
    # A unit can go up in one that itself goes up in another; each turn follows all of them one step.
    while gone := {key: unit.merged_into_id for key, unit in today.items() if unit.merged_into_id}:
        into = Unit.objects.in_bulk(list(gone.values()))
        today.update({key: into[target] for key, target in gone.items()})
    return tuple(OrderedUnit(row, row.unit, today[row.unit_id]) for row in rows)


def find_units_to_order(actor: "Actor", words: str, *, chosen: Iterable[int] = ()) -> list[dict[str, Any]]:
    """Give plain rows (pk, name, site) of units at which the actor may order: those chosen, then those found.

    Closed and merged units are left out, also among the chosen. Two queries.
    """
    reach = Unit.objects.current().within(actor.places(Permission.ORDER_REVIEWS))
    columns = ("pk", "name", "site", "care_provider__name")
    kept = list(reach.filter(pk__in=list(chosen)).order_by("sort_key", "pk").values(*columns))
    found = reach.exclude(pk__in=[row["pk"] for row in kept])
    query = prefix_query(words)
    if query is not None:
        found = found.filter(search_vector=query)
    return kept + list(found.order_by("sort_key", "pk").values(*columns)[:MOST_UNITS_FOUND])


def only_specialty_of(unit_ids: Iterable[int]) -> int | None:
    """Give the specialty that each of the units has and no other, or None where there is a choice to make; one query."""
    wanted = set(unit_ids)
    rows = set(Unit.objects.filter(pk__in=wanted).values_list("pk", "specialties")) if wanted else set()
    found = {specialty for _, specialty in rows}
    return found.pop() if len(found) == 1 and len(rows) == len(wanted) else None


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give the orders that wait for whoever takes them on; one query."""
    if not actor.may(Permission.RUN_CASES):
        return []
    wished = list(Order.objects.waiting().known_to(actor).order_by("wished_from").values_list("wished_from"))
    if not wished:
        return []
    is_late = wished[0][0] < as_of
    return [NextStep("orders-waiting", Urgency.LATE if is_late else Urgency.WAITING, len(wished))]
