"""What the start page shows: steps and changes that every capability offers, merged, and the latest reviews."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kollegium.accounts.queries import changes as role_changes
from kollegium.accounts.queries import next_steps as people_steps
from kollegium.action_plans.queries import next_steps as follow_up_steps
from kollegium.domain.changes import ChangedThing, Subject, by_thing
from kollegium.domain.next_steps import NextStep, in_order
from kollegium.domain.roles import Permission
from kollegium.organisations.queries import changes as unit_changes
from kollegium.planning.queries import orders as order_steps
from kollegium.report_import.queries import changes as import_changes
from kollegium.report_import.queries import next_steps as import_steps
from kollegium.reviews.queries import (
    calibration,
    case_steps,
    exchange_steps,
    material_steps,
    questionnaire_steps,
)
from kollegium.reviews.queries import changes as review_changes
from kollegium.reviews.queries import next_steps as review_steps
from kollegium.reviews.queries.own_units import UnitSituation, own_units_for

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Opening:
    """What the start page opens with: everything that waits, most urgent first, and how one's own units stand."""

    steps: list[NextStep]
    situations: list[UnitSituation]


def opening_for(actor: "Actor", *, as_of: date) -> Opening:
    """Give what waits for the actor, and how the units stand that they answer for."""
    due, situations = own_units_for(actor, as_of=as_of)
    steps = [
        *due,
        *review_steps.next_steps_for(actor, as_of=as_of),
        *case_steps.next_steps_for(actor, as_of=as_of),
        *material_steps.material_steps_for(actor, as_of=as_of),
        *questionnaire_steps.questionnaire_steps_for(actor, as_of=as_of),
        *calibration.calibration_steps_for(actor),
        *exchange_steps.exchange_steps_for(actor, as_of=as_of),
        *follow_up_steps.next_steps_for(actor, as_of=as_of),
        *order_steps.next_steps_for(actor, as_of=as_of),
        *import_steps.next_steps_for(actor),
        *people_steps.next_steps_for(actor, as_of=as_of),
    ]
    return Opening(in_order(steps), situations)


def steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give everything that waits for the actor, most urgent first."""
    return opening_for(actor, as_of=as_of).steps


def has_units_alone(actor: "Actor") -> bool:
    """Say whether the actor reads reviews of single units and of nothing wider."""
    held = actor.places(Permission.READ_REVIEWS)
    wider = held.national or held.region_ids or held.care_provider_ids or held.specialty_keys
    return bool(held.unit_ids) and not wider


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
