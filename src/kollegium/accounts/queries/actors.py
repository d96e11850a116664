"""People as actors: who acts, with which roles, on a day."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Model, OuterRef, Subquery
from django.db.models.functions import Coalesce

from kollegium.accounts.actors import HeldRole, PersonActor
from kollegium.accounts.models import Account, Assignment, Deputyship, Person
from kollegium.domain.roles import Role
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.ui.statements import Statement

# They hold the places of the person and the day in the statement that is put together once.
SOME_PERSON, SOME_DAY = -1, date.min
# The first two order the roles and are never the same for two of them.
HELD_COLUMNS = (
    "valid_from",
    "pk",
    "person_id",
    "role",
    "region_id",
    "care_provider_id",
    "unit_id",
    "specialty_key",
    "place_name",
    "specialty_name_en",
)


def actor_of_account(account: Account, *, as_of: date, hat_id: int | None = None) -> PersonActor:
    """Give the account's person as an actor with the roles in force on the day."""
    return actor_of_person(account.person, as_of=as_of, hat_id=hat_id)


def actor_of_person(person: Person, *, as_of: date, hat_id: int | None = None) -> PersonActor:
    """Give a person as an actor with the roles in force on the day; one query of plain rows.

    `hat_id` is the assignment that alone shall count. When it is no longer in force all of them count.
    """
    rows = _roles_statement().rows({SOME_PERSON: person.pk, SOME_DAY: as_of})
    held = tuple(_held(person, row) for row in sorted(rows))
    chosen = tuple(item for item in held if item.assignment_id == hat_id) if hat_id else held
    return PersonActor(person.pk, person.name, chosen or held, held, lost_hat=bool(hat_id) and not chosen)


def actor_by_id(person_id: int, *, as_of: date) -> PersonActor:
    """Give the person with this id as an actor, for work they left to the worker."""
    return actor_of_person(Person.objects.get(pk=person_id), as_of=as_of)


@lru_cache(maxsize=1)
def _roles_statement() -> Statement:
    """Put the question together once: every request asks it, and that takes longer than the answer.

    The names are looked up one by one and not joined: the server plans anew each time, and to find the
    best order of so many tables took it ten times as long as to answer.
    """
    # Read from the assignments of others, never from what those others hold as deputies: no chains.
    standing_in = Deputyship.objects.filter(deputy=SOME_PERSON).in_force(SOME_DAY)
    own = Assignment.objects.filter(person=SOME_PERSON)
    names = [
        _of(model, which, "name")
        for model, which in (
            (Unit, "unit"),
            (CareProvider, "care_provider"),
            (Region, "region"),
            (Specialty, "specialty"),
        )
    ]
    rows = (
        Assignment.objects.in_force(SOME_DAY)
        .filter(pk__in=own.values("pk").union(standing_in.values("assignment")))
        .annotate(
            specialty_key=_of(Specialty, "specialty", "key"),
            place_name=Coalesce(*names),
            specialty_name_en=_of(Specialty, "specialty", "name_en"),
        )
    )
    return Statement.of(rows.values_list(*HELD_COLUMNS), places=(SOME_PERSON, SOME_DAY))


def _of(model: type[Model], which: str, column: str) -> Subquery:
    """Give a column of the place that an assignment names."""
    return Subquery(model._default_manager.filter(pk=OuterRef(which)).values(column))


def _held(person: Person, row: tuple[Any, ...]) -> HeldRole:
    _valid_from, pk, holder_id, role, *place, name, name_en = row
    return HeldRole(
        Role(role),
        *place,
        for_person_id=None if holder_id == person.pk else holder_id,
        assignment_id=pk,
        place_name=name or "",
        place_name_en=name_en or name or "",
    )


def assignments_of(person: Person, *, as_of: date) -> list[Assignment]:
    """Give a person's assignments in force on the day, with their places, oldest first."""
    return list(
        Assignment.objects.filter(person=person)
        .in_force(as_of)
        .select_related("region", "care_provider", "unit", "specialty")
        .order_by("valid_from", "pk")
    )
