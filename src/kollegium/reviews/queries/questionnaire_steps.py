"""What waits for the review office in the questionnaires of cases: to be sent, to be reminded of."""

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Subquery, Sum

from kollegium.domain.case_life import State
from kollegium.domain.next_steps import NextStep, Urgency, first_few
from kollegium.domain.roles import Permission
from kollegium.questionnaires.models import Round, RoundState
from kollegium.questionnaires.queries import may_be_reminded
from kollegium.reviews.models import Review
from kollegium.reviews.queries.case_labels import case_label, case_step
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS, places_within
from kollegium.reviews.queries.questionnaires import groups_of_cases, rounds_of_cases
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor, Scope

STEPS_OF_A_KIND = 5
MOST_CASES = 200
# The answers are read two weeks before the visit, and people are given a week at least.
SENT_BEFORE_VISIT = timedelta(days=21)
# Holds the place of today in the statement that is kept.
SOME_DAY = date(1, 2, 3)
COLUMNS = ("state", "closes_on", "sent_on", "reminded_on", "reminder_count")


def questionnaire_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give the cases whose questionnaires are to be sent, and those that are out with how many were asked; one query.

    How many have answered is known to nobody while a round is open.
    """
    scope = actor.places(Permission.RUN_CASES)
    if scope.is_empty:
        return []
    to_send, out = [], []
    for case_id, unit, visit_from, number, *known in _before_visits(scope).rows({SOME_DAY: as_of}):
        found = Round(**dict(zip(COLUMNS, known, strict=True))) if known[0] else None
        if found is None or found.state == RoundState.PREPARING:
            last = visit_from - SENT_BEFORE_VISIT
            urgency = Urgency.LATE if last < as_of else Urgency.WAITING
            to_send.append(case_step("questionnaires-to-send", urgency, 1, case_id, unit, last))
        elif found.state == RoundState.OPEN and found.closes_on >= as_of:
            # Reminders go by themselves too, so that this one is offered and not asked for.
            may_remind = may_be_reminded(found, as_of=as_of)
            kind = "questionnaires-to-remind" if may_remind else "questionnaires-out"
            out.append(case_step(kind, Urgency.SOON, number or 0, case_id, unit, found.closes_on))
    return [*first_few(to_send, STEPS_OF_A_KIND), *first_few(out, STEPS_OF_A_KIND)]


@lru_cache(maxsize=256)
def _before_visits(scope: "Scope") -> Statement:
    """Give the question for the cases of a scope with their rounds, the next visit first: it is asked on every start page."""
    asked = groups_of_cases().order_by().values("round")
    rows = (
        Review.objects.filter(places_within(scope), state=State.PREPARING, visit_from__gte=SOME_DAY)
        .exclude(kind__in=INTERNAL_KINDS)
        .annotate(
            **{f"round_{name}": Subquery(rounds_of_cases().values(name)) for name in COLUMNS},
            asked=Subquery(asked.annotate(number=Sum("invited_count")).values("number")),
        )
        .order_by("visit_from", "pk")
        .values_list("pk", case_label(), "visit_from", "asked", *(f"round_{name}" for name in COLUMNS))
    )
    return Statement.of(rows[:MOST_CASES], places=(SOME_DAY,))
