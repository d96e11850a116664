"""Who holds which role where, and for how long."""

from datetime import date
from typing import TYPE_CHECKING

from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.settling import settle_proposals
from kollegium.accounts.models import Assignment, Person
from kollegium.accounts.places import place_of
from kollegium.accounts.queries import might_give_all_roles
from kollegium.domain.roles import ROLES, Place, Role, may_grant
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.organisations.models import CareProvider, Region, Specialty, Unit


def assign_role(
    *,
    person: Person,
    role: Role,
    at: "Region | CareProvider | Unit | Specialty | None",
    valid_from: date,
    valid_until: date | None = None,
    by: "Actor",
) -> Assignment:
    """Let a person hold a role at one place (None: the whole country) for a period, both days included.

    **Raises** PeopleRefused when the role cannot be held at that kind of place, or is not the actor's to give.
    """
    require_grant(by, role, place_of(at))
    place = {} if at is None else {place_of(at).reach.value: at}
    with recording(by=by, action="accounts.assign_role"):
        settle_proposals(person, role, at)
        return Assignment.objects.create(
            person=person, role=role.value, valid_from=valid_from, valid_until=valid_until, **place
        )


def require_grant(by: "Actor", role: Role, place: Place) -> None:
    """Raise PeopleRefused unless the role can be held at the place and the actor may give it there."""
    if place.reach not in ROLES[role].reaches:
        raise PeopleRefused("role-not-at-place", role=role.value, reach=place.reach.value)
    if not may_grant(by, role, place):
        raise PeopleRefused("role-not-yours-to-give")


def require_grants_of(by: "Actor", person: Person) -> None:
    """Raise PeopleRefused unless the actor might give every role the person holds or has held, also as a deputy.

    Who opens a log-in for somebody could use it themselves: the log-in must not reach further than they do.
    """
    if not might_give_all_roles(by, person):
        raise PeopleRefused("role-not-yours-to-give")
