"""Fact checks for the tests: a draft as it was sent, and remarks and answers through the same actions as in use."""

from datetime import date
from typing import Any

import pytest

from kollegium.accounts.models import Person
from kollegium.domain.case_life import Step
from kollegium.domain.errors import Refused
from kollegium.domain.passages import Span
from kollegium.reviews.actions import fact_check as actions
from kollegium.reviews.actions import move_case
from kollegium.reviews.models import (
    Remark,
    RemarkKind,
    RemarkOutcome,
    Review,
)
from tests import people
from tests.reviews.cases import NOW

# What stands under area A of the draft, the last day for remarks, and the place of its first sentence.
TEXT = "Tre ST-läkare arbetar här. Handledning ges varje vecka."
LAST = date(2026, 3, 23)
FIRST = Span(0, 26)


def remark(case: Review, by: Person, span: Span | None = FIRST, **others: Any) -> Remark:
    now = others.pop("now", NOW)
    values = {"kind": RemarkKind.WRONG, "text": "Det är fyra.", "section_key": "area-A", **others}
    new = actions.NewRemark(part_id=case.parts.get().pk, span=span, **values)
    return actions.remark_on_draft(review_id=case.pk, remark=new, now=now, by=people.actor_today(by))


def answer(case: Review, found: Remark, by: Person, seen: int = 0, **others: Any) -> Remark:
    values = {"outcome": RemarkOutcome.CHANGED, "text": "Rättat.", **others}
    return actions.answer_remark(
        review_id=case.pk,
        remark_id=found.pk,
        answer=actions.RemarkAnswer(seen_version=seen, **values),
        now=NOW,
        by=people.actor_today(by),
    )


def calibrate(case: Review, by: Person, reason: str = "", now: Any = NOW) -> Review:
    case.refresh_from_db()
    return move_case(
        review_id=case.pk,
        step=Step.CALIBRATE,
        reason=reason,
        expected_version=case.version,
        now=now,
        by=people.actor_today(by),
    )


def refusal_of(act: Any, *args: Any, **others: Any) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **others)
    return refused.value.code
