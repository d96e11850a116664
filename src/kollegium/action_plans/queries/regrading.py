"""What the rule says of an area's grade once its actions are followed up; a person decides."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F

from kollegium.action_plans.models import ItemJudgement
from kollegium.domain.grading import Answer, FollowUp, PlanEffect, PlannedAction, effect_of_follow_up
from kollegium.domain.roles import Permission
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import ActionState, GradeRound, Review
from kollegium.reviews.queries import case_of, place_of

if TYPE_CHECKING:
    from kollegium.action_plans.queries.one_action import PlanAction
    from kollegium.domain.roles import Actor

# An action that is reported done is not yet followed up.
FOLLOWED_UP = {ActionState.DONE: FollowUp.DONE, ActionState.NOT_DONE: FollowUp.NOT_DONE}


@dataclass(frozen=True, slots=True)
class Regrading:
    """The area of an action, its grade now, and what the rule says of it after the follow-up."""

    part_id: int
    area_key: str
    letter: str
    effect: PlanEffect


def regrading_for(actor: "Actor", action: "PlanAction") -> Regrading | None:
    """Give what the rule says, for those who decide grades; None for others, and where no failed grade was set."""
    if action.area is None or not actor.may(Permission.OVERRULE_GRADES, place_of(action.review)):
        return None
    case = case_of(action.review)
    part = next(part for part in case.parts if part.pk == action.item.part_id)
    graded = next((one for one in case.grades_of(part) if one.area.key == action.area.key), None)
    if graded is None or graded.now is None or graded.at_visit is None:
        return None
    if graded.at_visit.outcome is not Outcome.FAILED or not action.area.scale.action_plan_lifts:
        return None
    # Of a plan that was read in, whether it was accepted is told by the grade after it alone.
    judged = answers_in(action.review)
    lifted = any(
        grade.round == GradeRound.ACTION_PLAN and grade.outcome is not Outcome.FAILED
        for grade in graded.rounds
    )
    actions = [
        PlannedAction(
            item.criterion_key,
            judged.get(item.pk, Answer.YES if lifted and not judged else None),
            FOLLOWED_UP.get(ActionState(item.state), FollowUp.PENDING),
        )
        for item in part.plan
        if item.area_key == action.area.key
    ]
    effect = effect_of_follow_up(
        action.area, outcome=graded.now.outcome, verdicts=part.outcomes_of_criteria(), actions=actions
    )
    letter = action.area.scale.letter_of(graded.now.outcome) or ""
    return Regrading(part.pk, action.area.key, letter, effect)


def answers_in(review: Review) -> dict[int, Answer]:
    """Give what the office said of each action of a plan that was sent here. Shape: action id → answer; one query."""
    rows = ItemJudgement.objects.filter(
        item__plan__review=review,
        is_of_office=True,
        item_version=F("item__version"),
        item__item__isnull=False,
    )
    return {item: Answer(answers) for item, answers in rows.values_list("item__item", "answers")}
