"""Every address of the program, asked by everybody about everything: the answer, and what may stand in it."""

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.urls import get_resolver, reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from kollegium.printing import to_docx
from kollegium.reviews import printed_files
from tests.house.addresses import every_address
from tests.matrix.case_table import CASE_PAGES
from tests.matrix.expected import Marker, Thing, answers, may_show
from tests.matrix.table import PAGES, WALKED_IN_THEIR_OWN_TESTS, Page
from tests.matrix.viewpoints import VIEWPOINTS, Viewpoint
from tests.matrix.world import World, build

SEARCHED_FOR = {
    "zqtextawayz",
    "zqnamnpublishedz",
    "zqforrrecordedz",
    "zqpoststranger@exempel.se",
    "zqbrevaway@exempel.se",
}
NO_FIELD = {"no-field-of-any-form": "1"}
ADD_A_LINE = (
    "The address {name!r} is not in tests/matrix/table.py. Add one line to PAGES: which kind of thing the address "
    "names (`about`), which permission opens it (`see`, else 404), which one changing needs (`change`, else 403), "
    "and what a form sent empty is answered with (`post`); or one of a case to CASE_PAGES in tests/matrix/case_table.py. A new kind of thing is made in tests/matrix/world.py."
)
CHANGING = re.compile(rb'(name="csrfmiddlewaretoken" value=|nonce=)"[^"]*"')


def addresses() -> dict[str, frozenset[str]]:
    """Give every address of the program. Shape: name with its namespace → names of its values."""
    return {
        address.name: frozenset(address.parameters) for address in every_address(get_resolver().url_patterns)
    }


@pytest.mark.parametrize("name", sorted(addresses()))
def test_every_address_stands_in_the_table(name: str) -> None:
    assert name in PAGES.keys() | CASE_PAGES.keys() | WALKED_IN_THEIR_OWN_TESTS, ADD_A_LINE.format(name=name)


def test_table_speaks_of_no_address_that_is_gone() -> None:
    assert (PAGES.keys() | CASE_PAGES.keys() | WALKED_IN_THEIR_OWN_TESTS) - addresses().keys() == set()


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Build the world once for all who look; every request is undone, and in the end everything."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(timezone.localdate())
        transaction.set_rollback(True)


class Asker(RequestFactory):
    """Sends requests through the whole program, as Django's client does, without keeping what was rendered.

    The client copies every template's context for the tests to look at, which takes longer than the page.
    """

    handler = ClientHandler(enforce_csrf_checks=False)

    def request(self, **request: Any) -> Any:
        """Send one request."""
        return self.handler(self._base_environ(**request))


class Walk:
    """One viewpoint's way through the program. What is wrong is collected, so that one run tells everything."""

    def __init__(self, world: World, viewpoint: Viewpoint) -> None:
        self.world, self.viewpoint = world, viewpoint
        self.asker = Asker()
        self.faults: list[str] = []
        self.hidden = [marker for marker in world.markers if not may_show(viewpoint, marker)]
        self.shown: set[str] = set()
        self.unknown: dict[tuple[str, str], bytes | None] = {}
        if not viewpoint.is_visitor:
            client = Client()
            client.force_login(world.accounts[viewpoint.key])
            self.asker.cookies = client.cookies

    def ask(self, method: str, address: str, data: dict[str, str] | None = None) -> HttpResponse:
        """Send one request and undo what it did."""
        with transaction.atomic():
            response = getattr(self.asker, method.lower())(address, data or {})
            transaction.set_rollback(True)
        return response  # type: ignore[no-any-return]

    def visit(self, name: str, page: Page, thing: Thing, values: frozenset[str], method: str) -> None:
        """Ask for one page and compare the answer with what the table says."""
        address = reverse(name, kwargs={key: thing.ids[key] for key in values})
        response = self.ask(method, address, NO_FIELD if method == "POST" else {})
        wanted = answers(page, self.viewpoint, thing, method)
        where = f"{method} {name} {thing.key}"
        if response.status_code not in wanted:
            self.faults.append(f"{where}: {response.status_code}, not {wanted}")
            return
        self._look_for_leaks(where, readable(response).replace(address.lower(), ""), self.hidden)
        if response.status_code == 404 and thing.unknown:
            self._compare_with_unknown(where, name, thing, values, method, response)

    def _compare_with_unknown(
        self, where: str, name: str, thing: Thing, values: frozenset[str], method: str, response: HttpResponse
    ) -> None:
        address = reverse(name, kwargs={key: thing.unknown[key] for key in values})
        if (name, method) not in self.unknown:
            unknown = self.ask(method, address, NO_FIELD if method == "POST" else {})
            is_missing = unknown.status_code == 404
            self.unknown[name, method] = bare(unknown, address) if is_missing else None
        known_address = reverse(name, kwargs={key: thing.ids[key] for key in values})
        if self.unknown[name, method] != bare(response, known_address):
            self.faults.append(f"{where}: what is forbidden can be told from what there is not")

    def search(self, name: str, page: Page, thing: Thing, values: frozenset[str]) -> None:
        """Search a list for texts the viewpoint may not read; nothing at all may be found by them."""
        address = reverse(name, kwargs={key: thing.ids[key] for key in values})
        for marker in self.hidden:
            if marker.text in SEARCHED_FOR:
                found = readable(self.ask("GET", address, {page.search: marker.text}))
                self._look_for_leaks(f"search {name}", found.replace(marker.text.lower(), ""), self.hidden)
                if re.search(r'href="/(reviews|register|people)/\d+/', found):
                    self.faults.append(f"search {name}: something is found by {marker.text}")

    def _look_for_leaks(self, where: str, text: str, hidden: list[Marker]) -> None:
        for marker in hidden:
            if marker.text.lower() in text:
                self.faults.append(f"{where}: shows {marker.text}")
        self.shown |= {marker.text for marker in self.world.markers if marker.text.lower() in text}


