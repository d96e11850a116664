"""What waits for somebody in the cases in progress they take part in."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Q, Subquery

from kollegium.domain.case_life import State
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission
from kollegium.questionnaires.models import RoundState
from kollegium.reviews.queries.open_cases import CaseReach, cases_reached, reach_of, reviewed_by
from kollegium.reviews.queries.questionnaires import rounds_of_cases
from kollegium.ui.keyset import COUNT_LIMIT
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

STEPS_OF_A_KIND = 5
BEFORE_THE_VISIT = (State.PLANNED, State.PREPARING)
TO_JUDGE = (State.VISITED, State.DRAFT)
# Whoever only looks on, from a region or a care provider, has nothing to do in a case.
TAKES_PART = (
    Permission.RUN_CASES,
    Permission.RUN_INTERNAL_CASES,
    Permission.ANSWER_FOR_UNIT,
    Permission.JUDGE_CASES,
)
# They hold the places of the person and the day in statements that are put together once.
SOME_PERSON, SOME_DAY = -1, date.min
EVER = date(1, 1, 2)


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give orders to plan, visits to come, visits that have been with no step since, and cases to judge; one query.

    Whoever answers for a unit is told that a questionnaire runs, and not whether they have answered: the program
    must not know, see `docs/decisions/0020-anonymous-answers.md`.
    """
    if not any(actor.may(right) for right in TAKES_PART):
        return []
    reach, person = reach_of(actor, someone=SOME_PERSON)
    leads = actor.may(Permission.RUN_CASES)
    # A visit that has been is late for those who lead cases, and nothing to do for others.
    values = {SOME_PERSON: person, SOME_DAY: EVER if leads else as_of}
    steps, is_asked = [], actor.may(Permission.ANSWER_FOR_UNIT)
    for number, unit, first, last, state, runs_until in _waiting(reach, with_orders=leads).rows(values):
        if state in TO_JUDGE:
            steps.append(NextStep("case-judge", Urgency.WAITING, object_id=number, name=unit, due_on=None))
        elif state:
            steps.append(_visit(number, unit, first, last, as_of=as_of))
            if is_asked and runs_until is not None and runs_until >= as_of:
                steps.append(NextStep("questionnaire-runs", Urgency.SOON, 1, number, unit, runs_until))
        elif number:
            is_capped = number > COUNT_LIMIT
            steps.append(
                NextStep("cases-to-plan", Urgency.WAITING, min(number, COUNT_LIMIT), is_capped=is_capped)
            )
    return steps


def _visit(case_id: int, unit: str, first: date, last: date | None, *, as_of: date) -> NextStep:
    is_over = (last or first) < as_of
    return NextStep(
        "case-visit-over" if is_over else "case-visit",
        Urgency.LATE if is_over else Urgency.SOON,
        object_id=case_id,
        name=unit,
        due_on=first,
    )


@lru_cache(maxsize=128)
def _waiting(reach: CaseReach, *, with_orders: bool) -> Statement:
    """Give the question for the nearest visits from a day on, and first how many orders wait, which have no day."""
    places = (SOME_PERSON, SOME_DAY)
    waits = Q(state__in=BEFORE_THE_VISIT, visit_from__gte=SOME_DAY)
    if reach.person is not None:
        waits |= Q(state__in=TO_JUDGE, pk__in=reviewed_by(reach.person))
    rows = cases_reached(reach).filter(waits).order_by("visit_from", "pk")
    runs_until = Subquery(rounds_of_cases().filter(state=RoundState.OPEN).values("closes_on"))
    nearest = rows.values_list("pk", "unit__name", "visit_from", "visit_to", "state", runs_until)
    if not with_orders:
        return Statement.of(nearest[:STEPS_OF_A_KIND], places=places)
    orders = cases_reached(reach).filter(state=State.ORDERED).values("pk")[: COUNT_LIMIT + 1]
    counted, values = orders.query.sql_with_params()
    visits, more = nearest[:STEPS_OF_A_KIND].query.sql_with_params()
    both = f"SELECT count(*), '', NULL::date, NULL::date, '', NULL::date FROM ({counted}) AS found UNION ALL ({visits})"  # noqa: S608 - put together by the models
    return Statement.written(both, (*values, *more), places=places)
