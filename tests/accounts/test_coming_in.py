"""What the link of an invitation opens, and what it does not open."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from kollegium.accounts.actions import PeopleRefused
from kollegium.accounts.models import Account, Assignment, Invitation, Person
from kollegium.domain.invitations import InvitationState
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from tests import people
from tests.accounts.inviting import (
    NOW,
    PHRASE,
    STINA,
    TODAY,
    expired,
    invited,
    letter_link,
    log_in,
    newcomer,
    opened,
    sent_again,
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


# --- the link ------------------------------------------------------------------------------------


def test_link_leads_to_a_clean_address_and_opens_nothing_by_itself(
    browser: Client, head: Person, unit: Unit
) -> None:
    link = letter_link(invited(head, unit))

    answer = browser.get(link)
    page = browser.get(answer.headers["Location"])

    assert answer.headers["Location"] == "/invitation/"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert link.split("/")[2] not in str(dict(browser.session))
    assert page.status_code == 200
    for words in ("Hedda Chef", unit.name, "ST-läkare", STINA):
        assert words in page.content.decode()
    assert not Account.objects.exists()


def test_newcomer_comes_in_with_the_role_and_can_log_in(browser: Client, head: Person, unit: Unit) -> None:
    opened(browser, invited(head, unit, valid_until=TODAY + timedelta(days=400)))

    answer = browser.post("/invitation/", newcomer(name="Stina  Läkare-Berg", language="en"))

    account = Account.objects.get(email=STINA)
    assert answer.headers["Location"] == f"/login/?email={STINA.replace('@', '%40')}"
    assert browser.cookies["language"].value == "en"
    assert (account.person.name, account.person.email, account.person.language) == (
        "Stina Läkare-Berg",
        STINA,
        "en",
    )
    held = Assignment.objects.get(person=account.person)
    assert (held.role, held.unit, held.valid_from, held.valid_until) == (
        "trainee",
        unit,
        TODAY,
        TODAY + timedelta(days=400),
    )
    assert Client().login(username=STINA, password=PHRASE)
    assert Invitation.objects.get().accepted_by == account.person


def test_role_begins_when_the_invitation_says_but_not_before_it_is_accepted(
    browser: Client, head: Person, unit: Unit
) -> None:
    start = TODAY + timedelta(days=30)
    opened(browser, invited(head, unit, valid_from=start))

    browser.post("/invitation/", newcomer())

    assert Assignment.objects.get(person__name="Stina Läkare").valid_from == start


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (newcomer(password="kort", again="kort"), "minst 12"),
        (newcomer(again="en annan fras 88"), "inte likadana"),
        (newcomer(name="  "), "Namn"),
        (newcomer(language="xx"), "Språk"),
    ],
    ids=["short", "not-the-same", "no-name", "language"],
)
def test_bad_input_on_coming_in_loses_nothing_and_opens_nothing(
    browser: Client, head: Person, unit: Unit, typed: dict[str, str], message: str
) -> None:
    opened(browser, invited(head, unit))

    answer = browser.post("/invitation/", typed)

    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not Account.objects.exists()
    assert browser.post("/invitation/", newcomer()).status_code == 302


def test_person_who_was_added_before_gets_the_log_in(browser: Client, head: Person, unit: Unit) -> None:
    added = people.make_person("Stina Läkare", Role.PLACEMENT_SUPERVISOR, unit)
    Person.objects.filter(pk=added.pk).update(email=STINA)
    opened(browser, invited(head, unit))

    browser.post("/invitation/", newcomer())

    assert Account.objects.get(email=STINA).person == added
    assert set(Assignment.objects.filter(person=added).values_list("role", flat=True)) == {
        "placement_supervisor",
        "trainee",
    }


def test_contact_address_of_somebody_who_can_log_in_does_not_lend_their_rights(
    browser: Client, head: Person, unit: Unit
) -> None:
    other = people.make_person("Ingrid Kansli", Role.REVIEW_OFFICE)
    people.make_account(other, "kansli@exempel.se")
    Person.objects.filter(pk=other.pk).update(email=STINA)
    opened(browser, invited(head, unit))

    browser.post("/invitation/", newcomer())

    assert Account.objects.get(email=STINA).person != other


def test_address_with_a_log_in_is_asked_to_log_in_and_then_gets_the_role(
    browser: Client, head: Person, unit: Unit
) -> None:
    stina = people.make_person("Stina Läkare")
    account = people.make_account(stina, STINA)
    opened(browser, invited(head, unit))

    before = browser.get("/invitation/")
    tried = browser.post("/invitation/", newcomer())
    browser.force_login(account)
    asked = browser.get("/invitation/")
    answer = browser.post("/invitation/")

    assert "/login/?next=%2Finvitation%2F&amp;email=stina%40exempel.se" in before.content.decode()
    assert (tried.status_code, Account.objects.filter(email=STINA).count()) == (200, 1)
    assert "Tacka ja till rollen" in asked.content.decode()
    assert answer.headers["Location"] == "/"
    assert Assignment.objects.get(person=stina).role == "trainee"


def test_role_one_holds_already_is_not_given_twice(browser: Client, head: Person, unit: Unit) -> None:
    stina = people.make_person("Stina Läkare", Role.TRAINEE, unit)
    opened(browser, invited(head, unit))
    log_in(browser, stina, STINA)

    browser.post("/invitation/")

    assert Assignment.objects.filter(person=stina).count() == 1
    assert Invitation.objects.get().accepted_by == stina


def test_forwarded_letter_opens_nothing_for_somebody_else(browser: Client, head: Person, unit: Unit) -> None:
    other = people.make_person("Någon Annan")
    log_in(browser, other)
    opened(browser, invited(head, unit))

    shown, tried = browser.get("/invitation/"), browser.post("/invitation/", newcomer())

    assert (shown.status_code, tried.status_code) == (403, 403)
    assert "Inget är öppnat" in shown.content.decode()
    assert STINA not in shown.content.decode()
    assert not Assignment.objects.filter(person=other).exists()
    assert Invitation.objects.get().state(now=NOW) == InvitationState.WAITING


@pytest.mark.parametrize(
    ("happened", "status", "message"),
    [
        (withdrawn, 410, "tagits tillbaka"),
        (expired, 410, "har gått ut"),
        (used, 410, "redan besvarad"),
        (sent_again, 404, "nyare brev"),
    ],
)
def test_link_that_no_longer_holds_says_why_and_opens_nothing(
    browser: Client,
    head: Person,
    unit: Unit,
    happened: Callable[[Invitation], None],
    status: int,
    message: str,
) -> None:
    invitation = invited(head, unit)
    opened(browser, invitation)
    happened(invitation)
    accounts = Account.objects.count()

    shown, tried = browser.get("/invitation/"), browser.post("/invitation/", newcomer())

    assert (shown.status_code, tried.status_code) == (status, status)
    assert message in shown.content.decode()
    assert Account.objects.count() == accounts


@pytest.mark.parametrize("token", ["x", "å" * 40, "0" * 64, "a" * 5000])
def test_garbage_and_unknown_look_the_same(browser: Client, token: str) -> None:
    answer = browser.get(f"/invitation/{token}/")
    page = browser.get(answer.headers["Location"])

    assert (answer.headers["Location"], page.status_code) == ("/invitation/", 404)
    assert "nyare brev" in page.content.decode()
    assert "sessionid" not in browser.cookies


def test_invitation_dies_with_the_right_behind_it(browser: Client, head: Person, unit: Unit) -> None:
    opened(browser, invited(head, unit))
    Assignment.objects.filter(person=head).update(valid_until=TODAY - timedelta(days=1))

    answer = browser.post("/invitation/", newcomer())

    assert answer.status_code == 410
    assert "kan inte längre ge rollen" in answer.content.decode()
    assert not Account.objects.exists()


def test_two_who_accept_at_once_make_one_log_in(head: Person, unit: Unit) -> None:
    invitation = invited(head, unit)
    people.make_account(people.make_person("Snabbare"), STINA)

    with pytest.raises(PeopleRefused) as refused:
        used(invitation)

    assert refused.value.code == "email-taken"
    assert not Person.objects.filter(name="Stina Läkare").exists()
