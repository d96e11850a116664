"""What waits for somebody in the reviews they may read."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

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
from kollegium.reviews.queries.listing import ORDERS, ReviewOrder, as_rows
from kollegium.ui.keyset import COUNT_LIMIT, ordering

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

DAYS_AHEAD = 30
STEPS_OF_A_KIND = 5
LATEST = 5
FIRST_LOOK = 60


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
    rows = Review.objects.visible_to(actor).standing()
    return list(as_rows(rows.order_by(*ordering(ORDERS[ReviewOrder.NEWEST])))[:LATEST])


def _late_actions(actor: "Actor", as_of: date) -> list[NextStep]:
    return _by_review(actor, "actions-late", Urgency.LATE, Q(due_on__lt=as_of))


def _coming_actions(actor: "Actor", as_of: date) -> list[NextStep]:
    span = Q(due_on__gte=as_of, due_on__lte=as_of + timedelta(days=DAYS_AHEAD))
    return _by_review(actor, "actions-soon", Urgency.SOON, span)


def _by_review(actor: "Actor", kind: str, urgency: Urgency, wanted: Q) -> list[NextStep]:
    """Give a step for each of the reviews whose first wanted action is due first; two queries, one for none."""
    reviews = Review.objects.visible_to(actor).standing()
    items = ActionPlanItem.objects.filter(wanted, state__in=UNDONE_ACTION_STATES)
    firsts = _first_by_review(items.filter(part__review__in=reviews))
    if not firsts:
        return []
    counted = items.filter(part__review__in=list(firsts)).values("part__review", "part__review__unit__name")
    told = {row["part__review"]: row for row in counted.annotate(number=Count("pk")).order_by()}
    return [
        NextStep(
            kind,
            urgency,
            told[review_id]["number"],
            review_id,
            told[review_id]["part__review__unit__name"],
            first,
        )
        for review_id, first in firsts.items()
    ]


def _first_by_review(items: "QuerySet[ActionPlanItem]") -> dict[int, date]:
    """Give review id → day of its first action, the first reviews only.

    The index gives the actions in the order of their days, so that the first few name the reviews and
    those of the whole country need not be grouped. Where a review has very many, more are looked at.
    """
    ordered = items.order_by("due_on", "part__review").values_list("part__review", "due_on")
    looked_at = FIRST_LOOK
    while True:
        rows = list(ordered[:looked_at])
        firsts: dict[int, date] = {}
        for review_id, due_on in rows:
            firsts.setdefault(review_id, due_on)
        if len(firsts) >= STEPS_OF_A_KIND or len(rows) < looked_at:
            return dict(list(firsts.items())[:STEPS_OF_A_KIND])
        looked_at *= 10


def _unpublished(actor: "Actor") -> list[NextStep]:
    if not actor.may(Permission.PUBLISH_REVIEWS):
        return []
    published = Publication.objects.filter(withdrawn_at__isnull=True)
    waiting = (
        Review.objects.reached_by(actor, Permission.PUBLISH_REVIEWS)
        .standing()
        # As a list and not with EXISTS: that one, cut at the limit, compares each review with each publication.
        .exclude(pk__in=published.values("review"))
    )
    # The number grows with the country, and nobody needs more of it than that there are very many.
    count = waiting.values("pk")[: COUNT_LIMIT + 1].count()
    if not count:
        return []
    is_capped = count > COUNT_LIMIT
    return [
        NextStep("reviews-unpublished", Urgency.SOON, min(count, COUNT_LIMIT), is_capped=is_capped),
    ]


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
