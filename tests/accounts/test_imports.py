"""A list of people taken in: all or nothing, once, and taken back as long as nothing builds on it."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.actions import (
    end_role,
    invite_imported,
)
from kollegium.accounts.models import Account, Assignment, Invitation, Person
from kollegium.domain.roles import Role
from tests import people
from tests.accounts.people_lists import (
    TODAY,
    confirm,
    kept_numbers,
    preview,
    refused_code,
    undo,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    """An administrator of the whole country."""
    return people.make_person("Ada Admin", Role.ADMINISTRATOR)


def test_nothing_is_saved_while_one_row_is_wrong(ada: Person) -> None:
    people.make_unit()
    found = preview(ada, "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;", "Bo;;;ST-läkare;Nånstans;;;")
    before = Person.objects.count()

    code = refused_code(lambda: confirm(found, ada))

    assert (code, Person.objects.count()) == ("import-has-faults", before)


def test_row_is_corrected_or_left_out_and_then_taken_in(ada: Person) -> None:
    people.make_unit()
    found = preview(ada, "Åsa;;;ST-läkare;Nånstans;;;", "Bo;;;Trollkarl;;;;")
    client = people.client_of(ada)
    url = reverse("accounts:import_row", args=[found.pk, 2])

    page = client.get(url).content.decode()
    client.post(
        url, {"version": "1", "name": "Åsa", "role": "ST-läkare", "place": "Tallbackens hälsocentral"}
    )
    late = client.post(url, {"version": "1", "name": "Någon annan", "role": "ST-läkare"})
    client.post(reverse("accounts:import_row", args=[found.pk, 3]), {"version": "2", "leave_out": "1"})
    client.post(reverse("accounts:import_change", args=[found.pk]), {"confirm": "1"})

    assert "Det finns ingen plats som heter ”Nånstans”." in page
    assert late.status_code == 422
    assert Person.objects.filter(name="Åsa").count() == 1
    assert not Person.objects.filter(name__in=["Bo", "Någon annan"]).exists()


def test_confirmed_import_keeps_no_texts_and_everything_stands_in_the_history(ada: Person) -> None:
    people.make_unit()
    done = confirm(preview(ada, "Åsa Öst;asa@x.se;;ST-läkare;Tallbackens hälsocentral;;;"), ada)
    asa = Person.objects.get(name="Åsa Öst")

    history = people.client_of(ada).get(reverse("accounts:person", args=[asa.pk])).context["history"]

    assert (done.rows, done.state) == ([], "confirmed")
    assert sorted((entry.who, entry.sentence) for entry in history) == [
        ("Ada Admin", "Gav rollen ST-läkare, Tallbackens hälsocentral."),
        ("Ada Admin", "Lade till personen."),
    ]
    assert not Account.objects.filter(person=asa).exists()


def test_sent_twice_is_taken_in_once(ada: Person) -> None:
    people.make_unit()
    found = preview(ada, "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;")
    confirm(found, ada)

    code = refused_code(lambda: confirm(found, ada))

    assert (code, Person.objects.filter(name="Åsa").count()) == ("import-not-open", 1)


@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_at_once_take_it_in_once() -> None:
    ada = people.make_person("Ada Admin", Role.ADMINISTRATOR)
    people.make_unit()
    found = preview(ada, "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;")
    codes: list[str | None] = []

    def act() -> None:
        codes.append(refused_code(lambda: confirm(found, ada)))
        connections.close_all()

    threads = [threading.Thread(target=act) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)

    assert sorted(codes, key=str) == ["import-not-open", None] or sorted(codes, key=str) == [
        None,
        "import-not-open",
    ]
    assert Person.objects.filter(name="Åsa").count() == 1


def test_import_is_undone_whole_while_nothing_builds_on_it(ada: Person) -> None:
    people.make_unit()
    known = people.make_person("Stina Läkare")
    Person.objects.filter(pk=known.pk).update(email="stina@x.se")
    lines = [
        "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;",
        "S;stina@x.se;;ST-läkare;Tallbackens hälsocentral;;;",
    ]
    found = confirm(preview(ada, *lines), ada)

    undone = undo(found, ada)

    assert (undone.state, kept_numbers(found)) == ("undone", [])
    assert not Person.objects.filter(name="Åsa").exists()
    assert Person.objects.filter(pk=known.pk).exists()
    assert not Assignment.objects.filter(role="trainee").exists()
    assert refused_code(lambda: undo(found, ada)) == "import-not-confirmed"


def role_changed(person: Person) -> None:
    """End the role on a later day."""
    end_role(
        assignment_id=person.assignments.get().pk,
        last_day=TODAY + timedelta(days=9),
        as_of=TODAY,
        by=people.SYSTEM,
    )


def log_in_opened(person: Person) -> None:
    """Give the person a log-in."""
    people.make_account(person)


def role_added(person: Person) -> None:
    """Give the person another role."""
    Assignment.objects.create(person=person, role=Role.REVIEWER, valid_from=TODAY)


def name_changed(person: Person) -> None:
    """Correct the person's name."""
    Person.objects.filter(pk=person.pk).update(name="Åsa Ö", version=2)


