"""Every write of people, accounts and assignments."""

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password

from kollegium.accounts.models import Account, Assignment, Person
from kollegium.domain.errors import Refused
from kollegium.domain.roles import ROLES, Permission, Reach, Role
from kollegium.domain.swedish import sort_key
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.organisations.models import CareProvider, Region, Specialty, Unit


class PeopleRefused(Refused):
    """A change to people is refused.

    Codes: `not-allowed`, `role-not-at-place`, `name-missing`, `email-taken`, `wrong-password`.
    """


def add_person(*, name: str, email: str = "", language: str = "sv", by: "Actor") -> Person:
    """Add a person who takes part. Raises PeopleRefused without the right or without a name."""
    _require(by, Permission.MANAGE_PEOPLE)
    name = " ".join(name.split())
    if not name:
        raise PeopleRefused("name-missing")
    with recording(by=by, action="accounts.add_person"):
        return Person.objects.create(
            name=name, sort_key=sort_key(name), email=email.strip().lower(), language=language
        )


def open_account(*, person: Person, email: str, password: str, is_demo: bool = False, by: "Actor") -> Account:
    """Give a person a log-in. Raises PeopleRefused when the address has one already."""
    _require(by, Permission.MANAGE_PEOPLE)
    email = email.strip().lower()
    if Account.objects.filter(email=email).exists():
        raise PeopleRefused("email-taken")
    with recording(by=by, action="accounts.open_account"):
        account = Account(email=email, person=person, is_demo=is_demo)
        account.set_password(password)
        account.save()
    return account


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
    _require(by, Permission.MANAGE_PEOPLE)
    reach = _reach_of(at)
    if reach not in ROLES[role].reaches:
        raise PeopleRefused("role-not-at-place", role=role.value, reach=reach.value)
    place = {} if at is None else {reach.value: at}
    with recording(by=by, action="accounts.assign_role"):
        return Assignment.objects.create(
            person=person, role=role.value, valid_from=valid_from, valid_until=valid_until, **place
        )


def change_own_password(*, account: Account, old: str, new: str, by: "Actor") -> None:
    """Change the password of one's own account.

    **Raises** PeopleRefused when the old password is wrong, ValidationError when the new is too weak.
    """
    if by.key != f"person:{account.person_id}":
        raise PeopleRefused("not-allowed")
    if not account.check_password(old):
        raise PeopleRefused("wrong-password")
    validate_password(new, account)
    with recording(by=by, action="accounts.change_own_password"):
        account.set_password(new)
        account.save(update_fields=["password"])


def choose_language(*, person_id: int, language: str, by: "Actor") -> None:
    """Remember the language a person reads the pages and letters in."""
    if by.key != f"person:{person_id}":
        raise PeopleRefused("not-allowed")
    with recording(by=by, action="accounts.choose_language"):
        Person.objects.filter(pk=person_id).update(language=language)


def _require(by: "Actor", permission: Permission) -> None:
    if not by.may(permission):
        raise PeopleRefused("not-allowed")


def _reach_of(place: "Region | CareProvider | Unit | Specialty | None") -> Reach:
    if place is None:
        return Reach.NATIONAL
    return {
        "region": Reach.REGION,
        "careprovider": Reach.CARE_PROVIDER,
        "unit": Reach.UNIT,
        "specialty": Reach.SPECIALTY,
    }[place._meta.model_name or ""]
