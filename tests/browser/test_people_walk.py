"""A head reads about a trainee, and the trainee sees it, in a real browser."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from kollegium.accounts.actions import assign_role
from kollegium.domain.roles import Role
from tests import people
from tests.browser.test_walks import LOOKS, Barriers, OpenPage, entered, faults
from tests.worker import work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("look", LOOKS)
def test_a_person_sees_who_opened_their_page(
    open_page: OpenPage, barriers: Barriers, look: dict[str, object]
) -> None:
    unit = people.make_unit()
    trainee = people.make_person("Sixten Läkare", Role.TRAINEE, unit)
    people.make_account(trainee, "st@exempel.se")
    people.make_account(people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit), "chef@exempel.se")

    head = entered(open_page, "chef@exempel.se", "/people/", **look)
    head.get_by_role("link", name="Sixten Läkare").click()
    expect(head.get_by_role("heading", level=1)).to_have_text("Sixten Läkare")
    own = entered(open_page, "st@exempel.se", "/me/", **look)

    expect(own.locator("#readings").get_by_role("cell", name="Hedda Chef")).to_be_visible()
    assert faults(head, barriers, ["/people/", "/people/?q=zz", f"/people/{trainee.pk}/"]) == []
    assert faults(own, barriers, ["/me/"]) == []


@pytest.mark.parametrize("look", LOOKS)
def test_somebody_invited_comes_in_from_the_letter(
    open_page: OpenPage, barriers: Barriers, look: dict[str, object], queue: None
) -> None:
    unit = people.make_unit()
    people.make_account(people.make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit), "chef@exempel.se")
    words = WORDS[str(look.get("language", "sv"))]

    head = entered(open_page, "chef@exempel.se", "/people/", **look)
    head.get_by_role("link", name=words["invite"], exact=True).click()
    head.get_by_label(words["name"], exact=True).fill("Sixten Läkare")
    head.get_by_label(words["email"]).fill("st@exempel.se")
    head.get_by_role("button", name=words["send"]).click()
    expect(head.get_by_text(words["waits"], exact=True)).to_be_visible()
    work()
    link = re.search(r"/invitation/\S+", str(mail.outbox[-1].body))
    assert link is not None
    invited = open_page(link[0], **look)
    expect(invited).to_have_url(re.compile(r"/invitation/$"))
    found = faults(invited, barriers, ["/invitation/"])
    for label in (words["password"], words["again"]):
        invited.get_by_label(label, exact=True).fill("en helt ny fras 7")
    invited.get_by_role("button", name=words["accept"]).click()
    invited.get_by_label(words["password"], exact=True).fill("en helt ny fras 7")
    invited.get_by_role("button", name=words["log_in"], exact=True).click()

    expect(invited.get_by_role("heading", level=1)).to_contain_text("Sixten")
    assert found == []
    assert (
        faults(head, barriers, ["/people/invite/", "/people/invitations/", "/people/invitations/?q=z"]) == []
    )
    invited.goto("/invitation/")
    assert barriers(invited) == [], "the page that says the link no longer holds"


@pytest.mark.parametrize("look", LOOKS)
def test_somebody_with_two_roles_changes_hat_and_follows_a_link(
    open_page: OpenPage, barriers: Barriers, look: dict[str, object]
) -> None:
    unit = people.make_unit()
    trainee = people.make_person("Sixten Läkare", Role.TRAINEE, unit)
    eva = people.make_person("Eva Dubbel", Role.HEAD_OF_UNIT, unit)
    assign_role(person=eva, role=Role.MEDICAL_LEAD, at=unit, valid_from=people.TODAY, by=people.SYSTEM)
    people.make_account(eva, "eva@exempel.se")

    page = entered(open_page, "eva@exempel.se", **look)
    page.locator("header summary").filter(visible=True).last.click()
    page.locator(".menu-hats button").filter(visible=True).nth(1).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Eva")
    page.goto(f"/people/{trainee.pk}/")
    found = barriers(page)
    page.locator("main form button").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sixten Läkare")
    assert found == []
    assert faults(page, barriers, ["/", "/me/", "/me/edit/", "/me/email/"]) == []


WORDS = {
    "sv": {
        "invite": "Bjud in",
        "name": "Namn",
        "email": "E-post",
        "send": "Skicka inbjudan",
        "waits": "Väntar på svar",
        "password": "Lösenord",
        "again": "Lösenordet igen",
        "accept": "Tacka ja till inbjudan",
        "log_in": "Logga in",
    },
    "en": {
        "invite": "Invite",
        "name": "Name",
        "email": "E-mail",
        "send": "Send the invitation",
        "waits": "Waits for an answer",
        "password": "Password",
        "again": "Password again",
        "accept": "Accept the invitation",
        "log_in": "Log in",
    },
}
