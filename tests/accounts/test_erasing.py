"""Erasing a person: nothing tells who it was, what they did stays, and the chain still holds."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.actions import PeopleRefused, assign_role, erase_person
from kollegium.accounts.actors import PersonActor
from kollegium.accounts.models import Account, Assignment, Person
from kollegium.accounts.queries import actor_of_person
from kollegium.config import erasing
from kollegium.domain.roles import Role
from kollegium.organisations.history import history_of
from kollegium.organisations.models import Unit
from kollegium.trail.actions import record_reading, seal_events
from kollegium.trail.checking import chain_findings
from kollegium.trail.models import SealedEvent
from kollegium.trail.tracking import recording
from tests import people

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def erase(person: Person) -> int:
    return erase_person(person_id=person.pk, as_of=TODAY, by=people.SYSTEM)


def faults() -> list[str]:
    return [finding.text for finding in chain_findings() if not finding.is_good]


@pytest.fixture
def stina() -> Person:
    """A trainee with a log-in, two names over time and a change of her own, all under a seal."""
    unit = people.make_unit()
    person = people.make_person("Stina Lakare", Role.TRAINEE, unit)
    people.make_account(person, "stina@exempel.se", second_factor=False)
    Person.objects.filter(pk=person.pk).update(name="Stina Läkare", email="stina@exempel.se", hsa_id="SE-1")
    with recording(by=actor_of_person(person, as_of=TODAY), action="tests.move"):
        Unit.objects.filter(pk=unit.pk).update(site="Granåsen")
    seal_events()
    return person


def everything_stored() -> str:
    """Give the contents of every table as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        texts = []
        for table in tables:
            cursor.execute(f"SELECT string_agg(row::text, ' ') FROM {connection.ops.quote_name(table)} row")
            texts.append(cursor.fetchone()[0] or "")
    return " ".join(texts)


def test_nothing_stored_tells_who_it_was(stina: Person) -> None:
    before = everything_stored()

    erase(stina)

    after = everything_stored()
    for word in ("Stina", "stina@exempel.se", "SE-1"):
        assert word in before
        assert word not in after


def test_chain_holds_and_counts_the_erased_rows(stina: Person) -> None:
    erased = erase(stina)

    assert faults() == []
    assert erased == 3, "added and changed person, opened log-in"
    assert "3 rows were erased with the persons they told of" in [item.text for item in chain_findings()]
    assert SealedEvent.objects.filter(salt=None).count() == 3


def test_an_erased_row_put_back_or_a_digest_more_called_erased_shows(stina: Person) -> None:
    erase(stina)
    other = SealedEvent.objects.filter(erasure=None, table="organisations_unitevent").first()
    assert other is not None

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE trail_sealedevent SET salt = NULL, erasure_id = 1 WHERE position = %s", [other.position]
        )
        cursor.execute("DELETE FROM organisations_unitevent WHERE pgh_id = %s", [other.event_id])

    assert "erasure 1 no longer covers the rows it covered" in faults()
    assert f"organisations_unitevent {other.event_id} was removed (seal 1)" in faults()


def test_what_the_person_did_stays_under_nobodys_name(stina: Person) -> None:
    erase(stina)

    newest = history_of(Unit.objects.get())[0]

    assert newest.who == "En person som har raderats"
    assert [change.after for change in newest.changes] == ["Granåsen"]


def test_a_person_sees_an_erased_reader_without_name(stina: Person) -> None:
    reader = people.make_person("Läsaren")
    record_reading(
        by=PersonActor(reader.pk, reader.name, ()), subject_id=stina.pk, page="accounts.person", object_id=1
    )
    erase(reader)
    client = Client()
    client.force_login(Account.objects.get(person=stina))

    readings = client.get(reverse("accounts:own_page")).context["readings"]

    assert [row["who"] for row in readings] == ["En person som har raderats"]


def test_log_in_is_closed_at_the_next_request_and_cannot_be_used_again(stina: Person) -> None:
    client = Client()
    client.force_login(Account.objects.get(person=stina))

    erase(stina)

    assert client.get(reverse("accounts:own_page")).status_code == 302
    assert not Client().login(username="stina@exempel.se", password=people.PASSWORD)
    account = Account.objects.get(person=stina)
    assert (account.is_active, account.has_usable_password()) == (False, False)


def test_roles_end_and_coming_ones_are_taken_away(stina: Person) -> None:
    unit = Unit.objects.get()
    for start in (TODAY, TODAY + timedelta(days=1)):
        assign_role(person=stina, role=Role.MAIN_SUPERVISOR, at=unit, valid_from=start, by=people.SYSTEM)

    erase(stina)

    assert list(
        Assignment.objects.filter(person=stina).order_by("valid_from").values_list("role", "valid_until")
    ) == [("trainee", TODAY - timedelta(days=1)), ("main_supervisor", TODAY)]


def test_erased_people_are_on_no_page(stina: Person) -> None:
    erase(stina)
    client = Client()
    client.force_login(people.make_account(people.make_person("Ada Admin", Role.ADMINISTRATOR)))

    rows = client.get(reverse("accounts:people")).context["rows"]

    assert [row["name"] for row in rows] == ["Ada Admin"]
    assert client.get(reverse("accounts:person", args=[stina.pk])).status_code == 404


def of_nobody(person: Person) -> None:
    Person.objects.filter(pk=person.pk).delete()


def twice(person: Person) -> None:
    erase(person)


def last_administrator(person: Person) -> None:
    """Make the person administrator, beside one who cannot log in and one who no longer is."""
    assign_role(person=person, role=Role.ADMINISTRATOR, at=None, valid_from=TODAY, by=people.SYSTEM)
    people.make_person("Utan inloggning", Role.ADMINISTRATOR)
    former = people.make_person("Tidigare", Role.ADMINISTRATOR, until=TODAY - timedelta(days=1))
    people.make_account(former)


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (of_nobody, "unknown-person"),
        (twice, "already-erased"),
        (last_administrator, "last-administrator"),
    ],
    ids=["nobody", "twice", "last-administrator"],
)
def test_erasing_is_refused_and_nothing_lost(
    stina: Person, prepare: Callable[[Person], None], code: str
) -> None:
    prepare(stina)
    seal_events()
    before = everything_stored()

    with pytest.raises(PeopleRefused) as refused:
        erase_person(person_id=stina.pk, as_of=TODAY, by=people.SYSTEM)

    assert refused.value.code == code
    assert everything_stored() == before


def test_only_those_who_manage_people_erase(stina: Person) -> None:
    office = people.make_actor(Role.REVIEW_OFFICE)

    with pytest.raises(PeopleRefused) as refused:
        erase_person(person_id=stina.pk, as_of=TODAY, by=office)

    assert refused.value.code == "not-allowed"
    assert Person.objects.get(pk=stina.pk).name == "Stina Läkare"


def test_command_asks_first_and_then_says_what_went(stina: Person) -> None:
    asked = erasing.erase(stina.pk, is_confirmed=False)
    kept = Person.objects.get(pk=stina.pk).name
    done = erasing.erase(stina.pk, is_confirmed=True)
    again = erasing.erase(stina.pk, is_confirmed=True)

    assert (asked.is_done, kept) == (False, "Stina Läkare")
    assert "Stina Läkare" in asked.text
    assert done == erasing.Outcome(
        True, f"Person {stina.pk} is erased; 3 rows of the change log went with them."
    )
    assert again == erasing.Outcome(False, "This person has been erased already.")
