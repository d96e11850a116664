"""Places and people for the tests, made through the same actions as in use."""

import time
from datetime import date

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from kollegium.accounts.actions import add_person, assign_role, give_app, open_account
from kollegium.accounts.actors import PersonActor
from kollegium.accounts.models import Account, Person
from kollegium.accounts.queries import actor_of_person
from kollegium.domain.roles import Role, SystemActor
from kollegium.domain.swedish import sort_key
from kollegium.organisations.actions import UnitValues, add_unit
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit

SYSTEM = SystemActor("tests")
TODAY = date(2026, 3, 2)
PASSWORD = "granens toppar i motljus"
APP_SECRET = "JBSWY3DPEHPK3PXP"


def make_region(name: str = "Region Norrdal", code: str = "97") -> Region:
    """Give the region of that name, made when it is missing."""
    region, _ = Region.objects.get_or_create(name=name, defaults={"code": code, "sort_key": sort_key(name)})
    return region


def make_provider(name: str = "Region Norrdal", region: Region | None = None) -> CareProvider:
    """Give the care provider of that name, made when it is missing."""
    provider, _ = CareProvider.objects.get_or_create(
        name=name, defaults={"region": region or make_region(), "sort_key": sort_key(name)}
    )
    return provider


def make_specialty(name: str = "Allmänmedicin", key: str = "allmanmedicin") -> Specialty:
    """Give the specialty with that key, made when it is missing."""
    specialty, _ = Specialty.objects.get_or_create(
        key=key, defaults={"name": name, "sort_key": sort_key(name), "kind": "base"}
    )
    return specialty


def make_unit(
    name: str = "Tallbackens hälsocentral",
    *,
    provider: CareProvider | None = None,
    region: Region | None = None,
    parent: Unit | None = None,
    specialties: tuple[Specialty, ...] = (),
) -> Unit:
    """Add a unit."""
    provider = provider or make_provider()
    return add_unit(
        values=UnitValues(
            name=name,
            care_provider_id=provider.pk,
            region_id=(region or make_region()).pk,
            parent_id=parent.pk if parent else None,
            specialty_ids=tuple(item.pk for item in specialties),
        ),
        by=SYSTEM,
    )


def make_person(
    name: str = "Asta Prov",
    role: Role | None = None,
    at: Region | CareProvider | Unit | Specialty | None = None,
    *,
    since: date = date(2020, 1, 1),
    until: date | None = None,
) -> Person:
    """Add a person, with a role at a place when one is named."""
    person = add_person(name=name, by=SYSTEM)
    if role is not None:
        assign_role(person=person, role=role, at=at, valid_from=since, valid_until=until, by=SYSTEM)
    return person


def make_actor(
    role: Role | None = None,
    at: Region | CareProvider | Unit | Specialty | None = None,
    name: str = "Asta Prov",
) -> PersonActor:
    """Add a person with a role and give them as an actor on the tests' day."""
    return actor_of_person(make_person(name, role, at), as_of=TODAY)


def make_account(person: Person, email: str = "", *, second_factor: bool = True) -> Account:
    """Give a person a log-in with the tests' password and, unless told otherwise, the tests' app as second factor."""
    account = open_account(
        person=person, email=email or f"person{person.pk}@exempel.se", password=PASSWORD, by=SYSTEM
    )
    if second_factor:
        give_app(account=account, secret=APP_SECRET, now=timezone.now(), by=SYSTEM)
    return account


def app_code(step: int = 0) -> str:
    """Give the code that the tests' app shows now, or so many steps of thirty seconds later."""
    return format_hotp_value(hotp_value(APP_SECRET, int(time.time()) // 30 + step))


def actor_today(person: Person) -> PersonActor:
    """Give a person as an actor with the roles they hold today."""
    return actor_of_person(person, as_of=timezone.localdate())


def client_of(person: Person) -> Client:
    """Give a browser in which the person is logged in; the log-in is opened when there is none."""
    client = Client()
    client.force_login(Account.objects.filter(person=person).first() or make_account(person))
    return client
