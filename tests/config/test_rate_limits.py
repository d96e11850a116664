"""Floods are slowed down, over all web processes; whoever reads at a person's pace notices nothing."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kollegium.config import rate_limits
from kollegium.config.rate_limits import FILES_FOR_A_PAGE, Counters, Limit, address_of, limit_of
from kollegium.domain.roles import Role
from tests.people import make_account, make_person, make_unit

TEN = Limit("pages", 10)
THIRTY = Limit("pages", 30)


@pytest.fixture(autouse=True)
def _counting_from_nothing() -> Iterator[None]:
    rate_limits.counters.forget()
    yield
    rate_limits.counters.forget()


def admitted(processes: list[Counters], limit: Limit, visitor: str, *, times: int, now: float = 90.0) -> int:
    """Ask many times, of one process after the other, and give how often one was let in."""
    return sum(
        processes[number % len(processes)].is_within(limit, visitor, now=now) for number in range(times)
    )


@pytest.mark.django_db
def test_limit_lets_through_exactly_as_many_as_it_says() -> None:
    assert admitted([Counters()], TEN, "192.0.2.1", times=40) == 10


@pytest.mark.django_db
def test_limit_holds_over_two_processes_but_for_one_bundle() -> None:
    let_in = admitted([Counters(), Counters()], THIRTY, "192.0.2.1", times=200)

    assert 30 <= let_in <= 30 + THIRTY.bundle


@pytest.mark.django_db
def test_visitors_and_kinds_and_windows_are_counted_apart() -> None:
    counters = Counters()
    assert admitted([counters], TEN, "192.0.2.1", times=20) == 10

    assert admitted([counters], TEN, "192.0.2.2", times=20) == 10
    assert admitted([counters], Limit("prints", 10), "192.0.2.1", times=20) == 10
    assert admitted([counters], TEN, "192.0.2.1", times=20, now=119.9) == 0
    assert admitted([counters], TEN, "192.0.2.1", times=20, now=120.0) == 10


@pytest.mark.django_db
def test_reading_at_a_persons_pace_costs_no_query_and_a_flood_one_write_a_bundle() -> None:
    counters = Counters()

    with CaptureQueriesContext(connection) as calm:
        admitted([counters], THIRTY, "192.0.2.1", times=THIRTY.bundle - 1)
    admitted([counters], THIRTY, "192.0.2.1", times=100)
    with CaptureQueriesContext(connection) as flood:
        admitted([counters], THIRTY, "192.0.2.1", times=1000)

    assert (len(calm), len(flood)) == (0, 0)


@pytest.mark.django_db
def test_no_address_is_written_down() -> None:
    admitted([Counters()], TEN, "192.0.2.1", times=10)

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM shared_cache WHERE cache_key LIKE '%limit:%'")
        keys = [row[0] for row in cursor.fetchall()]
    assert keys
    assert not any("192.0.2.1" in key for key in keys)


def test_lost_database_shuts_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object, **__: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(rate_limits.transaction, "atomic", lost)

    assert Counters().is_within(Limit("pages", 5), "192.0.2.1", now=90.0)


@pytest.mark.parametrize(
    ("trusted", "forwarded", "remote", "expected"),
    [
        (False, "203.0.113.9", "192.0.2.1", "192.0.2.1"),
        (True, "203.0.113.9", "192.0.2.1", "203.0.113.9"),
        (True, "1.2.3.4, 203.0.113.9", "192.0.2.1", "203.0.113.9"),
        (True, "", "192.0.2.1", "192.0.2.1"),
        (True, "nonsense", "192.0.2.1", "unknown"),
        (False, "", "::ffff:192.0.2.1", "192.0.2.1"),
        (False, "", "2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        (False, "", "2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
    ],
)
def test_address_is_the_connections_unless_a_proxy_is_trusted(
    trusted: bool, forwarded: str, remote: str, expected: str
) -> None:
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=forwarded, REMOTE_ADDR=remote)

    with override_settings(TRUST_PROXY=trusted):
        assert address_of(request) == expected


@pytest.mark.parametrize(
    ("method", "path", "name", "most"),
    [
        ("GET", "/register/", "pages", 100),
        ("GET", "/standards/", "pages", 100),
        ("GET", "/nowhere/", "pages", 100),
        ("GET", "/register/7/report.pdf", "prints", 20),
        ("GET", "/login/", "log-in", 50),
        ("GET", "/readyz", "watchers", 50),
        ("GET", "/healthz", "watchers", 50),
        ("GET", "/accessibility/", "pages", 100),
        ("POST", "/accessibility/", "fault-reports", 12),
    ],
)
@override_settings(REQUESTS_PER_MINUTE=100)
def test_each_kind_of_page_has_its_limit(method: str, path: str, name: str, most: int) -> None:
    limit = limit_of(RequestFactory().generic(method, path))

    assert (limit.name, limit.most) == (name, most)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "heading"), [("sv", "För mycket på en gång"), ("en", "Too many requests at once")]
)
@override_settings(REQUESTS_PER_MINUTE=3)
def test_flood_gets_a_page_in_its_language_that_says_when_to_come_back(language: str, heading: str) -> None:
    visitor = Client()
    visitor.cookies["language"] = language

    answers = [visitor.get("/privacy/") for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    refused = answers[-1]
    assert f"<h1>{heading}</h1>" in refused.content.decode()
    assert 1 <= int(refused["Retry-After"]) <= 60
    assert (refused["Cache-Control"], refused["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert "default-src 'none'" in refused["Content-Security-Policy"]


@pytest.mark.django_db
@override_settings(REQUESTS_PER_MINUTE=3)
def test_colleague_behind_the_same_address_is_counted_alone() -> None:
    visitor, colleague = Client(), Client()
    colleague.force_login(make_account(make_person("Asta Prov", Role.TRAINEE, make_unit())))
    for _ in range(5):
        visitor.get("/privacy/")

    assert visitor.get("/privacy/").status_code == 429
    assert [colleague.get("/privacy/").status_code for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.django_db
@override_settings(REQUESTS_PER_MINUTE=3)
def test_invented_session_is_no_way_around() -> None:
    visitor = Client()
    visitor.cookies["sessionid"] = "x" * 32

    assert [visitor.get("/privacy/").status_code for _ in range(5)][3:] == [429, 429]


@pytest.mark.django_db
@override_settings(REQUESTS_PER_MINUTE=2)
def test_folder_of_reports_goes_in_while_pages_are_too_many() -> None:
    importer = Client()
    importer.force_login(make_account(make_person("Asta Prov", Role.REVIEW_OFFICE)))
    address = reverse("report_import:send_file", args=[uuid4()])

    sent = [importer.post(address).status_code for _ in range(FILES_FOR_A_PAGE * 2 + 2)]

    # No file came with any of them, which is another matter than too many.
    assert set(sent) == {400}
    assert [importer.get("/").status_code for _ in range(3)][-1] == 429
    assert importer.post(address).status_code == 429


@pytest.mark.django_db
@override_settings(REQUESTS_PER_MINUTE=2)
def test_files_of_nobody_in_particular_are_counted_as_pages() -> None:
    address = reverse("report_import:send_file", args=[uuid4()])

    assert [Client().post(address).status_code for _ in range(4)][-1] == 429
