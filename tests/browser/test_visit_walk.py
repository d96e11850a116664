"""The judgement at a visit in a real browser: the network goes and comes back, log-ins end, two devices differ."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from kollegium.accounts.models import BrowserSession, Person
from kollegium.accounts.sessions import end
from kollegium.domain.case_life import State
from kollegium.domain.grading import Verdict
from kollegium.domain.roles import Role
from kollegium.reviews.actions import release_reviewer
from kollegium.reviews.actions.judging import OwnVerdict, judge
from kollegium.reviews.models import InterviewNote, Judgement, OfflineCopy, Review, TeamMember
from tests import people
from tests.browser.visiting import (
    CODE,
    ENDED,
    KEPT,
    LOG_IN,
    SENT,
    STORED,
    WIDER_THAN_WINDOW,
    OpenPage,
    at_visit,
    choose,
    judging,
    log_in,
    log_in_again,
    status,
)
from tests.people import PASSWORD, app_code, make_account, make_person, make_specialty, make_unit
from tests.reviews.cases import give_team, lead_to, make_case

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("settled"),
]

Barriers = Callable[[Page], list[str]]


@pytest.fixture
def greta() -> Person:
    person = make_person("Greta Granskare", Role.REVIEWER, make_specialty())
    make_account(person, "greta@exempel.se")
    return person


@pytest.fixture
def case(greta: Person) -> Review:
    review = make_case(make_unit("Lövbergas hälsocentral"))
    give_team(review, greta, make_person("Göran", Role.REVIEWER, make_specialty()))
    return lead_to(review, State.PREPARING)


def on_another_device(case: Review, greta: Person, note: str, *, version: int = 0) -> None:
    verdict = OwnVerdict(case.parts.get().pk, "A1", Verdict.NOT_MET, note, version)
    judge(review_id=case.pk, verdict=verdict, now=timezone.now(), by=people.actor_today(greta))


def test_network_goes_in_the_middle_and_nothing_is_lost(
    open_page: OpenPage, barriers: Barriers, case: Review
) -> None:
    page = at_visit(open_page, width=360)
    assert barriers(page) == []
    judging(page)
    assert barriers(page) == []
    assert page.evaluate(WIDER_THAN_WINDOW) is False
    choose(page, "Uppfyllt")
    status(page, SENT)
    assert Judgement.objects.get().outcome == Verdict.MET

    page.context.set_offline(True)
    choose(page, "Delvis uppfyllt", "Zqordet ur intervjun")
    status(page, KEPT)
    page.reload()
    status(page, KEPT)
    expect(page.get_by_label("Anteckning", exact=True)).to_have_value("Zqordet ur intervjun")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Intervjuanteckningar").click()
    assert barriers(page) == []
    assert page.evaluate(WIDER_THAN_WINDOW) is False
    page.get_by_label("Handledare").check()
    page.get_by_label("Vad som sades").fill("Zqsagt av handledarna")
    page.get_by_role("button", name="Spara anteckningen").click()
    expect(page.get_by_role("article")).to_contain_text("Zqsagt av handledarna")
    kept = page.evaluate(STORED)
    assert not re.search("Zqordet|Zqsagt|Lövbergas", kept["read"])
    assert (kept["records"], kept["extractable"]) == (3, False)
    assert Judgement.objects.get().note == ""

    page.context.set_offline(False)
    status(page, SENT)
    stored, note = Judgement.objects.get(), InterviewNote.objects.get()
    assert (stored.outcome, stored.note, stored.version) == (Verdict.PARTLY_MET, "Zqordet ur intervjun", 2)
    assert (note.text, note.interviewed) == ("Zqsagt av handledarna", "supervisors")


def test_device_that_takes_no_more_says_so_and_what_was_written_is_sent_from_the_open_page(
    open_page: OpenPage, case: Review
) -> None:
    page = at_visit(open_page)
    judging(page)
    page.context.set_offline(True)
    choose(page, "Uppfyllt")
    status(page, KEPT)
    page.evaluate("() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full'); }; }")

    choose(page, "Delvis uppfyllt", "Zqordet ur intervjun")

    status(page, "gick inte att spara på den här enheten")
    page.context.set_offline(False)
    status(page, SENT)
    stored = Judgement.objects.get()
    assert (stored.outcome, stored.note) == (Verdict.PARTLY_MET, "Zqordet ur intervjun")


@pytest.mark.parametrize(
    ("answer", "outcome", "words"),
    [
        ("Behåll min", Verdict.MET, ["Från telefonen"]),
        ("Behåll det som är sparat", Verdict.NOT_MET, ["Från datorn"]),
        ("Behåll min bedömning och båda anteckningarna", Verdict.MET, ["Från datorn", "Från telefonen"]),
    ],
)
def test_two_devices_differ_and_the_person_chooses(
    open_page: OpenPage,
    barriers: Barriers,
    case: Review,
    greta: Person,
    answer: str,
    outcome: Verdict,
    words: list[str],
) -> None:
    page = at_visit(open_page)
    judging(page)
    page.context.set_offline(True)
    choose(page, "Uppfyllt", "Från telefonen")
    status(page, KEPT)
    on_another_device(case, greta, "Från datorn")

    page.context.set_offline(False)
    status(page, "Något kunde inte skickas som det är")
    expect(page.get_by_text("Det här är ändrat på en annan apparat.")).to_be_visible()
    expect(page.locator(".visit-sides")).to_contain_text("Från datorn")
    assert barriers(page) == []
    assert Judgement.objects.get().note == "Från datorn"
    page.get_by_role("button", name=answer, exact=True).click()
    status(page, SENT)

    stored = Judgement.objects.get()
    assert (stored.outcome, stored.note.split("\n\n")) == (outcome, words)
    # Neither is lost: what was not chosen still stands below, on this device.
    if len(words) == 1:
        expect(page.locator("[data-aside]")).to_contain_text(
            {"Från telefonen": "Från datorn"}.get(words[0], "Från telefonen")
        )


def test_log_in_that_ran_out_keeps_the_draft_and_asks_to_log_in(
    open_page: OpenPage, live_server: object, case: Review
) -> None:
    page = at_visit(open_page)
    judging(page)
    page.context.clear_cookies(name="sessionid")
    choose(page, "Inte uppfyllt", "Skrivet efter att inloggningen gått ut")
    status(page, "Logga in så skickas det")
    assert not Judgement.objects.exists()

    page.locator("[data-status]").get_by_role("link", name="Logga in").click()
    expect(page.get_by_role("heading", name="Logga in")).to_be_visible()
    log_in_again(page, live_server)
    page.reload()
    page.wait_for_url(re.compile("/visit/"))
    status(page, SENT)

    assert Judgement.objects.get().note == "Skrivet efter att inloggningen gått ut"


def test_device_wiped_from_another_erases_itself_at_its_next_contact(
    open_page: OpenPage, live_server: object, case: Review
) -> None:
    page = at_visit(open_page)
    page.context.set_offline(True)
    judging(page)
    choose(page, "Uppfyllt")
    status(page, KEPT)
    other = open_page("/login/")
    log_in_again(other, live_server)
    other.goto("/me/browsers/")
    other.get_by_role("button", name="Radera", exact=True).click()
    expect(other.get_by_text("Apparaten raderar det den har sparat")).to_be_visible()

    page.context.set_offline(False)
    expect(page.get_by_text("Det som var sparat här är raderat, och med det 1 ändringar")).to_be_visible(
        timeout=15_000
    )

    assert page.evaluate(STORED) == {"read": "", "records": 0, "keys": 0, "extractable": False}
    assert not Judgement.objects.exists()


def test_after_72_hours_nothing_can_be_read_without_a_network(open_page: OpenPage, case: Review) -> None:
    page = at_visit(open_page)
    expect(page.get_by_text("Lövbergas hälsocentral")).to_be_visible()
    page.context.set_offline(True)
    page.clock.set_fixed_time(timezone.now() + timedelta(hours=71, minutes=50))
    page.reload()
    expect(page.get_by_text("Lövbergas hälsocentral")).to_be_visible()

    page.clock.set_fixed_time(timezone.now() + timedelta(hours=72, minutes=1))
    page.reload()
    expect(page.get_by_text("Inget är sparat på den här apparaten.")).to_be_visible()
    assert page.evaluate(STORED)["records"] == 0


def test_worker_erases_what_has_ended_before_the_page_opens(open_page: OpenPage, case: Review) -> None:
    page = at_visit(open_page)
    page.goto("/standards/")
    page.evaluate(ENDED)
    assert page.evaluate(STORED)["records"] == 1
    blind = page.context.new_page()
    # The page itself cannot reach the store here: whatever is erased, the worker did it.
    blind.add_init_script("Object.defineProperty(window, 'indexedDB', {value: {open: () => ({})}})")
    blind.goto("/visit/")

    expect(blind.get_by_role("heading", name="På besöket")).to_be_visible()
    assert page.evaluate(STORED) == {"read": "", "records": 0, "keys": 0, "extractable": False}


def test_clock_turned_back_ends_the_copy(open_page: OpenPage, case: Review) -> None:
    page = at_visit(open_page)
    page.context.set_offline(True)
    page.clock.set_fixed_time(timezone.now() - timedelta(hours=2))
    page.reload()

    expect(page.get_by_text("Inget är sparat på den här apparaten.")).to_be_visible()


def test_released_reviewer_is_told_and_can_copy_what_was_written(
    open_page: OpenPage, case: Review, greta: Person
) -> None:
    page = at_visit(open_page)
    judging(page)
    page.context.set_offline(True)
    choose(page, "Uppfyllt", "Skrivet innan jag visste")
    member = TeamMember.objects.get(person=greta)
    release_reviewer(
        review_id=case.pk, member_id=member.pk, reason="Jäv.", now=timezone.now(), by=people.SYSTEM
    )

    page.context.set_offline(False)
    expect(page.get_by_text("Du kan inte längre bedöma i det här ärendet").first).to_be_visible(
        timeout=15_000
    )
    page.goto("/visit/#/")
    expect(page.get_by_text("Skrivet innan jag visste")).to_be_visible()
    expect(page.get_by_role("button", name="Kopiera texten")).to_be_visible()
    assert not Judgement.objects.exists()


def test_somebody_else_on_the_same_device_finds_nothing(open_page: OpenPage, case: Review) -> None:
    make_account(make_person("Hedda", Role.REVIEWER, make_specialty()), "hedda@exempel.se")
    page = at_visit(open_page)
    page.context.clear_cookies(name="sessionid")
    page.goto("/login/?next=/visit/")
    page.locator("input[type=email], input[name=username]").first.fill("hedda@exempel.se")
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name=LOG_IN).click()
    page.get_by_label(CODE).fill(app_code())
    page.get_by_role("button", name=LOG_IN).click()
    page.wait_for_url(re.compile("/visit/"))

    expect(page.get_by_text("Någon annan är inloggad här nu.")).to_be_visible(timeout=15_000)
    expect(page.get_by_text("Lövbergas hälsocentral")).to_have_count(0)
    assert page.evaluate(STORED)["records"] == 0


def test_log_in_ended_from_another_device_takes_the_copy_along(open_page: OpenPage, case: Review) -> None:
    page = at_visit(open_page)
    end(list(BrowserSession.objects.values_list("session_key", flat=True)))
    assert not OfflineCopy.objects.exists()
    page.reload()

    expect(page.get_by_text("Kopian på den här apparaten har upphört")).to_be_visible(timeout=15_000)
    assert page.evaluate(STORED)["records"] == 0


def test_logging_out_asks_first_when_something_is_not_sent(open_page: OpenPage, case: Review) -> None:
    page = at_visit(open_page)
    judging(page)
    page.context.set_offline(True)
    choose(page, "Uppfyllt")
    status(page, KEPT)
    # The draft stays where it is: the page of the visit, which would send it, is left before the network is back.
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto("/standards/")
    page.locator("summary", has_text="Greta Granskare").first.click()
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Logga ut").first.click()

    assert asked == [
        "Det du skrev på besöket är inte skickat, och raderas från den här apparaten. Logga ut ändå?"
    ]
    page.goto("/visit/")
    status(page, SENT)
    assert Judgement.objects.get().outcome == Verdict.MET


def test_it_is_judged_with_the_keyboard_alone(open_page: OpenPage, case: Review, greta: Person) -> None:
    on_another_device(case, greta, "")
    # What is kept on no device stays what the verdict rests on.
    Judgement.objects.update(evidence=["questionnaire:st/1"])
    page = at_visit(open_page)
    judging(page)
    page.locator("[data-title]").focus()
    page.keyboard.press("3")
    page.keyboard.press("n")
    page.keyboard.type("Jag skrev 1 j k.")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(".criterion-key")).to_have_text("A2")
    page.keyboard.press("1")
    page.keyboard.press("k")
    expect(page.locator(".criterion-key")).to_have_text("A1")
    status(page, SENT)

    stored = {one.criterion_key: (one.outcome, one.note) for one in Judgement.objects.all()}
    assert stored == {"A1": (Verdict.NOT_MET, "Jag skrev 1 j k."), "A2": (Verdict.MET, "")}
    assert Judgement.objects.get(criterion_key="A1").evidence == ["questionnaire:st/1"]


@pytest.mark.parametrize(
    ("answer", "outcome", "note"),
    [
        ("Behåll min", Verdict.MET, "Skrivet här"),
        ("Behåll det som är sparat", Verdict.NOT_MET, "Från telefonen"),
    ],
)
def test_page_of_the_area_also_lets_the_person_choose(
    open_page: OpenPage,
    barriers: Barriers,
    case: Review,
    greta: Person,
    answer: str,
    outcome: Verdict,
    note: str,
) -> None:
    address = f"/cases/{case.pk}/judgement/{case.parts.get().pk}/A/"
    page = open_page(f"/login/?next={address}")
    log_in(page)
    page.wait_for_url(f"**{address}")
    on_another_device(case, greta, "Från telefonen")
    row = page.locator("#criterion-A1")

    row.get_by_label("Uppfyllt", exact=True).check()
    row.get_by_label("Anteckning").fill("Skrivet här")
    expect(row.get_by_role("alert")).to_contain_text("Från telefonen")
    assert barriers(page) == []
    assert Judgement.objects.get().note == "Från telefonen"
    row.get_by_role("button", name=answer).click()
    expect(row.locator("[data-saved-note]")).to_contain_text("Sparat")

    stored = Judgement.objects.get()
    assert (stored.outcome, stored.note) == (outcome, note)
