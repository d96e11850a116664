"""The life of a review as a case: the states from order to closing, and the steps between them.

Source: docs/sources.md, the steps of a review; which state a step leads to is inferred.
"""

from dataclasses import dataclass
from enum import StrEnum

from kollegium.domain.case_access import Viewer


class State(StrEnum):
    """Where a case stands."""

    ORDERED = "ordered"
    PLANNED = "planned"
    PREPARING = "preparing"
    VISITED = "visited"
    DRAFT = "draft"
    FACT_CHECK = "fact_check"
    CALIBRATION = "calibration"
    DECIDED = "decided"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"


# From order to closing; the two states outside are ends of another kind.
PATH = (
    State.ORDERED,
    State.PLANNED,
    State.PREPARING,
    State.VISITED,
    State.DRAFT,
    State.FACT_CHECK,
    State.CALIBRATION,
    State.DECIDED,
    State.FOLLOW_UP,
    State.CLOSED,
)
# Before the decision a case is work in progress and stands in no list of reviews.
IN_PROGRESS = frozenset(PATH[: PATH.index(State.DECIDED)])
FINISHED = frozenset(PATH[PATH.index(State.DECIDED) :])


class Step(StrEnum):
    """One step that a person takes with a case."""

    PLAN = "plan"
    PREPARE = "prepare"
    VISIT_DONE = "visit_done"
    WRITE = "write"
    SEND_DRAFT = "send_draft"
    CALIBRATE = "calibrate"
    DECIDE = "decide"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"
    BACK_TO_VISIT = "back_to_visit"
    BACK_TO_DRAFT = "back_to_draft"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class StepRule:
    """From which states a step leads where, and who may take it. A step back needs a reason."""

    sources: frozenset[State]
    target: State
    viewers: frozenset[Viewer]
    needs_reason: bool = False


def _rule(sources: tuple[State, ...], target: State, *viewers: Viewer, reason: bool = False) -> StepRule:
    return StepRule(frozenset(sources), target, frozenset(viewers), needs_reason=reason)


STEPS: dict[Step, StepRule] = {
    Step.PLAN: _rule((State.ORDERED,), State.PLANNED, Viewer.OFFICE),
    Step.PREPARE: _rule((State.PLANNED,), State.PREPARING, Viewer.OFFICE),
    Step.VISIT_DONE: _rule((State.PREPARING,), State.VISITED, Viewer.OFFICE, Viewer.REVIEWER),
    Step.WRITE: _rule((State.VISITED,), State.DRAFT, Viewer.OFFICE, Viewer.REVIEWER),
    Step.SEND_DRAFT: _rule((State.DRAFT,), State.FACT_CHECK, Viewer.OFFICE, Viewer.REVIEWER),
    Step.CALIBRATE: _rule((State.FACT_CHECK,), State.CALIBRATION, Viewer.OFFICE),
    Step.DECIDE: _rule((State.CALIBRATION,), State.DECIDED, Viewer.OFFICE),
    Step.FOLLOW_UP: _rule((State.DECIDED,), State.FOLLOW_UP, Viewer.OFFICE),
    Step.CLOSE: _rule((State.DECIDED, State.FOLLOW_UP), State.CLOSED, Viewer.OFFICE),
    Step.BACK_TO_VISIT: _rule((State.DRAFT,), State.VISITED, Viewer.OFFICE, Viewer.REVIEWER, reason=True),
    Step.BACK_TO_DRAFT: _rule((State.FACT_CHECK, State.CALIBRATION), State.DRAFT, Viewer.OFFICE, reason=True),
    Step.WITHDRAW: _rule(tuple(sorted(IN_PROGRESS)), State.WITHDRAWN, Viewer.OFFICE, reason=True),
}


def steps_from(state: State, viewers: frozenset[Viewer]) -> tuple[Step, ...]:
    """Give the steps that somebody with these parts in the case may take from a state, in the table's order."""
    return tuple(
        step for step, rule in STEPS.items() if state in rule.sources and not viewers.isdisjoint(rule.viewers)
    )
