"""Record a whole review that was made outside: an old report, or an invented one."""

from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.organisations.models import Unit
from kollegium.reviews.models import (
    ActionPlanItem,
    AreaText,
    Grade,
    Review,
    ReviewerName,
    ReviewPart,
    SummaryHeading,
    SummaryPoint,
    Verdict,
)
from kollegium.reviews.recorded import RecordedPart, RecordedReview
from kollegium.reviews.summaries import refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


class RecordingRefused(Refused):
    """The review cannot be recorded. Codes: `not-allowed-here`."""


def record_review(
    *, recorded: RecordedReview, by: "Actor", now: datetime, created_by_id: int | None = None
) -> Review:
    """Write one review with all its rows in one transaction and give it.

    **Raises** RecordingRefused when the actor may not import reviews of the unit.
    """
    unit = Unit.objects.get(pk=recorded.unit_id)
    if not by.may(Permission.IMPORT_REVIEWS, unit.place):
        raise RecordingRefused("not-allowed-here")
    with recording(by=by, action="reviews.record_review"):
        review = Review.objects.create(
            kind=recorded.kind,
            unit=unit,
            care_provider_id=recorded.care_provider_id or unit.care_provider_id,
            specialty_id=recorded.specialty_id,
            standard_key=recorded.standard_key,
            state=recorded.state,
            source=recorded.source,
            case_number=recorded.case_number,
            visit_from=recorded.visit_from,
            visit_to=recorded.visit_to,
            visit_text=recorded.visit_text,
            report_date=recorded.report_date,
            report_date_text=recorded.report_date_text,
            created_at=now,
            created_by_id=created_by_id,
        )
        ReviewerName.objects.bulk_create(
            ReviewerName(review=review, name=name, position=position)
            for position, name in enumerate(recorded.reviewers)
        )
        for position, part in enumerate(recorded.parts):
            _record_part(review, part, position, now)
        refresh_summary(review)
    review.refresh_from_db()
    return review


def _record_part(review: Review, recorded: RecordedPart, position: int, now: datetime) -> None:
    part = ReviewPart.objects.create(review=review, key=recorded.key, position=position)
    SummaryPoint.objects.bulk_create(
        SummaryPoint(part=part, heading=heading, position=place, text=text)
        for heading, texts in (
            (SummaryHeading.STRENGTHS, recorded.strengths),
            (SummaryHeading.WEAKNESSES, recorded.weaknesses),
            (SummaryHeading.IMPROVEMENTS, recorded.improvements),
        )
        for place, text in enumerate(texts)
    )
    AreaText.objects.bulk_create(
        AreaText(part=part, area_key=area.area_key, narrative=area.narrative, grade_quote=area.grade_quote)
        for area in recorded.areas
    )
    Grade.objects.bulk_create(
        Grade(
            part=part,
            area_key=grade.area_key,
            round=grade.round,
            outcome=grade.outcome,
            reason=grade.reason,
            decided_on=grade.decided_on,
            recorded_at=now,
        )
        for grade in recorded.grades
    )
    Verdict.objects.bulk_create(
        Verdict(
            part=part,
            criterion_key=verdict.criterion_key,
            outcome=verdict.outcome,
            source=verdict.source,
            note=verdict.note,
            recorded_at=now,
        )
        for verdict in recorded.verdicts
    )
    _record_plan(part, recorded)


def _record_plan(part: ReviewPart, recorded: RecordedPart) -> None:
    ActionPlanItem.objects.bulk_create(
        ActionPlanItem(
            part=part,
            position=position,
            area_key=item.area_key,
            criterion_key=item.criterion_key,
            action=item.action,
            due_text=item.due_text,
            due_on=item.due_on,
            responsible=item.responsible,
            follow_up_text=item.follow_up_text,
            follow_up_on=item.follow_up_on,
            follow_up_responsible=item.follow_up_responsible,
            state=item.state,
        )
        for position, item in enumerate(recorded.plan_items)
    )
