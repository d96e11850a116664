"""When each unit's next review from outside is due, for each specialty it trains in: five years after the last visit."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest

from kollegium.accounts.queries.answering import ABOVE, AT_THE_UNIT, who_answers
from kollegium.domain.next_steps import SOON_BEFORE_REVIEW, next_review_due, reviewed_since
from kollegium.domain.roles import Permission
from kollegium.notifications.dated import Due
from kollegium.organisations.models import Unit, UnitSpecialty
from kollegium.organisations.queries.lists import prefix_query
from kollegium.reviews.models import CaseState, Review, ReviewKind
from kollegium.ui.keyset import CutPage, OrderColumn, cut, ordering

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 50
EXPORT_LIMIT = 20_000
# A case that has not come so far has had no visit, whatever day stands in it.
BEFORE_THE_VISIT = (CaseState.ORDERED, CaseState.PLANNED, CaseState.PREPARING)
GONE = (CaseState.WITHDRAWN, CaseState.TAKEN_BACK)
ROW_COLUMNS = (
    "pk",
    "unit_id",
    "unit__name",
    "unit__site",
    "unit__region__name",
    "unit__care_provider__name",
    "specialty__name",
    "specialty__name_en",
    "visited_on",
    "planned_on",
)
BY_VISIT = (OrderColumn("visited_on", nullable=True, holds=date), OrderColumn("pk"))


class CycleView(StrEnum):
    """Which units are shown: by when their next review is due."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class CycleFilters:
    """What the list is narrowed by; empty values narrow nothing."""

    view: CycleView = CycleView.LATE
    search: str = ""
    region_id: int | None = None
    care_provider_id: int | None = None
    specialty_id: int | None = None


def list_cycle_for(actor: "Actor", filters: CycleFilters, *, as_of: date, cursor: str = "") -> CutPage:
    """Give one page of units and specialties, the longest since a visit first; two queries.

    Shape of a row: ROW_COLUMNS; `planned_on` is the day of a visit that is planned.
    """
    found = _narrowed(actor, filters).filter(_in_view(filters.view, as_of))
    return cut(found.values(*ROW_COLUMNS), order=BY_VISIT, cursor=cursor, size=PAGE_SIZE, counted=found)


def export_cycle_for(actor: "Actor", filters: CycleFilters, *, as_of: date) -> Iterator[dict[str, Any]]:
    """Give every row of the list, at most EXPORT_LIMIT, without holding them all; one query."""
    found = _narrowed(actor, filters).filter(_in_view(filters.view, as_of))
    rows = found.values(*ROW_COLUMNS).order_by(*ordering(BY_VISIT))
    return rows[:EXPORT_LIMIT].iterator(chunk_size=500)


def cycle_counts_for(actor: "Actor", filters: CycleFilters, *, as_of: date) -> dict[CycleView, int]:
    """Give how many each view holds, by the other filters; one query."""
    # The days are looked up once for each row and counted here: in the statement each count looks them up anew.
    visits = _narrowed(actor, filters).order_by().values_list("visited_on", flat=True)
    counts = Counter(_view_of(visited_on, as_of) for visited_on in visits)
    return {view: counts[view] for view in CycleView}


def cycle_of_unit(unit: Unit) -> list[dict[str, Any]]:
    """Give a unit's specialties with their last and planned visit, in Swedish order; one query."""
    rows = _with_visits(UnitSpecialty.objects.filter(unit=unit))
    return list(rows.order_by("specialty__sort_key").values(*ROW_COLUMNS))


