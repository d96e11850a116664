"""Every write of the follow-up that a person or a job can do."""

from kollegium.action_plans.actions.evidence import (
    NewEvidence,
    SentFile,
    add_evidence,
    withdraw_evidence,
)
from kollegium.action_plans.actions.progress import ActionReport, judge_action, report_action
from kollegium.action_plans.actions.rules import RuleValues, change_region_rules
from kollegium.action_plans.actions.watching import dismiss_extra_review, keep_watch

__all__ = [
    "ActionReport",
    "NewEvidence",
    "SentFile",
    "RuleValues",
    "add_evidence",
    "change_region_rules",
    "dismiss_extra_review",
    "judge_action",
    "keep_watch",
    "report_action",
    "withdraw_evidence",
]
