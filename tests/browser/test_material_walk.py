"""Material before a visit in a real browser: handed in on a phone, accepted by a reviewer."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.reviews.models import MaterialItem
from tests.people import PASSWORD, app_code, make_account, make_person, make_specialty, make_unit
from tests.reviews.cases import give_team, lead_to, make_case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LOG_IN, CODE = re.compile("^(Log in|Logga in)$"), re.compile("^(Code|Kod)$")
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"
OpenPage = Callable[..., Page]
Barriers = Callable[[Page], list[str]]


def logged_in(open_page: OpenPage, address: str, email: str, **look: object) -> Page:
    page = open_page(f"/login/?next={address}", **look)
    page.locator("input[type=email], input[name=username]").first.fill(email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name=LOG_IN).click()
    page.get_by_label(CODE).fill(app_code())
    page.get_by_role("button", name=LOG_IN).click()
    page.wait_for_url(f"**{address}*")
    return page


def check(page: Page, barriers: Barriers) -> None:
    assert barriers(page) == []
    assert page.evaluate(WIDER_THAN_WINDOW) is False


def test_unit_hands_in_on_a_phone_and_the_reviewer_accepts(
    open_page: OpenPage, barriers: Barriers, tmp_path: Path
) -> None:
    unit = make_unit()
    make_account(make_person("Hedda Chef", Role.HEAD_OF_UNIT, unit), "hedda@exempel.se")
    greta = make_person("Greta Granskare", Role.REVIEWER, make_specialty())
    make_account(greta, "greta@exempel.se")
    review = make_case(unit)
    give_team(review, greta, make_person("Göran"))
    lead_to(review, State.PREPARING)
    address = f"/cases/{review.pk}/material/"
    schedule = tmp_path / "schema.txt"
    schedule.write_text("Tisdag 13-14: handledning", encoding="utf-8")

    page = logged_in(open_page, address, "hedda@exempel.se", width=360)
    check(page, barriers)
    page.get_by_role("link", name="Schema som visar handledning").click()
    check(page, barriers)
    page.get_by_role("link", name="Lämna", exact=True).click()
    check(page, barriers)
    page.get_by_role("button", name="Lämna", exact=True).click()
    expect(page.get_by_text("Välj en fil, klistra in en länk eller skriv en text.").first).to_be_visible()
    page.set_input_files("#id_files", str(schedule))
    page.get_by_role("button", name="Lämna", exact=True).click()
    expect(page.get_by_text("Tack. Underlaget är lämnat")).to_be_visible()
    check(page, barriers)

    other = logged_in(open_page, address, "greta@exempel.se", width=1280)
    expect(other.get_by_text("Nytt", exact=True)).to_have_count(1)
    check(other, barriers)
    other.get_by_role("link", name="Schema som visar handledning").click()
    expect(other.get_by_role("link", name="schema.txt")).to_be_visible()
    check(other, barriers)
    other.get_by_role("button", name="Godta").click()
    expect(other.get_by_text("Underlaget är godtaget.")).to_be_visible()

    assert MaterialItem.objects.get(review=review, item_key="rota").status == "accepted"
