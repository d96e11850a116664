"""What waits for somebody in the reviews they may read."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission
from kollegium.reviews.models import UNDONE_ACTION_STATES, ActionPlanItem, Publication, Review
from kollegium.reviews.queries.keyset import ordering
from kollegium.reviews.queries.listing import ORDERS, ReviewOrder, as_rows

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

DAYS_AHEAD = 30
STEPS_OF_A_KIND = 5
LATEST = 5
FIRST_LOOK = 60


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give late and coming actions, one step a review, and reviews that wait for publication.

    Five queries at most.
    """
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
    count = (
        Review.objects.reached_by(actor, Permission.PUBLISH_REVIEWS)
        .standing()
        .exclude(Exists(Publication.objects.filter(review=OuterRef("pk"), withdrawn_at__isnull=True)))
        .count()
    )
    return [NextStep("reviews-unpublished", Urgency.SOON, count)] if count else []
