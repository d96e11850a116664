"""Every page of reviews, places and the register in a real browser, as those who come there.

Import has its own journey, and the interface's own pages are looked at in test_design.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kollegium.domain.roles import Role
from kollegium.reviews.models import ActionPlanItem, Review
from tests.people import PASSWORD, app_code, make_account, make_person
from tests.reviews.builders import make_review, publish_as_proposed, usual_unit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LOG_IN, CODE = re.compile("^(Log in|Logga in)$"), re.compile("^(Code|Kod)$")
OpenPage = Callable[..., Page]
Barriers = Callable[[Page], list[str]]
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"
LOOKS = [
    pytest.param({"width": 360, "language": "en", "theme": "dark"}, id="phone"),
    pytest.param({"width": 1280, "language": "sv", "theme": "light"}, id="desk"),
]
OFFICE, HEAD, TRAINEE = "kansli@exempel.se", "chef@exempel.se", "st@exempel.se"


@pytest.fixture
def review() -> Review:
    """A published review, an earlier one of the same unit, and people with log-ins."""
    unit = usual_unit()
    make_review(unit, visit_from=None)
    review = make_review(unit)
    publish_as_proposed(review)
    for name, role, place, email in (
        ("Karin Kansli", Role.REVIEW_OFFICE, None, OFFICE),
        ("Hedda Chef", Role.HEAD_OF_UNIT, unit, HEAD),
        ("Sixten Läkare", Role.TRAINEE, unit, TRAINEE),
    ):
        make_account(make_person(name, role, place), email)
    return review


def entered(open_page: OpenPage, email: str, address: str = "/", **look: object) -> Page:
    """Open an address, log in on the way and come there."""
    page = open_page(f"/login/?next={address}", **look)
    page.locator("input[name=username]").fill(email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name=LOG_IN).click()
    page.get_by_label(CODE).fill(app_code())
    page.get_by_role("button", name=LOG_IN).click()
    page.wait_for_url(f"**{address}")
    return page


def faults(page: Page, barriers: Barriers, addresses: list[str]) -> list[str]:
    """List what is wrong on pages: not found, a barrier, sideways scrolling, a complaint of the browser."""
    found = []
    for address in addresses:
        answer = page.goto(address)
        if answer is None or answer.status != 200:
            found.append(f"{address}: answers {answer and answer.status}")
        if page.evaluate(WIDER_THAN_WINDOW):
            found.append(f"{address}: scrolls sideways")
        found += [f"{address}: {barrier}" for barrier in barriers(page)]
    return found + page.complaints  # type: ignore[attr-defined]


def public_pages(review: Review) -> list[str]:
    """Give what anybody may open."""
    standard = f"/standards/{review.standard_key}/"
    return ["/", "/register/", f"/register/{review.pk}/", "/standards/", standard, f"{standard}D6/"]


def unit_pages(review: Review) -> list[str]:
    """Give what those of a unit may open."""
    case, unit = f"/reviews/{review.pk}/", f"/units/{review.unit_id}/"
    return ["/", "/reviews/", case, f"{case}history/", unit, f"{unit}reviews/", "/me/"]


def office_pages(review: Review) -> list[str]:
    """Give what only the review office may open."""
    part, unit = review.parts.get(), review.unit
    item = ActionPlanItem.objects.get(part=part)
    case, provider = f"/reviews/{review.pk}/", f"/care-providers/{unit.care_provider_id}/"
    places = ["/units/", "/units/add/", f"/units/{unit.pk}/merge/", provider, f"{provider}edit/"]
    changes = ["", "facts/", "publish/", f"actions/{item.pk}/"]
    changes += [f"parts/{part.pk}/grades/D/", f"parts/{part.pk}/verdicts/D6/"]
    return [*places, "/specialties/", *(f"{case}{change}" for change in changes)]


@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_a_visitor(
    open_page: OpenPage, barriers: Barriers, review: Review, look: dict[str, object]
) -> None:
    page = open_page("/login/", **look)

    assert faults(page, barriers, ["/login/", *public_pages(review)]) == []


@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_a_head_of_unit(
    open_page: OpenPage, barriers: Barriers, review: Review, look: dict[str, object]
) -> None:
    page = entered(open_page, HEAD, **look)

    assert faults(page, barriers, unit_pages(review)) == []


@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_the_review_office(
    open_page: OpenPage, barriers: Barriers, review: Review, look: dict[str, object]
) -> None:
    page = entered(open_page, OFFICE, **look)

    assert faults(page, barriers, office_pages(review)) == []


@pytest.mark.parametrize("script", [pytest.param(True, id="script"), pytest.param(False, id="no-script")])
def test_a_review_is_published_and_withdrawn(open_page: OpenPage, script: bool) -> None:
    unit = usual_unit()
    review = make_review(unit)
    make_account(make_person("Karin Kansli", Role.REVIEW_OFFICE, None), OFFICE)
    office = entered(open_page, OFFICE, f"/reviews/{review.pk}/", java_script_enabled=script)
    visitor = open_page(f"/register/{review.pk}/", java_script_enabled=script)
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Sidan finns inte här")

    office.get_by_role("link", name="Publicera").click()
    office.get_by_role("button", name="Publicera").click()
    expect(office.get_by_role("alert")).to_be_visible()
    office.get_by_role("button", name="Ersätt alla övriga med funktioner").click()
    expect(office.get_by_text("Du har tagit ställning till allt.")).to_be_visible()
    office.get_by_role("button", name="Publicera").click()
    expect(office.get_by_role("link", name="Den offentliga sidan")).to_be_visible()

    visitor.goto("/register/")
    visitor.get_by_role("link", name=unit.name).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(unit.name)
    expect(visitor.get_by_text("Inget skriftligt program finns.")).to_be_visible()
    expect(visitor.get_by_text("Ekdal")).to_have_count(0)

    office.get_by_role("link", name="Ändra eller dra tillbaka").click()
    office.get_by_label("Skäl").fill("En mening ska ändras.")
    office.get_by_role("button", name="Dra tillbaka publiceringen").click()
    visitor.reload()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Sidan finns inte här")
    # A visitor's browser may keep the list for a minute, so another one looks.
    newcomer = open_page("/register/", java_script_enabled=script)
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("Öppet register")
    expect(newcomer.get_by_role("link", name=unit.name)).to_have_count(0)


def test_a_head_reads_the_whole_review_and_a_trainee_what_is_public(
    open_page: OpenPage, review: Review
) -> None:
    head = entered(open_page, HEAD, f"/reviews/{review.pk}/")
    expect(head.get_by_text("Torgny Ekdal")).to_be_visible()

    trainee = entered(open_page, TRAINEE, "/")
    trainee.goto(f"/reviews/{review.pk}/")
    expect(trainee.get_by_role("heading", level=1)).to_have_text("Sidan finns inte här")
    trainee.goto(f"/register/{review.pk}/")

    expect(trainee.get_by_role("heading", level=1)).to_have_text(review.unit.name)
    expect(trainee.get_by_text("Ekdal")).to_have_count(0)


def test_a_review_is_found_and_opened_by_keyboard(open_page: OpenPage, review: Review) -> None:
    page = entered(open_page, HEAD, "/reviews/")
    page.locator("input[type=search]").focus()
    page.keyboard.type("Tallback")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Tallback*")

    page.get_by_role("link", name=review.unit.name).first.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(review.unit.name)
    page.get_by_role("link", name="D6", exact=True).first.press("Enter")
    expect(page.locator("#criterion-D6")).to_be_in_viewport()


def test_filters_open_in_place_and_narrow_the_list(open_page: OpenPage, review: Review) -> None:
    page = entered(open_page, OFFICE, "/reviews/")
    page.locator("summary", has_text="Filter").press("Enter")

    page.get_by_label("Besöksår").select_option("2025")

    page.wait_for_url("**year=2025*")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.get_by_role("link", name="2025 – ta bort filtret")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Besöksår")).to_have_value("2025")


def test_filters_open_without_script(open_page: OpenPage, review: Review) -> None:
    page = entered(open_page, OFFICE, "/reviews/", java_script_enabled=False)
    page.get_by_text("Filter", exact=True).click()
    page.get_by_role("link", name="Välj filter").click()

    page.get_by_label("Besöksår").select_option("2025")
    page.get_by_role("button", name="Visa").click()

    expect(page.locator("tbody tr")).to_have_count(1)
