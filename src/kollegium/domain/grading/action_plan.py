"""What an action plan and its follow-up do to the grade of a failed area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kollegium.domain.grading.proposal import Verdict, breached_regulations
from kollegium.domain.standard import Area, Outcome


class Answer(StrEnum):
    """A person's judgement of a planned action: does it answer the criterion it is written for?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class FollowUp(StrEnum):
    """What the follow-up of a planned action found."""

    PENDING = "pending"
    DONE = "done"
    NOT_DONE = "not_done"


class RegradingReason(StrEnum):
    """Why a grade changes after an action plan, stands, or has to be decided again."""

    EVERY_BREACH_ANSWERED = "every-breach-answered"
    BREACH_NOT_ANSWERED = "breach-not-answered"
    JUDGEMENT_MISSING = "judgement-missing"
    NO_BREACH_RECORDED = "no-breach-recorded"
    AREA_NOT_FAILED = "area-not-failed"
    OUTCOME_NOT_IN_SCALE = "outcome-not-in-scale"
    NO_RULE_FOR_ACTION_PLANS = "no-rule-for-action-plans"
    FOLLOW_UP_NOT_DONE = "follow-up-not-done"
    FOLLOW_UP_PENDING = "follow-up-pending"
    FOLLOWED_UP = "followed-up"


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One item of an action plan as far as the rule needs it; `answers` is None until judged."""

    criterion_key: str
    answers: Answer | None = None
    follow_up: FollowUp = FollowUp.PENDING


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """What the rule proposes after an action plan.

    `outcome` is the outcome proposed: a better one, the same, or None where the rule proposes
    nothing. `deciding` holds the criteria that decide. `after_action_plan` tells that the outcome
    rests on a plan that is not yet followed up and must be shown so ("C after action plan").
    `decide_again` tells that a person has to take a new decision.
    """

    area_key: str
    outcome: Outcome | None
    letter: str | None
    deciding: tuple[str, ...]
    reason: RegradingReason
    after_action_plan: bool = False
    decide_again: bool = False


def effect_of_action_plan(
    area: Area, *, outcome: Outcome, verdicts: Mapping[str, Verdict], actions: Iterable[PlannedAction]
) -> PlanEffect:
    """Propose the area's grade after its action plan has been judged, item by item.

    A failed area is lifted to passed with remarks when every breached regulation has an action that
    answers it; that a plan exists is not enough. `outcome` is the grade decided before the plan.
    Source: inferred from two review reports with action plans (docs/sources.md, `grading-rule`).
    """
    if not area.scale.action_plan_lifts:
        return PlanEffect(area.key, None, None, (), RegradingReason.NO_RULE_FOR_ACTION_PLANS)
    if outcome != Outcome.FAILED:
        return _stands(area, outcome, (), RegradingReason.AREA_NOT_FAILED)
    breaches = breached_regulations(area, verdicts)
    if not breaches:
        return _stands(area, outcome, (), RegradingReason.NO_BREACH_RECORDED)
    answers = _answers(actions)
    turned_down = tuple(key for key in breaches if _best_answer(answers.get(key, ())) != Answer.YES)
    if turned_down:
        # An item waiting for judgement leaves the grade open only if every other breach is answered.
        waiting = tuple(key for key in turned_down if None in answers.get(key, ()))
        if waiting == turned_down:
            return _stands(area, outcome, waiting, RegradingReason.JUDGEMENT_MISSING)
        refused = tuple(key for key in turned_down if key not in waiting)
        return _stands(area, outcome, refused, RegradingReason.BREACH_NOT_ANSWERED)
    letter = area.scale.letter_of(Outcome.PASSED_WITH_REMARKS)
    if letter is None:
        return _stands(area, outcome, breaches, RegradingReason.OUTCOME_NOT_IN_SCALE)
    return PlanEffect(
        area_key=area.key,
        outcome=Outcome.PASSED_WITH_REMARKS,
        letter=letter,
        deciding=breaches,
        reason=RegradingReason.EVERY_BREACH_ANSWERED,
        after_action_plan=True,
    )


def effect_of_follow_up(
    area: Area, *, outcome: Outcome, verdicts: Mapping[str, Verdict], actions: Iterable[PlannedAction]
) -> PlanEffect:
    """Propose what becomes of a grade that rests on an action plan, once items are followed up.

    `outcome` is the grade decided after the plan; it is never changed here. For each breach the actions
    judged to answer it count, or all of them where a person lifted the grade without such an action.
    """
    actions = list(actions)
    counted = {key: _actions_that_count(key, actions) for key in breached_regulations(area, verdicts)}
    not_done = tuple(
        key for key, found in counted.items() if any(item.follow_up == FollowUp.NOT_DONE for item in found)
    )
    letter = area.scale.letter_of(outcome)
    if not_done:
        return PlanEffect(
            area.key, outcome, letter, not_done, RegradingReason.FOLLOW_UP_NOT_DONE, True, decide_again=True
        )
    pending = tuple(
        key
        for key, found in counted.items()
        if not found or any(item.follow_up == FollowUp.PENDING for item in found)
    )
    if pending or not counted:
        return PlanEffect(area.key, outcome, letter, pending, RegradingReason.FOLLOW_UP_PENDING, True)
    return PlanEffect(area.key, outcome, letter, tuple(counted), RegradingReason.FOLLOWED_UP)


def _stands(area: Area, outcome: Outcome, deciding: tuple[str, ...], reason: RegradingReason) -> PlanEffect:
    return PlanEffect(area.key, outcome, area.scale.letter_of(outcome), deciding, reason)


def _answers(actions: Iterable[PlannedAction]) -> dict[str, list[Answer | None]]:
    answers: dict[str, list[Answer | None]] = {}
    for action in actions:
        answers.setdefault(action.criterion_key, []).append(action.answers)
    return answers


def _actions_that_count(criterion_key: str, actions: list[PlannedAction]) -> list[PlannedAction]:
    found = [action for action in actions if action.criterion_key == criterion_key]
    return [action for action in found if action.answers == Answer.YES] or found


def _best_answer(answers: Iterable[Answer | None]) -> Answer | None:
    """Give the best judgement among a breach's actions: one that answers it is enough."""
    given = set(answers)
    return next((answer for answer in Answer if answer in given), None)
