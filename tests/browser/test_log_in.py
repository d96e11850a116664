"""Log in with a second step in a real browser: an app is set up, a passkey made and used without a password."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from playwright.sync_api import Page, expect

from kollegium.domain.roles import Role
from tests import people
from tests.browser.test_walks import LOOKS, Barriers, OpenPage, faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EMAIL = "kansli@exempel.se"
LOG_IN, GO_ON = re.compile("^(Log in|Logga in)$"), re.compile("go on|gå vidare")
PAGES = ["", "app/", "passkey/", "recovery-codes/"]


def with_password(page: Page) -> None:
    """Send address and password."""
    page.locator("input[name=username]").fill(EMAIL)
    page.locator("input[type=password]").fill(people.PASSWORD)
    page.get_by_role("button", name=LOG_IN).click()


@pytest.mark.parametrize("look", [*LOOKS, pytest.param({"java_script_enabled": False}, id="no script")])
def test_an_app_is_set_up_at_the_first_log_in(
    open_page: OpenPage, barriers: Barriers, look: dict[str, object]
) -> None:
    cache.clear()
    person = people.make_person("Karin Kansli", Role.REVIEW_OFFICE)
    people.make_account(person, EMAIL, second_factor=False)
    page = open_page("/login/?next=/people/", **look)
    expect(page.locator("form[data-passkey]")).to_be_visible(visible=look.get("java_script_enabled", True))
    with_password(page)
    expect(page.locator("h1")).to_have_text(re.compile("Second step|Andra steget"))

    page.locator("main .link-list a").first.click()
    secret = page.locator("main code").inner_text().replace(" ", "")
    page.locator("input[name=code]").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.locator("main form button[type=submit]").click()
    page.get_by_role("link", name=GO_ON).click()

    page.wait_for_url("**/people/")
    if look.get("java_script_enabled", True):
        own = [f"/me/second-step/{part}" for part in PAGES]
        assert faults(page, barriers, [*own, "/me/browsers/", "/login/again/", "/me/"]) == []


def test_a_passkey_is_made_and_lets_in_without_a_password(open_page: OpenPage) -> None:
    cache.clear()
    people.make_account(people.make_person("Karin Kansli", Role.REVIEW_OFFICE), EMAIL, second_factor=False)
    page = open_page("/login/")
    expect(page.get_by_role("button", name="Logga in med lösennyckel")).to_be_visible()
    expect(page.locator("[data-passkey-failed]")).to_be_hidden()
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    expect(page.locator("[data-passkey-failed]")).to_be_hidden()
    with_password(page)
    page.get_by_role("link", name="En lösennyckel").click()
    page.get_by_label("Vad kallar du den?").fill("Min telefon")
    page.get_by_role("button", name="Skapa lösennyckeln").click()
    expect(page.locator("h1")).to_have_text("Reservkoder")
    page.goto("/me/second-step/")
    expect(page.get_by_text("Lösennyckel: Min telefon")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/login/?next=/people/")
    page.get_by_role("button", name="Logga in med lösennyckel").click()

    page.wait_for_url("**/people/")
    expect(page.locator("h1")).to_have_text("Personer")
