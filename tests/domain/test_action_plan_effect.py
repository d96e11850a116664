"""What an action plan and its follow-up do to a grade."""

from __future__ import annotations

import pytest

from kollegium.domain.grading import (
    Answer,
    FollowUp,
    PlanEffect,
    PlannedAction,
    RegradingReason,
    Verdict,
    effect_of_action_plan,
    effect_of_follow_up,
)
from kollegium.domain.standard import Area, Outcome, load
from tests.domain.standards import INTERNSHIP, WITHOUT_REMARKS, make_area

FAILED, REMARKS, PASSED, WELL = Outcome
YES, PARTLY, NO = Answer
PENDING, DONE, NOT_DONE = FollowUp
TWO_BREACHES = {"Z1": Verdict.NOT_MET, "Z2": Verdict.PARTLY_MET, "Z3": Verdict.MET, "Z4": Verdict.NOT_MET}
R = RegradingReason


def actions(*judged: tuple[str, Answer | None]) -> list[PlannedAction]:
    return [PlannedAction(key, answers) for key, answers in judged]


@pytest.mark.parametrize(
    ("judged", "outcome", "deciding", "reason"),
    [
        ([("Z1", YES), ("Z2", YES)], REMARKS, ("Z1", "Z2"), R.EVERY_BREACH_ANSWERED),
        ([("Z1", YES), ("Z1", NO), ("Z2", YES)], REMARKS, ("Z1", "Z2"), R.EVERY_BREACH_ANSWERED),
        ([("Z1", YES), ("Z2", YES), ("Z4", NO)], REMARKS, ("Z1", "Z2"), R.EVERY_BREACH_ANSWERED),
        ([("Z1", YES), ("Z2", PARTLY)], FAILED, ("Z2",), R.BREACH_NOT_ANSWERED),
        ([("Z1", NO), ("Z2", PARTLY)], FAILED, ("Z1", "Z2"), R.BREACH_NOT_ANSWERED),
        ([("Z1", YES)], FAILED, ("Z2",), R.BREACH_NOT_ANSWERED),
        ([], FAILED, ("Z1", "Z2"), R.BREACH_NOT_ANSWERED),
        ([("Z1", YES), ("Z2", None)], FAILED, ("Z2",), R.JUDGEMENT_MISSING),
        ([("Z1", None), ("Z2", NO)], FAILED, ("Z2",), R.BREACH_NOT_ANSWERED),
        ([("Z1", YES), ("Z2", NO), ("Z2", None)], FAILED, ("Z2",), R.JUDGEMENT_MISSING),
    ],
    ids=[
        "every breach answered",
        "one of two actions is enough",
        "an action against a recommendation does not matter",
        "partly is not yes",
        "none answered",
        "a breach without action",
        "no plan",
        "one not yet judged",
        "one turned down, another not yet judged",
        "turned down, a second action waits",
    ],
)
def test_plan_lifts_only_when_every_breach_is_answered(
    judged: list[tuple[str, Answer | None]],
    outcome: Outcome,
    deciding: tuple[str, ...],
    reason: RegradingReason,
) -> None:
    area = make_area(3, 1, 0)

    effect = effect_of_action_plan(area, outcome=FAILED, verdicts=TWO_BREACHES, actions=actions(*judged))

    letter = area.scale.letter_of(outcome)
    assert effect == PlanEffect("Z", outcome, letter, deciding, reason, after_action_plan=outcome is REMARKS)


@pytest.mark.parametrize(
    ("area", "before", "verdicts", "expected"),
    [
        (make_area(3, 1), REMARKS, {"Z4": Verdict.NOT_MET}, (REMARKS, "R", (), R.AREA_NOT_FAILED)),
        (make_area(3, 1), FAILED, {"Z1": Verdict.CANNOT_TELL}, (FAILED, "X", (), R.NO_BREACH_RECORDED)),
        (
            make_area(1, outcomes=WITHOUT_REMARKS),
            FAILED,
            {"Z1": Verdict.NOT_MET},
            (FAILED, "X", ("Z1",), R.OUTCOME_NOT_IN_SCALE),
        ),
        (
            make_area(1, outcomes=INTERNSHIP, action_plan_lifts=False),
            FAILED,
            {"Z1": Verdict.NOT_MET},
            (None, None, (), R.NO_RULE_FOR_ACTION_PLANS),
        ),
    ],
    ids=["not failed", "no breach recorded", "scale without remarks", "internship"],
)
def test_plan_changes_nothing_where_the_rule_says_nothing(
    area: Area,
    before: Outcome,
    verdicts: dict[str, Verdict],
    expected: tuple[Outcome | None, str | None, tuple[str, ...], RegradingReason],
) -> None:
    effect = effect_of_action_plan(area, outcome=before, verdicts=verdicts, actions=actions(("Z1", YES)))

    assert (effect.outcome, effect.letter, effect.deciding, effect.reason) == expected
    assert not effect.after_action_plan


