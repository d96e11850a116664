"""What waits for somebody: the steps a capability offers and the start page merges."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Urgency(IntEnum):
    """How soon a step should be taken, most urgent first."""

    LATE = 0
    WAITING = 1
    SOON = 2


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step. `kind` is a stable key that the interface words; `object_id` is what it leads to.

    `count` is how many things wait behind it, `name` what the step is about, `due_on` its last day.
    """

    kind: str
    urgency: Urgency
    count: int = 1
    object_id: int | None = None
    name: str = ""
    due_on: date | None = None


def in_order(steps: Iterable[NextStep]) -> list[NextStep]:
    """Give steps with the most urgent first; among equals the earliest day, those without a day last."""
    return sorted(
        steps,
        key=lambda step: (step.urgency, step.due_on is None, step.due_on or date.max, step.kind, step.name),
    )
