"""What was proposed and what was decided of a case, and by whom."""

from datetime import date
from typing import TYPE_CHECKING

from kollegium.accounts.models import Assignment
from kollegium.domain.case_life import Step
from kollegium.domain.roles import ROLES, Permission
from kollegium.reviews.models import CaseMove, Grade, GradeRound, Review
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS

if TYPE_CHECKING:
    from kollegium.accounts.models import Person


def grades_in(review: Review, round_: GradeRound) -> dict[tuple[int, str], Grade]:
    """Give the last grade of a round by place; one query. Shape: (part, area) → grade, in the report's order."""
    rows = (
        Grade.objects.filter(part__review=review, round=round_)
        .select_related("part", "decided_by")
        .order_by("part__position", "part", "area_key", "sequence", "pk")
    )
    return {(grade.part_id, grade.area_key): grade for grade in rows}


def is_decided_here(review: Review) -> bool:
    """Say whether the decision was taken in Kollegium, and not read in from a report; one query."""
    return CaseMove.objects.filter(review=review, step=Step.DECIDE.value).exists()


def roles_of_decider(review: Review, person: "Person", on: date) -> tuple[str, ...]:
    """Give the roles by which somebody decided about a case on a day; one query."""
    needed = {Permission.RUN_CASES}
    if review.kind in INTERNAL_KINDS:
        needed.add(Permission.RUN_INTERNAL_CASES)
    deciding = [role.value for role, rule in ROLES.items() if needed & rule.permissions]
    held = Assignment.objects.in_force(on).filter(person=person, role__in=deciding)
    return tuple(held.order_by("role").values_list("role", flat=True).distinct())
