"""The way of a report in a real browser: dropped, read, corrected, confirmed, taken back."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Page, expect

from kollegium.domain.roles import Role
from kollegium.report_import.models import FieldDecision, ImportProposal, ProposalState
from kollegium.reviews.models import CaseState, Review
from tests.people import PASSWORD, app_code, make_account, make_person, make_region, make_specialty, make_unit
from tests.report_import.reports import read, report_text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LOG_IN, CODE = re.compile("^(Log in|Logga in)$"), re.compile("^(Code|Kod)$")
OpenPage = Callable[..., Page]
Barriers = Callable[[Page], list[str]]
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"
EMAIL = "disa@exempel.se"


@pytest.fixture(autouse=True)
def _empty_queue() -> Iterator[None]:
    """Leave no work behind: Django does not empty the queue's tables, which are not its own."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """Three files as one finds them in a folder: a report, its copy, and a letter."""
    files = {
        "strandkulla.txt": report_text(),
        "kopia.txt": report_text(),
        "brev.txt": "Hej!\n\nTack för sist.\n" * 9,
    }
    paths = []
    for name, text in files.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


@pytest.fixture
def places() -> None:
    """A director of training, and units whose names are near the report's."""
    region = make_region()
    make_specialty()
    make_unit("Strandkulla HC")
    make_unit("Granlunda hälsocentral")
    make_account(make_person("Disa Förste", Role.DIRECTOR_OF_TRAINING, region), EMAIL)


def logged_in(open_page: OpenPage, address: str, email: str = EMAIL, **look: object) -> Page:
    """Open an address, log in on the way and come there."""
    page = open_page(f"/login/?next={address}", **look)
    page.locator("input[type=email], input[name=username]").first.fill(email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name=LOG_IN).click()
    page.get_by_label(CODE).fill(app_code())
    page.get_by_role("button", name=LOG_IN).click()
    page.wait_for_url(f"**{address}*")
    return page


def send(page: Page, paths: list[Path]) -> None:
    """Choose files in the drop zone and wait until all have come in."""
    page.set_input_files("#id_files", [str(path) for path in paths])
    expect(page.get_by_role("link", name="Till listan över filer")).to_be_visible()


def read_waiting() -> None:
    """Do the worker's part."""
    for proposal in ImportProposal.objects.filter(state=ProposalState.WAITING):
        read(proposal)


@pytest.fixture
def opened(open_page: OpenPage, places: None, reports: list[Path]) -> Page:
    """A proposal page, the report just dropped and read."""
    page = logged_in(open_page, "/import/")
    send(page, reports[:1])
    read_waiting()
    page.goto(f"/import/{ImportProposal.objects.get().pk}/")
    return page


def test_a_report_on_its_whole_way(
    open_page: OpenPage, barriers: Barriers, places: None, reports: list[Path]
) -> None:
    page = logged_in(open_page, "/import/")
    send(page, reports)
    expect(page.locator(".file-row")).to_have_count(3)

    page.get_by_role("link", name="Till listan över filer").click()
    expect(page.get_by_text("Filer som har lästs")).to_be_visible()
    read_waiting()
    expect(page.get_by_text("Alla filer är lästa. 1 väntar på att gås igenom.")).to_be_visible(timeout=10_000)
    expect(page.get_by_text("Filen innehåller text, men inget")).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("link", name="Gå igenom nästa").click()
    assert barriers(page) == []
    page.get_by_role("button", name="Strandkulla HC").click()
    expect(page.locator("#unit")).to_contain_text("Välj en annan")

    page.get_by_role("link", name="Kontrollera och bekräfta").first.click()
    assert barriers(page) == []
    expect(page.get_by_text("bedömningen av 72 kriterier")).to_be_visible()
    page.get_by_role("button", name="Bekräfta").click()
    expect(page.get_by_text("Granskningen av Strandkulla HC är nu registrerad.")).to_be_visible()
    assert Review.objects.get().unit.name == "Strandkulla HC"

    page.get_by_role("link", name="Ta tillbaka inläsningen").click()
    page.locator("#id_reason").fill("Fel enhet.")
    page.get_by_role("button", name="Ta tillbaka").click()
    expect(page.get_by_text("Fel enhet.")).to_be_visible()
    assert Review.objects.get().state == CaseState.TAKEN_BACK
    assert page.complaints == []  # type: ignore[attr-defined]


