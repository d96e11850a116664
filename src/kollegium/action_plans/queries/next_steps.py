"""What waits for somebody in the follow-up: actions to judge, extra reviews to do."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kollegium.action_plans.models import ExtraReview
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission, Scope
from kollegium.reviews.models import ActionPlanItem, ActionState, Review
from kollegium.ui.keyset import COUNT_LIMIT

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

EXTRA_AHEAD = timedelta(days=60)
STEPS_OF_A_KIND = 5


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give how many actions wait to be judged, and the extra reviews to be done; a query for each right held.

    Of the actions a region or a care provider is told. The head of a unit is reminded on the day of the
    follow-up, and who answers for the whole country looks at the board.
    """
    return [*_to_judge(actor), *_extra_reviews(actor, as_of)]


def _to_judge(actor: "Actor") -> list[NextStep]:
    scope = actor.places(Permission.FOLLOW_UP_ACTIONS)
    area = Scope(region_ids=scope.region_ids, care_provider_ids=scope.care_provider_ids)
    if area.is_empty or scope.national:
        return []
    reviews = Review.objects.within(area).standing()
    waiting = ActionPlanItem.objects.filter(state=ActionState.REPORTED_DONE, part__review__in=reviews)
    count = waiting.values("pk")[: COUNT_LIMIT + 1].count()
    if not count:
        return []
    is_capped = count > COUNT_LIMIT
    return [NextStep("actions-to-judge", Urgency.WAITING, min(count, COUNT_LIMIT), is_capped=is_capped)]


def _extra_reviews(actor: "Actor", as_of: date) -> list[NextStep]:
    scope = actor.places(Permission.RUN_INTERNAL_CASES)
    if scope.is_empty:
        return []
    rows = (
        ExtraReview.objects.open()
        .filter(review__in=Review.objects.within(scope).standing(), due_on__lte=as_of + EXTRA_AHEAD)
        .order_by("due_on", "pk")
        .values_list("pk", "due_on", "review__unit__name")[:STEPS_OF_A_KIND]
    )
    return [
        NextStep("extra-review", Urgency.LATE if due_on < as_of else Urgency.SOON, 1, pk, name, due_on)
        for pk, due_on, name in rows
    ]
