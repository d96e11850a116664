"""What the decision does with the grades: each proposed one becomes final, unless another was decided."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import Grade, GradeRound, Review

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def proposed_grades(review: Review) -> list[Grade]:
    """Give the last proposed grade of each area of each part."""
    rows = Grade.objects.filter(part__review=review, round=GradeRound.PROVISIONAL).order_by("sequence", "pk")
    return list({(grade.part_id, grade.area_key): grade for grade in rows}.values())


def settle_grades(review: Review, *, now: datetime, by: "Actor") -> None:
    """Let every area without a decided grade have the proposed one decided. Runs inside the step that decides."""
    decided = set(
        Grade.objects.filter(part__review=review, round=GradeRound.DECISION).values_list(
            "part_id", "area_key"
        )
    )
    for grade in proposed_grades(review):
        if (grade.part_id, grade.area_key) not in decided:
            Grade.objects.create(
                part_id=grade.part_id,
                area_key=grade.area_key,
                round=GradeRound.DECISION,
                outcome=grade.outcome,
                decided_by_id=person_id_of(by),
                decided_on=timezone.localdate(now),
                recorded_at=now,
            )
