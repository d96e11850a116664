"""Hostile requests against every address, as a visitor, a trainee and a head of unit: no fault, no leak, no echo.

A failing case is named by its number: `visitor-17`. `test_one_case` with that number repeats it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from kollegium.config.urls import urlpatterns
from kollegium.domain.roles import Role
from kollegium.reviews.actions import withdraw_publication
from tests.faults.hostile import Hostile, Target, hostile
from tests.faults.judging import faults_of, known_secrets
from tests.house.addresses import Address, every_address
from tests.people import SYSTEM, make_account, make_person, make_provider, make_region, make_unit
from tests.report_import.reports import bring, make_director
from tests.reviews.builders import NOW, make_review, publish_as_proposed

pytestmark = [pytest.mark.faults, pytest.mark.django_db]

CASES = {"visitor": 150, "trainee": 75, "head": 75}
DEEP_CASES = {"visitor": 700, "trainee": 350, "head": 350}  # in each round
# The dearest uses measured: a log-in that is counted and refused (12), a history (29). A hostile request must not
# make a page dearer than its dearest use.
MOST_QUERIES = {"visitor": 12, "trainee": 15, "head": 32}
SAMPLES = {
    "area_key": ("D", "a"),
    "criterion_key": ("D6", "d6", "nowhere"),
    "key": ("spur-st-2021", "nowhere"),
    "extension": ("csv", "xlsx", "pdf", "docx"),
    "form_key": (UUID(int=5),),
}
MOST_PAGES_CRAWLED = 40


@dataclass(frozen=True, slots=True)
class World:
    """People who ask, and ids of things: some theirs, some not, some withdrawn, none at all."""

    clients: dict[str, Client]
    ids: tuple[int, ...]


@pytest.fixture
def world() -> World:
    """A unit with a trainee and a head, and another unit they may see nothing of."""
    own = make_unit("Ekens hälsocentral")
    other_region = make_region("Region Söderdal", "98")
    other = make_unit(
        "Hemliga mottagningen", region=other_region, provider=make_provider("Region Söderdal", other_region)
    )
    reviews = [make_review(own), make_review(other), make_review(other)]
    publish_as_proposed(reviews[0])
    publish_as_proposed(reviews[2])
    withdraw_publication(review_id=reviews[2].pk, reason="Fel", now=NOW, by=SYSTEM)
    proposal = bring(make_director(other_region))
    people = {
        "trainee": make_person("Asta Prov", Role.TRAINEE, own),
        "head": make_person("Bo Ek", Role.HEAD_OF_UNIT, own),
    }
    stranger = make_person("Hemlig Person", Role.TRAINEE, other)
    clients = {"visitor": Client(raise_request_exception=False)}
    for name, person in people.items():
        clients[name] = Client(raise_request_exception=False)
        clients[name].force_login(make_account(person))
    ids = [
        own.pk,
        other.pk,
        proposal.pk,
        proposal.batch_id,
        stranger.pk,
        *(person.pk for person in people.values()),
    ]
    ids += [review.pk for review in reviews] + [reviews[0].parts.order_by("pk")[0].pk]
    return World(clients, tuple({*ids, 0, 999_999, 2**31, 2**63 - 1, 2**63, 10**17}))


def test_the_program_bears_hostile_requests(world: World) -> None:
    found = run(world, CASES, prefix="")

    assert found == [], "\n".join(found[:20])


@pytest.mark.parametrize(
    ("who", "address"),
    [("trainee", "/regions/"), ("trainee", "/specialties/"), ("trainee", "/care-providers/"), ("trainee", "/units/"),
     ("head", "/people/"), ("head", "/reviews/"), ("visitor", "/register/")],
)  # fmt: skip
def test_sign_that_no_text_can_hold_finds_nothing_and_breaks_nothing(
    world: World, who: str, address: str
) -> None:
    assert world.clients[who].get(address, {"q": "\0ek\0"}).status_code == 200


@pytest.mark.deep
@pytest.mark.parametrize("round_number", range(6))
def test_the_program_bears_thousands_of_hostile_requests(world: World, round_number: int) -> None:
    found = run(world, DEEP_CASES, prefix=f"deep{round_number}-")

    assert found == [], "\n".join(found[:40])


def run(world: World, cases: dict[str, int], *, prefix: str) -> list[str]:
    """Send the cases of each person and give what went wrong, each with its number."""
    found = []
    for who, count in cases.items():
        client = world.clients[who]
        targets = targets_of(client, world)
        assert len(targets) > 50
        for number in range(count):
            name = f"{prefix}{who}-{number}"
            found += [f"{name}: {fault}" for fault in faults_of_case(client, who, hostile(name, targets))]
    return found


def faults_of_case(client: Client, who: str, case: Hostile) -> list[str]:
    """Send one request, undo whatever it did, and give what was wrong with the answer."""
    count = 0

    def counted(execute: Any, *arguments: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*arguments)

    with transaction.atomic(), connection.execute_wrapper(counted):
        answer = send(client, case)
        transaction.set_rollback(True)
    faults = faults_of(answer, language=case.language, secrets=known_secrets())
    if count > MOST_QUERIES[who]:
        faults.append(f"{count} queries")
    return [
        f"{fault}: {case.method} {case.path[:100]}?{case.query[:100]} {case.headers}"[:400]
        for fault in faults
    ]


def send(client: Client, case: Hostile) -> HttpResponse:
    """Hand a request over as the server does."""
    session = client.cookies.get("sessionid")
    cookies = [*case.cookies, *([f"sessionid={session.value}"] if session else [])]
    kept = client.cookies.copy()
    answer = client.request(
        **{
            "REQUEST_METHOD": case.method,
            "PATH_INFO": case.path,
            "QUERY_STRING": case.query,
            "HTTP_COOKIE": "; ".join(cookies),
            "CONTENT_TYPE": case.content_type,
            "CONTENT_LENGTH": str(len(case.body)),
            "wsgi.input": io.BytesIO(case.body),
            **case.headers,
        }
    )
    client.cookies = kept
    return answer


def targets_of(client: Client, world: World) -> list[Target]:
    """Give every address of the program, and every link and form of the pages this person can see."""
    targets = [target for address in every_address(urlpatterns) for target in addressed(address, world.ids)]
    return targets + crawled(client)


def addressed(address: Address, ids: tuple[int, ...]) -> Iterator[Target]:
    """Give a pattern filled with samples: of each the first ones, and every id there is."""
    longest = max((len(values_for(name, kind, ids)) for name, kind in address.parameters.items()), default=1)
    for turn in range(longest):
        values = {}
        for name, kind in address.parameters.items():
            offered = values_for(name, kind, ids)
            values[name] = offered[turn % len(offered)]
        try:
            path = reverse(address.name, kwargs=values)
        except NoReverseMatch:
            continue
        yield Target(path)
        yield Target(path, method="POST", fields=(("reason", "x"), ("do", "publish"), ("version", "0")))


def values_for(name: str, kind: str, ids: tuple[int, ...]) -> tuple[Any, ...]:
    """Give sample values for a parameter of an address."""
    if kind == "int" or name.endswith("_id"):
        return ids
    if kind == "uuid":
        return (UUID(int=5),)
    return SAMPLES.get(name, ("nowhere",))


class Page(HTMLParser):
    """Collects links and forms of a page."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.links: list[str] = []
        self.forms: list[tuple[str, str, list[tuple[str, str]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, a form, or a field of the form that is open."""
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href", "").startswith(("/", "?")):
            self.links.append(given["href"] if given["href"].startswith("/") else self.path + given["href"])
        elif tag == "form":
            action = given.get("action") or self.path
            self.forms.append((action, given.get("method", "get").upper(), []))
        elif tag in ("input", "select", "textarea", "button") and given.get("name") and self.forms:
            self.forms[-1][2].append((given["name"], given.get("value", "")))


def crawled(client: Client) -> list[Target]:
    """Give what the pages that can be reached by links offer."""
    waiting, seen, targets = ["/"], {"/"}, []
    for _ in range(MOST_PAGES_CRAWLED):
        if not waiting:
            break
        address = waiting.pop(0)
        answer = client.get(address)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        page = Page(urlsplit(address).path)
        page.feed(answer.content.decode())
        for link in dict.fromkeys(page.links):
            parts = urlsplit(link)
            targets.append(Target(parts.path, tuple(parse_qsl(parts.query, keep_blank_values=True))))
            shape = re.sub(r"\d+", "1", parts.path)
            if shape not in seen and not parts.path.startswith("/static/"):
                seen.add(shape)
                waiting.append(link)
        for action, method, fields in page.forms:
            in_address = method == "GET"
            targets.append(
                Target(
                    urlsplit(action).path,
                    query=tuple(fields) if in_address else (),
                    method=method,
                    fields=() if in_address else tuple(fields),
                )
            )
    return targets
