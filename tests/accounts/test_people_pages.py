"""The pages of people: who reaches whom, what is told of a person, and that the person sees who looked."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.models import Account, Assignment, Person
from kollegium.domain.roles import Role
from kollegium.trail.actions import record_reading
from kollegium.trail.models import ReadingRecord
from kollegium.trail.tracking import recording
from tests import people

pytestmark = pytest.mark.django_db


def client_of(person: Person) -> Client:
    """Give a browser in which the person is logged in."""
    client = Client()
    client.force_login(Account.objects.filter(person=person).first() or people.make_account(person))
    return client


def page_of(person: Person) -> str:
    return reverse("accounts:person", args=[person.pk])


@pytest.fixture
def head() -> Person:
    """The head of one unit, where Stina trains."""
    unit = people.make_unit("Tallbackens hälsocentral")
    people.make_person("Stina Läkare", Role.TRAINEE, unit)
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)


@pytest.fixture
def stina(head: Person) -> Person:
    return Person.objects.get(name="Stina Läkare")


def test_head_finds_the_people_of_the_unit_in_swedish_order_and_nobody_else(head: Person) -> None:
    unit = Assignment.objects.get(person=head).unit
    people.make_person("Åke Handledare", Role.MAIN_SUPERVISOR, unit)
    people.make_person("Gone Before", Role.TRAINEE, unit, until=timezone.localdate() - timedelta(days=1))
    people.make_person("Elsa Annanstans", Role.TRAINEE, people.make_unit("Lärkans vårdcentral"))
    people.make_person("Nils Granskare", Role.REVIEWER)

    answer = client_of(head).get(reverse("accounts:people"))

    assert [row["name"] for row in answer.context["rows"]] == ["Hedda Chef", "Stina Läkare", "Åke Handledare"]
    assert answer.context["rows"][1]["roles"] == ["ST-läkare, Tallbackens hälsocentral"]


@pytest.mark.parametrize(
    ("search", "names"),
    [("stin", ["Stina Läkare"]), ("läk stina", ["Stina Läkare"]), ("elsa", []), ("%", [])],
)
def test_search_finds_words_of_the_name_among_those_one_reaches(
    head: Person, search: str, names: list[str]
) -> None:
    people.make_person("Elsa Annanstans", Role.TRAINEE, people.make_unit("Lärkans vårdcentral"))

    answer = client_of(head).get(reverse("accounts:people"), {"q": search})

    assert [row["name"] for row in answer.context["rows"]] == names


def test_region_reaches_its_units_and_providers_and_the_administrator_everybody(stina: Person) -> None:
    region, provider = people.make_region(), people.make_provider()
    people.make_person("Vera Vårdgivare", Role.CARE_PROVIDER_OFFICER, provider)
    elsewhere = people.make_region("Region Söderdal", "98")
    people.make_person("Sven Söder", Role.REGION_OFFICER, elsewhere)
    people.make_person("Ingen Roll")
    officer = people.make_person("Rut Region", Role.REGION_OFFICER, region)
    administrator = people.make_person("Ada Admin", Role.ADMINISTRATOR)

    seen = {
        person.name: {
            row["name"] for row in client_of(person).get(reverse("accounts:people")).context["rows"]
        }
        for person in (officer, administrator)
    }

    assert seen["Rut Region"] == {"Stina Läkare", "Hedda Chef", "Vera Vårdgivare", "Rut Region"}
    assert seen["Ada Admin"] == set(Person.objects.values_list("name", flat=True))


def test_unknown_and_forbidden_people_look_the_same(head: Person, stina: Person) -> None:
    stranger = people.make_person("Elsa Annanstans", Role.TRAINEE, people.make_unit("Lärkans vårdcentral"))
    answers = {
        "stranger": client_of(head).get(page_of(stranger)),
        "unknown": client_of(head).get("/people/999999/"),
        "no right to people": client_of(stina).get(page_of(head)),
        "no right to the list": client_of(stina).get(reverse("accounts:people")),
    }

    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(answers, 404)
    assert "Elsa" not in answers["stranger"].content.decode()
    assert not ReadingRecord.objects.exists()


def test_visitor_is_sent_to_log_in_and_nothing_is_noted(stina: Person) -> None:
    answer = Client().get(page_of(stina))

    assert answer.headers["Location"] == f"/login/?next={page_of(stina)}"
    assert not ReadingRecord.objects.exists()


@pytest.mark.parametrize("name", ["accounts:people", "accounts:person"])
def test_pages_are_only_read(head: Person, stina: Person, name: str) -> None:
    url = reverse(name, args=[stina.pk] if name.endswith("person") else [])

    assert client_of(head).post(url).status_code == 405


def test_page_tells_what_a_person_is_where_the_reader_reaches_and_not_elsewhere(
    head: Person, stina: Person
) -> None:
    elsewhere = people.make_unit("Lärkans vårdcentral")
    with recording(by=people.SYSTEM, action="tests.assign"):
        Assignment.objects.create(
            person=stina, role=Role.TRAINEE, unit=elsewhere, valid_from=date(2020, 1, 1)
        )

    text = client_of(head).get(page_of(stina)).content.decode()

    assert "Stina Läkare" in text
    assert "Gav rollen ST-läkare, Tallbackens hälsocentral." in text
    assert "Lärkans vårdcentral" not in text


def test_history_tells_of_name_log_in_and_roles_also_removed_ones() -> None:
    stina = people.make_person("Stina Lakare", Role.TRAINEE, people.make_unit())
    administrator = people.make_person("Ada Admin", Role.ADMINISTRATOR)
    people.make_account(stina, second_factor=False)
    Person.objects.filter(pk=stina.pk).update(name="Stina Läkare")
    Account.objects.filter(person=stina).update(is_active=False)
    Assignment.objects.filter(person=stina).delete()

    history = client_of(administrator).get(page_of(stina)).context["history"]

    # One transaction is one instant, so the order between log-ins and roles says nothing here.
    assert sorted(
        (entry.who, entry.sentence, [(item.field, item.before, item.after) for item in entry.changes])
        for entry in history
    ) == [
        ("Direkt i databasen", "Stängde en inloggning.", []),
        ("Direkt i databasen", "Tog bort rollen ST-läkare, Tallbackens hälsocentral.", []),
        ("Direkt i databasen", "Ändrade", [("namn", "Stina Lakare", "Stina Läkare")]),
        ("Kollegium (tests)", "Gav rollen ST-läkare, Tallbackens hälsocentral.", []),
        ("Kollegium (tests)", "Lade till personen.", []),
        ("Kollegium (tests)", "Öppnade en inloggning.", []),
    ]


def test_a_person_sees_who_opened_their_page_and_when(head: Person, stina: Person) -> None:
    client_of(head).get(page_of(stina))
    client_of(head).get(page_of(stina))
    client_of(head).get(page_of(head))

    answer = client_of(stina).get(reverse("accounts:own_page"))

    assert [(row["who"], row["page"]) for row in answer.context["readings"]] == [
        ("Hedda Chef", "Sidan om dig")
    ]
    assert "Vem har läst om mig" in answer.content.decode()
    assert ReadingRecord.objects.count() == 1, "once within ten minutes, and never about oneself"


def test_nobody_sees_who_has_read_about_others(head: Person, stina: Person) -> None:
    client_of(head).get(page_of(stina))

    answer = client_of(head).get(reverse("accounts:own_page"))

    assert answer.context["readings"] == []
    assert "Ingen har öppnat någon sida om dig." in answer.content.decode()


@pytest.mark.parametrize(("minutes", "count"), [(9, 1), (11, 2)])
def test_reading_again_is_noted_after_ten_minutes(stina: Person, minutes: int, count: int) -> None:
    actor = people.make_actor(name="Hedda Chef")
    ReadingRecord.objects.create(
        at=timezone.now() - timedelta(minutes=minutes),
        actor_key=actor.key,
        subject_id=stina.pk,
        page="accounts.person",
        object_id=stina.pk,
    )

    record_reading(by=actor, subject_id=stina.pk, page="accounts.person", object_id=stina.pk)

    assert ReadingRecord.objects.count() == count


def test_what_the_system_reads_is_not_noted(stina: Person) -> None:
    record_reading(by=people.SYSTEM, subject_id=stina.pk, page="accounts.person", object_id=stina.pk)

    assert not ReadingRecord.objects.exists()


def test_readings_are_cut_into_pages_and_cost_the_same_queries(stina: Person) -> None:
    client = client_of(stina)
    readers = [people.make_person(f"Läsare {number:02}") for number in range(23)]
    counts = []
    for reader in readers:
        record = {"actor_key": f"person:{reader.pk}", "subject_id": stina.pk, "object_id": stina.pk}
        ReadingRecord.objects.create(page="accounts.person", **record)
        if len(counts) < 3:
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse("accounts:own_page"))
            counts.append(len(captured))

    page = client.get(reverse("accounts:own_page")).context
    first, second = page["readings"], client.get(page["pager"].next_url).context["readings"]

    assert len(set(counts)) == 1
    assert (len(first), [row["who"] for row in second]) == (20, ["Läsare 02", "Läsare 01", "Läsare 00"])


def test_list_costs_the_same_queries_for_one_and_three_rows(head: Person) -> None:
    unit = Assignment.objects.get(person=head).unit
    counts = []
    for number in range(3):
        with CaptureQueriesContext(connection) as captured:
            assert client_of(head).get(reverse("accounts:people")).status_code == 200
        counts.append(len(captured))
        people.make_person(f"Ny {number}", Role.TRAINEE, unit)

    assert counts[1] == counts[2]
