"""Agreeing in a real browser: the network goes, the log-in ends, the colleague agrees on something else meanwhile."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from kollegium.accounts.models import Person
from kollegium.domain import standard as standards
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.reviews.actions.judging import AgreedVerdict, OwnVerdict, finish_area, judge, reconcile
from kollegium.reviews.models import Grade, Review, VerdictSource
from kollegium.reviews.models import Verdict as StoredVerdict
from tests import people
from tests.browser.visiting import (
    KEPT,
    SENT,
    STORED,
    WIDER_THAN_WINDOW,
    OpenPage,
    expect_frame_kept,
    log_in_again,
    status,
)
from tests.people import make_account, make_person, make_specialty, make_unit
from tests.reviews.cases import give_team, lead_to, make_case

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("settled"),
]

Barriers = Callable[[Page], list[str]]


@pytest.fixture
def team() -> tuple[Person, Person]:
    greta, goran = (make_person(name, Role.REVIEWER, make_specialty()) for name in ("Greta", "Göran"))
    make_account(greta, "greta@exempel.se")
    return greta, goran


@pytest.fixture
def case(team: tuple[Person, Person]) -> Review:
    """Give a case with an area that both are done with: alike on all criteria but the last."""
    review = make_case(make_unit("Lövbergas hälsocentral"))
    give_team(review, *team)
    review = lead_to(review, State.PREPARING)
    part, area = review.parts.get(), standards.load(review.standard_key).areas[0]
    for person, last in zip(team, (Verdict.MET, Verdict.NOT_MET), strict=True):
        by, now = people.actor_today(person), timezone.now()
        for criterion in area.criteria:
            outcome = last if criterion == area.criteria[-1] else Verdict.MET
            own = OwnVerdict(part.pk, criterion.key, outcome, f"Zqeget {person.name}", 0)
            judge(review_id=review.pk, verdict=own, now=now, by=by)
        finish_area(review_id=review.pk, part_id=part.pk, area_key=area.key, now=now, by=by)
    return review


def agreed(case: Review) -> dict[str, tuple[str, str]]:
    rows = StoredVerdict.objects.filter(part=case.parts.get(), source=VerdictSource.RECONCILED)
    return {row.criterion_key: (row.outcome, row.note) for row in rows.order_by("sequence")}


def card(page: Page, key: str) -> Locator:
    return page.locator("li.judged", has=page.get_by_text(key, exact=True))


def agree_on(page: Page, verdict: str, note: str) -> None:
    row = card(page, "A4")
    row.get_by_label(verdict, exact=True).check()
    row.get_by_label(re.compile("^Anteckning")).fill(note)
    row.get_by_role("button", name="Spara det ni är överens om").click()


def test_team_goes_on_agreeing_when_the_network_and_the_log_in_go(
    open_page: OpenPage, live_server: object, barriers: Barriers, case: Review, team: tuple[Person, Person]
) -> None:
    page = open_page("/standards/", width=360)
    log_in_again(page, live_server)
    page.goto("/visit/")
    expect_frame_kept(page)
    page.get_by_role("link", name="A Verksamheten").click()
    status(page, SENT)
    expect(card(page, "A4")).to_contain_text("Ni skiljer er åt")
    assert page.evaluate(WIDER_THAN_WINDOW) is False

    # The network goes; the colleague, on another device, agrees on something else.
    page.context.set_offline(True)
    page.get_by_role("button", name="Ta över alla som ni är överens om (3)").click()
    agree_on(page, "Delvis uppfyllt", "Zqenat vid bordet")
    page.locator("[data-grade]").get_by_label(re.compile("^B")).check()
    page.get_by_label("Skäl", exact=True).fill("Zqskälet")
    page.get_by_role("button", name="Föreslå graderingen").click()
    status(page, KEPT)
    page.reload()
    expect(card(page, "A4")).to_contain_text("Zqenat vid bordet")
    expect(page.get_by_text("Din kollegas bedömningar sparas inte")).to_be_visible()
    assert not re.search("Zqenat|Zqskälet|Göran", page.evaluate(STORED)["read"])
    other = AgreedVerdict(case.parts.get().pk, "A4", Verdict.NOT_MET, "Zqannat", 0)
    reconcile(review_id=case.pk, verdict=other, now=timezone.now(), by=people.actor_today(team[1]))

    # It comes back with the log-in ended: nothing is sent and nothing lost.
    page.context.clear_cookies(name="sessionid")
    page.context.set_offline(False)
    status(page, "Logga in så skickas det")
    assert agreed(case) == {"A4": (Verdict.NOT_MET, "Zqannat")}
    log_in_again(page, live_server)
    page.reload()
    expect(card(page, "A4")).to_contain_text("Under tiden har ni kommit överens om något annat.")
    expect(card(page, "A4")).to_contain_text("Zqannat")
    assert barriers(page) == []
    assert (agreed(case)["A4"], Grade.objects.count()) == ((Verdict.NOT_MET, "Zqannat"), 0)

    page.get_by_role("button", name="Behåll min bedömning och båda anteckningarna").click()
    status(page, SENT)
    assert agreed(case) == {
        **dict.fromkeys(("A1", "A2", "A3"), (Verdict.MET, "")),
        "A4": (Verdict.PARTLY_MET, "Zqannat\n\nZqenat vid bordet"),
    }
    # The grade waited for its verdicts.
    assert [(grade.area_key, grade.reason) for grade in Grade.objects.all()] == [("A", "Zqskälet")]

    # The ordinary page keeps in the same store, and sends by itself.
    page.goto(f"/cases/{case.pk}/judgement/{case.parts.get().pk}/A/")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    card(page, "A4").get_by_text("Enas på nytt").click()
    agree_on(page, "Uppfyllt", "Zqpånytt")
    expect(page.get_by_role("alert")).to_contain_text("är sparat på den här apparaten")
    assert not re.search("Zqpånytt", page.evaluate(STORED)["read"])
    page.context.set_offline(False)
    expect(card(page, "A4").locator(".judged-found")).to_contain_text("Zqpånytt", timeout=15_000)
    assert agreed(case)["A4"] == (Verdict.MET, "Zqpånytt")
