"""Planning in a real browser: a head orders, the office takes on, plans a campaign and appoints what is proposed."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.planning.actions import propose_teams
from kollegium.planning.models import Campaign, TeamProposal
from kollegium.planning.proposing import propose
from kollegium.reviews.models import Review, TeamMember
from tests.browser.test_walks import LOOKS, entered, faults
from tests.people import SYSTEM, make_account, make_person, make_specialty, make_unit
from tests.planning.test_campaigns import campaign_of, proposal_of
from tests.reviews.cases import make_case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OpenPage = Callable[..., Page]
Barriers = Callable[[Page], list[str]]
OFFICE, REVIEWER, HEAD = "kansli@exempel.se", "granskare@exempel.se", "chef@exempel.se"


@pytest.fixture
def unit() -> Unit:
    """A unit with a head, a review office and two reviewers; three of them log in."""
    unit, specialty = make_unit(), make_specialty()
    for name, role, place, email in (
        ("Karin Kansli", Role.REVIEW_OFFICE, None, OFFICE),
        ("Greta Granskare", Role.REVIEWER, specialty, REVIEWER),
        ("Hedda Chef", Role.HEAD_OF_UNIT, unit, HEAD),
    ):
        make_account(make_person(name, role, place), email)
    make_person("Göran Granskare", Role.REVIEWER, specialty)
    return unit


@pytest.mark.parametrize("look", LOOKS)
def test_pages_of_planning(
    open_page: OpenPage, barriers: Barriers, unit: Unit, look: dict[str, object]
) -> None:
    campaign = campaign_of(make_case(unit))
    empty = campaign_of()
    proposal_of(campaign)
    page = entered(open_page, OFFICE, **look)
    at = f"/planning/campaigns/{campaign.pk}/"

    addresses = [
        "/planning/",
        "/planning/orders/add/",
        "/planning/reviewers/",
        "/planning/reviewers/own-region/",
    ]
    addresses += [
        "/planning/campaigns/",
        "/planning/campaigns/add/",
        at,
        f"{at}cases/",
        f"/planning/campaigns/{empty.pk}/",
    ]
    assert faults(page, barriers, addresses) == []


@pytest.mark.parametrize("script", [pytest.param(True, id="script"), pytest.param(False, id="no-script")])
def test_order_becomes_a_case_with_a_team(open_page: OpenPage, unit: Unit, script: bool) -> None:
    day = timezone.localdate().isoformat()
    head = entered(open_page, HEAD, "/planning/", java_script_enabled=script)
    head.get_by_role("link", name="Beställ en granskning").first.click()
    head.get_by_label("Specialitet").select_option(label="Allmänmedicin")
    head.get_by_label("Önskas från och med").fill(day)
    head.get_by_label("till och med", exact=True).fill(day)
    head.get_by_role("button", name="Skicka beställningen").click()
    expect(head.get_by_text("Beställningen väntar på granskningskansliet.")).to_be_visible()

    office = entered(open_page, OFFICE, "/planning/?state=waiting", java_script_enabled=script)
    office.get_by_role("link", name=unit.name).click()
    office.get_by_role("link", name="Ta emot beställningen").click()
    office.get_by_role("button", name="Ta emot").click()
    expect(office.get_by_role("link", name=f"Ärendet för {unit.name}")).to_be_visible()

    Review.objects.update(visit_from=timezone.localdate(), visit_to=timezone.localdate())
    campaign = campaign_of(Review.objects.get())
    office.goto(f"{office.url.split('/planning')[0]}/planning/campaigns/{campaign.pk}/")
    office.get_by_role("button", name="Föreslå team").click()
    expect(office.get_by_role("progressbar")).to_be_visible()
    worked_out()
    if not script:
        office.get_by_role("link", name="Titta igen").click()
    office.get_by_role("button", name="Utse alla föreslagna").click()

    expect(office.get_by_text("2 granskare är utsedda.")).to_be_visible()
    assert TeamMember.objects.count() == 2
    assert Campaign.objects.count() == 1


def test_reviewer_tells_of_days_away(open_page: OpenPage, unit: Unit) -> None:
    page = entered(open_page, REVIEWER, "/planning/own/")

    page.get_by_label("Första dagen borta").fill("2099-05-01")
    page.get_by_label("Sista dagen borta").fill("2099-05-04")
    page.get_by_role("button", name="Anteckna dagarna").click()

    expect(page.get_by_text("1–4 maj 2099")).to_be_visible()


def worked_out() -> None:
    """Do what the worker would."""
    propose_teams(
        proposal_id=TeamProposal.objects.get().pk,
        solve=propose,
        as_of=timezone.localdate(),
        now=timezone.now(),
        by=SYSTEM,
    )
