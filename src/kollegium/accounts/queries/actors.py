"""People as actors: who acts, with which roles, on a day."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection

from kollegium.accounts.actors import HeldRole, PersonActor
from kollegium.accounts.models import Account, Assignment, Person
from kollegium.domain.roles import Role

# They hold the places of the person and the day in the statement that is put together once.
SOME_PERSON, SOME_DAY = -1, date.min


def actor_of_account(account: Account, *, as_of: date) -> PersonActor:
    """Give the account's person as an actor with the roles in force on the day."""
    return actor_of_person(account.person, as_of=as_of)


def actor_of_person(person: Person, *, as_of: date) -> PersonActor:
    """Give a person as an actor with the roles in force on the day; one query of plain rows."""
    statement, places = _roles_statement()
    values = {SOME_PERSON: person.pk, SOME_DAY: as_of}
    with connection.cursor() as cursor:
        cursor.execute(statement, [values[place] for place in places])
        held = tuple(HeldRole(Role(role), *place) for role, *place in cursor.fetchall())
    return PersonActor(person.pk, person.name, held)


@lru_cache(maxsize=1)
def _roles_statement() -> tuple[str, tuple[Any, ...]]:
    """Put the question together once: every request asks it, and that takes longer than the answer."""
    rows = (
        Assignment.objects.filter(person=SOME_PERSON)
        .in_force(SOME_DAY)
        .order_by("valid_from", "pk")
        .values_list("role", "region_id", "care_provider_id", "unit_id", "specialty__key")
    )
    statement, places = rows.query.sql_with_params()
    return statement, places


def assignments_of(person: Person, *, as_of: date) -> list[Assignment]:
    """Give a person's assignments in force on the day, with their places, oldest first."""
    return list(
        Assignment.objects.filter(person=person)
        .in_force(as_of)
        .select_related("region", "care_provider", "unit", "specialty")
        .order_by("valid_from", "pk")
    )
