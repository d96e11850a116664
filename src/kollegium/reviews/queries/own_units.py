"""How the units somebody answers for stand: their latest reviews, and when the next from outside are due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from kollegium.domain.next_steps import NextStep, first_few, next_review_due, review_urgency
from kollegium.domain.roles import Permission
from kollegium.reviews.models import Review, ReviewKind
from kollegium.reviews.queries.listing import as_rows

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

STEPS_OF_A_KIND = 5
# Of so many reviews of one's own units the newest of each unit and specialty are looked for.
MOST_OWN = 400


@dataclass(frozen=True, slots=True)
class UnitSituation:
    """How a unit stands in a specialty: the plain row of its latest review, and when the next is due."""

    row: dict[str, Any]
    due_on: date | None


def own_units_for(actor: "Actor", *, as_of: date) -> tuple[list[NextStep], list[UnitSituation]]:
    """Give the reviews of the actor's own units due within a year, and how those units stand; one query.

    One's own are the units a role is held at, with those below them; what was merged into one tells of it too.
    """
    unit_ids = actor.places(Permission.READ_REVIEWS).unit_ids
    if not unit_ids:
        return [], []
    rows = _reviews_of(unit_ids)
    latest = _first_of_each(rows)
    visited = _first_of_each(row for row in rows if row["kind"] == ReviewKind.EXTERNAL and row["visit_from"])
    due = {key: next_review_due(row["visit_from"]) for key, row in visited.items()}
    situations = [UnitSituation(row, due.get(key)) for key, row in latest.items()]
    situations.sort(key=lambda one: (one.row["now_unit_sort_key"], one.row["specialty__name"] or ""))
    steps = [_due_step(latest[key], due_on, as_of) for key, due_on in sorted(due.items(), key=_by_day)]
    found = [step for step in steps if step is not None]
    return first_few(found, STEPS_OF_A_KIND), situations


def _reviews_of(unit_ids: Iterable[int]) -> list[dict[str, Any]]:
    """Give the reviews of these units, newest first, each with the unit it tells of now."""
    reviews = Review.objects.standing().filter(
        Q(unit__closed_on__isnull=True)
        | Q(unit__merged_into__isnull=False, unit__merged_into__closed_on__isnull=True),
        unit__in=list(unit_ids),
    )
    rows = as_rows(reviews).annotate(
        now_unit=Coalesce("unit__merged_into_id", "unit_id"),
        now_unit_name=Coalesce("unit__merged_into__name", "unit__name"),
        now_unit_sort_key=Coalesce("unit__merged_into__sort_key", "unit__sort_key"),
    )
    return list(rows.order_by(F("visit_from").desc(nulls_last=True), "-pk")[:MOST_OWN])


def _first_of_each(rows: Iterable[dict[str, Any]]) -> dict[tuple[int, str], dict[str, Any]]:
    """Give the first row of each unit and specialty. Shape: unit's id and specialty's name → row."""
    found: dict[tuple[int, str], dict[str, Any]] = {}
    for row in rows:
        found.setdefault((row["now_unit"], row["specialty__name"] or ""), row)
    return found


def _by_day(item: tuple[tuple[int, str], date]) -> tuple[date, tuple[int, str]]:
    key, due_on = item
    return due_on, key


def _due_step(row: dict[str, Any], due_on: date, as_of: date) -> NextStep | None:
    urgency = review_urgency(due_on, as_of)
    if urgency is None:
        return None
    name = " · ".join(filter(None, (row["now_unit_name"], row["specialty__name"])))
    return NextStep("review-due", urgency, 1, row["now_unit"], name, due_on)