@pytest.mark.parametrize(
    ("followed", "deciding", "reason", "after_action_plan", "decide_again"),
    [
        ([("Z1", DONE), ("Z2", DONE)], ("Z1", "Z2"), R.FOLLOWED_UP, False, False),
        ([("Z1", DONE), ("Z2", PENDING)], ("Z2",), R.FOLLOW_UP_PENDING, True, False),
        ([("Z1", DONE)], ("Z2",), R.FOLLOW_UP_PENDING, True, False),
        ([("Z1", NOT_DONE), ("Z2", PENDING)], ("Z1",), R.FOLLOW_UP_NOT_DONE, True, True),
        ([("Z1", DONE), ("Z1", NOT_DONE), ("Z2", DONE)], ("Z1",), R.FOLLOW_UP_NOT_DONE, True, True),
    ],
    ids=["all done", "one pending", "one without action", "one not done", "one of two not done"],
)
def test_follow_up_confirms_waits_or_asks_for_a_new_decision(
    followed: list[tuple[str, FollowUp]],
    deciding: tuple[str, ...],
    reason: RegradingReason,
    after_action_plan: bool,
    decide_again: bool,
) -> None:
    area = make_area(3, 1, 0)
    plan = [PlannedAction(key, YES, follow_up) for key, follow_up in followed]

    effect = effect_of_follow_up(area, outcome=REMARKS, verdicts=TWO_BREACHES, actions=plan)

    assert effect == PlanEffect("Z", REMARKS, "R", deciding, reason, after_action_plan, decide_again)


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([YES, NO], R.FOLLOWED_UP),
        ([PARTLY, NO], R.FOLLOW_UP_NOT_DONE),
    ],
    ids=["only the answering action counts", "lifted by a person without one"],
)
def test_follow_up_counts_the_actions_the_grade_rests_on(
    answers: list[Answer], reason: RegradingReason
) -> None:
    area = make_area(1)
    plan = [PlannedAction("Z1", answers[0], DONE), PlannedAction("Z1", answers[1], NOT_DONE)]

    effect = effect_of_follow_up(area, outcome=REMARKS, verdicts={"Z1": Verdict.NOT_MET}, actions=plan)

    assert effect.reason is reason


def test_stored_text_works_like_members() -> None:
    plan = [PlannedAction("Z1", "yes", "done")]  # type: ignore[arg-type]

    effect = effect_of_action_plan(make_area(1), outcome="failed", verdicts={"Z1": "not_met"}, actions=plan)  # type: ignore[arg-type, dict-item]

    assert (effect.outcome, effect.letter, effect.reason) == (REMARKS, "R", R.EVERY_BREACH_ANSWERED)


def test_follow_up_waits_where_no_breach_is_recorded() -> None:
    effect = effect_of_follow_up(
        make_area(1), outcome=REMARKS, verdicts={}, actions=[PlannedAction("Z1", YES, DONE)]
    )

    assert effect == PlanEffect("Z", REMARKS, "R", (), R.FOLLOW_UP_PENDING, after_action_plan=True)


@pytest.mark.parametrize(("key", "letter"), [("D6", "C"), ("A1", "D"), ("C1", "D")])
def test_shipped_areas_lift_to_c_only_where_their_scale_has_a_c(key: str, letter: str) -> None:
    area = load("spur-st-2021").area(key[0])

    effect = effect_of_action_plan(
        area, outcome=FAILED, verdicts={key: Verdict.NOT_MET}, actions=actions((key, YES))
    )

    assert effect.letter == letter
