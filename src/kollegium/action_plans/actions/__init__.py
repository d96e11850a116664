"""Every write of the follow-up that a person or a job can do."""

from kollegium.action_plans.actions.evidence import (
    NewEvidence,
    SentFile,
    add_evidence,
    withdraw_evidence,
)
from kollegium.action_plans.actions.progress import ActionReport, judge_action, report_action

__all__ = [
    "ActionReport",
    "NewEvidence",
    "SentFile",
    "add_evidence",
    "judge_action",
    "report_action",
    "withdraw_evidence",
]
