"""Who has which right where, from which role, since when, given by whom."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.actions import Appointment, give_role
from kollegium.accounts.models import Person
from kollegium.domain.roles import Permission, Role
from kollegium.organisations.actions import merge_unit
from kollegium.organisations.models import CareProvider
from kollegium.organisations.queries import unit_ids_above, unit_ids_with_children
from tests import people

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
URL = "/people/rights/"


@pytest.fixture
def ada() -> Person:
    """An administrator of the whole country."""
    return people.make_person("Ada Admin", Role.ADMINISTRATOR)


def names(viewer: Person, **query: object) -> list[str]:
    answer = people.client_of(viewer).get(URL, query)
    assert answer.status_code == 200
    return [row["name"] for row in answer.context["rows"]]


@pytest.fixture
def everybody(ada: Person) -> dict[str, object]:
    """People at and above a unit, below it and beside it."""
    specialty = people.make_specialty()
    hospital = people.make_unit("Sjukhuset")
    ward = people.make_unit("Avdelningen", parent=hospital, specialties=(specialty,))
    beside = people.make_unit("Grannen")
    private = people.make_provider("Vårdlotsen AB")
    CareProvider.objects.filter(pk=private.pk).update(is_private=True)
    for name, role, place in (
        ("På avdelningen", Role.HEAD_OF_UNIT, ward),
        ("Över avdelningen", Role.HEAD_OF_UNIT, hospital),
        ("Vårdgivaren", Role.CARE_PROVIDER_OFFICER, ward.care_provider),
        ("Regionen", Role.REGION_OFFICER, ward.region),
        ("Specialiteten", Role.SPECIALTY_COORDINATOR, specialty),
        ("Landet", Role.REVIEW_OFFICE, None),
        ("Bredvid", Role.HEAD_OF_UNIT, beside),
        ("Annan vårdgivare", Role.CARE_PROVIDER_OFFICER, private),
        ("Annan specialitet", Role.SPECIALTY_COORDINATOR, people.make_specialty("Kirurgi", "kirurgi")),
    ):
        people.make_person(name, role, place)
    people.make_person("Förr", Role.HEAD_OF_UNIT, ward, until=TODAY - timedelta(days=1))
    people.make_person("Sedan", Role.HEAD_OF_UNIT, ward, since=TODAY + timedelta(days=1))
    return {"ward": ward, "hospital": hospital, "private": private, "specialty": specialty}


def test_place_shows_everybody_who_reaches_it_also_from_above(
    ada: Person, everybody: dict[str, object]
) -> None:
    ward, hospital, private = (everybody[name] for name in ("ward", "hospital", "private"))

    assert sorted(names(ada, at=f"unit:{ward.pk}")) == [  # type: ignore[attr-defined]
        "Ada Admin",
        "Landet",
        "På avdelningen",
        "Regionen",
        "Specialiteten",
        "Vårdgivaren",
        "Över avdelningen",
    ]
    assert "På avdelningen" not in names(ada, at=f"unit:{hospital.pk}")  # type: ignore[attr-defined]
    assert sorted(names(ada, at=f"care_provider:{private.pk}")) == [  # type: ignore[attr-defined]
        "Ada Admin",
        "Annan vårdgivare",
        "Landet",
    ]


def test_what_the_page_says_is_what_the_rights_are(ada: Person, everybody: dict[str, object]) -> None:
    ward = everybody["ward"]
    shown = set(names(ada, at=f"unit:{ward.pk}", permission="read_reviews"))  # type: ignore[attr-defined]

    place = ward.place  # type: ignore[attr-defined]
    may = {
        person.name
        for person in Person.objects.all()
        if people.actor_today(person).may(Permission.READ_REVIEWS, place)
    }

    # Who coordinates a specialty reads the unit's reviews in it, not everything of the unit.
    assert shown - may == {"Specialiteten"}
    assert may - shown == set()


def test_who_reaches_a_merged_unit_stands_above_it() -> None:
    old, new = people.make_unit("Gamla"), people.make_unit("Nya", parent=people.make_unit("Sjukhuset"))
    merge_unit(unit_id=old.pk, into_id=new.pk, merged_on=date(2026, 1, 1), by=people.SYSTEM)

    above = unit_ids_above(old.pk)

    assert above == {
        unit for unit in (old.pk, new.pk, new.parent_id) if old.pk in unit_ids_with_children([unit])
    }
    assert len(above) == 3


def test_rights_and_roles_narrow_the_list(ada: Person, everybody: dict[str, object]) -> None:
    assert names(ada, permission="publish_reviews") == ["Landet"]
    assert names(ada, role="region_officer") == ["Regionen"]
    assert names(ada, permission="publish_reviews", role="region_officer") == []
    assert names(ada, q="land") == ["Landet"]


def test_name_of_one_place_chooses_it_and_of_several_asks(ada: Person, everybody: dict[str, object]) -> None:
    people.make_unit("Avdelningen i öster")
    client = people.client_of(ada)

    one = client.get(URL, {"place": "sjukhuset"}).context
    several = client.get(URL, {"place": "avdelningen"}).context
    none = client.get(URL, {"place": "finns inte"}).context

    assert (one["place"].name, one["choices"]) == ("Sjukhuset", [])
    assert [name for name, _detail, _url in several["choices"]] == ["Avdelningen", "Avdelningen i öster"]
    assert (none["is_unknown"], none["place"]) == (True, None)


def test_row_says_from_what_since_when_by_whom_and_whether_it_can_be_used(ada: Person) -> None:
    unit = people.make_unit()
    stina = people.make_person("Stina Läkare")
    give_role(
        person_id=stina.pk,
        appointment=Appointment(Role.HEAD_OF_UNIT, unit, date(2026, 3, 1), date(2099, 12, 31)),
        by=people.actor_today(ada),
    )

    row = people.client_of(ada).get(URL, {"q": "stina"}).context["rows"][0]

    assert (row["role"], row["place"], row["given_by"], row["can_log_in"]) == (
        "Verksamhetschef",
        "Tallbackens hälsocentral",
        "Ada Admin",
        False,
    )
    assert (row["since"], row["until"]) == (date(2026, 3, 1), date(2099, 12, 31))


def test_administrator_of_a_region_sees_what_reaches_their_places_and_asks_about_no_other(
    everybody: dict[str, object],
) -> None:
    rut = people.make_person("Rut Region", Role.ADMINISTRATOR, people.make_region())
    private = everybody["private"]
    ward = everybody["ward"]

    assert "Landet" in names(rut, at=f"unit:{ward.pk}")  # type: ignore[attr-defined]
    assert "Landet" not in names(rut)
    assert "Annan specialitet" not in names(rut)
    answer = people.client_of(rut).get(URL, {"at": f"care_provider:{private.pk}"})  # type: ignore[attr-defined]
    assert answer.status_code == 404


def test_file_holds_every_row_with_its_rights(ada: Person) -> None:
    answer = people.client_of(ada).get(reverse("accounts:rights_export"))

    head, row, end = answer.content.decode("utf-8-sig").split("\r\n")
    assert head == "Namn;Roll;Plats;Rättigheter;Sedan;Till och med;Given av;Kan logga in"
    assert row.startswith("Ada Admin;Administratör;hela landet;Läsa om enheter, ")
    assert row.endswith(";2020-01-01;;Kollegium (tests);ja")
    assert end == ""


def test_list_costs_the_same_queries_for_one_and_three_rows(ada: Person) -> None:
    client, counts = people.client_of(ada), []
    for number in range(3):
        with CaptureQueriesContext(connection) as captured:
            client.get(URL)
        counts.append(len(captured))
        people.make_person(f"Ny {number}", Role.TRAINEE, people.make_unit(f"Enhet {number}"))

    assert counts[0] == counts[2]
