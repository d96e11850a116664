"""A questionnaire on a phone in a real browser: begun, saved, taken up again without scripts, and sent once."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from kollegium.questionnaires.actions import Invited, invite, prepare_round, send_letters, send_round
from kollegium.questionnaires.models import Draft, Waiting
from tests.people import SYSTEM, make_unit
from tests.questionnaires.rounds import tokens

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"
OpenPage = Callable[..., Page]
Barriers = Callable[[Page], list[str]]


def link_of_one(number: int) -> str:
    """Send a round to so many trainees today, and give the link of the first."""
    today = timezone.localdate()
    found = prepare_round(
        subject_key="review:1",
        unit_id=make_unit().pk,
        closes_on=today + timedelta(days=9),
        as_of=today,
        by=SYSTEM,
    )
    people = [Invited(f"Trainee {n}", f"trainee{n}@exempel.se") for n in range(number)]
    invite(round_id=found.pk, instrument_key="trainee-1", people=people, by=SYSTEM)
    send_round(round_id=found.pk, as_of=today, by=SYSTEM)
    mail.outbox.clear()
    send_letters(round_id=found.pk)
    return f"/answer/{tokens()['trainee0@exempel.se']}/"


def check(page: Page, barriers: Barriers) -> None:
    assert barriers(page) == []
    assert page.evaluate(WIDER_THAN_WINDOW) is False


def test_trainee_answers_on_a_phone(open_page: OpenPage, barriers: Barriers) -> None:
    link = link_of_one(4)

    page = open_page(link, width=360)
    expect(page.get_by_text("Du är en av 4 som får samma frågor.")).to_be_visible()
    check(page, barriers)
    page.get_by_label(re.compile("Vad fungerar bra i ST här")).fill("Handledningen.")
    page.get_by_role("button", name="Spara och fortsätt senare").click()
    expect(page.get_by_text("Sparat.")).to_be_visible()
    assert Draft.objects.count() == 1

    page = open_page(link, width=360)
    expect(page.get_by_label(re.compile("Vad fungerar bra i ST här"))).to_have_value("Handledningen.")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("alert")).to_contain_text("21 svar saknas")
    check(page, barriers)
    for statement in page.get_by_role("group").all():
        statement.get_by_label("Stämmer till stor del").check()
    page.get_by_role("button", name="Skicka").click()

    expect(page.get_by_role("heading", name="Tack. Din del är klar")).to_be_visible()
    check(page, barriers)
    assert (Draft.objects.count(), Waiting.objects.count()) == (0, 1)
    # The tests choose the language by a cookie; the page itself sets none.
    assert {cookie["name"] for cookie in page.context.cookies()}.isdisjoint({"sessionid", "csrftoken"})


def test_the_only_trainee_declines(open_page: OpenPage, barriers: Barriers) -> None:
    page = open_page(link_of_one(1), width=360)
    expect(page.get_by_role("heading", name="Du svarar öppet, med ditt namn")).to_be_visible()
    check(page, barriers)

    page.get_by_role("button", name="Avstå").click()

    expect(page.get_by_role("heading", name="Tack. Din del är klar")).to_be_visible()
    assert Waiting.objects.count() == 0
