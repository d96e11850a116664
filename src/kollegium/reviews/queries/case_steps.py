"""What waits for somebody in the cases in progress they take part in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Case, Count, DateField, Q, Subquery, Value, When, Window
from django.db.models.functions import Cast, RowNumber

from kollegium.domain.case_life import State
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission
from kollegium.questionnaires.models import RoundState
from kollegium.reviews.queries.case_labels import case_label, case_step
from kollegium.reviews.queries.open_cases import (
    CaseReach,
    Waits,
    cases_reached,
    cases_that_wait,
    reach_of,
    reviewed_by,
)
from kollegium.reviews.queries.questionnaires import rounds_of_cases
from kollegium.ui.keyset import COUNT_LIMIT
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

STEPS_OF_A_KIND = 5
# Whoever only looks on, from a region or a care provider, has nothing to do in a case; the staff of a unit meet the
# reviewers and may ask for a talk of their own.
TAKES_PART = (
    Permission.RUN_CASES,
    Permission.RUN_INTERNAL_CASES,
    Permission.ANSWER_FOR_UNIT,
    Permission.JUDGE_CASES,
    Permission.KNOW_OF_CASES,
)
# They hold the places of the person and the day in statements that are put together once.
SOME_PERSON, SOME_DAY = -1, date.min
_KINDS = {
    Waits.VISIT_OVER: ("case-visit-over", Urgency.LATE),
    Waits.VISIT_AHEAD: ("case-visit", Urgency.SOON),
    Waits.TO_JUDGE: ("case-judge", Urgency.WAITING),
    Waits.TO_CALIBRATE: ("case-calibrate", Urgency.WAITING),
    Waits.TO_DECIDE: ("case-decide", Urgency.WAITING),
}


@dataclass(frozen=True, slots=True)
class _Waiting:
    """One case that waits, in the order of the columns asked for.

    `unit` holds the label of the case besides; `total` is how many wait for the same.
    """

    number: int
    unit: str
    visit_from: date | None
    waits: str
    runs_until: date | None
    place: int
    total: int


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give orders to plan, visits to come, visits that have been with no step since, cases to judge, and
    cases to take on to calibration and to decide; one query.

    The first few of each kind, and how many more of it there are. Whoever answers for a unit is told that a
    questionnaire runs, and not whether they have answered: the program must not know, see
    `docs/decisions/0020-anonymous-answers.md`.
    """
    if not any(actor.may(right) for right in TAKES_PART):
        return []
    reach, person = reach_of(actor, someone=SOME_PERSON)
    leads, is_asked = actor.may(Permission.RUN_CASES), actor.may(Permission.ANSWER_FOR_UNIT)
    question = _question(reach, leads=leads, is_asked=is_asked)
    return [
        step
        for row in question.rows({SOME_PERSON: person, SOME_DAY: as_of})
        for step in _steps_of(_Waiting(*row), as_of)
    ]


def _steps_of(found: _Waiting, as_of: date) -> Iterator[NextStep]:
    if not found.waits:
        if found.total:
            is_capped = found.total > COUNT_LIMIT
            count = min(found.total, COUNT_LIMIT)
            yield NextStep("cases-to-plan", Urgency.WAITING, count, is_capped=is_capped)
        return
    kind, urgency = _KINDS[Waits(found.waits)]
    day = found.visit_from if found.waits in (Waits.VISIT_OVER, Waits.VISIT_AHEAD) else None
    yield case_step(kind, urgency, 1, found.number, found.unit, day)
    if found.runs_until is not None and found.runs_until >= as_of:
        yield case_step("questionnaire-runs", Urgency.SOON, 1, found.number, found.unit, found.runs_until)
    if found.place == STEPS_OF_A_KIND < found.total:
        yield NextStep(f"{kind}-more", urgency, found.total - STEPS_OF_A_KIND)


@lru_cache(maxsize=128)
def _question(reach: CaseReach, *, leads: bool, is_asked: bool) -> Statement:
    """Give the question for the first cases of each kind; for the office first how many orders wait."""
    over, ahead, to_judge, to_calibrate, to_decide = (
        cases_that_wait(kind, as_of=SOME_DAY) for kind in _KINDS
    )
    # A visit that has been is late for those who lead cases, and nothing to do for others; so are the steps to the
    # decision theirs alone.
    waits = over | ahead | to_calibrate | to_decide if leads else ahead & Q(visit_from__gte=SOME_DAY)
    if reach.person is not None:
        waits |= to_judge & Q(pk__in=reviewed_by(reach.person))
    kind = Case(
        When(over, then=Value(Waits.VISIT_OVER.value)),
        When(to_judge, then=Value(Waits.TO_JUDGE.value)),
        When(state=State.FACT_CHECK, then=Value(Waits.TO_CALIBRATE.value)),
        When(state=State.CALIBRATION, then=Value(Waits.TO_DECIDE.value)),
        default=Value(Waits.VISIT_AHEAD.value),
    )
    runs_until = Subquery(rounds_of_cases().filter(state=RoundState.OPEN).values("closes_on"))
    rows = (
        cases_reached(reach)
        .filter(waits)
        .annotate(
            waits=kind,
            runs_until=runs_until if is_asked else Cast(Value(None), DateField()),
            place=Window(RowNumber(), partition_by="waits", order_by=("visit_from", "pk")),
            total=Window(Count("pk"), partition_by="waits"),
        )
        .filter(place__lte=STEPS_OF_A_KIND)
        .order_by("visit_from", "pk")
        # What the database works out stands last: so it does in the table that the window functions make.
        .values_list("pk", case_label(), "visit_from", "waits", "runs_until", "place", "total")
    )
    if not leads:
        return Statement.of(rows, places=(SOME_PERSON, SOME_DAY))
    orders = cases_reached(reach).filter(state=State.ORDERED).values("pk")[: COUNT_LIMIT + 1]
    counted, values = orders.query.sql_with_params()
    cases, more = rows.query.sql_with_params()
    both = (
        f"SELECT 0, '', NULL::date, '', NULL::date, 0, count(*) FROM ({counted}) AS found UNION ALL ({cases})"  # noqa: S608 - put together by the models
    )
    return Statement.written(both, (*values, *more), places=(SOME_PERSON, SOME_DAY))
