"""What waits for somebody in the reviews they may read."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, Min, OuterRef, Q

from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission
from kollegium.reviews.models import ActionState, Publication, Review
from kollegium.reviews.queries.keyset import ordering
from kollegium.reviews.queries.listing import ORDERS, ReviewOrder, as_rows

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

DAYS_AHEAD = 30
STEPS_OF_A_KIND = 5
LATEST = 5
UNDONE = (ActionState.PLANNED, ActionState.NOT_DONE)


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give late and coming actions, one step a review, and reviews that wait for publication; 3 queries."""
    return [
        *_late_actions(actor, as_of),
        *_coming_actions(actor, as_of),
        *_unpublished(actor),
    ]


def latest_reviews_for(actor: "Actor") -> list[dict[str, Any]]:
    """Give the newest reviews the actor may read, as the list's plain rows; one query."""
    rows = Review.objects.visible_to(actor).standing()
    return list(as_rows(rows.order_by(*ordering(ORDERS[ReviewOrder.NEWEST])))[:LATEST])


def _late_actions(actor: "Actor", as_of: date) -> list[NextStep]:
    return [
        NextStep("actions-late", Urgency.LATE, row["late"], row["pk"], row["unit__name"], row["first"])
        for row in _by_review(actor, Q(parts__plan_items__due_on__lt=as_of))
    ]


def _coming_actions(actor: "Actor", as_of: date) -> list[NextStep]:
    span = Q(
        parts__plan_items__due_on__gte=as_of,
        parts__plan_items__due_on__lte=as_of + timedelta(days=DAYS_AHEAD),
    )
    return [
        NextStep("actions-soon", Urgency.SOON, row["late"], row["pk"], row["unit__name"], row["first"])
        for row in _by_review(actor, span)
    ]


def _by_review(actor: "Actor", wanted: Q) -> list[dict[str, Any]]:
    undone = wanted & Q(parts__plan_items__state__in=UNDONE)
    found = Review.objects.visible_to(actor).standing().filter(undone)
    return list(
        found.values("pk", "unit__name")
        .annotate(late=Count("parts__plan_items"), first=Min("parts__plan_items__due_on"))
        .order_by("first", "pk")[:STEPS_OF_A_KIND]
    )


def _unpublished(actor: "Actor") -> list[NextStep]:
    if not actor.may(Permission.PUBLISH_REVIEWS):
        return []
    count = (
        Review.objects.reached_by(actor, Permission.PUBLISH_REVIEWS)
        .standing()
        .exclude(Exists(Publication.objects.filter(review=OuterRef("pk"), withdrawn_at__isnull=True)))
        .count()
    )
    return [NextStep("reviews-unpublished", Urgency.SOON, count)] if count else []
