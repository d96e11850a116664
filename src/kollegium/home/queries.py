"""What the start page shows: steps and changes that every capability offers, merged, and the latest reviews."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kollegium.accounts.queries import changes as role_changes
from kollegium.accounts.queries import proposals as role_steps
from kollegium.domain.changes import ChangedThing, Subject, by_thing
from kollegium.domain.next_steps import NextStep, in_order
from kollegium.organisations.queries import changes as unit_changes
from kollegium.planning.queries import orders as order_steps
from kollegium.report_import.queries import changes as import_changes
from kollegium.report_import.queries import next_steps as import_steps
from kollegium.reviews.queries import case_steps
from kollegium.reviews.queries import changes as review_changes
from kollegium.reviews.queries import next_steps as review_steps

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give everything that waits for the actor, most urgent first."""
    return in_order(
        [
            *review_steps.next_steps_for(actor, as_of=as_of),
            *case_steps.next_steps_for(actor, as_of=as_of),
            *order_steps.next_steps_for(actor, as_of=as_of),
            *import_steps.next_steps_for(actor),
            *role_steps.next_steps_for(actor),
        ]
    )


def latest_reviews_for(actor: "Actor") -> list[dict[str, Any]]:
    """Give the newest reviews the actor may read, as plain rows."""
    return review_steps.latest_reviews_for(actor)


def changes_for(
    actor: "Actor", *, since: datetime, subject: Subject | None = None, with_own: bool = False
) -> list[ChangedThing]:
    """Give what changed since then of what the actor may see, thing by thing, the last changed first.

    What the actor did is left out unless asked for.
    """
    offers = {
        Subject.REVIEW: review_changes.changes_for,
        Subject.IMPORT: import_changes.changes_for,
        Subject.UNIT: unit_changes.changes_for,
        Subject.ROLE: role_changes.changes_for,
    }
    wanted = [offer for key, offer in offers.items() if subject in (None, key)]
    found = [one for offer in wanted for one in offer(actor, since=since)]
    return by_thing(one for one in found if with_own or one.actor_key != actor.key)
