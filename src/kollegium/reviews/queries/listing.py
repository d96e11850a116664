"""The list of reviews: searched, filtered, ordered and cut, as plain rows."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from kollegium.domain import standard as standards
from kollegium.domain.roles import Permission
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import OPEN_ACTION_STATES, ActionPlanItem, Publication, Review, ReviewPart
from kollegium.reviews.queries.search import (
    MOST_WORDS,
    FoundReviews,
    as_beginning,
    query_for,
    search_query,
    words_of,
)
from kollegium.ui import keyset
from kollegium.ui.keyset import CutPage, OrderColumn, cut, ordering
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor, Scope

PAGE_SIZE = 50
EXPORT_LIMIT = 20_000
UNKNOWN = "unknown"

ROW_COLUMNS = (
    "pk",
    "kind",
    "state",
    "source",
    "standard_key",
    "visit_from",
    "visit_to",
    "visit_text",
    "report_date",
    "area_outcomes",
    "unknown_area_count",
    "open_action_count",
    "unit_id",
    "unit__name",
    "unit__site",
    "unit__sort_key",
    "unit__region__name",
    "unit__region__sort_key",
    "care_provider__name",
    "specialty__name",
    "specialty__name_en",
)
# What `as_rows` gives, in the order in which the database does.
LISTED_COLUMNS = (*ROW_COLUMNS, "part_count")
# Words that more reviews hold than this are looked for along the list; see `FoundReviews`.
COMMON = 500
# They hold the places of words, each with itself as a beginning, in statements that are put together once.
SOME_WORDS = tuple((f"<word {number}>", f"<beginning {number}>") for number in range(MOST_WORDS))
PLACES_OF_WORDS = tuple(chain.from_iterable(SOME_WORDS))


class ReviewOrder(StrEnum):
    """The orders a list of reviews can stand in."""

    NEWEST = "newest"
    OLDEST = "oldest"
    UNIT = "unit"
    REGION = "region"
    OPEN_ACTIONS = "open_actions"


ORDERS: dict[ReviewOrder, tuple[OrderColumn, ...]] = {
    ReviewOrder.NEWEST: (
        OrderColumn("visit_from", descending=True, nullable=True, holds=date),
        OrderColumn("pk", descending=True),
    ),
    ReviewOrder.OLDEST: (OrderColumn("visit_from", nullable=True, holds=date), OrderColumn("pk")),
    ReviewOrder.UNIT: (OrderColumn("unit__sort_key", holds=str), OrderColumn("pk", descending=True)),
    ReviewOrder.REGION: (
        OrderColumn("unit__region__sort_key", holds=str),
        OrderColumn("unit__sort_key", holds=str),
        OrderColumn("pk", descending=True),
    ),
    ReviewOrder.OPEN_ACTIONS: (
        OrderColumn("open_action_count", descending=True),
        OrderColumn("pk", descending=True),
    ),
}


class ActionFilter(StrEnum):
    """Which reviews to keep by the state of their action plan."""

    OPEN = "open"
    OVERDUE = "overdue"
    NONE_OPEN = "none_open"


@dataclass(frozen=True, slots=True)
class GradeFilter:
    """A grade to look for: an outcome, or UNKNOWN, in one area of one standard or in any area."""

    outcome: str
    standard_key: str = ""
    area_key: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFilters:
    """What the list is narrowed by; empty values narrow nothing. `as_of` says what is overdue.

    `is_public`: published today, or not.
    """

    search: str = ""
    region_id: int | None = None
    care_provider_id: int | None = None
    unit_id: int | None = None
    specialty_id: int | None = None
    year: int | None = None
    kind: str = ""
    grade: GradeFilter | None = None
    actions: ActionFilter | None = None
    with_unknowns: bool = False
    is_public: bool | None = None
    as_of: date | None = None


def list_reviews_for(
    actor: "Actor", filters: ReviewFilters, *, order: ReviewOrder = ReviewOrder.NEWEST, cursor: str = ""
) -> CutPage:
    """Give one page of the reviews the actor may read; two queries."""
    scope = actor.places(Permission.READ_REVIEWS)
    if not cursor and not scope.is_empty and replace(filters, as_of=None, search="") == ReviewFilters():
        return _first_page(scope, order, words_of(filters.search))
    found = filtered(Review.objects.visible_to(actor).standing(), filters)
    return cut(as_rows(found), order=ORDERS[order], cursor=cursor, size=PAGE_SIZE, counted=found)


def newest_reviews(scope: "Scope", number: int) -> list[dict[str, Any]]:
    """Give the newest reviews that a scope reaches, as the list's plain rows; one query."""
    if scope.is_empty:
        return []
    return _listed(_first_rows(_Reach(scope), ReviewOrder.NEWEST, number).rows())


@dataclass(frozen=True, slots=True)
class _Reach:
    """Which reviews are asked for: those of the scope, that hold so many words; `walked` as `FoundReviews` says."""

    scope: "Scope"
    word_count: int = 0
    walked: bool = False

    def reviews(self) -> QuerySet[Review]:
        reviews = Review.objects.within(self.scope).standing()
        if not self.word_count:
            return reviews
        return reviews.filter(FoundReviews(query_for(SOME_WORDS[: self.word_count]), walked=self.walked))


