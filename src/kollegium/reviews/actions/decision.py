"""The decision: final grades in a round of their own beside the proposed ones, set by the office alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.case_life import Step
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.cases import CaseRefused, locked_case, move_case
from kollegium.reviews.actions.final_grades import proposed_grades
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import Advice, Grade, GradeRound, Review
from kollegium.reviews.queries.calibration import advice_on
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class FinalGrade:
    """The outcome decided for one area; the reason is asked for where it is not the proposed one."""

    part_id: int
    area_key: str
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Every final grade, and the number the case is filed under."""

    grades: Sequence[FinalGrade]
    case_number: str


def decide_review(
    *, review_id: int, decision: Decision, expected_version: int, now: datetime, by: "Actor"
) -> Review:
    """Make the grades final and the review decided; what was proposed stays beside it.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `changed-meanwhile`, `case-number-missing`,
    `case-number-taken`, `outcome-not-in-scale`, `decision-reason-missing`, `against-advice`,
    `grades-missing`.
    """
    with recording(by=by, action="reviews.decide"):
        case = locked_case(review_id, by=by, thing=CaseObject.DECISION, expected_version=expected_version)
        review = case.review
        _number(review, decision.case_number.strip())
        proposed = {(grade.part_id, grade.area_key): grade for grade in proposed_grades(review)}
        advice = advice_on(review)
        standard = standards.load(review.standard_key)
        for final in decision.grades:
            place = (final.part_id, final.area_key)
            before = proposed.get(place)
            if before is None:
                raise CaseRefused("grades-missing", areas=final.area_key)
            if standard.area(final.area_key).scale.letter_of(final.outcome) is None:
                raise CaseRefused("outcome-not-in-scale")
            if final.outcome != before.outcome and not final.reason.strip():
                raise CaseRefused("decision-reason-missing", area=final.area_key)
            is_kept = final.outcome == before.outcome
            if is_kept and advice.get(place) == Advice.RECONSIDER and not final.reason.strip():
                raise CaseRefused("against-advice", area=final.area_key)
            Grade.objects.create(
                part_id=final.part_id,
                area_key=final.area_key,
                round=GradeRound.DECISION,
                outcome=final.outcome,
                reason=final.reason.strip(),
                decided_by_id=person_id_of(by),
                decided_on=timezone.localdate(now),
                recorded_at=now,
            )
        return move_case(
            review_id=review_id, step=Step.DECIDE, expected_version=expected_version, now=now, by=by
        )


def _number(review: Review, case_number: str) -> None:
    if not case_number:
        raise CaseRefused("case-number-missing")
    if Review.objects.filter(case_number=case_number).exclude(pk=review.pk).exists():
        raise CaseRefused("case-number-taken")
    if review.case_number != case_number:
        review.case_number = case_number
        review.save(update_fields=["case_number"])
