"""People as actors: who acts, with which roles, on a day."""

from datetime import date

from kollegium.accounts.actors import HeldRole, PersonActor
from kollegium.accounts.models import Account, Assignment, Person
from kollegium.domain.roles import Role


def actor_of_account(account: Account, *, as_of: date) -> PersonActor:
    """Give the account's person as an actor with the roles in force on the day."""
    return actor_of_person(account.person, as_of=as_of)


def actor_of_person(person: Person, *, as_of: date) -> PersonActor:
    """Give a person as an actor with the roles in force on the day; plain rows, for every request asks."""
    rows = (
        Assignment.objects.filter(person=person)
        .in_force(as_of)
        .order_by("valid_from", "pk")
        .values_list("role", "region_id", "care_provider_id", "unit_id", "specialty__key")
    )
    held = tuple(HeldRole(Role(role), *place) for role, *place in rows)
    return PersonActor(person.pk, person.name, held)


def assignments_of(person: Person, *, as_of: date) -> list[Assignment]:
    """Give a person's assignments in force on the day, with their places, oldest first."""
    return list(
        Assignment.objects.filter(person=person)
        .in_force(as_of)
        .select_related("region", "care_provider", "unit", "specialty")
        .order_by("valid_from", "pk")
    )
