"""The components and the interface's own pages in a real browser: no barriers, no sideways scrolling, comfort that works."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ("/design/", "/accessibility/", "/privacy/", "/accessibility/thanks/", "/there-is-nothing-here/")
# Each language with each appearance, shared out over the two widths.
LOOKS = {360: (("sv", "light"), ("en", "dark")), 1280: (("sv", "dark"), ("en", "light"))}
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"
SMALL_TARGETS = """[...document.querySelectorAll("a, button, summary, select, textarea, .choice, input.input")]
  .filter((it) => it.checkVisibility() && !it.closest("p, td, th, figcaption, .breadcrumbs, .notice, .card"))
  .filter((it) => it.getBoundingClientRect().height > 1 && it.getBoundingClientRect().height < 43.5)
  .map((it) => it.outerHTML.slice(0, 120))"""

OpenPage = Callable[..., Page]


@pytest.mark.parametrize("width", LOOKS)
@pytest.mark.parametrize("address", PAGES)
def test_page_has_no_barriers_and_fits_the_window(
    open_page: OpenPage, barriers: Callable[[Page], list[str]], address: str, width: int
) -> None:
    for language, theme in LOOKS[width]:
        page = open_page(address, width=width, language=language, theme=theme)

        assert page.complaints == []  # type: ignore[attr-defined]
        assert not page.evaluate(WIDER_THAN_WINDOW)
        assert barriers(page) == []


def test_axe_sees_what_it_is_for(open_page: OpenPage, barriers: Callable[[Page], list[str]]) -> None:
    page = open_page("/accessibility/")
    page.locator("label[for=id_description]").evaluate("label => label.remove()")

    assert "label" in [fault.split(":")[0] for fault in barriers(page)]


@pytest.mark.parametrize("address", PAGES)
def test_page_reflows_at_four_times_enlargement(open_page: OpenPage, address: str) -> None:
    page = open_page(address, width=320)

    assert not page.evaluate(WIDER_THAN_WINDOW)


@pytest.mark.parametrize("width", [360, 1280])
def test_whole_page_can_be_pictured(open_page: OpenPage, width: int, tmp_path: Path) -> None:
    page = open_page("/design/", width=width)

    picture = page.screenshot(full_page=True, path=tmp_path / "design.png")

    assert int.from_bytes(picture[16:20], "big") == width
    assert int.from_bytes(picture[20:24], "big") > 3000


def test_fingers_get_targets_of_44_pixels(open_page: OpenPage) -> None:
    page = open_page("/design/", width=360, has_touch=True, is_mobile=True)

    assert page.evaluate(SMALL_TARGETS) == []


def test_strip_is_one_row_on_a_desk_and_two_on_a_phone(open_page: OpenPage) -> None:
    rows = {
        width: open_page("/design/", width=width)
        .locator(".strip")
        .first.evaluate(
            "it => new Set([...it.children].map((tile) => Math.round(tile.getBoundingClientRect().y))).size"
        )
        for width in (360, 1280)
    }

    assert rows == {360: 2, 1280: 1}


def test_menu_closes_on_escape_and_gives_the_focus_back(open_page: OpenPage) -> None:
    page = open_page("/design/")
    opener = page.locator(".header-tools summary").first
    opener.click()

    page.keyboard.press("Escape")

    expect(page.locator("details[data-menu][open]")).to_have_count(0)
    expect(opener).to_be_focused()


def test_menu_and_preferences_work_without_script(open_page: OpenPage) -> None:
    page = open_page("/privacy/", width=360, theme="system", java_script_enabled=False)
    page.get_by_text("Meny", exact=True).click()

    page.locator(".mobile-nav").get_by_role("button", name="Mörkt").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_text("Meny", exact=True).click()
    page.locator(".mobile-nav").get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Personal data in Kollegium")
    assert page.url.endswith("/privacy/")


def test_keyboard_reaches_the_content_first(open_page: OpenPage) -> None:
    page = open_page("/privacy/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehållet")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_number_key_answers_the_doubt_in_view_but_not_while_typing(open_page: OpenPage) -> None:
    page = open_page("/design/")
    page.locator("#id_title").press("2")
    assert "unit=" not in page.url
    page.locator("#id_title").blur()
    page.locator("[data-doubt]").scroll_into_view_if_needed()

    page.keyboard.press("2")

    page.wait_for_url("**unit=almdal*")


def test_dialog_opens_and_closes_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/design/")
    opener = page.get_by_role("button", name="Ta tillbaka …")
    opener.press("Enter")
    expect(page.get_by_role("dialog", name="Ta tillbaka inläsningen?")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_personal_number_is_warned_of_while_typing(open_page: OpenPage) -> None:
    page = open_page("/accessibility/")
    text = page.get_by_label("Vad kunde du inte göra?")
    text.fill("Jag heter 19121212-1212.")
    expect(page.get_by_text("Det här ser ut som ett personnummer.")).to_be_visible()

    text.fill("Jag väntar till 2025-05-12 1212.")

    expect(page.get_by_text("Det här ser ut som ett personnummer.")).to_have_count(0)


def test_faults_are_listed_first_and_lead_to_their_fields(open_page: OpenPage) -> None:
    page = open_page("/accessibility/")
    page.get_by_role("button", name="Skicka anmälan").click()
    expect(page.get_by_role("alert")).to_be_focused()

    page.get_by_role("link", name="Vad kunde du inte göra: Berätta vad du inte kunde göra.").click()

    expect(page.get_by_label("Vad kunde du inte göra?")).to_be_focused()


def test_words_come_back_after_a_lost_connection(open_page: OpenPage) -> None:
    page = open_page("/accessibility/")
    page.get_by_label("Vad kunde du inte göra?").fill("Knappen hörs inte.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Skicka anmälan").click()
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)

    page.goto("/accessibility/")

    expect(page.get_by_label("Vad kunde du inte göra?")).to_have_value("Knappen hörs inte.")


def test_words_over_something_newer_are_only_offered(open_page: OpenPage) -> None:
    page = open_page("/accessibility/")
    page.get_by_label("Vad kunde du inte göra?").fill("Knappen hörs inte.")
    page.route("**/accessibility/", _with_newer_version)

    page.reload()

    expect(page.get_by_label("Vad kunde du inte göra?")).to_have_value("")
    page.get_by_role("button", name="Lägg tillbaka det jag skrev").click()
    expect(page.get_by_label("Vad kunde du inte göra?")).to_have_value("Knappen hörs inte.")


def _with_newer_version(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(
        response=answer, body=answer.text().replace("data-keep=", 'data-keep-version="2" data-keep=', 1)
    )


def test_words_are_forgotten_once_they_are_received(open_page: OpenPage) -> None:
    page = open_page("/accessibility/")
    page.get_by_label("Vad kunde du inte göra?").fill("Knappen hörs inte.")
    page.get_by_role("button", name="Skicka anmälan").click()
    page.wait_for_url("**/thanks/")

    page.goto("/accessibility/")

    expect(page.get_by_label("Vad kunde du inte göra?")).to_have_value("")


def test_form_that_saves_itself_tells_how_it_went(open_page: OpenPage) -> None:
    page = open_page("/design/")
    answers = iter([503, 200, 409])
    page.route("**/save", lambda route: route.fulfill(status=next(answers), json={"version": 8}))
    page.clock.install()
    page.locator("[data-saved-note]").evaluate(
        "it => { it.form = it.closest('form'); it.form.dataset.autosave = '/save'; }"
    )
    note = page.locator("[data-saved-note]")

    page.locator("#id_title").fill("Almdalen")
    page.clock.run_for(1000)
    expect(note).to_have_text("Inte sparat – försöker igen")
    page.clock.run_for(6000)
    expect(note).to_contain_text("Sparat ")
    page.locator("#id_title").fill("Almdalens")
    page.clock.run_for(1000)

    expect(note).to_have_text("Inte sparat – något här behöver rättas")


def test_each_file_is_sent_by_itself_and_says_how_it_went(open_page: OpenPage) -> None:
    page = open_page("/design/")
    page.route("**/design/", lambda route: _with_endpoint(route))
    page.route("**/upload", _receive)
    page.reload()

    page.locator("[data-file-drop] input[type=file]").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": b"x"} for name in ("a.txt", "b.txt", "lost.txt")]
    )

    rows = page.locator(".file-row")
    expect(rows).to_have_count(3)
    expect(rows.filter(has_text="a.txt").locator(".file-state")).to_have_text("Läst")
    expect(rows.filter(has_text="b.txt").locator(".file-state")).to_have_text("Läst")
    expect(rows.filter(has_text="lost.txt").get_by_role("button", name="Försök igen")).to_be_visible()
    expect(page.locator("[data-summary-line]")).to_have_text("2 av 3 filer mottagna")
    page.get_by_role("button", name="Försök igen").click()
    expect(page.locator("[data-summary-line]")).to_have_text("2 av 3 filer mottagna")


def _with_endpoint(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(
        response=answer,
        body=answer.text().replace("data-file-drop", 'data-file-drop data-endpoint="/upload"', 1),
    )


def _receive(route: Route) -> None:
    if b'filename="lost.txt"' in (route.request.post_data_buffer or b""):
        route.abort()
    else:
        route.fulfill(json={"status": "received", "message": "Läst"})


def test_chosen_files_are_named_when_the_form_sends_them_all(open_page: OpenPage) -> None:
    page = open_page("/design/")

    page.locator("[data-file-drop] input[type=file]").set_input_files(
        [{"name": "rapport.txt", "mimeType": "text/plain", "buffer": b"x"}]
    )

    expect(page.locator(".file-row")).to_have_text("rapport.txt")


def test_paper_shows_the_content_and_nothing_to_press(open_page: OpenPage) -> None:
    page = open_page("/design/", theme="dark")
    page.emulate_media(media="print")

    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator(".filter-bar")).to_be_hidden()
    assert page.locator("html").evaluate("it => getComputedStyle(it).colorScheme") == "light"
    expect(page.locator(".strip").first).to_be_visible()
