"""What waits for somebody in the reviews they may read."""

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Max, OuterRef, QuerySet

from kollegium.domain.next_steps import (
    NextStep,
    Urgency,
    next_review_due,
    review_urgency,
    reviewed_since,
)
from kollegium.domain.roles import Permission, Scope
from kollegium.organisations.models import Unit
from kollegium.reviews.models import UNDONE_ACTION_STATES, ActionPlanItem, Publication, Review, ReviewKind
from kollegium.reviews.queries.listing import newest_reviews
from kollegium.ui.keyset import COUNT_LIMIT
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

DAYS_AHEAD = 30
STEPS_OF_A_KIND = 5
LATEST = 5
FIRST_LOOK = 60
# They hold the places of reviews and of days in statements that are put together once.
SOME_REVIEW, SOME_FIRST, SOME_LAST = -1, date.min, date.max

_COUNTED = Statement.written(
    """SELECT p.review_id, u.name, count(*) FROM reviews_actionplanitem i
JOIN reviews_reviewpart p ON p.id = i.part_id JOIN reviews_review r ON r.id = p.review_id
JOIN organisations_unit u ON u.id = r.unit_id
WHERE p.review_id = ANY(%s) AND i.due_on BETWEEN %s AND %s AND i.state = ANY(%s)
GROUP BY p.review_id, u.name""",
    (SOME_REVIEW, SOME_FIRST, SOME_LAST, [state.value for state in UNDONE_ACTION_STATES]),
    places=(SOME_REVIEW, SOME_FIRST, SOME_LAST),
)


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give late and coming actions, one step a review, reviews that wait for publication, and reviews to arrange.

    Seven queries at most.
    """
    return [
        *_late_actions(actor, as_of),
        *_coming_actions(actor, as_of),
        *_unpublished(actor),
        *_reviews_due(actor, as_of),
        *_units_overdue(actor, as_of),
    ]


def latest_reviews_for(actor: "Actor") -> list[dict[str, Any]]:
    """Give the newest reviews the actor may read, as the list's plain rows; one query."""
    return newest_reviews(actor.places(Permission.READ_REVIEWS), LATEST)


def _late_actions(actor: "Actor", as_of: date) -> list[NextStep]:
    days = (date.min, as_of - timedelta(days=1))
    return _by_review(actor, "actions-late", Urgency.LATE, days)


def _coming_actions(actor: "Actor", as_of: date) -> list[NextStep]:
    days = (as_of, as_of + timedelta(days=DAYS_AHEAD))
    return _by_review(actor, "actions-soon", Urgency.SOON, days)


def _by_review(actor: "Actor", kind: str, urgency: Urgency, days: tuple[date, date]) -> list[NextStep]:
    """Give a step for each of the reviews whose first action of the days is due first; two queries, one for none.

    Shape: `days` are the first and the last on which an action may be due.
    """
    scope = actor.places(Permission.READ_REVIEWS)
    firsts = {} if scope.is_empty else _first_by_review(scope, days)
    if not firsts:
        return []
    values = {SOME_REVIEW: list(firsts), SOME_FIRST: days[0], SOME_LAST: days[1]}
    told = {review_id: (name, number) for review_id, name, number in _COUNTED.rows(values)}
    return [
        NextStep(kind, urgency, told[review_id][1], review_id, told[review_id][0], first)
        for review_id, first in firsts.items()
    ]


def _first_by_review(scope: Scope, days: tuple[date, date]) -> dict[int, date]:
    """Give review id → day of its first action, the first reviews only.

    The index gives the actions in the order of their days, so that the first few name the reviews and
    those of the whole country need not be grouped. Where a review has very many, more are looked at.
    """
    looked_at = FIRST_LOOK
    while True:
        rows = _first_actions(scope, looked_at).rows({SOME_FIRST: days[0], SOME_LAST: days[1]})
        firsts: dict[int, date] = {}
        for review_id, due_on in rows:
            firsts.setdefault(review_id, due_on)
        if len(firsts) >= STEPS_OF_A_KIND or len(rows) < looked_at:
            return dict(list(firsts.items())[:STEPS_OF_A_KIND])
        looked_at *= 10


@lru_cache(maxsize=128)
def _first_actions(scope: Scope, number: int) -> Statement:
    """Give the question for so many actions that are due first, of the reviews that the scope reaches."""
    reviews = Review.objects.within(scope).standing()
    items = ActionPlanItem.objects.filter(
        part__review__in=reviews,
        state__in=UNDONE_ACTION_STATES,
        due_on__gte=SOME_FIRST,
        due_on__lte=SOME_LAST,
    )
    rows = items.order_by("due_on", "part__review").values_list("part__review", "due_on")
    return Statement.of(rows[:number], places=(SOME_FIRST, SOME_LAST))


def _unpublished(actor: "Actor") -> list[NextStep]:
    if not actor.may(Permission.PUBLISH_REVIEWS):
        return []
    [(count,)] = _unpublished_count(actor.places(Permission.PUBLISH_REVIEWS), COUNT_LIMIT).rows()
    if not count:
        return []
    is_capped = count > COUNT_LIMIT
    return [
        NextStep("reviews-unpublished", Urgency.SOON, min(count, COUNT_LIMIT), is_capped=is_capped),
    ]


@lru_cache(maxsize=128)
def _unpublished_count(scope: Scope, limit: int) -> Statement:
    """Give the question for how many reviews are not published.

    The number grows with the country, and nobody needs more of it than that there are very many.
    """
    published = Publication.objects.filter(withdrawn_at__isnull=True)
    # As a list and not with EXISTS: that one, cut at the limit, compares each review with each publication.
    waiting = Review.objects.within(scope).standing().exclude(pk__in=published.values("review"))
    return Statement.counting(waiting, limit + 1)


def _reviews_due(actor: "Actor", as_of: date) -> list[NextStep]:
    """Give the specialties of the actor's own units whose next review from outside is due within a year."""
    unit_ids = actor.places(Permission.READ_REVIEWS).unit_ids
    if not unit_ids:
        return []
    rows = (
        _external()
        .filter(unit__in=unit_ids, unit__merged_into__isnull=True, unit__closed_on__isnull=True)
        .values("unit_id", "unit__name", "specialty__name")
        .annotate(visited_on=Max("visit_from"))
        .order_by("visited_on", "unit_id", "specialty__name")
    )
    steps = []
    for row in rows:
        due_on = next_review_due(row["visited_on"])
        urgency = review_urgency(due_on, as_of)
        if urgency is not None:
            name = " · ".join(filter(None, (row["unit__name"], row["specialty__name"])))
            steps.append(NextStep("review-due", urgency, 1, row["unit_id"], name, due_on))
    return steps[:STEPS_OF_A_KIND]


def _units_overdue(actor: "Actor", as_of: date) -> list[NextStep]:
    """Count the units of the actor's region or care provider without a review from outside in five years."""
    held = actor.places(Permission.READ_REVIEWS)
    area = Scope(region_ids=held.region_ids, care_provider_ids=held.care_provider_ids)
    if held.national or area.is_empty:
        return []
    fresh = _external().filter(unit=OuterRef("pk"), visit_from__gte=reviewed_since(as_of))
    training = Unit.objects.current().within(area).filter(unit_specialties__isnull=False).distinct()
    count = training.exclude(Exists(fresh)).count()
    return [NextStep("units-overdue", Urgency.LATE, count)] if count else []


def _external() -> QuerySet[Review]:
    return Review.objects.standing().filter(kind=ReviewKind.EXTERNAL, visit_from__isnull=False)