def readable(response: HttpResponse) -> str:
    """Give the text of an answer and of where it leads, in lower case; packed files are opened."""
    content = b"".join(response) if response.streaming else response.content  # type: ignore[arg-type]
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    return f"{content.decode(errors='replace')}\n{response.headers.get('Location', '')}".lower()


def bare(response: HttpResponse, address: str) -> bytes:
    """Give a page without what differs between any two: its address, the form's token, the nonce."""
    return CHANGING.sub(b"", response.content.replace(address.encode(), b""))


@pytest.fixture(autouse=True)
def _no_log() -> Iterator[None]:
    """Leave out the thousands of lines that every refusal would write."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(autouse=True)
def _no_typesetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the text of a printed report stand for its PDF: setting one takes longer than a hundred pages."""
    monkeypatch.setattr(printed_files, "to_pdf", to_docx)


@pytest.mark.parametrize("key", VIEWPOINTS)
def test_everybody_gets_what_the_table_says_and_nothing_private(world: World, key: str) -> None:
    walk = Walk(world, VIEWPOINTS[key])
    for name, values in addresses().items():
        page = PAGES.get(name)
        if page is None:
            continue
        for number, thing in enumerate(world.things[page.about]):
            for method in ("GET", "POST"):
                # That a method is not taken hangs on the address alone.
                if number == 0 or (page.get if method == "GET" else page.post):
                    walk.visit(name, page, thing, values, method)
        if page.search:
            walk.search(name, page, world.things[page.about][0], values)

    assert not walk.faults, "\n".join(walk.faults)


def test_every_marker_is_seen_by_the_office_or_the_administrator(world: World) -> None:
    """A marker that nobody ever sees would prove nothing about those who do not see it."""
    seen: set[str] = set()
    for key in ("review_office-national", "administrator-national"):
        walk = Walk(world, VIEWPOINTS[key])
        for name, values in addresses().items():
            page = PAGES.get(name)
            about = "review" if page and page.about == "case" else page.about if page else ""
            for thing in world.things[about] if page and page.get else ():
                walk.visit(name, page, thing, values, "GET")
        seen |= walk.shown

    written = {marker.text for marker in world.markers if marker.text.startswith("zq")}
    assert written - seen == set()


@pytest.mark.parametrize(
    ("name", "inner", "key"),
    [
        ("reviews:grade", "part_id", "review_office-national"),
        ("reviews:verdict", "part_id", "review_office-national"),
        ("reviews:text", "part_id", "review_office-national"),
        ("reviews:progress", "item_id", "review_office-national"),
        ("accounts:log_in_change", "account_id", "administrator-national"),
    ],
)
def test_what_belongs_to_one_thing_is_not_reached_through_another(
    world: World, name: str, inner: str, key: str
) -> None:
    one, other = world.things[PAGES[name].about][:2]
    values = {value: one.ids[value] for value in addresses()[name]} | {inner: other.ids[inner]}

    response = Walk(world, VIEWPOINTS[key]).ask("POST", reverse(name, kwargs=values), NO_FIELD)

    assert response.status_code == 404