def _first_page(scope: "Scope", order: ReviewOrder, words: Sequence[str]) -> CutPage:
    """Give the list as it opens, also searched, which is what most ask for.

    Putting its questions together takes longer than the answer.
    """
    typed = [(word, as_beginning(word)) for word in words]
    instead = {
        place: value
        for places, values in zip(SOME_WORDS, typed, strict=False)
        for place, value in zip(places, values, strict=True)
    }
    reach = _Reach(scope, len(words))
    [(number,)] = _count(reach, keyset.COUNT_LIMIT).rows(instead)
    if words and number > COMMON:
        reach = replace(reach, walked=True)
    found = _listed(_first_rows(reach, order, PAGE_SIZE + 1).rows(instead))
    return keyset.first_page(found, number, order=ORDERS[order], size=PAGE_SIZE)


def _listed(rows: Iterable[tuple[Any, ...]]) -> list[dict[str, Any]]:
    found = [dict(zip(LISTED_COLUMNS, row, strict=True)) for row in rows]
    for row in found:
        row["area_outcomes"] = _outcomes(row["area_outcomes"])
    return found


@lru_cache(maxsize=4096)
def _outcomes(stored: str) -> Mapping[str, str]:
    """Give the outcomes by area from the text of the column: many reviews have the same, so nobody may change them."""
    return MappingProxyType(json.loads(stored))


@lru_cache(maxsize=256)
def _count(reach: _Reach, limit: int) -> Statement:
    """Give the question for the number of reviews."""
    return Statement.counting(reach.reviews(), limit + 1, places=PLACES_OF_WORDS)


@lru_cache(maxsize=256)
def _first_rows(reach: _Reach, order: ReviewOrder, number: int) -> Statement:
    """Give the question for the first rows of the list."""
    rows = as_rows(reach.reviews()).order_by(*ordering(ORDERS[order]))
    return Statement.of(rows[:number], places=PLACES_OF_WORDS)


def export_reviews_for(
    actor: "Actor", filters: ReviewFilters, *, order: ReviewOrder = ReviewOrder.NEWEST
) -> Iterator[dict[str, Any]]:
    """Give every row of the list, at most EXPORT_LIMIT, one query, without holding them all."""
    rows = as_rows(filtered(Review.objects.visible_to(actor).standing(), filters))
    return rows.order_by(*ordering(ORDERS[order]))[:EXPORT_LIMIT].iterator(chunk_size=500)


def as_rows(reviews: QuerySet[Review]) -> QuerySet[Review, dict[str, Any]]:
    """Give reviews as the plain rows of a list; `part_count` is how many reports each one holds."""
    parts = ReviewPart.objects.filter(review=OuterRef("pk")).order_by().values("review")
    counted = parts.annotate(number=Count("pk")).values("number")
    return reviews.annotate(part_count=Subquery(counted)).values(*LISTED_COLUMNS)


def filtered(reviews: QuerySet[Review], filters: ReviewFilters) -> QuerySet[Review]:
    """Keep the reviews that match every filter."""
    plain = {
        "unit__region_id": filters.region_id,
        "care_provider_id": filters.care_provider_id,
        "unit_id": filters.unit_id,
        "specialty_id": filters.specialty_id,
        "kind": filters.kind,
    }
    reviews = reviews.filter(**{name: value for name, value in plain.items() if value})
    if filters.year:
        reviews = reviews.filter(visit_from__range=(date(filters.year, 1, 1), date(filters.year, 12, 31)))
    query = search_query(filters.search)
    if query is not None:
        reviews = reviews.filter(FoundReviews(query))
    if filters.grade:
        reviews = reviews.filter(_has_grade(filters.grade))
    if filters.with_unknowns:
        reviews = reviews.filter(unknown_area_count__gt=0)
    if filters.is_public is not None:
        public = Q(pk__in=Publication.objects.filter(withdrawn_at__isnull=True).values("review"))
        reviews = reviews.filter(public if filters.is_public else ~public)
    return _by_actions(reviews, filters)


def _by_actions(reviews: QuerySet[Review], filters: ReviewFilters) -> QuerySet[Review]:
    if filters.actions is ActionFilter.OPEN:
        return reviews.filter(open_action_count__gt=0)
    if filters.actions is ActionFilter.NONE_OPEN:
        return reviews.filter(open_action_count=0)
    if filters.actions is ActionFilter.OVERDUE:
        overdue = ActionPlanItem.objects.filter(
            part__review=OuterRef("pk"), state__in=OPEN_ACTION_STATES, due_on__lt=filters.as_of
        )
        return reviews.filter(Exists(overdue))
    return reviews


def _has_grade(grade: GradeFilter) -> Q:
    """Give the condition for a grade: by containment, which the index answers."""
    if grade.area_key:
        in_area = Q(standard_key=grade.standard_key)
        if grade.outcome == UNKNOWN:
            return in_area & ~Q(area_outcomes__has_key=grade.area_key)
        return in_area & Q(area_outcomes__contains={grade.area_key: grade.outcome})
    if grade.outcome == UNKNOWN:
        return Q(unknown_area_count__gt=0)
    anywhere = Q()
    for area_key in _all_area_keys():
        anywhere |= Q(area_outcomes__contains={area_key: grade.outcome})
    return anywhere


def _all_area_keys() -> list[str]:
    return sorted({area.key for key in standards.available() for area in standards.load(key).areas})


def grade_filter(area: str, outcome: str) -> GradeFilter | None:
    """Give the filter for an area (`standard:area`, or empty for any) and an outcome, or None for no such."""
    if outcome != UNKNOWN and outcome not in [item.value for item in Outcome]:
        return None
    standard_key, _, area_key = area.partition(":")
    if not area_key:
        return GradeFilter(outcome)
    if standard_key not in standards.available():
        return None
    if area_key not in [item.key for item in standards.load(standard_key).areas]:
        return None
    return GradeFilter(outcome, standard_key, area_key)
