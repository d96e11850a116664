"""Who holds which role where, and for how long."""

from datetime import date
from typing import TYPE_CHECKING

from kollegium.accounts.actions.refusals import PeopleRefused, require
from kollegium.accounts.models import Assignment, Person
from kollegium.domain.roles import ROLES, Permission, Reach, Role
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

    **Raises** PeopleRefused when the role cannot be held at that kind of place.
    """
    require(by, Permission.MANAGE_PEOPLE)
    reach = _reach_of(at)
    if reach not in ROLES[role].reaches:
        raise PeopleRefused("role-not-at-place", role=role.value, reach=reach.value)
    place = {} if at is None else {reach.value: at}
    with recording(by=by, action="accounts.assign_role"):
        return Assignment.objects.create(
            person=person, role=role.value, valid_from=valid_from, valid_until=valid_until, **place
        )


def _reach_of(place: "Region | CareProvider | Unit | Specialty | None") -> Reach:
    if place is None:
        return Reach.NATIONAL
    return {
        "region": Reach.REGION,
        "careprovider": Reach.CARE_PROVIDER,
        "unit": Reach.UNIT,
        "specialty": Reach.SPECIALTY,
    }[place._meta.model_name or ""]