def test_a_doubt_is_answered_with_a_key_and_leads_to_its_field(opened: Page) -> None:
    doubts = opened.locator("#doubts form [data-doubt]")
    count = doubts.count()
    assert count >= 1

    opened.keyboard.press("1")

    expect(opened.get_by_role("heading", name="Inga tveksamheter kvar")).to_be_visible()
    expect(
        opened.locator(
            "#field-action-plan-1-follow-up input[type=date], #field-action-plan-1-follow-up input"
        ).first
    ).to_be_focused()


def test_a_field_saves_itself_and_says_when(opened: Page) -> None:
    field = opened.locator("#field-areas-A-narrative-input")
    field.fill("Stor hälsocentral i inlandet.")

    expect(opened.locator("#area-A [data-saved-note]")).to_have_text(re.compile(r"Sparat \d\d:\d\d"))
    opened.reload()

    expect(opened.locator("#field-areas-A-narrative-input")).to_have_value("Stor hälsocentral i inlandet.")
    assert FieldDecision.objects.get().path == "areas.A.narrative"


def test_the_highlight_follows_the_field(opened: Page) -> None:
    opened.locator("#field-areas-B-narrative-input").focus()

    expect(opened.locator(".import-line.is-lit").first).to_contain_text("Två ST-läkare")
    expect(opened.locator(".import-line.is-lit").first).to_be_in_viewport()


def test_points_are_moved_joined_and_split(opened: Page) -> None:
    strengths = opened.locator("#field-strengths textarea[id^='field-strengths-']")
    expect(strengths).to_have_count(3)

    opened.locator("#field-strengths").get_by_role("button", name="Slå ihop med nästa").click()
    expect(strengths).to_have_count(2)
    opened.locator("#field-strengths-0").fill("Ett.\n\nTvå.")
    opened.locator("#points").get_by_role("button", name="Spara", exact=True).click()
    expect(strengths).to_have_count(3)
    opened.locator("#field-strengths").get_by_role("button", name="Till svagheter").first.click()

    expect(opened.locator("#field-weaknesses-1")).to_have_value("Ett.")
    expect(opened.locator("#field-strengths-0")).to_have_value("Två.")


def test_two_people_see_each_other_and_choose(opened: Page, open_page: OpenPage) -> None:
    make_account(make_person("Otto Kansli", Role.REVIEW_OFFICE, None), "otto@exempel.se")
    address = opened.url.partition("/import/")[2]
    other = logged_in(open_page, f"/import/{address}", "otto@exempel.se")
    expect(other.locator("#presence")).to_contain_text("Disa Förste")
    opened.locator("#presence").dispatch_event("every")
    expect(opened.locator("#presence")).to_contain_text("Otto Kansli")

    opened.locator("#field-areas-A-narrative-input").fill("Disas ord.")
    expect(opened.locator("#area-A [data-saved-note]")).to_have_text(re.compile("Sparat"))
    other.locator("#field-areas-A-narrative-input").fill("Ottos ord.")
    expect(other.locator("#area-A")).to_contain_text("Disa Förste sparade något annat medan du skrev:")
    expect(other.locator("#area-A")).to_contain_text("Disas ord.")
    other.get_by_role("button", name="Behåll det jag skrev").click()
    expect(other.locator("#area-A .import-theirs")).to_have_count(0)

    decision = FieldDecision.objects.get(path="areas.A.narrative")
    assert (decision.value, decision.version) == ("Ottos ord.", 2)


