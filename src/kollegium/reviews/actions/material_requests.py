"""Ask a unit for its material: one row for each thing on the request list, none of them twice; move its days."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from kollegium.domain import material
from kollegium.domain.case_life import State
from kollegium.domain.material import OPEN_STATUSES, MaterialStatus, RequestItem, listed
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import MaterialItem, Review
from kollegium.reviews.queries.material_held import is_held

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def ask_for_material(review: Review, *, now: datetime, by: "Actor") -> int:
    """Ask for what the request list holds for this kind of review, and give how many things were new.

    Runs inside the step that needs it. What the program holds itself is linked. What stands already, also what
    was taken away, is left as it is.
    """
    wanted = material.load()
    rows = MaterialItem.objects.filter(review=review)
    known = set(rows.values_list("item_key", flat=True))
    today = timezone.localdate(now)
    new = [item for item in wanted.items_for(review.kind) if item.key not in known]
    for position, item in enumerate(new, start=next_position(review)):
        MaterialItem.objects.create(
            review=review,
            list_key=wanted.key,
            item_key=item.key,
            position=position,
            status=_first_status(review, item, as_of=today),
            owner_duty=item.owner,
            due_on=material.due_day(review.visit_from or today, item.days_before, as_of=today),
            added_at=now,
            added_by_id=person_id_of(by),
        )
    return len(new)


@dataclass(frozen=True, slots=True)
class MovedDays:
    """What a moved visit did to the days of its material. `kept`: what is left to hand in and kept its own day."""

    count: int = 0
    kept: tuple[MaterialItem, ...] = ()


def list_day(item: MaterialItem, *, as_of: date) -> date | None:
    """Give the day one thing is due by the list when it is asked for on a day; None for what the list does not hold."""
    found = listed(item.list_key, item.item_key)
    if found is None or item.review.visit_from is None:
        return None
    return material.due_day(item.review.visit_from, found.days_before, as_of=as_of)


def move_days(review: Review, *, now: datetime) -> MovedDays:
    """Let the days that came from the list follow the visit; a day that somebody chose stays.

    Runs inside the action that moved the visit. After the visit nothing is moved: the days have been.
    """
    if review.visit_from is None or review.state != State.PREPARING:
        return MovedDays()
    today, count, kept = timezone.localdate(now), 0, []
    for item in MaterialItem.objects.standing().filter(review=review).order_by("position", "pk"):
        found = listed(item.list_key, item.item_key)
        if item.has_own_day or found is None:
            kept += [item] if item.status in OPEN_STATUSES else []
            continue
        day = material.moved_due_day(
            review.visit_from,
            found.days_before,
            asked_on=timezone.localdate(item.added_at),
            due_on=item.due_on,
            as_of=today,
        )
        if day != item.due_on:
            item.due_on = day
            item.save(update_fields=["due_on"])
            count += item.status in OPEN_STATUSES
    return MovedDays(count, tuple(kept))


def next_position(review: Review) -> int:
    """Give the place after the last thing asked for."""
    last = MaterialItem.objects.filter(review=review).order_by("-position").first()
    return last.position + 1 if last else 0


def _first_status(review: Review, item: RequestItem, *, as_of: date) -> MaterialStatus:
    is_linked = item.linked is not None and is_held(review, item.linked, as_of=as_of)
    return MaterialStatus.LINKED if is_linked else MaterialStatus.ASKED
