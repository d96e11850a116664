"""Inviting people by e-mail: who may, what the letter says, what the inviter sees."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.accounts import actions
from kollegium.accounts.actions import PeopleRefused
from kollegium.accounts.models import Invitation, Person
from kollegium.accounts.tokens import hash_of
from kollegium.domain.invitations import InvitationState, InvitationTimes, state_of
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.ui.mail import MailNotSent
from tests import people
from tests.accounts.inviting import (
    DEAF,
    NOW,
    STINA,
    TODAY,
    expired,
    invited,
    letter_link,
    log_in,
    opened,
    used,
    withdrawn,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    return people.make_unit()


@pytest.fixture
def head(unit: Unit) -> Person:
    return people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit)


@pytest.fixture
def browser() -> Client:
    return Client()


# --- what becomes of an invitation ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("times", "state"),
    [
        ({}, InvitationState.WAITING),
        ({"undelivered_at": NOW}, InvitationState.UNDELIVERED),
        ({"expires_at": NOW + timedelta(seconds=1)}, InvitationState.WAITING),
        ({"expires_at": NOW}, InvitationState.EXPIRED),
        ({"expires_at": NOW, "undelivered_at": NOW}, InvitationState.EXPIRED),
        ({"expires_at": NOW, "withdrawn_at": NOW}, InvitationState.WITHDRAWN),
        ({"expires_at": NOW, "accepted_at": NOW}, InvitationState.ACCEPTED),
    ],
)
def test_state_follows_from_what_happened_last(times: dict[str, datetime], state: InvitationState) -> None:
    given = InvitationTimes(**{"expires_at": NOW + timedelta(days=14), **times})

    assert state_of(given, now=NOW) == state
    assert state.is_open == (state not in (InvitationState.ACCEPTED, InvitationState.WITHDRAWN))


# --- inviting ------------------------------------------------------------------------------------


def test_head_invites_a_trainee_and_the_letter_says_who_to_what_and_until_when(
    head: Person, unit: Unit
) -> None:
    invitation = invited(head, unit, email="Stina@Exempel.se", name="  Stina   Läkare ")

    link = letter_link(invitation)

    letter = mail.outbox[0]
    assert (letter.to, letter.subject) == ([STINA], f"Inbjudan till Kollegium: ST-läkare, {unit.name}")
    for words in ("Hej Stina Läkare. Hedda Chef bjuder in dig", unit.name, "Skicka den inte vidare"):
        assert words in str(letter.body)
    assert [kind for _content, kind in letter.alternatives] == ["text/html"]  # type: ignore[attr-defined]
    assert f'href="http://127.0.0.1:8000{link}"' in str(letter.alternatives[0][0])  # type: ignore[attr-defined]
    invitation.refresh_from_db()
    assert (invitation.sent_at, invitation.expires_at) == (NOW, NOW + timedelta(days=14))
    assert invitation.invited_by == head


def test_letter_speaks_the_chosen_language(head: Person, unit: Unit) -> None:
    letter_link(invited(head, unit, language="en"))

    assert mail.outbox[0].subject == f"Invitation to Kollegium: Trainee, {unit.name}"
    assert "invites you to Kollegium" in str(mail.outbox[0].body)


def test_secret_of_the_link_stands_nowhere_in_the_database(head: Person, unit: Unit) -> None:
    token = letter_link(invited(head, unit)).split("/")[2]

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f"SELECT count(*) FROM {connection.ops.quote_name(table)} row WHERE row::text LIKE %s",
                [f"%{token}%"],
            )
            assert cursor.fetchone() == (0,), table
    assert Invitation.objects.get().token_hash == hash_of(token)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"role": Role.HEAD_OF_UNIT}, "role-not-yours-to-give"),
        ({"role": Role.ADMINISTRATOR, "at": None}, "role-not-yours-to-give"),
        ({"role": Role.TRAINEE, "at": None}, "role-not-at-place"),
        ({"name": "   "}, "name-missing"),
        ({"valid_until": TODAY - timedelta(days=1)}, "ends-before-start"),
        (
            {"valid_from": TODAY - timedelta(days=9), "valid_until": TODAY - timedelta(days=1)},
            "period-over",
        ),
    ],
    ids=["beyond-remit", "national", "kind-of-place", "no-name", "ends-first", "over"],
)
def test_invitation_is_refused(head: Person, unit: Unit, changes: dict[str, object], code: str) -> None:
    with pytest.raises(PeopleRefused) as refused:
        invited(head, unit, **changes)

    assert (refused.value.code, Invitation.objects.count()) == (code, 0)


def test_nobody_invites_to_a_unit_that_is_not_theirs(head: Person) -> None:
    beside = people.make_unit("Grankullens hälsocentral")

    with pytest.raises(PeopleRefused) as refused:
        invited(head, beside)

    assert refused.value.code == "role-not-yours-to-give"


def test_second_invitation_to_the_same_waits_for_the_first_to_run_out(head: Person, unit: Unit) -> None:
    first = invited(head, unit)

    with pytest.raises(PeopleRefused) as refused:
        invited(head, unit)
    Invitation.objects.filter(pk=first.pk).update(expires_at=NOW)
    second = invited(head, unit)

    first.refresh_from_db()
    assert refused.value.code == "already-invited"
    assert first.withdrawn_at == NOW
    assert second.state(now=NOW) == InvitationState.WAITING


def test_database_itself_holds_one_open_invitation(head: Person, unit: Unit) -> None:
    first = invited(head, unit)
    first.pk, first.token_hash = None, "0" * 64

    with pytest.raises(IntegrityError):
        first.save(force_insert=True)


# --- letters that do not arrive ------------------------------------------------------------------


@override_settings(EMAIL_BACKEND=DEAF)
def test_letter_that_does_not_go_is_seen_by_the_inviter_and_can_be_sent_again(
    browser: Client, head: Person, unit: Unit, caplog: pytest.LogCaptureFixture
) -> None:
    invitation = invited(head, unit)
    with pytest.raises(MailNotSent):
        actions.send_invitation(invitation_id=invitation.pk, now=NOW)
    log_in(browser, head)

    page = browser.get(reverse("accounts:invitations")).content.decode()
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        answer = browser.post(reverse("accounts:send_invitation", args=[invitation.pk]))
        opened(browser, invitation)

    assert "Kunde inte levereras" in page
    assert STINA not in caplog.text
    assert answer.headers["Location"] == reverse("accounts:invitations")
    assert Invitation.objects.get().state(now=NOW) == InvitationState.WAITING


@pytest.mark.parametrize("happened", [withdrawn, expired, used])
def test_no_letter_goes_once_the_invitation_is_settled(
    head: Person, unit: Unit, happened: Callable[[Invitation], None]
) -> None:
    invitation = invited(head, unit)
    happened(invitation)

    assert actions.send_invitation(invitation_id=invitation.pk, now=NOW) is False
    assert mail.outbox == []


# --- the pages -----------------------------------------------------------------------------------


def typed(unit: Unit, **changes: str) -> dict[str, str]:
    given = {"name": "Stina Läkare", "email": STINA, "role": "trainee", "place": f"unit:{unit.pk}"}
    return {**given, "valid_from": TODAY.isoformat(), "language": "sv", **changes}


def test_head_invites_on_the_page(browser: Client, head: Person, unit: Unit) -> None:
    log_in(browser, head)

    shown = browser.get(reverse("accounts:invite"))
    answer = browser.post(reverse("accounts:invite"), typed(unit))

    assert [value for value, _label in shown.context["form"].fields["role"].choices] == [
        "trainee",
        "placement_supervisor",
        "main_supervisor",
    ]
    assert answer.headers["Location"] == reverse("accounts:invitations")
    assert Invitation.objects.get().unit == unit


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": "ingen adress"}, "e-post"),
        ({"place": "unit:999999"}, "Välj en av platserna"),
        ({"place": "unit:x"}, "Välj en av platserna"),
        ({"place": ""}, "Välj platsen"),
        ({"role": "administrator"}, "Roll"),
        ({"name": "Stina Läkare", "place_words": "tall\x00"}, "Null"),
        ({"valid_until": (TODAY - timedelta(days=1)).isoformat()}, "före den första"),
    ],
    ids=["address", "no-such-place", "garbage-place", "no-place", "role", "null", "period"],
)
def test_bad_invitation_keeps_what_was_typed(
    browser: Client, head: Person, unit: Unit, changes: dict[str, str], words: str
) -> None:
    log_in(browser, head)

    answer = browser.post(reverse("accounts:invite"), typed(unit, **changes))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert 'value="Stina Läkare"' in answer.content.decode()
    assert not Invitation.objects.exists()


def test_search_for_the_place_keeps_what_was_typed_and_finds_only_places_reached(
    browser: Client, unit: Unit
) -> None:
    beside = people.make_unit("Tallmo hälsocentral", provider=people.make_provider("Lotsen AB"))
    log_in(browser, people.make_person("Ada", Role.ADMINISTRATOR, unit.care_provider))

    answer = browser.post(
        reverse("accounts:invite"), typed(unit, place_words="tall", find="yes", email="halv")
    )

    form = answer.context["form"]
    assert [one.key for one in form.found.places] == [f"unit:{unit.pk}"]
    assert beside.name not in answer.content.decode()
    assert answer.status_code == 200
    assert 'value="halv"' in answer.content.decode()


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.MAIN_SUPERVISOR, Role.MEDICAL_LEAD])
def test_pages_are_not_there_for_those_who_do_not_invite(browser: Client, unit: Unit, role: Role) -> None:
    invitation = invited(people.make_person("Hedda", Role.HEAD_OF_UNIT, unit), unit)
    log_in(browser, people.make_person("Någon", role, unit))

    answers = [browser.get(reverse(f"accounts:{page}")) for page in ("invite", "invitations")]
    answers += [
        browser.post(reverse(f"accounts:{page}", args=[invitation.pk]))
        for page in ("send_invitation", "withdraw_invitation")
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    invitation.refresh_from_db()
    assert invitation.state(now=NOW) == InvitationState.WAITING


def test_invitations_of_another_unit_are_neither_seen_nor_changed(browser: Client, unit: Unit) -> None:
    beside = people.make_unit("Grankullens hälsocentral")
    invitation = invited(people.make_person("Grannen", Role.HEAD_OF_UNIT, beside), beside)
    log_in(browser, people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit))

    page = browser.get(reverse("accounts:invitations"))
    tried = browser.post(reverse("accounts:withdraw_invitation", args=[invitation.pk]))

    assert STINA not in page.content.decode()
    assert "Ingen är inbjuden än" in page.content.decode()
    assert tried.status_code == 404
    assert Invitation.objects.get().withdrawn_at is None


def test_head_sees_an_administrators_invitation_but_does_not_change_it(
    browser: Client, head: Person, unit: Unit
) -> None:
    administrator = people.make_person("Ada", Role.ADMINISTRATOR)
    invitation = invited(administrator, unit, role=Role.MEDICAL_LEAD)
    log_in(browser, head)

    page = browser.get(reverse("accounts:invitations"))
    browser.post(reverse("accounts:withdraw_invitation", args=[invitation.pk]))

    assert [row["can_change"] for row in page.context["rows"]] == [False]
    assert Invitation.objects.get().withdrawn_at is None


def test_list_is_searched_and_narrowed(browser: Client, head: Person, unit: Unit) -> None:
    for name in ("Stina Läkare", "Olle Berg", "Olle Dahl"):
        invited(head, unit, name=name, email=f"{name.split()[-1].lower()}@exempel.se")
    Invitation.objects.filter(name="Olle Berg").update(withdrawn_at=NOW)
    log_in(browser, head)

    def names(**asked: str) -> list[str]:
        rows = browser.get(reverse("accounts:invitations"), asked).context["rows"]
        return [row["name"] for row in rows]

    assert names() == ["Olle Dahl", "Olle Berg", "Stina Läkare"]
    assert names(q="olle dahl@") == ["Olle Dahl"]
    assert names(open="yes", q="olle") == ["Olle Dahl"]
    assert names(q="ingen") == []
    assert names(q="olle\x00 dahl") == ["Olle Dahl"]


def test_list_costs_the_same_queries_for_one_and_three_rows(
    browser: Client, head: Person, unit: Unit
) -> None:
    log_in(browser, head)
    counts = []
    for number in range(3):
        invited(head, unit, email=f"ny{number}@exempel.se")
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(reverse("accounts:invitations")).status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[2]


def test_person_page_tells_of_the_invitation(browser: Client, head: Person, unit: Unit) -> None:
    used(invited(head, unit))
    log_in(browser, people.make_person("Ada", Role.ADMINISTRATOR))
    stina = Person.objects.get(name="Stina Läkare")

    page = browser.get(reverse("accounts:person", args=[stina.pk])).content.decode()

    assert f"Tackade ja till en inbjudan till rollen ST-läkare, {unit.name}." in page


def test_erasing_takes_the_invitation_too(head: Person, unit: Unit) -> None:
    used(invited(head, unit))
    stina = Person.objects.get(name="Stina Läkare")

    actions.erase_person(person_id=stina.pk, as_of=date.today(), by=people.SYSTEM)

    left = Invitation.objects.get()
    assert (left.name, left.email) == ("", f"erased-{left.pk}@erased.invalid")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_invitationevent row WHERE row::text LIKE '%tina%'")
        assert cursor.fetchone() == (0,)
