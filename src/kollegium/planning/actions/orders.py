"""Order reviews, take an order on, decline it, withdraw it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from kollegium import jobs
from kollegium.domain import standard as standards
from kollegium.domain.roles import Permission
from kollegium.organisations.models import Unit
from kollegium.planning.actions.refusals import PlanningRefused
from kollegium.planning.models import Order, OrderState, OrderUnit
from kollegium.planning.queries import OrderView, get_order_for
from kollegium.reviews.actions import NewCase, open_case
from kollegium.reviews.models import Review, ReviewKind
from kollegium.trail.names import person_id
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


# Whoever ordered waits for these; what they do themselves nobody needs to tell them.
TOLD_BY_LETTER = (OrderState.TAKEN_ON, OrderState.DECLINED)


@dataclass(frozen=True, slots=True)
class NewOrder:
    """An order as it is sent. `form_key` is the same each time one and the same form is sent."""

    form_key: UUID
    kind: ReviewKind
    unit_ids: tuple[int, ...]
    specialty_id: int | None
    wished_from: date
    wished_to: date
    contact: str
    note: str = ""


def order_reviews(*, new: NewOrder, as_of: date, now: datetime, by: "Actor") -> Order:
    """Send an order and give it; a form sent twice gives the order that came of it the first time.

    **Raises** PlanningRefused: `no-units`, `not-allowed-here`, `unit-closed`, `period-past`,
    `period-ends-before-start`, `specialty-missing`.
    """
    with recording(by=by, action="planning.order_reviews"):
        units = _units_to_order(new.unit_ids, by)
        _check_order(new, as_of)
        order, is_new = Order.objects.get_or_create(
            form_key=new.form_key,
            defaults={
                "kind": new.kind,
                "specialty_id": new.specialty_id,
                "wished_from": new.wished_from,
                "wished_to": new.wished_to,
                "contact": new.contact.strip(),
                "note": new.note.strip(),
                "ordered_at": now,
                "ordered_by_id": person_id(by.key),
            },
        )
        if not is_new and order.ordered_by_id != person_id(by.key):
            raise PlanningRefused("not-allowed-here")
        if is_new:
            OrderUnit.objects.bulk_create([OrderUnit(order=order, unit=unit) for unit in units])
    return order


def take_on_order(
    *, order_id: int, unit_ids: Iterable[int], standard_key: str, now: datetime, by: "Actor"
) -> list[Review]:
    """Take an order on for these of its units: a case is opened for each, and given.

    A unit that has gone up in another since is reviewed there. **Raises** Http404; PlanningRefused:
    `not-allowed-here`, `order-settled`, `no-units`, `unit-closed`, `no-such-standard`; what `open_case` refuses.
    """
    wanted = set(unit_ids)
    with recording(by=by, action="planning.take_on_order"):
        found = _waiting_order(order_id, by)
        if standard_key not in standards.available():
            raise PlanningRefused("no-such-standard")
        chosen = [one for one in found.units if one.unit.pk in wanted]
        if not chosen:
            raise PlanningRefused("no-units")
        reviews: dict[int, Review] = {}
        for one in chosen:
            if one.is_closed:
                raise PlanningRefused("unit-closed", unit=one.today.name)
            if one.today.pk in reviews:
                continue  # two of the units have become one
            new = NewCase(ReviewKind(found.order.kind), one.today.pk, found.order.specialty_id, standard_key)
            review = reviews[one.today.pk] = open_case(new=new, now=now, by=by)
            one.row.review = review
            one.row.save(update_fields=["review"])
        _settle(found.order, OrderState.TAKEN_ON, "", now, by)
    return list(reviews.values())


def decline_order(*, order_id: int, reason: str, now: datetime, by: "Actor") -> Order:
    """Say no to an order, with the reason that the one who ordered reads.

    **Raises** Http404; PlanningRefused: `not-allowed-here`, `order-settled`, `reason-missing`.
    """
    with recording(by=by, action="planning.decline_order"):
        found = _waiting_order(order_id, by)
        if not reason.strip():
            raise PlanningRefused("reason-missing")
        return _settle(found.order, OrderState.DECLINED, reason, now, by)


def withdraw_order(*, order_id: int, reason: str = "", now: datetime, by: "Actor") -> Order:
    """Take an order back before anybody has decided about it.

    **Raises** Http404; PlanningRefused: `not-allowed-here`, `order-settled`.
    """
    with recording(by=by, action="planning.withdraw_order"):
        found = get_order_for(by, order_id, is_locked=True)
        if not found.may_withdraw:
            raise PlanningRefused("not-allowed-here")
        _check_waiting(found.order)
        return _settle(found.order, OrderState.WITHDRAWN, reason, now, by)


def _units_to_order(unit_ids: tuple[int, ...], by: "Actor") -> list[Unit]:
    units = list(Unit.objects.filter(pk__in=unit_ids).order_by("sort_key", "pk"))
    if not units:
        raise PlanningRefused("no-units")
    if len(units) != len(set(unit_ids)) or not all(
        by.may(Permission.ORDER_REVIEWS, unit.place) for unit in units
    ):
        raise PlanningRefused("not-allowed-here")
    for unit in units:
        if unit.closed_on is not None or unit.merged_into_id is not None:
            raise PlanningRefused("unit-closed", unit=unit.name)
    return units


def _check_order(new: NewOrder, as_of: date) -> None:
    if new.wished_from < as_of:
        raise PlanningRefused("period-past")
    if new.wished_to < new.wished_from:
        raise PlanningRefused("period-ends-before-start")
    if new.specialty_id is None and new.kind != ReviewKind.AT:
        raise PlanningRefused("specialty-missing")


def _waiting_order(order_id: int, by: "Actor") -> OrderView:
    found = get_order_for(by, order_id, is_locked=True)
    if not found.may_settle:
        raise PlanningRefused("not-allowed-here")
    _check_waiting(found.order)
    return found


def _check_waiting(order: Order) -> None:
    if order.state != OrderState.WAITING:
        raise PlanningRefused("order-settled")


def _settle(order: Order, state: OrderState, reason: str, now: datetime, by: "Actor") -> Order:
    order.state, order.reason = state, reason.strip()
    order.settled_at, order.settled_by_id = now, person_id(by.key)
    order.save(update_fields=["state", "reason", "settled_at", "settled_by"])
    if state in TOLD_BY_LETTER and order.ordered_by_id not in (None, person_id(by.key)):
        jobs.enqueue("planning.tell_orderer", only_once=f"order-letter:{order.pk}", order_id=order.pk)
    return order
