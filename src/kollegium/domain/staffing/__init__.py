"""Who can review what: conflicts of interest, what each costs, and what a team needs."""

from kollegium.domain.staffing.neighbours import are_neighbours, neighbours_of
from kollegium.domain.staffing.rules import (
    COSTS,
    HARD,
    Candidate,
    Finding,
    Reason,
    Rules,
    Seniority,
    Tie,
    TieKind,
    Visit,
    cost_of,
    findings,
    is_of_specialty,
    is_ruled_out,
    team_faults,
)

__all__ = [
    "COSTS",
    "HARD",
    "Candidate",
    "Finding",
    "Reason",
    "Rules",
    "Seniority",
    "Tie",
    "TieKind",
    "Visit",
    "are_neighbours",
    "cost_of",
    "findings",
    "is_of_specialty",
    "is_ruled_out",
    "neighbours_of",
    "team_faults",
]
