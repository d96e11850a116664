"""What waits for somebody in the cases in progress they take part in."""

from datetime import date
from typing import TYPE_CHECKING

from kollegium.domain.case_life import State
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission
from kollegium.reviews.queries.open_cases import cases_known_to
from kollegium.ui.keyset import COUNT_LIMIT

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

STEPS_OF_A_KIND = 5
BEFORE_THE_VISIT = (State.PLANNED, State.PREPARING)
# Whoever only looks on, from a region or a care provider, has nothing to do in a case.
TAKES_PART = (
    Permission.RUN_CASES,
    Permission.RUN_INTERNAL_CASES,
    Permission.ANSWER_FOR_UNIT,
    Permission.JUDGE_CASES,
)


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give orders to plan, visits to come, and visits that have been with no step since; two queries at most."""
    steps: list[NextStep] = []
    if actor.may(Permission.RUN_CASES):
        ordered = cases_known_to(actor).filter(state=State.ORDERED).values("pk")[: COUNT_LIMIT + 1].count()
        if ordered:
            capped = min(ordered, COUNT_LIMIT)
            steps.append(NextStep("cases-to-plan", Urgency.WAITING, capped, is_capped=ordered > COUNT_LIMIT))
    if any(actor.may(right) for right in TAKES_PART):
        steps += _visits(actor, as_of)
    return steps


def _visits(actor: "Actor", as_of: date) -> list[NextStep]:
    """Give the nearest visits; one that has been is late for those who lead the case, and no step for others."""
    leads = actor.may(Permission.RUN_CASES)
    rows = cases_known_to(actor).filter(state__in=BEFORE_THE_VISIT, visit_from__isnull=False)
    if not leads:
        rows = rows.filter(visit_from__gte=as_of)
    nearest = rows.order_by("visit_from", "pk").values_list("pk", "unit__name", "visit_from", "visit_to")
    return [
        NextStep(
            "case-visit-over" if (last or first) < as_of else "case-visit",
            Urgency.LATE if (last or first) < as_of else Urgency.SOON,
            object_id=pk,
            name=unit,
            due_on=first,
        )
        for pk, unit, first, last in nearest[:STEPS_OF_A_KIND]
    ]
