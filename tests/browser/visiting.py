"""A reviewer's device at a visit, for the tests: logging in, judging, and what lies in the browser's store."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from kollegium.accounts.models import Account
from tests.people import PASSWORD, app_code

LOG_IN, CODE = re.compile("^(Log in|Logga in)$"), re.compile("^(Code|Kod)$")
WIDER_THAN_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"
SENT, KEPT = "Allt är skickat", "Sparat här"
# What lies on the device, as anybody sees it who copies the browser's store: names, and the bytes of each record.
STORED = """async () => {
  const base = await new Promise((done) => { const r = indexedDB.open('kollegium-visit'); r.onsuccess = () => done(r.result); });
  const all = (of, ask) => new Promise((done) => { const r = base.transaction(of).objectStore(of)[ask](); r.onsuccess = () => done(r.result); });
  const records = await all('records', 'getAll'), keys = await all('keys', 'getAll');
  const read = records.map(({data}) => new TextDecoder().decode(data)).join('');
  base.close();
  return {read, records: records.length, keys: keys.length, extractable: keys.some(({key}) => key.extractable)};
}"""
ENDED = """async () => {
  const base = await new Promise((done) => { const r = indexedDB.open('kollegium-visit'); r.onsuccess = () => done(r.result); });
  const keys = base.transaction('keys', 'readwrite').objectStore('keys');
  const copy = await new Promise((done) => { const r = keys.get('copy'); r.onsuccess = () => done(r.result); });
  await new Promise((done) => { keys.put({...copy, endsAt: 1}, 'copy').onsuccess = done; });
  base.close();
}"""
OpenPage = Callable[..., Page]


def log_in(page: Page) -> None:
    page.locator("input[type=email], input[name=username]").first.fill("greta@exempel.se")
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name=LOG_IN).click()
    page.get_by_label(CODE).fill(app_code())
    page.get_by_role("button", name=LOG_IN).click()


def log_in_again(page: Page, live_server: object) -> None:
    """Log in once more; a code of the app counts only once, so the session is made beside the pages."""
    client = Client()
    client.force_login(Account.objects.get(email="greta@exempel.se"))
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": str(live_server)}]
    )


def at_visit(open_page: OpenPage, **look: object) -> Page:
    """Log in and let the device fetch its copy and the frame of the page."""
    page = open_page("/login/?next=/visit/", **look)
    log_in(page)
    page.wait_for_url(re.compile("/visit/"))
    status(page, SENT)
    expect_frame_kept(page)
    return page


def expect_frame_kept(page: Page) -> None:
    """Wait until the worker has kept the frame, so that the page opens without a network."""
    for _ in range(50):
        if page.evaluate("caches.match('/visit/').then(Boolean)"):
            return
        page.wait_for_timeout(100)
    pytest.fail("the frame was not kept")


def status(page: Page, words: str) -> None:
    expect(page.locator("[data-status]")).to_contain_text(words, timeout=15_000)


def judging(page: Page, key: str = "A1") -> None:
    page.get_by_role("link", name="Bedöm", exact=True).click()
    page.get_by_label("Gå till ett kriterium").select_option(key)
    expect(page.locator(".criterion-key")).to_have_text(key)


def choose(page: Page, verdict: str, note: str = "") -> None:
    page.get_by_label(verdict, exact=True).check()
    if note:
        page.get_by_label("Anteckning", exact=True).fill(note)
