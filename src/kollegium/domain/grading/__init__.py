"""The grading rule: reasons in outcomes, proposes, and leaves the decision to people."""

from kollegium.domain.grading.action_plan import (
    Answer,
    FollowUp,
    PlanEffect,
    PlannedAction,
    RegradingReason,
    effect_of_action_plan,
    effect_of_follow_up,
)
from kollegium.domain.grading.proposal import (
    GradeProposal,
    GradingReason,
    Overruling,
    OverrulingRefused,
    Verdict,
    breached_regulations,
    overrule,
    propose_grade,
)

__all__ = [
    "Answer",
    "FollowUp",
    "GradeProposal",
    "GradingReason",
    "Overruling",
    "OverrulingRefused",
    "PlanEffect",
    "PlannedAction",
    "RegradingReason",
    "Verdict",
    "breached_regulations",
    "effect_of_action_plan",
    "effect_of_follow_up",
    "overrule",
    "propose_grade",
]
