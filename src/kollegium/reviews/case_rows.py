"""The rows of a case made from plain values, before they are stored."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import models

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


@dataclass(slots=True)
class CaseRows:
    """What hangs on a review and its parts, each list in the order the rows are stored."""

    reviewers: list[ReviewerName] = field(default_factory=list)
    points: list[SummaryPoint] = field(default_factory=list)
    texts: list[AreaText] = field(default_factory=list)
    grades: list[Grade] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    items: list[ActionPlanItem] = field(default_factory=list)

    def lists(self) -> Iterator[list[models.Model]]:
        """Give each list of rows, one model a list."""
        for name in self.__dataclass_fields__:
            yield getattr(self, name)

    def extend(self, other: "CaseRows") -> None:
        """Add the rows of another case."""
        for mine, theirs in zip(self.lists(), other.lists(), strict=True):
            mine.extend(theirs)


def review_row(recorded: RecordedReview, unit: Unit, *, now: datetime, created_by_id: int | None) -> Review:
    """Give the review itself, not yet stored, without the columns that repeat its rows."""
    return Review(
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


def case_rows(
    review: Review, parts: list[ReviewPart], recorded: RecordedReview, *, now: datetime
) -> CaseRows:
    """Give every row of a review whose ids, and whose parts' ids, are known."""
    rows = CaseRows(
        reviewers=[
            ReviewerName(review_id=review.pk, name=name, position=position)
            for position, name in enumerate(recorded.reviewers)
        ]
    )
    for part, values in zip(parts, recorded.parts, strict=True):
        rows.points += _points(part.pk, values)
        rows.texts += _texts(part.pk, values)
        rows.grades += _grades(part.pk, values, now)
        rows.verdicts += _verdicts(part.pk, values, now)
        rows.items += _items(part.pk, values)
    return rows


def _points(part_id: int, recorded: RecordedPart) -> list[SummaryPoint]:
    boxes = (
        (SummaryHeading.STRENGTHS, recorded.strengths),
        (SummaryHeading.WEAKNESSES, recorded.weaknesses),
        (SummaryHeading.IMPROVEMENTS, recorded.improvements),
    )
    return [
        SummaryPoint(part_id=part_id, heading=heading, position=place, text=text)
        for heading, texts in boxes
        for place, text in enumerate(texts)
    ]


def _texts(part_id: int, recorded: RecordedPart) -> list[AreaText]:
    return [
        AreaText(
            part_id=part_id, area_key=area.area_key, narrative=area.narrative, grade_quote=area.grade_quote
        )
        for area in recorded.areas
    ]


def _grades(part_id: int, recorded: RecordedPart, now: datetime) -> list[Grade]:
    return [
        Grade(
            part_id=part_id,
            area_key=grade.area_key,
            round=grade.round,
            outcome=grade.outcome,
            reason=grade.reason,
            decided_on=grade.decided_on,
            recorded_at=now,
        )
        for grade in recorded.grades
    ]


def _verdicts(part_id: int, recorded: RecordedPart, now: datetime) -> list[Verdict]:
    return [
        Verdict(
            part_id=part_id,
            criterion_key=verdict.criterion_key,
            outcome=verdict.outcome,
            source=verdict.source,
            note=verdict.note,
            recorded_at=now,
        )
        for verdict in recorded.verdicts
    ]


def _items(part_id: int, recorded: RecordedPart) -> list[ActionPlanItem]:
    return [
        ActionPlanItem(
            part_id=part_id,
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
    ]
