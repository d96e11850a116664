"""Erase a person on the command line: ask first, then do it, and say what was done."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone, translation

from kollegium.accounts import actions, wording
from kollegium.accounts.queries import names_of_people
from kollegium.domain.roles import SystemActor


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the person was erased, and what to tell whoever asked for it."""

    is_done: bool
    text: str


def erase(person_id: int, *, is_confirmed: bool) -> Outcome:
    """Erase a person, or say who it would be when it is not confirmed yet.

    Side effects: as `accounts.actions.erase_person`; under the name of the operator's command.
    """
    name = names_of_people({person_id}).get(person_id)
    if name and not is_confirmed:
        return Outcome(False, f"This would erase {name}, for good. Nothing was done; to do it, add --yes.")
    try:
        erased = actions.erase_person(
            person_id=person_id, as_of=timezone.localdate(), by=SystemActor("erase-person")
        )
    except actions.PeopleRefused as refused:
        with translation.override("en"):
            return Outcome(False, str(wording.REFUSALS[refused.code]))
    return Outcome(True, f"Person {person_id} is erased; {erased} rows of the change log went with them.")
