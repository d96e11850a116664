"""The questionnaires of a case: what the review office does with them, and only while the case is prepared."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kollegium import jobs
from kollegium.domain.case_access import CaseObject
from kollegium.questionnaires import actions, queries
from kollegium.questionnaires.actions import Invited
from kollegium.questionnaires.models import Round
from kollegium.questionnaires.refusals import RoundRefused
from kollegium.reviews.actions.cases import locked_case
from kollegium.reviews.models import Review
from kollegium.reviews.queries.questionnaires import subject_of
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# The reviewers read the result before the visit; without a day for it people are given three weeks.
BEFORE_VISIT = timedelta(days=14)
USUAL_TIME = timedelta(days=21)
LEAST_TIME = timedelta(days=7)


def ask_people(*, review_id: int, people: Mapping[str, Sequence[Invited]], as_of: date, by: "Actor") -> int:
    """Put people on the lists of the case's questionnaires, and give how many were new.

    Shape: questionnaire key → people.

    **Raises** Http404; CaseRefused `not-allowed-here`; RoundRefused.
    """
    with recording(by=by, action="reviews.ask_people"):
        review = locked_case(review_id, by=by, thing=CaseObject.QUESTIONNAIRES).review
        found = actions.prepare_round(
            subject_key=subject_of(review),
            unit_id=review.unit_id,
            closes_on=_usual_last_day(review, as_of),
            as_of=as_of,
            by=by,
        )
        return sum(
            actions.invite(round_id=found.pk, instrument_key=key, people=some, by=by)
            for key, some in people.items()
        )


def take_off_list(*, review_id: int, invitation_id: int, by: "Actor") -> None:
    """Take somebody off a list before it is sent. Raises Http404; CaseRefused; RoundRefused."""
    with recording(by=by, action="reviews.take_off_list"):
        found = _round(review_id, by)
        actions.take_back(round_id=found.pk, invitation_id=invitation_id, by=by)


def send_questionnaires(*, review_id: int, as_of: date, by: "Actor") -> Round:
    """Send the case's questionnaires. Raises Http404; CaseRefused; RoundRefused. Side effects: mail."""
    with recording(by=by, action="reviews.send_questionnaires"):
        return actions.send_round(round_id=_round(review_id, by).pk, as_of=as_of, by=by)


def set_last_day(*, review_id: int, closes_on: date, as_of: date, by: "Actor") -> Round:
    """Set the last day to answer. Raises Http404; CaseRefused; RoundRefused."""
    with recording(by=by, action="reviews.set_last_day"):
        found = _round(review_id, by)
        return actions.move_closing_day(round_id=found.pk, closes_on=closes_on, as_of=as_of, by=by)


def remind_people(*, review_id: int, as_of: date, by: "Actor") -> None:
    """Let the worker remind those who have not answered. Raises Http404; CaseRefused; RoundRefused. Side effects: mail."""
    with recording(by=by, action="reviews.remind_people"):
        found = _round(review_id, by)
        if not queries.may_be_reminded(found, as_of=as_of):
            raise RoundRefused("reminded-lately")
        jobs.enqueue("questionnaires.remind", only_once=f"remind:{found.pk}", round_id=found.pk)


def _round(review_id: int, by: "Actor") -> Round:
    review = locked_case(review_id, by=by, thing=CaseObject.QUESTIONNAIRES).review
    found = queries.round_of(subject_of(review))
    if found is None:
        raise RoundRefused("nobody-invited")
    return found


def _usual_last_day(review: Review, as_of: date) -> date:
    before = review.visit_from - BEFORE_VISIT if review.visit_from else as_of + USUAL_TIME
    return max(as_of + LEAST_TIME, min(before, as_of + USUAL_TIME))
