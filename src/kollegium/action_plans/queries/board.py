"""The board of actions: searched, filtered, counted and cut, as plain rows, or gathered by unit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from kollegium.action_plans.models import Escalation
from kollegium.organisations.models import Unit
from kollegium.organisations.queries.lists import prefix_query
from kollegium.reviews.models import UNDONE_ACTION_STATES, ActionPlanItem, ActionState, Review
from kollegium.ui.keyset import CutPage, OrderColumn, cut, ordering

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 50
EXPORT_LIMIT = 20_000
DAYS_AHEAD = 30
ROW_COLUMNS = (
    "pk",
    "area_key",
    "criterion_key",
    "action",
    "due_text",
    "due_on",
    "responsible",
    "follow_up_on",
    "state",
    "part__review_id",
    "part__review__standard_key",
    "part__review__unit_id",
    "part__review__unit__name",
    "part__review__unit__site",
    "part__review__unit__closed_on",
    "part__review__unit__region__name",
    "part__review__care_provider__name",
    "part__review__specialty__name",
    "part__review__specialty__name_en",
)
BY_DAY = (OrderColumn("due_on", nullable=True, holds=date), OrderColumn("pk"))
UNIT_COLUMNS = ("name", "site", "closed_on", "region__name", "care_provider__name")
UNIT_ORDER = (
    OrderColumn("late_count", descending=True),
    OrderColumn("open_count", descending=True),
    OrderColumn("part__review__unit_id"),
)


class BoardView(StrEnum):
    """What part of the board is shown. Everything but what is judged done is open."""

    OPEN = "open"
    LATE = "late"
    SOON = "soon"
    TO_FOLLOW_UP = "to_follow_up"
    UNKNOWN = "unknown"
    ESCALATED = "escalated"


@dataclass(frozen=True, slots=True)
class BoardFilters:
    """What the board is narrowed by; empty values narrow nothing. `area` is `standard:area`."""

    view: BoardView = BoardView.OPEN
    search: str = ""
    region_id: int | None = None
    care_provider_id: int | None = None
    unit_id: int | None = None
    specialty_id: int | None = None
    area: str = ""


def list_actions_for(actor: "Actor", filters: BoardFilters, *, as_of: date, cursor: str = "") -> CutPage:
    """Give one page of the actions of reviews the actor may read, the earliest day first; three queries."""
    found = _narrowed(actor, filters).filter(_in_view(filters.view, as_of))
    # What a row shows is fetched for the page alone: asked for at once, the server joins it to every action first.
    page = cut(found.values("pk", "due_on"), order=BY_DAY, cursor=cursor, size=PAGE_SIZE)
    shown = _rows(ActionPlanItem.objects.filter(pk__in=[row["pk"] for row in page.rows]))
    by_id = {row["pk"]: row for row in shown}
    return replace(page, rows=[by_id[row["pk"]] for row in page.rows if row["pk"] in by_id])


def export_actions_for(actor: "Actor", filters: BoardFilters, *, as_of: date) -> Iterator[dict[str, Any]]:
    """Give every row of the board, at most EXPORT_LIMIT, without holding them all; one query."""
    found = _narrowed(actor, filters).filter(_in_view(filters.view, as_of))
    return _rows(found).order_by(*ordering(BY_DAY))[:EXPORT_LIMIT].iterator(chunk_size=500)


def board_counts_for(actor: "Actor", filters: BoardFilters, *, as_of: date) -> dict[BoardView, int]:
    """Give how many actions each view of the board holds, by the other filters; one query."""
    counts = {view.value: Count("pk", filter=_in_view(view, as_of)) for view in BoardView}
    found = _narrowed(actor, filters).order_by().aggregate(**counts)
    return {view: found[view.value] for view in BoardView}


def list_units_for(actor: "Actor", filters: BoardFilters, *, as_of: date, cursor: str = "") -> CutPage:
    """Give one page of the units with open actions, most late ones first; three queries.

    Shape of a row: `part__review__unit_id`, the columns of UNIT_COLUMNS each with `part__review__unit__` before it,
    `open_count`, `late_count`, `soon_count`, `to_follow_up_count` and `first_due_on`, the first day of what is not done.
    """
    found = _narrowed(actor, filters).filter(_in_view(filters.view, as_of)).order_by()
    undone = Q(state__in=UNDONE_ACTION_STATES)
    rows = found.values("part__review__unit_id").annotate(
        open_count=Count("pk"),
        late_count=Count("pk", filter=_in_view(BoardView.LATE, as_of)),
        soon_count=Count("pk", filter=_in_view(BoardView.SOON, as_of)),
        to_follow_up_count=Count("pk", filter=_in_view(BoardView.TO_FOLLOW_UP, as_of)),
        first_due_on=Min("due_on", filter=undone),
    )
    units = Unit.objects.filter(pk__in=found.values("part__review__unit"))
    page = cut(rows, order=UNIT_ORDER, cursor=cursor, size=PAGE_SIZE, counted=units)
    # The words come for the page alone: gathered by them too, the server sorts every action by all of them.
    shown = [row["part__review__unit_id"] for row in page.rows]
    named = {row["pk"]: row for row in Unit.objects.filter(pk__in=shown).values("pk", *UNIT_COLUMNS)}
    return replace(page, rows=[_with_words(row, named[row["part__review__unit_id"]]) for row in page.rows])


def _with_words(row: dict[str, Any], unit: dict[str, Any]) -> dict[str, Any]:
    return {**row, **{f"part__review__unit__{name}": unit[name] for name in UNIT_COLUMNS}}


def _rows(items: QuerySet[ActionPlanItem]) -> QuerySet[ActionPlanItem, dict[str, Any]]:
    told = Escalation.objects.open().filter(item=OuterRef("pk"))
    return items.annotate(is_escalated=Exists(told)).values(*ROW_COLUMNS, "is_escalated")


def _narrowed(actor: "Actor", filters: BoardFilters) -> QuerySet[ActionPlanItem]:
    reviews = Review.objects.visible_to(actor).standing()
    plain = {
        "unit__region_id": filters.region_id,
        "care_provider_id": filters.care_provider_id,
        "unit_id": filters.unit_id,
        "specialty_id": filters.specialty_id,
    }
    reviews = reviews.filter(**{name: value for name, value in plain.items() if value})
    query = prefix_query(filters.search)
    if query is not None:
        reviews = reviews.filter(unit__search_vector=query)
    standard_key, _, area_key = filters.area.partition(":")
    if area_key:
        reviews = reviews.filter(standard_key=standard_key)
    items = ActionPlanItem.objects.filter(part__review__in=reviews)
    return items.filter(area_key=area_key) if area_key else items


def _in_view(view: BoardView, as_of: date) -> Q:
    undone = Q(state__in=UNDONE_ACTION_STATES)
    if view is BoardView.LATE:
        return undone & Q(due_on__lt=as_of)
    if view is BoardView.SOON:
        return undone & Q(due_on__gte=as_of, due_on__lte=as_of + timedelta(days=DAYS_AHEAD))
    if view is BoardView.TO_FOLLOW_UP:
        return Q(state=ActionState.REPORTED_DONE)
    if view is BoardView.UNKNOWN:
        return Q(state=ActionState.UNKNOWN) | (undone & Q(due_on__isnull=True))
    if view is BoardView.ESCALATED:
        return Q(pk__in=Escalation.objects.open().values("item"))
    return Q(state__in=[state for state in ActionState.values if state != ActionState.DONE])
