"""A lost database, and what the watchers are told."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from kollegium.config import health
from kollegium.config.urls import handler500, urlpatterns


def ask_the_lost_database(request: HttpRequest) -> HttpResponse:
    """Fail as a view does whose database is gone."""
    raise OperationalError("server closed the connection unexpectedly")


def fail_otherwise(request: HttpRequest) -> HttpResponse:
    """Fail for another reason."""
    raise ZeroDivisionError


class Addresses:
    """The program's addresses and two that fail."""

    urlpatterns = [*urlpatterns, path("lost", ask_the_lost_database), path("wrong", fail_otherwise)]
    handler500 = handler500


@pytest.fixture
def visitor() -> Client:
    """A browser that sees fault pages instead of exceptions."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("language", "heading"),
    [("sv", "Kollegium vilar en stund"), ("en", "Kollegium is resting for a moment")],
)
@override_settings(ROOT_URLCONF=Addresses)
def test_lost_database_gives_a_page_that_needs_none(visitor: Client, language: str, heading: str) -> None:
    # Without the database mark, a page that asked the database for anything would fail here.
    visitor.cookies["language"] = language

    answer = visitor.get("/lost")

    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "30", "no-store")
    assert f"<h1>{heading}</h1>" in answer.content.decode()


@override_settings(ROOT_URLCONF=Addresses)
def test_other_fault_stays_a_fault_of_ours(visitor: Client) -> None:
    answer = visitor.get("/wrong")

    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.content.decode()


def test_live_asks_nothing_of_the_database(visitor: Client) -> None:
    answer = visitor.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("seconds", "worker", "status"),
    [(None, "not running", 503), (40, "ok", 200), (50, "not running", 503)],
    ids=["never", "just-now", "long-ago"],
)
def test_ready_tells_the_truth_about_the_worker(
    visitor: Client, seconds: int | None, worker: str, status: int
) -> None:
    if seconds is not None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second')",
                [seconds],
            )

    answer = visitor.get("/readyz")

    assert answer.status_code == status
    assert answer.json() == {
        "status": "ok" if status == 200 else "not ready",
        "database": "ok",
        "migrations": "ok",
        "worker": worker,
    }


@pytest.mark.django_db
def test_ready_tells_the_truth_about_migrations(visitor: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")

    answer = visitor.get("/readyz")

    assert (answer.status_code, answer.json()["migrations"]) == (503, "1 missing")


def test_ready_tells_the_truth_about_a_lost_database(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*arguments: Any) -> int:
        raise OperationalError("connection refused")

    monkeypatch.setattr(health, "missing_migrations", lost)

    answer = visitor.get("/readyz")

    assert (answer.status_code, answer.json()["database"]) == (503, "not reachable")


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_watchers_only_read(visitor: Client, address: str) -> None:
    assert visitor.post(address).status_code == 405
