"""Ways around the rules of people, through the places where two of them meet: each must stay closed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kollegium.accounts.actions import (
    DeputyValues,
    PeopleRefused,
    PersonValues,
    arrange_deputy,
    change_person,
    close_log_in,
    confirm_import,
    end_role,
    erase_person,
    forget_old_previews,
    open_account,
    reopen_log_in,
    reset_second_factor,
    start_import,
    undo_import,
)
from kollegium.accounts.models import Account, Assignment, BrowserSession, PeopleImport, Person
from kollegium.accounts.people_rows import checked_rows
from kollegium.domain.people_rows import RowFault, RowWarning, written_rows
from kollegium.domain.roles import Role
from kollegium.extraction.sheets import sheet_rows
from kollegium.trail.models import ReadingRecord
from tests import people
from tests.accounts.inviting import invited, newcomer, opened
from tests.accounts.log_in import Clock, is_in, with_password

pytestmark = pytest.mark.django_db

NOW = timezone.now()
TODAY = timezone.localdate()
DAY = timedelta(days=1)
HEAD = "Namn;E-post;HSA-id;Roll;Plats;Från;Till;Språk"


@pytest.fixture
def ada() -> Person:
    """An administrator of the whole country who can log in."""
    person = people.make_person("Ada Admin", Role.ADMINISTRATOR)
    people.make_account(person, "ada@exempel.se")
    return person


@pytest.fixture
def rut() -> Person:
    """An administrator of one region."""
    return people.make_person("Rut Region", Role.ADMINISTRATOR, people.make_region())


def rows(*lines: str) -> list[tuple[int, dict[str, str]]]:
    return written_rows(sheet_rows("\n".join([HEAD, *lines]).encode()))


def taken_in(by: Person, *lines: str) -> PeopleImport:
    actor = people.actor_today(by)
    found = start_import(file_name="lista.csv", written=rows(*lines), now=NOW, by=actor)
    return confirm_import(import_id=found.pk, as_of=TODAY, now=timezone.now(), by=actor)


def test_deputy_of_somebody_above_is_not_the_regions_to_change_or_let_in(rut: Person) -> None:
    office = people.make_person("Karin Kansli", Role.REVIEW_OFFICE)
    deputy = people.make_person("Dan Ek", Role.MAIN_SUPERVISOR, people.make_unit())
    account = people.make_account(deputy)
    values = DeputyValues(Assignment.objects.get(person=office).pk, deputy.pk, TODAY, TODAY + DAY)
    arrange_deputy(values=values, as_of=TODAY, by=people.actor_today(office))
    by = people.actor_today(rut)

    codes = []
    for act in (
        lambda: change_person(
            person_id=deputy.pk, values=PersonValues("Dan", hsa_id="SE-RUT"), expected_version=1, by=by
        ),
        lambda: reset_second_factor(account_id=account.pk, by=by),
        lambda: close_log_in(account_id=account.pk, as_of=TODAY, by=by),
        lambda: open_account(person=deputy, email="rut2@exempel.se", password=people.PASSWORD, by=by),
    ):
        with pytest.raises(PeopleRefused) as refused:
            act()
        codes.append(refused.value.code)

    assert codes == ["role-not-yours-to-give", "reaches-further", *["role-not-yours-to-give"] * 2]
    deputy.refresh_from_db()
    assert deputy.hsa_id is None


def test_borrowed_contact_address_draws_nobody_elses_role_to_itself(ada: Person) -> None:
    unit = people.make_unit()
    thief = people.make_person("Tjuv Läkare", Role.TRAINEE, unit)
    people.make_account(thief, "tjuv@exempel.se")
    Person.objects.filter(pk=thief.pk).update(email="ny.chef@exempel.se")
    role = {"role": "head_of_unit", "place": f"unit:{unit.pk}", "valid_from": TODAY.isoformat()}
    data = {"name": "Nya Chefen", "email": "ny.chef@exempel.se", "language": "sv", "known": "same"}

    taken_in(ada, "Ny Chef;ny.chef@exempel.se;;Verksamhetschef;Tallbackens hälsocentral;;;")
    Person.objects.filter(name="Ny Chef").update(email="")
    people.client_of(ada).post(reverse("accounts:person_add"), data | role)

    heads = Assignment.objects.filter(role=Role.HEAD_OF_UNIT).values_list("person__name", flat=True)
    assert sorted(heads) == ["Ny Chef", "Nya Chefen"]
    assert [one.role for one in Assignment.objects.filter(person=thief)] == [Role.TRAINEE]


def test_person_is_known_by_the_address_they_log_in_with(ada: Person) -> None:
    people.make_account(people.make_person("Stina Läkare"), "stina@exempel.se")
    data = {"name": "Stina", "email": "Stina@exempel.se", "language": "sv", "valid_from": TODAY.isoformat()}

    answer = people.client_of(ada).post(reverse("accounts:person_add"), data)

    assert (answer.status_code, answer.context["known"].name) == (422, "Stina Läkare")


def test_list_tells_nothing_of_what_somebody_is_elsewhere(ada: Person, rut: Person) -> None:
    far = people.make_region("Region Söderdal", "98")
    people.make_unit("Lärkans", region=far, provider=people.make_provider("Region Söderdal", far))
    line = "Sven;sven@exempel.se;;ST-läkare;Lärkans;;;"
    taken_in(ada, line)

    told = [checked_rows(people.actor_today(by), rows(line), as_of=TODAY)[0].row for by in (rut, ada)]

    assert [fault for fault, _words in told[0].faults] == [RowFault.NOT_YOURS]
    assert RowWarning.ALREADY_HELD not in dict(told[0].warnings)
    assert RowWarning.ALREADY_HELD in dict(told[1].warnings)


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("accounts:own_page", {"old": "fel", "new": "en helt ny fras 7", "again": "en helt ny fras 7"}),
        ("accounts:new_email", {"email": "annan@exempel.se", "password": "fel"}),
    ],
)
def test_password_is_not_guessed_inside_a_session(page: str, typed: dict[str, str]) -> None:
    account = people.make_account(people.make_person("Asta Prov"), "asta@exempel.se")
    client = people.client_of(account.person)
    right = {key: people.PASSWORD if value == "fel" else value for key, value in typed.items()}

    pages = [client.post(reverse(page), typed).content.decode() for _ in range(9)]
    late = client.post(reverse(page), right).content.decode()

    account.refresh_from_db()
    assert ["För många försök" in text for text in pages] == [False] * 8 + [True]
    assert "För många försök" in late
    assert account.check_password(people.PASSWORD)
    assert account.new_email == ""


def test_what_else_is_wrong_does_not_use_up_the_attempts_at_the_password() -> None:
    person = people.make_person("Asta Prov")
    client = people.client_of(person)
    weak = {"old": people.PASSWORD, "new": "kort", "again": "kort"}

    for _ in range(9):
        client.post(reverse("accounts:own_page"), weak)
    good = client.post(
        reverse("accounts:own_page"), weak | {"new": "en helt ny fras 7", "again": "en helt ny fras 7"}
    )

    assert good.status_code == 302


def test_session_in_use_ends_twelve_hours_after_log_in(monkeypatch: pytest.MonkeyPatch) -> None:
    people.make_account(people.make_person("Asta Prov"), "asta@exempel.se", second_factor=False)
    clock = Clock(monkeypatch)
    client = with_password("asta@exempel.se")

    seen = []
    for _ in range(13):
        seen.append(client.get("/me/").status_code)
        clock.go_on(hours=1)

    assert seen == [200] * 12 + [302]


def test_log_in_opened_again_lets_no_earlier_browser_back_in(ada: Person) -> None:
    account = people.make_account(people.make_person("Stina Läkare"), "stina@exempel.se", second_factor=False)
    lost = with_password("stina@exempel.se")
    by = people.actor_today(ada)

    close_log_in(account_id=account.pk, as_of=TODAY, by=by)
    reopen_log_in(account_id=account.pk, by=by)

    assert lost.get("/me/").headers["Location"] == "/login/?next=/me/"
    assert BrowserSession.objects.filter(account=account).count() == 0


def test_closed_log_in_is_told_to_who_knows_its_password_alone() -> None:
    account = people.make_account(people.make_person("Asta Prov"), "asta@exempel.se", second_factor=False)
    Account.objects.filter(pk=account.pk).update(is_active=False)

    right, wrong = with_password("asta@exempel.se"), with_password("asta@exempel.se", "fel")

    assert (is_in(right), is_in(wrong)) == (False, False)
    assert "är stängd" in right.last.content.decode()  # type: ignore[attr-defined]
    assert "hör inte ihop" in wrong.last.content.decode()  # type: ignore[attr-defined]


def test_undoing_a_list_does_not_take_the_last_administrator_away(ada: Person) -> None:
    bo = people.make_person("Bo Blivande")
    people.make_account(bo, "bo@exempel.se")
    people.make_unit()
    found = taken_in(ada, "Bo;bo@exempel.se;;Administratör;;;;")
    own = Assignment.objects.get(person=ada)
    end_role(assignment_id=own.pk, last_day=TODAY - DAY, as_of=TODAY, by=people.actor_today(bo))

    with pytest.raises(PeopleRefused) as refused:
        undo_import(import_id=found.pk, now=timezone.now(), by=people.actor_today(bo))

    assert refused.value.code == "last-administrator"
    assert Assignment.objects.in_force(TODAY).filter(role=Role.ADMINISTRATOR, person=bo).exists()


def test_role_to_come_that_one_is_invited_to_is_not_given_twice() -> None:
    unit = people.make_unit()
    head = people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)
    first = TODAY + 30 * DAY
    stina = people.make_person("Stina Läkare", Role.TRAINEE, unit, since=first)
    Person.objects.filter(pk=stina.pk).update(email="stina@exempel.se")
    browser = Client()
    opened(browser, invited(head, unit, valid_from=first))

    browser.post("/invitation/", newcomer())

    assert Account.objects.get(email="stina@exempel.se").person == stina
    assert [one.valid_from for one in Assignment.objects.filter(person=stina)] == [first]


def test_erased_person_stands_in_no_list_that_waits(ada: Person) -> None:
    stina = people.make_person("Stina Läkare")
    Person.objects.filter(pk=stina.pk).update(email="stina@exempel.se", hsa_id="SE-1")
    tail = "ST-läkare;Tallbackens hälsocentral;;;"
    lines = (
        f"S;STINA@exempel.se;;{tail}",
        f"S;;se-1;{tail}",
        f"stina  läkare;;;{tail}",
        f"Stina Läkare;en.annan@exempel.se;;{tail}",
        f"Sten;;;{tail}",
    )
    found = start_import(file_name="l.csv", written=rows(*lines), now=NOW, by=people.actor_today(ada))

    erase_person(person_id=stina.pk, as_of=TODAY, by=people.SYSTEM)

    found.refresh_from_db()
    assert [texts["name"] for _number, texts in found.rows] == ["Stina Läkare", "Sten"]
    assert (found.row_count, found.version) == (2, 2)


def test_lists_nobody_takes_in_are_forgotten_after_a_week(ada: Person) -> None:
    line = "Åsa;;;Administratör;;;;"
    by = people.actor_today(ada)
    young, old = (
        start_import(file_name="l.csv", written=rows(line), now=NOW - age, by=by)
        for age in (7 * DAY, 7 * DAY + timedelta(seconds=1))
    )
    done = taken_in(ada, line)
    PeopleImport.objects.filter(pk=done.pk).update(created_at=NOW - 30 * DAY)

    forget_old_previews(now=NOW)

    assert set(PeopleImport.objects.values_list("pk", flat=True)) == {young.pk, done.pk}
    assert old.pk not in {young.pk, done.pk}


def test_who_opens_the_page_of_changes_is_noted_as_a_reader(ada: Person) -> None:
    stina = people.make_person("Stina Läkare")
    client = people.client_of(ada)

    client.get(reverse("accounts:person_edit", args=[stina.pk]))

    assert [(row.subject_id, row.actor_key) for row in ReadingRecord.objects.all()] == [
        (stina.pk, f"person:{ada.pk}")
    ]


def test_no_page_is_tried_in_another_role_behind_the_door_to_the_second_step() -> None:
    unit = people.make_unit()
    eva = people.make_person("Eva Chef", Role.HEAD_OF_UNIT, unit)
    supervises = Assignment.objects.create(
        person=eva, role=Role.PLACEMENT_SUPERVISOR, unit=unit, valid_from=TODAY
    )
    Person.objects.filter(pk=eva.pk).update(hat=supervises)
    people.make_account(eva, "eva@exempel.se", second_factor=False)
    client = with_password("eva@exempel.se")

    answer = client.get("/people/", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.content) == (403, b"")
