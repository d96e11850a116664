"""A case in a real browser: found, planned and staffed by the office, followed by the reviewer and the unit."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.reviews.models import Judgement, Review
from tests.browser.test_walks import LOOKS, entered, faults
from tests.people import make_account, make_person, make_specialty, make_unit
from tests.reviews.cases import give_team, grade_everything, lead_to, make_case
from tests.reviews.test_judging import judge_area

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OpenPage = Callable[..., Page]
Barriers = Callable[[Page], list[str]]
OFFICE, REVIEWER, HEAD = "kansli@exempel.se", "granskare@exempel.se", "chef@exempel.se"


@pytest.fixture
def case() -> Review:
    """An ordered case, and people with log-ins who take part in it."""
    unit, specialty = make_unit(), make_specialty()
    for name, role, place, email in (
        ("Karin Kansli", Role.REVIEW_OFFICE, None, OFFICE),
        ("Greta Granskare", Role.REVIEWER, specialty, REVIEWER),
        ("Hedda Chef", Role.HEAD_OF_UNIT, unit, HEAD),
    ):
        make_account(make_person(name, role, place), email)
    return make_case(unit)


@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_a_case(
    open_page: OpenPage, barriers: Barriers, case: Review, look: dict[str, object]
) -> None:
    give_team(case, make_person("Göran Granskare", Role.REVIEWER, make_specialty()))
    member = case.team.get()
    page = entered(open_page, OFFICE, **look)
    at = f"/cases/{case.pk}/"

    addresses = ["/cases/", "/cases/?q=zz", at, f"{at}facts/", f"{at}steps/plan/", f"{at}steps/withdraw/"]
    addresses += [f"{at}team/", f"{at}team/{member.pk}/release/", f"{at}history/"]
    graded = make_case(make_unit("Almens hälsocentral"))
    give_team(graded, *(make_person(name, Role.REVIEWER, make_specialty()) for name in ("Ane Ek", "Bo Ask")))
    grade_everything(graded)
    lead_to(graded, State.CALIBRATION)
    addresses += [f"/cases/{graded.pk}/calibration/", f"/cases/{graded.pk}/decision/"]
    assert faults(page, barriers, addresses) == []


@pytest.mark.parametrize("script", [pytest.param(True, id="script"), pytest.param(False, id="no-script")])
def test_office_plans_and_staffs_and_the_others_see_it(
    open_page: OpenPage, case: Review, script: bool
) -> None:
    office = entered(open_page, OFFICE, "/cases/", java_script_enabled=script)
    office.get_by_role("link", name=case.unit.name).click()
    office.get_by_role("link", name="Planera granskningen").click()
    office.get_by_role("button", name="Planera granskningen").click()
    expect(office.get_by_role("heading", name="Nästa steg")).to_be_visible()

    office.get_by_role("link", name="Team").click()
    office.get_by_label("Sök granskare").fill("greta")
    office.get_by_role("button", name="Sök").click()
    expect(office.get_by_label("Greta Granskare")).to_be_visible()
    office.get_by_label("Huvudgranskare").check()
    office.get_by_role("button", name="Ta in i teamet").click()
    expect(office.get_by_role("link", name="Ta bort Greta Granskare ur teamet")).to_be_visible()

    reviewer = entered(open_page, REVIEWER, "/cases/", java_script_enabled=script)
    reviewer.get_by_role("link", name=case.unit.name).click()
    expect(reviewer.get_by_text("Huvudgranskare")).to_be_visible()
    head = entered(open_page, HEAD, "/cases/", java_script_enabled=script)
    head.get_by_role("link", name=case.unit.name).click()
    expect(head.get_by_text("Greta Granskare")).to_be_visible()
    expect(head.get_by_role("link", name="Börja förberedelserna")).to_have_count(0)


def test_menu_folds_what_is_seldom_needed(open_page: OpenPage, case: Review) -> None:
    lead_to(case, State.PLANNED)
    page = entered(open_page, OFFICE, "/cases/")
    menu = page.get_by_role("navigation", name="Huvudmeny")
    expect(menu.get_by_role("link", name="Granskningsmodeller")).to_be_hidden()

    menu.get_by_text("Mer", exact=True).press("Enter")
    menu.get_by_role("link", name="Granskningsmodeller").click()

    page.wait_for_url("**/standards/")


@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_the_judgement(
    open_page: OpenPage, barriers: Barriers, case: Review, look: dict[str, object]
) -> None:
    judged_by_two(case)
    part = case.parts.get()
    page = entered(open_page, REVIEWER, **look)
    at = f"/cases/{case.pk}/judgement/"

    addresses = [at, f"{at}{part.pk}/A/", f"{at}{part.pk}/D/", f"{at}{part.pk}/D/?one=D1"]
    assert faults(page, barriers, addresses) == []


def test_verdict_is_given_by_a_key_and_saves_itself(open_page: OpenPage, case: Review) -> None:
    judged_by_two(case)
    part = case.parts.get()
    page = entered(open_page, REVIEWER, f"/cases/{case.pk}/judgement/{part.pk}/D/")

    page.locator("#criterion-D1 input[type=radio]").first.focus()
    page.keyboard.press("3")
    page.keyboard.press("j")
    page.keyboard.press("1")
    page.keyboard.press("n")
    page.keyboard.type("3 av 4 har program.")

    expect(page.locator("#criterion-D2 [data-saved-note]")).to_contain_text("Sparat")
    kept = {
        row.criterion_key: (row.outcome, row.note)
        for row in Judgement.objects.filter(part=part, criterion_key__in=("D1", "D2"))
    }
    assert kept == {"D1": ("not_met", ""), "D2": ("met", "3 av 4 har program.")}

    # One at a time: what was chosen is saved before the next is shown, by key or button, and nobody is asked about it.
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    page.goto(f"/cases/{case.pk}/judgement/{part.pk}/D/?one=D2")
    page.keyboard.press("2")
    page.keyboard.press("j")
    page.wait_for_url("**/D/?one=D3")
    page.keyboard.press("1")
    page.get_by_role("button", name="Spara och gå vidare").click()
    page.wait_for_url("**/D/?one=D4")
    stored = Judgement.objects.filter(part=part, criterion_key__in=("D2", "D3")).order_by("criterion_key")
    assert ([row.outcome for row in stored], asked) == (["partly_met", "met"], [])


def judged_by_two(case: Review) -> None:
    """Let two reviewers visit, and be done with area A."""
    lead = Person.objects.get(name="Greta Granskare")
    other = make_person("Göran Granskare", Role.REVIEWER, make_specialty())
    give_team(case, lead, other)
    lead_to(case, State.VISITED)
    for person in (lead, other):
        judge_area(case, case.parts.get(), person)
