"""In which rounds a grade can be set beside those that stand: none that hides a decision, none that lacks its plan."""

from kollegium.reviews.models import (
    ActionPlanItem,
    AreaText,
    Grade,
    GradeRound,
    Review,
    ReviewPart,
    ReviewSource,
)
from kollegium.reviews.queries.corrections import is_corrected_openly

# Another grade in one of these would hide what was decided.
DECIDED_ROUNDS = (GradeRound.PROVISIONAL, GradeRound.DECISION, GradeRound.RECONSIDERED)
# A grade in one of these rests on an action plan.
PLAN_ROUNDS = (GradeRound.ACTION_PLAN, GradeRound.FOLLOW_UP)


def rounds_open(review: Review, part_id: int, area_key: str) -> tuple[GradeRound, ...]:
    """Give the rounds in which a grade of an area may be set, in the order of the case; four queries at most."""
    rounds = [one for one in GradeRound if one is not GradeRound.RECONSIDERED]
    if is_corrected_openly(review):
        rounds = [one for one in rounds if one not in DECIDED_ROUNDS]
    if not has_plan_for(review, part_id, area_key):
        rounds = [one for one in rounds if one not in PLAN_ROUNDS]
    elif review.source == ReviewSource.RECORDED:
        rounds.remove(GradeRound.ACTION_PLAN)
    return tuple(rounds)


def has_plan_for(review: Review, part_id: int, area_key: str) -> bool:
    """Say whether the action plan of a review has something about an area; three queries at most.

    Of a report that was read in, a plan that tells of other areas is enough, or a sentence about the grade: what
    was read may be incomplete, and is put right.
    """
    part = ReviewPart(pk=part_id)
    items = ActionPlanItem.objects.filter(part__review=review)
    if review.source == ReviewSource.RECORDED:
        return items.filter(part=part, area_key=area_key).exists()
    graded = Grade.objects.filter(part=part, area_key=area_key, round=GradeRound.ACTION_PLAN)
    told = AreaText.objects.filter(part=part, area_key=area_key).exclude(grade_quote="")
    return items.exists() or graded.exists() or told.exists()
