"""Calibration: a comment with an advice on the proposed grade of one area, and what the team answers to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import Http404

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.reviews.actions.cases import CaseRefused, locked_case
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import Advice, CalibrationComment, ReviewPart
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class NewComment:
    """What is said of the proposed grade of one area."""

    part_id: int
    area_key: str
    advice: Advice
    text: str


def comment_on_grade(
    *, review_id: int, comment: NewComment, now: datetime, by: "Actor"
) -> CalibrationComment:
    """Keep a comment with its advice; earlier ones stay, and the last advice counts.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `comment-empty`.
    """
    with recording(by=by, action="reviews.comment_on_grade"):
        case = locked_case(review_id, by=by, thing=CaseObject.CALIBRATION)
        part = ReviewPart.objects.filter(review=case.review, pk=comment.part_id).first()
        keys = {area.key for area in standards.load(case.review.standard_key).areas}
        if part is None or comment.area_key not in keys:
            raise Http404
        if not comment.text.strip():
            raise CaseRefused("comment-empty")
        return CalibrationComment.objects.create(
            part=part,
            area_key=comment.area_key,
            advice=comment.advice,
            text=comment.text.strip(),
            written_at=now,
            written_by_id=person_id_of(by),
        )


def answer_comment(
    *, review_id: int, comment_id: int, text: str, now: datetime, by: "Actor"
) -> CalibrationComment:
    """Keep what the team answers to a comment; each is answered once, so that nobody's answer is written over.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `answer-empty`, `already-answered`.
    """
    with recording(by=by, action="reviews.answer_comment"):
        locked_case(review_id, by=by, thing=CaseObject.CALIBRATION_ANSWERS)
        rows = CalibrationComment.objects.select_for_update(of=("self",))
        comment = rows.filter(part__review=review_id, pk=comment_id).first()
        if comment is None:
            raise Http404
        if comment.answer:
            raise CaseRefused("already-answered")
        if not text.strip():
            raise CaseRefused("answer-empty")
        comment.answer, comment.answered_at = text.strip(), now
        comment.answered_by_id = person_id_of(by)
        comment.save(update_fields=["answer", "answered_at", "answered_by"])
    return comment
