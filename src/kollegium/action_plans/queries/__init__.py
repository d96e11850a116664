"""Every read of the follow-up that a page or an action needs."""

from kollegium.action_plans.queries.board import (
    BoardFilters,
    BoardView,
    board_counts_for,
    export_actions_for,
    list_actions_for,
    list_units_for,
)
from kollegium.action_plans.queries.cycle import (
    CycleFilters,
    CycleView,
    cycle_counts_for,
    cycle_of_unit,
    export_cycle_for,
    list_cycle_for,
)
from kollegium.action_plans.queries.one_action import (
    PlanAction,
    ShownEvidence,
    get_action_for,
    get_evidence_file_for,
)
from kollegium.action_plans.queries.regrading import Regrading, regrading_for
from kollegium.action_plans.queries.watching import (
    extra_reviews_of_unit,
    get_extra_review_for,
    list_extra_reviews_for,
    rules_of,
)

__all__ = [
    "BoardFilters",
    "BoardView",
    "CycleFilters",
    "CycleView",
    "PlanAction",
    "Regrading",
    "ShownEvidence",
    "board_counts_for",
    "cycle_counts_for",
    "cycle_of_unit",
    "export_actions_for",
    "export_cycle_for",
    "extra_reviews_of_unit",
    "get_action_for",
    "get_evidence_file_for",
    "get_extra_review_for",
    "list_actions_for",
    "list_cycle_for",
    "list_extra_reviews_for",
    "list_units_for",
    "regrading_for",
    "rules_of",
]