def due_reviews(first: date, last: date, as_of: date) -> list[Due]:
    """Give the reviews from outside that are due between two days and not planned, with who arranges them."""
    rows = _with_visits(UnitSpecialty.objects.filter(unit__in=Unit.objects.current())).filter(
        planned_on__isnull=True,
        visited_on__gte=reviewed_since(first),
        visited_on__lt=reviewed_since(last + timedelta(days=1)),
    )
    found = list(rows.order_by("pk").values(*ROW_COLUMNS))
    people = who_answers({row["unit_id"] for row in found}, (*AT_THE_UNIT, *ABOVE), as_of=as_of)
    return [
        Due(
            row["pk"],
            next_review_due(row["visited_on"]),
            f"{row['unit__name']} · {row['specialty__name']}",
            people[row["unit_id"]],
        )
        for row in found
    ]


def open_due_reviews(ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (id, day) of those units' specialties whose next review is not planned. One query."""
    rows = _with_visits(UnitSpecialty.objects.filter(pk__in=ids, unit__in=Unit.objects.current()))
    days = rows.filter(planned_on__isnull=True, visited_on__isnull=False).values_list("pk", "visited_on")
    return {(pk, next_review_due(visited_on)) for pk, visited_on in days}


def _narrowed(actor: "Actor", filters: CycleFilters) -> QuerySet[UnitSpecialty]:
    scope = actor.places(Permission.READ_REVIEWS)
    rows = UnitSpecialty.objects.filter(unit__merged_into__isnull=True, unit__closed_on__isnull=True)
    if not scope.national:
        rows = rows.filter(
            Q(unit__region__in=scope.region_ids)
            | Q(unit__care_provider__in=scope.care_provider_ids)
            | Q(unit__in=scope.unit_ids)
            | Q(specialty__key__in=scope.specialty_keys)
        )
    plain = {
        "unit__region_id": filters.region_id,
        "unit__care_provider_id": filters.care_provider_id,
        "specialty_id": filters.specialty_id,
    }
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    query = prefix_query(filters.search)
    if query is not None:
        rows = rows.filter(unit__search_vector=query)
    return _with_visits(rows)


def _with_visits(rows: QuerySet[UnitSpecialty]) -> QuerySet[UnitSpecialty]:
    """Add the last visit, also to what was merged into the unit, and the first one planned."""
    external = Review.objects.exclude(state__in=GONE).filter(
        kind=ReviewKind.EXTERNAL, visit_from__isnull=False, specialty=OuterRef("specialty")
    )
    happened = external.exclude(state__in=BEFORE_THE_VISIT)
    coming = external.filter(state__in=BEFORE_THE_VISIT, unit=OuterRef("unit"))
    # One look in an index for each; units that merged more than twice over are not followed further.
    ways = ("unit", "unit__merged_into", "unit__merged_into__merged_into")
    return rows.annotate(
        visited_on=Greatest(
            *(_one(happened.filter(**{way: OuterRef("unit")}), Max("visit_from")) for way in ways)
        ),
        planned_on=_one(coming, Min("visit_from")),
    )


def _one(reviews: QuerySet[Review], day: Max | Min) -> Subquery:
    return Subquery(reviews.order_by().values("specialty").annotate(day=day).values("day"))


def _bounds(as_of: date) -> tuple[date, date]:
    """Give the first day of a visit that is fresh, and the first of one that is so for more than a year."""
    return reviewed_since(as_of), reviewed_since(as_of + SOON_BEFORE_REVIEW + timedelta(days=1))


def _in_view(view: CycleView, as_of: date) -> Q:
    late, soon = _bounds(as_of)
    if view is CycleView.LATE:
        return Q(visited_on__lt=late)
    if view is CycleView.SOON:
        return Q(visited_on__gte=late, visited_on__lt=soon)
    if view is CycleView.LATER:
        return Q(visited_on__gte=soon)
    return Q(visited_on__isnull=True)


def _view_of(visited_on: date | None, as_of: date) -> CycleView:
    """Give the view that a last visit belongs to, as `_in_view` filters by."""
    late, soon = _bounds(as_of)
    if visited_on is None:
        return CycleView.NEVER
    if visited_on < late:
        return CycleView.LATE
    return CycleView.SOON if visited_on < soon else CycleView.LATER
