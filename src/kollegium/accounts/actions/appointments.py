"""Give a person a role for a period, and end it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Q

from kollegium.accounts.actions.administrators import keeping_an_administrator
from kollegium.accounts.actions.people import PersonValues, add_person
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.roles import assign_role, require_grant
from kollegium.accounts.models import PLACES, Assignment, AssignmentQuerySet, Person
from kollegium.accounts.places import place_of
from kollegium.accounts.queries import person_with_address
from kollegium.domain.roles import Permission, Role
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.organisations.models import CareProvider, Region, Specialty, Unit


@dataclass(frozen=True, slots=True)
class Appointment:
    """A role at one place (None: the whole country) for a period, both days included."""

    role: Role
    at: "Region | CareProvider | Unit | Specialty | None"
    valid_from: date
    valid_until: date | None = None


def admit_person(
    *, values: PersonValues, appointment: Appointment | None, is_another: bool = False, by: "Actor"
) -> Person:
    """Add a person, with the first role.

    `is_another` says that somebody else with the same e-mail address is known and is not the same person.

    **Raises** PeopleRefused: without a role where one answers for a part of the country only,
    `already-here` when somebody is known under the address, and what `add_person` and `give_role` refuse.
    """
    if appointment is None and not by.places(Permission.MANAGE_PEOPLE).national:
        raise PeopleRefused("role-missing")
    with recording(by=by, action="accounts.add_person"):
        email = values.columns()["email"]
        if email and not is_another:
            _wait_for_the_address(str(email))
            if person_with_address(str(email)) is not None:
                raise PeopleRefused("already-here")
        person = add_person(
            name=values.name, email=values.email, hsa_id=values.hsa_id, language=values.language, by=by
        )
        if appointment is not None:
            give_role(person_id=person.pk, appointment=appointment, by=by)
    return person


def _wait_for_the_address(email: str) -> None:
    # The form sent twice would find nobody twice.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"person {email}"])


def give_role(*, person_id: int, appointment: Appointment, by: "Actor") -> Assignment:
    """Let a person hold a role at a place for a period.

    **Raises** PeopleRefused: nobody by that id, not the actor's to give, the last day before the first,
    or the person holds the role there already during some of the days.
    """
    if appointment.valid_until is not None and appointment.valid_until < appointment.valid_from:
        raise PeopleRefused("ends-before-start")
    with recording(by=by, action="accounts.assign_role"):
        # Locked, so that the same role sent twice meets the first.
        person = Person.objects.select_for_update().present().filter(pk=person_id).first()
        if person is None:
            raise PeopleRefused("unknown-person")
        if _held_meanwhile(person, appointment).exists():
            raise PeopleRefused("role-already-held")
        return assign_role(
            person=person,
            role=appointment.role,
            at=appointment.at,
            valid_from=appointment.valid_from,
            valid_until=appointment.valid_until,
            by=by,
        )


def end_role(
    *, assignment_id: int, last_day: date, reason: str = "", as_of: date, by: "Actor"
) -> Assignment | None:
    """Let a role end with a day, at the earliest the day before this one: what has been is kept.

    A role that would end before it began is taken away; then nothing is given back.

    **Raises** PeopleRefused: not the actor's to take away, a day further back, a role that has ended,
    the last administrator.
    """
    if last_day < as_of - timedelta(days=1):
        raise PeopleRefused("ends-before-today")
    with recording(by=by, action="accounts.end_role"), keeping_an_administrator(as_of=as_of):
        assignment = _locked(assignment_id)
        require_grant(by, Role(assignment.role), place_of(assignment.place))
        if assignment.valid_until is not None and assignment.valid_until < as_of:
            raise PeopleRefused("role-has-ended")
        if last_day < assignment.valid_from:
            assignment.delete()
            return None
        assignment.valid_until, assignment.end_reason = last_day, reason
        assignment.save(update_fields=["valid_until", "end_reason"])
    return assignment


def _locked(assignment_id: int) -> Assignment:
    rows = Assignment.objects.select_for_update(of=("self",)).select_related(*PLACES)
    assignment = rows.filter(pk=assignment_id).first()
    if assignment is None:
        raise PeopleRefused("role-has-ended")
    return assignment


def _held_meanwhile(person: Person, appointment: Appointment) -> AssignmentQuerySet:
    here: dict[str, object] = dict.fromkeys(PLACES)
    reach = place_of(appointment.at).reach.value
    if reach in here:
        here[reach] = appointment.at
    held = Assignment.objects.filter(person=person, role=appointment.role)
    for column, place in here.items():
        held = held.filter(**({f"{column}__isnull": True} if place is None else {column: place}))
    held = held.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=appointment.valid_from))
    if appointment.valid_until is not None:
        held = held.filter(valid_from__lte=appointment.valid_until)
    return held
