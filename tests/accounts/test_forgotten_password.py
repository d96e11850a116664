"""A forgotten password: the same answer for everybody, a link that works once and not for long."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.test import Client

from kollegium.accounts import tasks
from kollegium.accounts.models import Account
from kollegium.domain.roles import Role
from tests import people
from tests.accounts.log_in import CODE_PAGE, EMAIL, Clock, account_of, is_in, with_password

pytestmark = pytest.mark.django_db

FORGOTTEN = "/login/forgotten/"
NEW = "en helt ny fras 7"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def link_to(account: Account) -> str:
    """Give the path of the link in a letter that the worker sends now."""
    tasks.send_new_password_letter(account.pk)
    return re.search(r"https?://[^/]+(/login/forgotten/\S+)", mail.outbox[-1].body)[1]  # type: ignore[index]


def renew(link: str, password: str = NEW, again: str | None = None) -> Any:
    """Open a link and send a new password, and give the answer."""
    client = Client()
    page = client.get(link, follow=True)
    address = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client.post(address, {"new_password1": password, "new_password2": again or password}, follow=True)


@pytest.mark.parametrize("email", [EMAIL, "ASTA@exempel.se", "ingen@exempel.se"])
def test_answer_is_the_same_whether_somebody_logs_in_with_the_address(email: str) -> None:
    account_of()

    answer = Client().post(FORGOTTEN, {"email": email}, follow=True)

    assert answer.redirect_chain == [("/login/forgotten/sent/", 302)]
    assert "Om någon loggar in med den adressen" in answer.content.decode()
    assert email not in answer.content.decode()


def test_nobody_and_closed_log_ins_get_no_letter() -> None:
    account = account_of()
    Account.objects.filter(pk=account.pk).update(is_active=False)

    tasks.send_new_password_letter(None)
    tasks.send_new_password_letter(account.pk)

    assert mail.outbox == []


def test_link_gives_a_new_password_once_and_ends_every_session() -> None:
    account = account_of(Role.TRAINEE, second_factor=False)
    there = with_password()
    link = link_to(account)

    first, second = renew(link), renew(link, "en annan helt ny fras 8")

    account.refresh_from_db()
    assert "Ditt lösenord är bytt" in first.content.decode()
    assert "Länken fungerar inte längre" in second.content.decode()
    assert account.check_password(NEW)
    assert not is_in(there)


def test_new_password_lets_nobody_past_the_second_step() -> None:
    account = account_of()
    renew(link_to(account))

    client = with_password(password=NEW)

    assert (client.last.headers["Location"], is_in(client)) == (CODE_PAGE, False)


def test_person_is_told_that_the_password_was_changed() -> None:
    account = account_of()

    tasks.tell_of_new_password(account.pk)

    assert (mail.outbox[-1].to, mail.outbox[-1].subject) == ([EMAIL], "Ditt lösenord i Kollegium har bytts")


@pytest.mark.parametrize(("minutes", "works"), [(119, True), (121, False)])
def test_link_works_for_two_hours(monkeypatch: pytest.MonkeyPatch, minutes: int, works: bool) -> None:
    link = link_to(account_of())
    later = datetime.now() + timedelta(minutes=minutes)

    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _: later)

    assert ("Nytt lösenord" in Client().get(link, follow=True).content.decode()) is works


@pytest.mark.parametrize(
    "link", ["/login/forgotten/MQ/x-y/", "/login/forgotten/!!/x/", "/login/forgotten/OTk5/a-b/"]
)
def test_made_up_link_says_that_it_does_not_work(link: str) -> None:
    account_of()

    answer = Client().get(link, follow=True)

    assert "Länken fungerar inte längre" in answer.content.decode()


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [("kort", "kort", "minst 12"), (NEW, "en annan fras 77", "inte likadana")],
    ids=["too short", "not the same"],
)
def test_bad_new_password_changes_nothing(password: str, again: str, said: str) -> None:
    account = account_of()

    answer = renew(link_to(account), password, again)

    account.refresh_from_db()
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert account.check_password(people.PASSWORD)


def test_link_of_a_log_in_closed_since_does_not_work() -> None:
    account = account_of()
    link = link_to(account)
    Account.objects.filter(pk=account.pk).update(is_active=False)

    assert "Länken fungerar inte längre" in Client().get(link, follow=True).content.decode()


def test_fourth_letter_within_an_hour_is_refused_and_says_until_when() -> None:
    account_of()
    answers = [Client().post(FORGOTTEN, {"email": EMAIL}) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
    assert "Du kan försöka igen kl. 13:01." in answers[-1].content.decode()
    assert Client().post(FORGOTTEN, {"email": "bo@exempel.se"}).status_code == 302
