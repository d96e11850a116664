"""What a person types about plans and their follow-up."""

from kollegium.action_plans.forms.follow_up import (
    BoardForm,
    CycleForm,
    DismissalForm,
    EvidenceFields,
    JudgementForm,
    ReportForm,
    RulesForm,
    WithdrawalForm,
)

__all__ = [
    "BoardForm",
    "CycleForm",
    "DismissalForm",
    "EvidenceFields",
    "JudgementForm",
    "ReportForm",
    "RulesForm",
    "WithdrawalForm",
]
