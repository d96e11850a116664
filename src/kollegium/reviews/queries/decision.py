"""What was proposed and what was decided of a case."""

from kollegium.reviews.models import Grade, GradeRound, Review


def grades_in(review: Review, round_: GradeRound) -> dict[tuple[int, str], Grade]:
    """Give the last grade of a round by place; one query. Shape: (part, area) → grade, in the report's order."""
    rows = (
        Grade.objects.filter(part__review=review, round=round_)
        .select_related("part", "decided_by")
        .order_by("part__position", "part", "area_key", "sequence", "pk")
    )
    return {(grade.part_id, grade.area_key): grade for grade in rows}
