"""What waits for somebody in the follow-up: actions to judge, extra reviews to do."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, Min, OuterRef, Q

from kollegium.action_plans.models import Evidence, ExtraReview
from kollegium.domain.next_steps import NextStep, Urgency, first_few, reviewed_since
from kollegium.domain.roles import Permission, Scope
from kollegium.reviews.models import ActionPlanItem, ActionState, Review
from kollegium.ui.keyset import COUNT_LIMIT

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

EXTRA_AHEAD = timedelta(days=60)
STEPS_OF_A_KIND = 5
MOST_EXTRA = 1000


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give the actions that wait for the actor's word, and the extra reviews to be done; a query for each right held.

    A region or a care provider is told how many wait to be judged; who answers for a unit is told plan by plan, and
    who answers for the whole country looks at the board.
    """
    return [*_to_judge(actor), *_at_own_units(actor, as_of), *_extra_reviews(actor, as_of)]


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


def _at_own_units(actor: "Actor", as_of: date) -> list[NextStep]:
    """Give what the plans of one's own units wait for: to be judged, shown or told of; one query."""
    judged, told = actor.places(Permission.FOLLOW_UP_ACTIONS), actor.places(Permission.REPORT_PROGRESS)
    judges = Scope(unit_ids=judged.unit_ids)
    # Who also judges an action need not show it to themselves.
    shows = Scope(
        unit_ids=told.unit_ids - judged.unit_ids,
        care_provider_ids=told.care_provider_ids - judged.care_provider_ids,
    )
    tells = Scope(unit_ids=told.unit_ids | judged.unit_ids, care_provider_ids=shows.care_provider_ids)
    if tells.is_empty:
        return []
    reported = Q(state=ActionState.REPORTED_DONE)
    # Of an old plan, which a newer review should have taken the place of, nobody is asked how it went.
    unknown = Q(
        state=ActionState.UNKNOWN, due_on__lt=as_of, part__review__visit_from__gte=reviewed_since(as_of)
    )
    rows = list(
        ActionPlanItem.objects.filter(reported | unknown, _in_plans(tells))
        .annotate(is_shown=Exists(Evidence.objects.standing().filter(item=OuterRef("pk"))))
        .order_by()
        .values("part__review_id", "part__review__unit__name")
        .annotate(
            judge=Count("pk", filter=reported & _in_plans(judges)),
            show=Count("pk", filter=reported & Q(is_shown=False) & _in_plans(shows)),
            tell=Count("pk", filter=unknown),
            follow_up_on=Min("follow_up_on", filter=reported),
        )
        .order_by("follow_up_on", "part__review_id")
    )
    return [
        *_plan_by_plan("own-actions-to-judge", rows, "judge", as_of),
        *_plan_by_plan("actions-to-show", rows, "show", as_of),
        *_plan_by_plan("actions-to-tell-of", rows, "tell", as_of),
    ]


def _in_plans(scope: Scope) -> Q:
    if scope.is_empty:
        return Q(pk__in=[])
    return Q(part__review__in=Review.objects.within(scope).standing())


def _plan_by_plan(kind: str, rows: list[dict[str, Any]], counted: str, as_of: date) -> list[NextStep]:
    """Give one step a plan; what was reported is late once the day of its follow-up has passed."""
    steps = []
    for row in [row for row in rows if row[counted]]:
        day = None if counted == "tell" else row["follow_up_on"]
        is_late = day is not None and day < as_of
        steps.append(
            NextStep(
                kind,
                Urgency.LATE if is_late else Urgency.WAITING,
                row[counted],
                row["part__review_id"],
                row["part__review__unit__name"],
                day if is_late else None,
            )
        )
    return first_few(steps, STEPS_OF_A_KIND)


def _extra_reviews(actor: "Actor", as_of: date) -> list[NextStep]:
    scope = actor.places(Permission.RUN_INTERNAL_CASES)
    if scope.is_empty:
        return []
    rows = (
        ExtraReview.objects.open()
        .filter(review__in=Review.objects.within(scope).standing(), due_on__lte=as_of + EXTRA_AHEAD)
        .order_by("due_on", "pk")
        .values_list("pk", "due_on", "review__unit__name")[:MOST_EXTRA]
    )
    steps = [
        NextStep("extra-review", Urgency.LATE if due_on < as_of else Urgency.SOON, 1, pk, name, due_on)
        for pk, due_on, name in rows
    ]
    return first_few(steps, STEPS_OF_A_KIND)
