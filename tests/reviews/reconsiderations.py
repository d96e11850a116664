"""Reconsiderations for the tests, asked for and decided through the same actions as in use."""

from datetime import date, datetime, timedelta
from typing import Any

from kollegium.accounts.models import Person
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.reconsideration import (
    NewGradeOfArea,
    ask_for_reconsideration,
    decide_reconsideration,
)
from kollegium.reviews.models import Reconsideration, Review
from tests import people
from tests.reviews.cases import NOW

# Decided on 2 March; the twenty-first day after it is the last.
LAST = date(2026, 3, 23)
LAST_NOW = NOW + timedelta(days=21)


def ask(
    case: Review, by: Person, areas: str = "D", reason: str = "Handledningen finns.", now: datetime = LAST_NOW
) -> Reconsideration:
    part = case.parts.get()
    return ask_for_reconsideration(
        review_id=case.pk,
        areas=[(part.pk, key) for key in areas],
        reason=reason,
        now=now,
        by=people.actor_today(by),
    )


def decide(case: Review, by: Person, **answers: Any) -> Reconsideration:
    """Decide with area key → outcome, or (outcome, reason)."""
    part = case.parts.get()
    given = {key: value if isinstance(value, tuple) else (value, "Styrkt.") for key, value in answers.items()}
    return decide_reconsideration(
        review_id=case.pk,
        answers={
            (part.pk, key): NewGradeOfArea(Outcome(outcome), reason)
            for key, (outcome, reason) in given.items()
        },
        now=LAST_NOW,
        by=people.actor_today(by),
    )
