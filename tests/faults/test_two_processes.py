"""Two web processes on one database behave as one at the very next request, and bear a slow or cut database."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.utils import timezone

from kollegium.accounts.models import Account, Assignment
from kollegium.domain.roles import Role
from kollegium.reviews.actions import withdraw_publication
from tests.faults.servers import (
    Answer,
    Browser,
    logged_in,
    other_connection,
    wait_for_a_waiting_connection,
    web_process,
)
from tests.people import SYSTEM, make_account, make_person, make_unit
from tests.reviews.builders import NOW, make_review, publish_as_proposed

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

WATCHERS_LIMIT = 50
SETTINGS = {
    "KOLLEGIUM_TRUST_PROXY": "yes",  # so that each test has a network address of its own
    "KOLLEGIUM_REQUESTS_PER_MINUTE": str(2 * WATCHERS_LIMIT),
    "KOLLEGIUM_STATEMENT_SECONDS": "2",
}


@pytest.fixture(scope="module")
def ports(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """Two web servers, each with a process of its own."""
    data = tmp_path_factory.mktemp("servers")
    with web_process(data, **SETTINGS) as one, web_process(data, **SETTINGS) as two:
        yield one, two


def from_both(ports: tuple[int, int], browser: Browser, path: str) -> list[Answer]:
    """Ask both processes for the same page."""
    return [browser.ask(port, path) for port in ports]


def statuses(ports: tuple[int, int], browser: Browser, path: str) -> list[int]:
    """Give what both processes answer, as numbers."""
    return [answer.status for answer in from_both(ports, browser, path)]


def test_a_role_that_ends_ends_at_once_in_both(ports: tuple[int, int]) -> None:
    unit = make_unit("Ekens hälsocentral")
    review = make_review(unit)
    head = make_person("Bo Ek", Role.HEAD_OF_UNIT, unit)
    browser = logged_in(make_account(head), address="192.0.2.11")
    page = f"/reviews/{review.pk}/"
    assert statuses(ports, browser, page) == [200, 200]

    Assignment.objects.filter(person=head).update(valid_until=timezone.localdate() - timedelta(days=1))

    assert statuses(ports, browser, page) == [404, 404]
    Assignment.objects.filter(person=head).update(valid_until=None)
    assert statuses(ports, browser, page) == [200, 200]


def test_a_closed_account_is_out_at_once_in_both(ports: tuple[int, int]) -> None:
    account = make_account(make_person("Asta Prov", Role.TRAINEE, make_unit()))
    browser = logged_in(account, address="192.0.2.12")
    assert statuses(ports, browser, "/me/") == [200, 200]

    Account.objects.filter(pk=account.pk).update(is_active=False)

    assert statuses(ports, browser, "/me/") == [302, 302]


def test_who_logs_out_in_one_is_logged_out_in_the_other(ports: tuple[int, int]) -> None:
    browser = logged_in(make_account(make_person()), address="192.0.2.13")
    assert statuses(ports, browser, "/me/") == [200, 200]

    out = browser.ask(ports[0], "/logout/", form=with_token(browser, ports[0], "/me/"))

    assert out.status == 302
    assert statuses(ports, browser, "/me/") == [302, 302]


def test_a_place_renamed_in_one_has_its_new_name_in_the_other(ports: tuple[int, int]) -> None:
    unit = make_unit("Ekens hälsocentral")
    administrator = make_person("Ada Min", Role.ADMINISTRATOR)
    browser = logged_in(make_account(administrator), address="192.0.2.14")
    page = f"/units/{unit.pk}/"
    assert all("Ekens hälsocentral" in answer.text for answer in from_both(ports, browser, page))
    form = with_token(browser, ports[0], f"{page}edit/")
    form += f"&name=Bokens+h%C3%A4lsocentral&care_provider={unit.care_provider_id}&region={unit.region_id}&version={unit.version}"

    changed = browser.ask(ports[0], f"{page}edit/", form=form)

    assert changed.status == 302
    assert re.search(r"<h1[^>]*>[^<]*Bokens hälsocentral", browser.ask(ports[1], page).text)


def test_published_and_withdrawn_is_seen_at_once_in_both(ports: tuple[int, int]) -> None:
    visitor = Browser("192.0.2.15")
    review = make_review(make_unit("Ekens hälsocentral"))
    page = f"/register/{review.pk}/"
    assert statuses(ports, visitor, page) == [404, 404]
    assert ["Ekens" in answer.text for answer in from_both(ports, visitor, "/register/")] == [False, False]

    publish_as_proposed(review)
    assert statuses(ports, visitor, page) == [200, 200]
    assert ["Ekens" in answer.text for answer in from_both(ports, visitor, "/register/")] == [True, True]

    withdraw_publication(review_id=review.pk, reason="Fel enhet", now=NOW, by=SYSTEM)
    assert statuses(ports, visitor, page) == [404, 404]
    assert statuses(ports, visitor, f"{page}report.pdf") == [404, 404]
    assert ["Ekens" in answer.text for answer in from_both(ports, visitor, "/register/")] == [False, False]


def test_limit_on_requests_holds_over_both(ports: tuple[int, int]) -> None:
    if time.time() % 60 > 45:
        time.sleep(60 - time.time() % 60)  # one window for all of it
    visitor = Browser("192.0.2.16")

    answers = [visitor.ask(ports[number % 2], "/healthz").status for number in range(2 * WATCHERS_LIMIT)]

    assert WATCHERS_LIMIT <= answers.count(200) <= WATCHERS_LIMIT + WATCHERS_LIMIT // 10
    assert set(answers) == {200, 429}
    assert Browser("192.0.2.17").ask(ports[0], "/healthz").status == 200


def test_page_that_waits_too_long_says_so_and_comes_back(ports: tuple[int, int]) -> None:
    visitor = Browser("192.0.2.18", {"language": "en"})
    with other_connection() as console:
        console.execute("LOCK TABLE reviews_publication IN ACCESS EXCLUSIVE MODE")
        started = time.monotonic()
        answer = visitor.ask(ports[0], "/register/")
        waited = time.monotonic() - started
        console.rollback()

    assert (answer.status, answer.headers["retry-after"]) == (503, "30")
    assert "Kollegium is resting for a moment" in answer.text
    assert 1 < waited < 10
    assert visitor.ask(ports[0], "/register/").status == 200


def test_connection_cut_in_the_middle_of_a_page(ports: tuple[int, int]) -> None:
    visitor = Browser("192.0.2.19")
    with other_connection() as console, other_connection() as watcher, ThreadPoolExecutor(1) as thread:
        console.execute("LOCK TABLE reviews_publication IN ACCESS EXCLUSIVE MODE")
        waiting = thread.submit(visitor.ask, ports[0], "/register/")
        number = wait_for_a_waiting_connection(watcher)
        watcher.execute("SELECT pg_terminate_backend(%s)", [number])
        answer = waiting.result()
        console.rollback()

    assert (answer.status, answer.headers["retry-after"]) == (503, "30")
    assert "<h1>Kollegium vilar en stund</h1>" in answer.text
    assert "terminat" not in answer.text
    assert visitor.ask(ports[0], "/register/").status == 200


def test_all_connections_cut_between_pages_is_not_noticed(ports: tuple[int, int]) -> None:
    visitor = Browser("192.0.2.20")
    assert statuses(ports, visitor, "/register/") == [200, 200]
    with other_connection() as console:
        console.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE usename = 'kollegium_application' AND datname = current_database()"
        )

    assert statuses(ports, visitor, "/register/") == [200, 200]


def test_slow_senders_leave_the_pages_to_others(ports: tuple[int, int]) -> None:
    head = b"POST /login/ HTTP/1.1\r\nHost: testserver\r\nContent-Length: 1000\r\n\r\na"
    senders = [socket.create_connection(("127.0.0.1", ports[0])) for _ in range(12)]
    try:
        for sender in senders:
            sender.sendall(head)
        time.sleep(0.5)
        started = time.monotonic()
        answers = [Browser("192.0.2.21").ask(ports[0], "/register/").status for _ in range(3)]
    finally:
        for sender in senders:
            sender.close()

    assert answers == [200, 200, 200]
    assert time.monotonic() - started < 15


def with_token(browser: Browser, port: int, path: str) -> str:
    """Open a page and give its form token, ready to be sent; the browser keeps the cookie."""
    page = browser.ask(port, path)
    browser.cookies["csrftoken"] = page.headers["set-cookie"].split("csrftoken=")[1].split(";")[0]
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    assert found
    return f"csrfmiddlewaretoken={found[1]}"
