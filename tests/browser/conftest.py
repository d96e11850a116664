"""A real browser for the tests that walk through pages, and axe to look for barriers in them."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")

# Playwright's own loop makes Django think that it runs inside an asynchronous program.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# A machine that does much else takes its time; what never comes fails all the same.
expect.set_options(timeout=15_000)

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the machine's own Chromium; without one the test is skipped, on a build machine it fails."""
    program = os.environ.get("KOLLEGIUM_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None and not os.environ.get("CI"):
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def settled(live_server: object) -> Iterator[None]:
    """Let what the page had asked for be answered, once it is closed and before the database is emptied."""
    yield
    time.sleep(1)


@pytest.fixture
def open_page(browser: Browser, live_server: object) -> Iterator[OpenPage]:
    """Give a function that opens an address as someone with this width, language and appearance.

    What the page complains of in its console is kept in `page.complaints`.
    """
    opened: list[BrowserContext] = []
    base = str(live_server)

    def open_(
        address: str, *, width: int = 1280, language: str = "sv", theme: str = "light", **more: object
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale="sv-SE", base_url=base, **more
        )
        opened.append(context)
        context.add_cookies(
            [
                {"name": "language", "value": language, "url": base},
                {"name": "theme", "value": theme, "url": base},
            ]
        )
        page = context.new_page()
        page.complaints = []  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.complaints.append(str(error)))  # type: ignore[attr-defined]
        page.on("console", lambda message: _keep(page, message.type, message.text))
        page.goto(address)
        return page

    yield open_
    for context in opened:
        context.close()


def _keep(page: Page, kind: str, text: str) -> None:
    if kind == "error" and "status of 4" not in text:
        page.complaints.append(text)  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def barriers() -> Callable[[Page], list[str]]:
    """Give a function that lists what axe finds on a page: the rule, and the first place it is broken."""

    def look(page: Page) -> list[str]:
        # Of a page that is still coming in axe sees links without their words.
        page.wait_for_load_state("load")
        page.evaluate(AXE)
        result = page.evaluate(f"axe.run({{preload: false, runOnly: {RULES}}})")
        return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in result["violations"]]

    return look
