"""What is stored about the follow-up of reviews."""

from kollegium.action_plans.models.evidence import Evidence
from kollegium.action_plans.models.plan import ItemJudgement, Plan, PlanDraftItem, PlanExtension
from kollegium.action_plans.models.watching import (
    USUAL_DAYS,
    USUAL_MONTHS,
    Escalation,
    ExtraReview,
    RegionRules,
)

__all__ = [
    "USUAL_DAYS",
    "USUAL_MONTHS",
    "Escalation",
    "Evidence",
    "ExtraReview",
    "ItemJudgement",
    "Plan",
    "PlanDraftItem",
    "PlanExtension",
    "RegionRules",
]
