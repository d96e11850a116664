"""Keep what a unit says of the review it had."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.domain import review_feedback
from kollegium.domain.case_access import CaseObject
from kollegium.domain.instruments import check_answers
from kollegium.reviews.actions.cases import CaseRefused, locked_case
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import ReviewFeedback
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said. Shape: `answers` item key → step or own words; `version` 0 when nothing was said before."""

    answers: Mapping[str, str]
    is_shared: bool
    version: int


def give_feedback(*, review_id: int, said: Feedback, now: datetime, by: "Actor") -> ReviewFeedback:
    """Keep the feedback on a review, the first time or changed.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `changed-meanwhile`; WrongAnswers.
    """
    with recording(by=by, action="reviews.give_feedback"):
        case = locked_case(review_id, by=by, thing=CaseObject.FEEDBACK)
        found = ReviewFeedback.objects.filter(review=case.review).first() or ReviewFeedback(
            review=case.review, form_key=review_feedback.CURRENT, version=0
        )
        if found.version != said.version:
            raise CaseRefused("changed-meanwhile")
        found.answers = check_answers(review_feedback.load(found.form_key), said.answers)
        found.is_shared = said.is_shared
        found.given_at, found.given_by_id = now, person_id_of(by)
        found.version += 1
        found.save()
    return found