@pytest.mark.parametrize("use", [role_changed, log_in_opened, role_added, name_changed])
def test_used_row_is_kept_and_named_and_the_rest_undone(ada: Person, use: Callable[[Person], None]) -> None:
    people.make_unit()
    lines = [f"{name};;;ST-läkare;Tallbackens hälsocentral;;;" for name in ("Åsa", "Bo")]
    found = confirm(preview(ada, *lines), ada)
    asa = Person.objects.get(name="Åsa")
    use(asa)

    undo(found, ada)

    assert kept_numbers(found) == [2]
    assert Person.objects.filter(pk=asa.pk, assignments__role="trainee").exists()
    assert not Person.objects.filter(name="Bo").exists()
    page = people.client_of(ada).get(reverse("accounts:import", args=[found.pk])).content.decode()
    assert "använd sedan dess, behålls" in page


def test_import_whose_every_row_is_used_is_not_undone(ada: Person) -> None:
    people.make_unit()
    found = confirm(preview(ada, "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;"), ada)
    people.make_account(Person.objects.get(name="Åsa"))

    assert refused_code(lambda: undo(found, ada)) == "import-all-used"


def test_those_without_a_log_in_are_invited_once_and_undoing_takes_the_letters_back(ada: Person) -> None:
    people.make_unit()
    people.make_account(people.make_person("Känd"), "kand@x.se")
    lines = [
        "Åsa;asa@x.se;;ST-läkare;Tallbackens hälsocentral;;;",
        "Åsa;asa@x.se;;Granskare;;;;",
        "Utan Adress;;;ST-läkare;Tallbackens hälsocentral;;;",
        "Känd;kand@x.se;;ST-läkare;Tallbackens hälsocentral;;;",
    ]
    found = confirm(preview(ada, *lines), ada)
    actor = people.actor_today(ada)

    sent = invite_imported(import_id=found.pk, now=timezone.now(), by=actor)
    again = invite_imported(import_id=found.pk, now=timezone.now(), by=actor)

    assert (sent, again) == (1, 0)
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role) == ("asa@x.se", "trainee")
    undo(found, ada)
    invitation.refresh_from_db()
    assert invitation.withdrawn_at is not None
    assert not Person.objects.filter(email="asa@x.se").exists()
    assert invite_imported(import_id=found.pk, now=timezone.now(), by=actor) == 0


def test_letters_wait_for_the_confirmation_and_the_choice(ada: Person, queue: None) -> None:
    people.make_unit()
    line = "Åsa;asa@x.se;;ST-läkare;Tallbackens hälsocentral;;;"
    client, queued = people.client_of(ada), []
    for choice in ({}, {"invites": "1"}):
        found = preview(ada, line.replace("asa@", f"asa{len(queued)}@"))
        client.post(reverse("accounts:import_change", args=[found.pk]), {"confirm": "1", **choice})
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'accounts.invite_imported'"
            )
            queued.append(cursor.fetchone()[0])

    assert queued == [0, 1]
