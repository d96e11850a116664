"""Every write of people, accounts and assignments."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from kollegium.accounts.models import Account, Assignment, Person
from kollegium.accounts.queries import ids_ever_of, other_administrators
from kollegium.domain.errors import Refused
from kollegium.domain.roles import ROLES, Permission, Reach, Role
from kollegium.domain.swedish import sort_key
from kollegium.trail.actions import erase_events, seal_events
from kollegium.trail.sealing import alone_with_the_chain
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.organisations.models import CareProvider, Region, Specialty, Unit


class PeopleRefused(Refused):
    """A change to people is refused.

    Codes: `not-allowed`, `role-not-at-place`, `name-missing`, `email-taken`, `wrong-password`,
    `unknown-person`, `already-erased`, `last-administrator`.
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


def erase_person(*, person_id: int, as_of: date, by: "Actor") -> int:
    """Take out everything that tells who a person was, and give how many rows of the change log went with it.

    Name and addresses go, log-ins close for good, roles end the day before (one that begins on the day
    itself, on that day). What the person did stays under "a person who has been erased". Names that a
    report itself prints are part of the report and stay.

    Needs the database's owner: the application's role cannot take rows out of the log.

    **Raises** PeopleRefused: not allowed, nobody by that id, erased already, the last administrator.
    """
    _require(by, Permission.MANAGE_PEOPLE)
    with alone_with_the_chain(), recording(by=by, action="accounts.erase_person"):
        person = _erasable(person_id, as_of)
        account_ids = ids_ever_of(Account, person)
        # The log first: what is written about the erasure itself tells nothing and stays in it.
        erased = erase_events([(Person, [person.pk]), (Account, account_ids)])
        Person.objects.filter(pk=person.pk).update(
            name="", sort_key="", email="", hsa_id=None, erased_at=timezone.now(), version=F("version") + 1
        )
        for account_id in Account.objects.filter(person=person).values_list("pk", flat=True):
            Account.objects.filter(pk=account_id).update(
                email=f"erased-{account_id}@erased.invalid",
                is_active=False,
                password=make_password(None),
                last_login=None,
            )
        roles = Assignment.objects.filter(person=person)
        roles.filter(valid_from__gt=as_of).delete()
        roles.in_force(as_of).update(valid_until=Greatest(F("valid_from"), as_of - timedelta(days=1)))
    seal_events()
    return erased


def _erasable(person_id: int, as_of: date) -> Person:
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise PeopleRefused("unknown-person")
    if person.erased_at is not None:
        raise PeopleRefused("already-erased")
    is_administrator = (
        Assignment.objects.filter(person=person, role=Role.ADMINISTRATOR).in_force(as_of).exists()
    )
    if is_administrator and not other_administrators(person, as_of=as_of).exists():
        raise PeopleRefused("last-administrator")
    return person


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
