"""Many people brought in from a list: row-by-row answers, one confirmation, undone but for what is used."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.actions import (
    PeopleRefused,
    confirm_import,
    correct_row,
    end_role,
    invite_imported,
    leave_row_out,
    start_import,
    undo_import,
)
from kollegium.accounts.models import Account, Assignment, Invitation, PeopleImport, Person
from kollegium.accounts.people_rows import checked_rows
from kollegium.domain.people_rows import RowFault, RowWarning, written_rows
from kollegium.domain.roles import Role
from kollegium.extraction.sheets import sheet_rows
from tests import people

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NOW = timezone.now()
HEAD = "Namn;E-post;HSA-id;Roll;Plats;Från;Till;Språk"
URL = "/people/import/"


@pytest.fixture
def ada() -> Person:
    """An administrator of the whole country."""
    return people.make_person("Ada Admin", Role.ADMINISTRATOR)


def written(*lines: str) -> list[tuple[int, dict[str, str]]]:
    return written_rows(sheet_rows("\n".join([HEAD, *lines]).encode()))


def checked(actor: Person, *lines: str) -> list[tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
    rows = checked_rows(people.actor_today(actor), written(*lines), as_of=TODAY)
    return [
        (
            [(fault.value, words) for fault, words in one.row.faults],
            [(warning.value, words) for warning, words in one.row.warnings],
        )
        for one in rows
    ]


def preview(by: Person, *lines: str) -> PeopleImport:
    return start_import(file_name="lista.csv", written=written(*lines), now=NOW, by=people.actor_today(by))


def confirm(found: PeopleImport, by: Person) -> PeopleImport:
    return confirm_import(import_id=found.pk, as_of=TODAY, now=timezone.now(), by=people.actor_today(by))


def undo(found: PeopleImport, by: Person) -> PeopleImport:
    return undo_import(import_id=found.pk, now=timezone.now(), by=people.actor_today(by))


def refused_code(act: Callable[[], object]) -> str | None:
    try:
        act()
    except PeopleRefused as refused:
        return refused.code
    return None


def kept_numbers(found: PeopleImport) -> list[int]:
    found.refresh_from_db()
    return [row["number"] for row in found.made if row["kept"]]


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


def upload(client: object, data: bytes, name: str = "lista.csv") -> object:
    return client.post(URL, {"file": SimpleUploadedFile(name, data)})  # type: ignore[attr-defined]


def test_file_is_uploaded_shown_and_confirmed(ada: Person) -> None:
    people.make_unit()
    client = people.client_of(ada)
    data = f"{HEAD}\nÅsa Öst;asa@x.se;;ST-läkare;Tallbackens hälsocentral;;;\nBo;;;ST-läkare;Nånstans;;;".encode()

    answer = upload(client, data)
    page = client.get(answer.headers["Location"])  # type: ignore[attr-defined]

    assert page.context["counts"] == {"all": 2, "faults": 1, "people": 1, "roles": 1, "left_out": 0}
    assert [row["number"] for row in page.context["rows"]] == [3]
    assert page.context["may_confirm"] is False


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 x", "Det här är varken CSV eller Excel"),
        (b"Fornamn;Efternamn\nA;B\n", "Saknas: Namn, Roll"),
        (b"Namn;Roll\n", "Det finns ingen i listan"),
    ],
    ids=["pdf", "columns", "nobody"],
)
def test_file_that_is_no_list_is_told_so(ada: Person, data: bytes, message: str) -> None:
    answer = upload(people.client_of(ada), data, "lista.xlsx")

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert message in answer.content.decode()  # type: ignore[attr-defined]
    assert not PeopleImport.objects.exists()


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_template_is_itself_a_list_that_is_understood(ada: Person, extension: str) -> None:
    people.make_unit("Enhetens namn")

    answer = people.client_of(ada).get(reverse("accounts:import_template", args=[extension]))

    rows = checked_rows(people.actor_today(ada), written_rows(sheet_rows(answer.content)), as_of=TODAY)
    assert [(row.has_faults, row.row.role, row.row.name) for row in rows] == [
        (False, Role.TRAINEE, "Exempel Person")
    ]


def test_imports_are_seen_by_who_made_them_and_by_the_country(ada: Person) -> None:
    people.make_unit()
    region = people.make_region()
    rut, rolf = (people.make_person(name, Role.ADMINISTRATOR, region) for name in ("Rut", "Rolf"))
    head = people.make_person("Hedda", Role.HEAD_OF_UNIT, people.make_unit("Grannen"))
    found = preview(rut, "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;")
    url = reverse("accounts:import", args=[found.pk])
    everybody = (rut, ada, rolf, head)

    assert [people.client_of(one).get(url).status_code for one in everybody] == [200, 200, 404, 404]
    assert [people.client_of(one).get(URL).status_code for one in everybody] == [200, 200, 200, 404]
    change = reverse("accounts:import_change", args=[found.pk])
    assert [people.client_of(one).post(change).status_code for one in (rolf, head)] == [404, 404]
    assert refused_code(lambda: confirm(found, rolf)) == "not-allowed"
    assert refused_code(lambda: confirm(found, head)) == "not-allowed"


def test_preview_is_thrown_away(ada: Person) -> None:
    people.make_unit()
    line = "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;"
    kept, thrown = preview(ada, line), preview(ada, line)

    people.client_of(ada).post(reverse("accounts:import_change", args=[thrown.pk]), {"discard": "1"})

    assert list(PeopleImport.objects.values_list("pk", flat=True)) == [kept.pk]


def test_row_that_is_gone_and_import_that_is_gone(ada: Person) -> None:
    people.make_unit()
    found = preview(ada, "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;")
    actor = people.actor_today(ada)

    leave_row_out(import_id=found.pk, number=2, by=actor)

    assert refused_code(lambda: confirm(found, ada)) == "import-empty"
    assert people.client_of(ada).get(reverse("accounts:import_row", args=[found.pk, 2])).status_code == 404
    assert (
        refused_code(lambda: correct_row(import_id=999_999, number=2, texts={}, expected_version=1, by=actor))
        == "import-not-open"
    )


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
