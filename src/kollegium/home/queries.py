"""What the start page shows: the steps every capability offers, merged, and the latest reviews."""

from datetime import date
from typing import TYPE_CHECKING, Any

from kollegium.domain.next_steps import NextStep, in_order
from kollegium.report_import.queries import next_steps as import_steps
from kollegium.reviews.queries import next_steps as review_steps

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give everything that waits for the actor, most urgent first."""
    return in_order([*review_steps.next_steps_for(actor, as_of=as_of), *import_steps.next_steps_for(actor)])


def latest_reviews_for(actor: "Actor") -> list[dict[str, Any]]:
    """Give the newest reviews the actor may read, as plain rows."""
    return review_steps.latest_reviews_for(actor)