def test_a_lost_connection_loses_nothing(opened: Page) -> None:
    opened.context.set_offline(True)
    opened.locator("#field-areas-A-narrative-input").fill("Skrivet utan nät.")
    expect(opened.locator("#area-A [data-saved-note]")).to_have_text("Inte sparat – försöker igen")

    opened.context.set_offline(False)

    expect(opened.locator("#area-A [data-saved-note]")).to_have_text(re.compile("Sparat"), timeout=10_000)
    assert FieldDecision.objects.get().value == "Skrivet utan nät."


def test_sending_goes_on_when_the_connection_is_back(
    open_page: OpenPage, places: None, reports: list[Path]
) -> None:
    page = logged_in(open_page, "/import/")
    page.context.set_offline(True)
    page.set_input_files("#id_files", [str(path) for path in reports])
    expect(page.get_by_text("Förbindelsen är bruten.")).to_be_visible()

    page.context.set_offline(False)

    expect(page.get_by_role("link", name="Till listan över filer")).to_be_visible(timeout=15_000)
    assert ImportProposal.objects.count() == 3


def test_hundreds_of_files_come_in_and_the_page_stays_light(open_page: OpenPage, places: None) -> None:
    page = logged_in(open_page, "/import/")
    files = [
        {
            "name": f"rapport {number}.txt",
            "mimeType": "text/plain",
            "buffer": report_text(f"Enhet {number}").encode(),
        }
        for number in range(150)
    ]

    page.set_input_files("#id_files", files)  # type: ignore[arg-type]

    expect(page.get_by_text("150 av 150 filer har kommit in")).to_be_visible(timeout=60_000)
    assert ImportProposal.objects.count() == 150
    assert page.locator(".file-row").count() <= 60


@pytest.mark.parametrize(
    ("width", "language", "theme"), [(360, "sv", "light"), (360, "en", "dark"), (1280, "en", "dark")]
)
def test_every_page_has_no_barriers_and_fits(
    open_page: OpenPage,
    barriers: Barriers,
    places: None,
    reports: list[Path],
    width: int,
    language: str,
    theme: str,
) -> None:
    page = logged_in(open_page, "/import/", width=width, language=language, theme=theme)
    page.set_input_files("#id_files", [str(path) for path in reports])
    expect(page.locator("[data-batch-link]")).to_be_visible()
    read_waiting()
    first = ImportProposal.objects.get(state=ProposalState.PROPOSED)
    others = ImportProposal.objects.exclude(pk=first.pk).order_by("pk")
    addresses = [
        "/import/",
        f"/import/batches/{first.batch_id}/",
        f"/import/{first.pk}/",
        f"/import/{first.pk}/unit/",
    ]
    addresses += [f"/import/{first.pk}/check/", *(f"/import/{other.pk}/" for other in others)]

    for address in addresses:
        page.goto(address)
        assert barriers(page) == [], address
        assert not page.evaluate(WIDER_THAN_WINDOW), address
    assert page.complaints == []  # type: ignore[attr-defined]


def test_without_script_a_report_goes_the_same_way(
    open_page: OpenPage, places: None, reports: list[Path]
) -> None:
    page = logged_in(open_page, "/import/", java_script_enabled=False)
    page.set_input_files("#id_files", [str(path) for path in reports])
    page.get_by_role("button", name="Skicka filerna").click()
    expect(page.get_by_text("3 filer har kommit in.")).to_be_visible()
    read_waiting()
    page.reload()

    page.get_by_role("link", name="Gå igenom nästa").click()
    page.get_by_role("button", name="Strandkulla HC").click()
    page.locator("#field-areas-A-narrative-input").fill("Skrivet utan skript.")
    page.locator("#area-A").get_by_role("button", name="Spara").click()
    page.locator("#field-strengths").get_by_role("button", name="Slå ihop med nästa").click()
    page.get_by_role("link", name="Kontrollera och bekräfta").first.click()
    page.get_by_role("button", name="Bekräfta").click()

    expect(page.get_by_text("Granskningen av Strandkulla HC är nu registrerad.")).to_be_visible()
    review = Review.objects.get()
    assert review.parts.get().area_texts.get(area_key="A").narrative == "Skrivet utan skript."
    assert review.parts.get().summary_points.filter(heading="strengths").count() == 1
