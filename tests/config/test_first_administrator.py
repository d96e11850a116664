"""The first administrator comes in by a link from the command line."""

import re

import pytest
from django.core import mail
from django.test import Client, override_settings

from kollegium.accounts.models import Account, Assignment, Invitation
from kollegium.accounts.queries import actor_of_account
from kollegium.config import commands, first_administrator, health
from kollegium.domain.roles import Permission, Role
from tests import people

pytestmark = pytest.mark.django_db

PHRASE = "en helt ny fras 7"


def link_in(text: str) -> str:
    found = re.search(r"http://[^/]+(/invitation/\S+)", text)
    assert found is not None
    return found[1]


def test_printed_and_mailed_link_lets_the_administrator_of_the_country_in() -> None:
    outcome = first_administrator.invite("Ada Admin", "Ada@Exempel.se")
    browser = Client()
    browser.get(link_in(outcome.text))
    browser.post("/invitation/", {"name": "Ada Admin", "password": PHRASE, "again": PHRASE, "language": "sv"})

    account = Account.objects.get(email="ada@exempel.se")
    assert outcome.is_done
    assert link_in(str(mail.outbox[0].body)) == link_in(outcome.text)
    assert (
        actor_of_account(account, as_of=people.TODAY.replace(year=2100))
        .places(Permission.MANAGE_PEOPLE)
        .national
    )
    assert Assignment.objects.get().role == "administrator"


def test_asked_again_the_first_link_is_dead_and_the_second_holds() -> None:
    first = first_administrator.invite("Ada Admin", "ada@exempel.se")
    second = first_administrator.invite("Ada Admin", "ada@exempel.se")
    browser = Client()

    statuses = []
    for outcome in (first, second):
        browser.get(link_in(outcome.text))
        statuses.append(browser.get("/invitation/").status_code)

    assert statuses == [410, 200]


def test_no_second_way_in_once_an_administrator_can_log_in() -> None:
    people.make_account(people.make_person("Ada", Role.ADMINISTRATOR))

    outcome = first_administrator.invite("Eva Intrång", "eva@exempel.se")

    assert (outcome.is_done, Invitation.objects.count(), mail.outbox) == (False, 0, [])


def test_administrator_of_a_region_does_not_count_as_the_first() -> None:
    people.make_account(people.make_person("Ada", Role.ADMINISTRATOR, people.make_region()))

    assert first_administrator.invite("Eva", "eva@exempel.se").is_done


@pytest.mark.parametrize(("name", "email"), [("Ada", "ingen adress"), ("  ", "ada@exempel.se")])
def test_bad_name_or_address_is_refused_in_words(name: str, email: str) -> None:
    outcome = first_administrator.invite(name, email)

    assert (outcome.is_done, Invitation.objects.count()) == (False, 0)
    assert outcome.text


@override_settings(EMAIL_BACKEND="tests.accounts.inviting.Deaf")
def test_without_mail_the_printed_link_holds() -> None:
    outcome = first_administrator.invite("Ada Admin", "ada@exempel.se")

    assert "could not be mailed" in outcome.text
    assert Client().get(link_in(outcome.text)).status_code == 302


def test_command_says_in_a_sentence_that_the_tables_are_not_there_yet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(health, "missing_migrations", lambda: ["accounts.0001_initial"])

    code = commands.main(["invite-administrator", "--name", "Ada Admin", "--email", "ada@exempel.se"])

    assert (code, capsys.readouterr()) == (1, ("", f"{commands.TABLES_ARE_MISSING}\n"))
    assert not Invitation.objects.exists()
