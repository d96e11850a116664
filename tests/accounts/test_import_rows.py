"""A list of people, row by row: what is wrong, who is known, which place is meant."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kollegium.accounts.actions import (
    start_import,
)
from kollegium.accounts.models import Assignment, Person
from kollegium.accounts.people_rows import checked_rows
from kollegium.domain.people_rows import RowFault, RowWarning, written_rows
from kollegium.domain.roles import Role
from kollegium.extraction.sheets import sheet_rows
from tests import people
from tests.accounts.people_lists import (
    HEAD,
    NOW,
    TODAY,
    checked,
    confirm,
    preview,
    written,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    """An administrator of the whole country."""
    return people.make_person("Ada Admin", Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    ("line", "faults"),
    [
        ("Åsa Öst;;;ST-läkare;Tallbackens hälsocentral;;;", []),
        ("Åsa Öst;;;trainee;tallbackens HÄLSOCENTRAL;2026-01-01;2026-01-01;en", []),
        ("Åsa Öst;;;Head of unit;Tallbackens hälsocentral;1/3/2026;;svenska", []),
        ("Åsa Öst;;;Granskningskansli;;;;", []),
        (";a@b.se;;ST-läkare;Tallbackens hälsocentral;;;", [(RowFault.NAME_MISSING, "")]),
        ("Åsa;ingen adress;;ST-läkare;Tallbackens hälsocentral;;;", [(RowFault.EMAIL_WRONG, "ingen adress")]),
        ("Åsa;a@b..se;;ST-läkare;Tallbackens hälsocentral;;;", [(RowFault.EMAIL_WRONG, "a@b..se")]),
        ("Åsa;;;;Tallbackens hälsocentral;;;", [(RowFault.ROLE_MISSING, "")]),
        ("Åsa;;;Trollkarl;Tallbackens hälsocentral;;;", [(RowFault.ROLE_UNKNOWN, "Trollkarl")]),
        ("Åsa;;;ST-läkare;;;;", [(RowFault.PLACE_MISSING, "")]),
        ("Åsa;;;ST-läkare;Nånstans;;;", [(RowFault.PLACE_UNKNOWN, "Nånstans")]),
        (
            "Åsa;;;Regionens handläggare;Tallbackens hälsocentral;;;",
            [(RowFault.PLACE_WRONG_KIND, "Tallbackens hälsocentral")],
        ),
        ("Åsa;;;ST-läkare;Tallbackens hälsocentral;i går;;", [(RowFault.DAY_WRONG, "i går")]),
        ("Åsa;;;ST-läkare;Tallbackens hälsocentral;2026-02-30;;", [(RowFault.DAY_WRONG, "2026-02-30")]),
        (
            "Åsa;;;ST-läkare;Tallbackens hälsocentral;2026-03-02;2026-03-01;",
            [(RowFault.ENDS_BEFORE_START, "")],
        ),
        ("Åsa;;;ST-läkare;Tallbackens hälsocentral;;;fi", [(RowFault.LANGUAGE_UNKNOWN, "fi")]),
        (f"{'Å' * 201};;;ST-läkare;Tallbackens hälsocentral;;;", [(RowFault.TOO_LONG, "")]),
    ],
)
def test_row_says_what_is_wrong(ada: Person, line: str, faults: list[tuple[RowFault, str]]) -> None:
    people.make_unit()

    assert checked(ada, line)[0][0] == [(fault.value, words) for fault, words in faults]


def test_near_spellings_are_offered_and_a_known_abbreviation_is_read(ada: Person) -> None:
    people.make_unit("Grankullens hälsocentral")
    actor = people.actor_today(ada)

    near, short = checked_rows(
        actor,
        written("Åsa;;;ST-läkare;Grankullens hälsocentrall;;;", "Bo;;;ST-läkare;Grankullens HC;;;"),
        as_of=TODAY,
    )

    assert (near.has_faults, near.suggestions) == (True, ["Grankullens hälsocentral"])
    assert (short.has_faults, short.place and short.place.name) == (False, "Grankullens hälsocentral")
    assert short.row.warnings[0][0] is RowWarning.PLACE_READ_AS


def test_name_of_two_places_is_asked_about_and_told_apart_by_provider(ada: Person) -> None:
    people.make_unit("Lärkan")
    people.make_unit("Lärkan", provider=people.make_provider("Vårdlotsen AB"))

    unclear, clear = checked(ada, "Åsa;;;ST-läkare;Lärkan;;;", 'Bo;;;ST-läkare;"Lärkan, Vårdlotsen AB";;;')

    assert unclear[0] == [("place-unclear", "Lärkan")]
    assert clear == ([], [])


def test_who_is_known_is_said_and_gets_the_role(ada: Person) -> None:
    unit = people.make_unit()
    by_address = people.make_person("Stina Läkare")
    people.make_account(by_address, "stina@exempel.se")
    by_number = people.make_person("Sten Läkare")
    Person.objects.filter(pk=by_number.pk).update(hsa_id="SE-1")
    people.make_person("Samma Namn")
    lines = [
        "Stina L;STINA@exempel.se;;ST-läkare;Tallbackens hälsocentral;;;",
        "Sten L;;se-1;ST-läkare;Tallbackens hälsocentral;;;",
        "Samma Namn;;;ST-läkare;Tallbackens hälsocentral;;;",
    ]

    rows = checked(ada, *lines)
    confirm(preview(ada, *lines), ada)

    assert rows == [
        ([], [("known", "Stina Läkare")]),
        ([], [("known", "Sten Läkare")]),
        ([], [("near-name", "Samma Namn")]),
    ]
    assert Person.objects.filter(name__in=["Stina L", "Sten L"]).count() == 0
    assert set(unit.assignment_set.values_list("person__name", flat=True)) == {
        "Stina Läkare",
        "Sten Läkare",
        "Samma Namn",
    }
    assert Person.objects.filter(name="Samma Namn").count() == 2


def test_address_of_one_and_number_of_another_is_a_fault(ada: Person) -> None:
    people.make_unit()
    Person.objects.filter(pk=people.make_person("Ett").pk).update(email="ett@exempel.se")
    Person.objects.filter(pk=people.make_person("Två").pk).update(hsa_id="SE-2")

    rows = checked(
        ada,
        "Ett;ett@exempel.se;SE-2;ST-läkare;Tallbackens hälsocentral;;;",
        "Tre;tre@x.se;SE-3;ST-läkare;Tallbackens hälsocentral;;;",
        "Fyra;fyra@x.se;SE-3;ST-läkare;Tallbackens hälsocentral;;;",
    )

    assert [faults for faults, _warnings in rows] == [
        [("hsa-id-taken", "SE-2")],
        [],
        [("hsa-id-taken", "SE-3")],
    ]


def test_same_row_twice_makes_one_and_two_roles_make_one_person(ada: Person) -> None:
    people.make_unit()
    held = people.make_person("Hedda", Role.HEAD_OF_UNIT, people.make_unit("Grannen"))
    Person.objects.filter(pk=held.pk).update(email="hedda@x.se")
    lines = [
        "Åsa;asa@x.se;;ST-läkare;Tallbackens hälsocentral;;;",
        "Åsa;asa@x.se;;ST-läkare;Tallbackens hälsocentral;;;",
        "Åsa;asa@x.se;;Granskare;;;;",
        "Hedda;hedda@x.se;;Verksamhetschef;Grannen;;;",
    ]

    rows = checked(ada, *lines)
    done = confirm(preview(ada, *lines), ada)

    assert [warnings for _faults, warnings in rows] == [
        [],
        [("twice", "2")],
        [],
        [("known", "Hedda"), ("already-held", "")],
    ]
    assert [(row["number"], row["is_new"]) for row in done.made] == [(2, True), (4, True)]
    assert Person.objects.filter(email="asa@x.se").count() == 1
    assert Assignment.objects.filter(person__email="asa@x.se").count() == 2


def test_administrator_of_a_region_brings_in_to_their_own_places_and_learns_no_name(ada: Person) -> None:
    people.make_unit()
    there = people.make_region("Region Söderdal", "98")
    people.make_unit("Söderbergets vårdcentral", region=there, provider=people.make_provider("Söder", there))
    rut = people.make_person("Rut Region", Role.ADMINISTRATOR, people.make_region())
    Person.objects.filter(pk=people.make_person("Hemlig").pk).update(email="h@x.se")

    rows = checked(
        rut,
        "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;",
        "Bo;;;ST-läkare;Söderbergets vårdcentral;;;",
        "Cia;;;Granskningskansli;;;;",
        "H;h@x.se;;ST-läkare;Tallbackens hälsocentral;;;",
    )

    assert rows == [([], []), ([("not-yours", "")], []), ([("not-yours", "")], []), ([], [("known", "")])]


def test_five_thousand_rows_take_less_than_ten_seconds(ada: Person) -> None:
    for number in range(50):
        people.make_unit(f"Enhet {number}")
    lines = [f"Person {n};p{n}@x.se;;ST-läkare;Enhet {n % 50};;;" for n in range(5_000)]
    data = "\n".join([HEAD, *lines]).encode()
    # This process's own seconds: a busy machine shall not fail it.
    started = time.process_time()

    found = start_import(
        file_name="stor.csv", written=written_rows(sheet_rows(data)), now=NOW, by=people.actor_today(ada)
    )
    confirm(found, ada)

    assert time.process_time() - started < 8
    assert Assignment.objects.filter(role="trainee").count() == 5_000


def test_check_costs_the_same_queries_for_one_and_for_many_rows(ada: Person) -> None:
    people.make_unit()
    actor, counts = people.actor_today(ada), []
    for count in (1, 3, 30):
        lines = [f"Person {n};p{n}@x.se;;ST-läkare;Tallbackens hälsocentral;;;" for n in range(count)]
        with CaptureQueriesContext(connection) as captured:
            checked_rows(actor, written(*lines), as_of=TODAY)
        counts.append(len(captured))

    assert len(set(counts)) == 1
