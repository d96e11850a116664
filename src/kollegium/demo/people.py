"""The people of the demo who can log in: one for each way of looking at Kollegium."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from kollegium.accounts.actions import add_person, assign_role, give_app, open_account
from kollegium.accounts.models import Person
from kollegium.domain.roles import Role

if TYPE_CHECKING:
    from kollegium.demo.places import DemoPlaces
    from kollegium.domain.roles import Actor

SINCE = date(2023, 1, 1)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody to log in as. `places` names units, providers, regions or specialties; none is the country."""

    name: str
    email: str
    role: Role
    places: tuple[str, ...] = ()
    said: str = ""


PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson("Ingrid Kallgren", "kansli@exempel.se", Role.REVIEW_OFFICE, (), "Granskningskansliet"),
    DemoPerson(
        "Eskil Månsgård",
        "region@exempel.se",
        Role.DIRECTOR_OF_TRAINING,
        ("24",),
        "Övergripande studierektor, Region Västerbotten",
    ),
    DemoPerson(
        "Hedvig Strandell",
        "vardgivare@exempel.se",
        Role.CARE_PROVIDER_OFFICER,
        ("Lindhaga Vård AB",),
        "Vårdgivarens handläggare, Lindhaga Vård AB",
    ),
    DemoPerson(
        "Torsten Ahlmark",
        "chef@exempel.se",
        Role.HEAD_OF_UNIT,
        ("Lövbergas hälsocentral",),
        "Verksamhetschef, Lövbergas hälsocentral",
    ),
    DemoPerson(
        "Birgitta Nordh",
        "studierektor@exempel.se",
        Role.PROGRAMME_DIRECTOR,
        ("Lövbergas hälsocentral", "Östanbäcks hälsocentral", "Tallmo hälsocentral"),
        "Studierektor, tre hälsocentraler",
    ),
    DemoPerson(
        "Samir Holmlid",
        "handledare@exempel.se",
        Role.MAIN_SUPERVISOR,
        ("Lövbergas hälsocentral",),
        "Huvudansvarig handledare, Lövbergas hälsocentral",
    ),
    DemoPerson(
        "Linnéa Sjöhage",
        "st@exempel.se",
        Role.TRAINEE,
        ("Lövbergas hälsocentral",),
        "ST-läkare, Lövbergas hälsocentral",
    ),
    DemoPerson(
        "Gustaf Wikberg",
        "samordnare@exempel.se",
        Role.SPECIALTY_COORDINATOR,
        ("allmanmedicin",),
        "Samordnare, allmänmedicin",
    ),
    DemoPerson("Maj Ekelöv", "granskare@exempel.se", Role.REVIEWER, ("allmanmedicin",), "Granskare"),
    DemoPerson(
        "Valter Brännlund", "granskare2@exempel.se", Role.REVIEWER, ("allmanmedicin",), "Granskare nummer två"
    ),
    DemoPerson("Rasmus Tidlund", "admin@exempel.se", Role.ADMINISTRATOR, (), "Administratör"),
)


def add_demo_people(places: "DemoPlaces", *, by: "Actor") -> dict[str, Person]:
    """Add the people with their log-ins and roles, and give them by e-mail address."""
    people = {}
    hashed = make_password(settings.DEMO_PASSWORD)
    for demo in PEOPLE:
        person = people[demo.email] = add_person(name=demo.name, email=demo.email, by=by)
        account = open_account(
            person=person,
            email=demo.email,
            password=settings.DEMO_PASSWORD,
            hashed=hashed,
            is_demo=True,
            by=by,
        )
        give_app(account=account, secret=app_secret(demo.email), now=timezone.now(), by=by)
        for place in demo.places or (None,):
            assign_role(
                person=person,
                role=demo.role,
                at=places.named(place) if place else None,
                valid_from=SINCE,
                by=by,
            )
    return people


def app_secret(email: str) -> str:
    """Give the secret of a demo account's one-time codes: the same in every demo, for an app on the phone."""
    return base64.b32encode(hashlib.sha256(f"kollegium-demo:{email}".encode()).digest()[:10]).decode()


def log_ins() -> list[tuple[str, str, str]]:
    """Give (e-mail, password, who it is) of every log-in of the demo."""
    return [(person.email, settings.DEMO_PASSWORD, f"{person.name} – {person.said}") for person in PEOPLE]
