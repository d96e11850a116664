"""A lost database, and what the watchers are told."""

from __future__ import annotations

import copy
from datetime import timedelta
from typing import Any

import pytest
from django.db import DataError, OperationalError, connection, migrations, transaction
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.utils import timezone

from kollegium import jobs
from kollegium.config import database, health
from kollegium.config.urls import handler500, urlpatterns
from kollegium.trail.actions import seal_events
from tests.people import make_unit


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


@pytest.fixture
def worker() -> None:
    """A worker that has reported just now."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")


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


@pytest.mark.django_db
def test_query_that_takes_too_long_is_broken_off_as_an_outage() -> None:
    patient = copy.deepcopy(connection.settings_dict)
    database.bound_waiting(patient, statement_seconds=1)
    impatient = DatabaseWrapper(patient)
    try:
        with impatient.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("1s",)
            with pytest.raises(OperationalError, match="statement timeout"):
                cursor.execute("SELECT pg_sleep(5)")
    finally:
        impatient.close()


def test_waiting_without_bounds_sends_no_options() -> None:
    settings: dict[str, Any] = {"OPTIONS": {}}

    database.bound_waiting(settings, statement_seconds=0)

    assert settings == {"OPTIONS": {}}


@pytest.mark.django_db
def test_exhausted_pool_is_an_outage_and_recovers() -> None:
    pooled = copy.deepcopy(connection.settings_dict)
    pooled["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 1, "timeout": 0.3}
    pooled["CONN_MAX_AGE"] = 0
    first, second = DatabaseWrapper(pooled), DatabaseWrapper(pooled)
    try:
        first.ensure_connection()
        with pytest.raises(OperationalError):
            second.ensure_connection()
        first.close()
        second.ensure_connection()
    finally:
        second.close()
        second.close_pool()


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
        "queue": "ok",
        "seals": "ok",
    }


@pytest.mark.django_db
def test_ready_tells_the_truth_about_migrations(visitor: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")

    answer = visitor.get("/readyz")

    assert (answer.status_code, answer.json()["migrations"]) == (503, "1 missing: sessions.0001_initial")


@pytest.mark.django_db
def test_ready_names_a_migration_that_failed_half_way(visitor: Client, worker: None) -> None:
    class Broken(migrations.Migration):
        operations = [
            migrations.RunSQL("CREATE TABLE half_done (id int)"),
            migrations.RunSQL("SELECT 1 / 0"),
        ]

    broken = Broken("9999_broken", "sessions")
    executor = MigrationExecutor(connection)
    with pytest.raises(DataError), transaction.atomic():
        executor.apply_migration(executor.loader.project_state(), broken)
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('half_done')")
        assert cursor.fetchone() == (None,), "PostgreSQL takes all of it back"
        cursor.execute("DELETE FROM django_migrations WHERE app = 'reviews' AND name LIKE '0003%'")

    answer = visitor.get("/readyz")

    assert (answer.status_code, answer.json()["status"]) == (503, "not ready")
    assert answer.json()["migrations"].startswith("1 missing: reviews.0003_")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("minutes", "said"),
    [(9, "ok"), (11, "2 wait, the first for 11 minutes")],
    ids=["in-time", "growing"],
)
def test_ready_shows_a_queue_that_grows_and_stays_ready(
    visitor: Client, worker: None, minutes: int, said: str
) -> None:
    jobs.enqueue("reviews.refresh_search", unit_id=1)
    jobs.enqueue("reviews.refresh_search", unit_id=2)
    jobs.enqueue("reviews.refresh_search", not_before=timezone.now() + timedelta(days=1), unit_id=3)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_events SET at = now() - %s * interval '1 minute'", [minutes])

    answer = visitor.get("/readyz")

    assert (answer.status_code, answer.json()["queue"]) == (200, said)
    assert answer.json()["status"] == ("ok" if said == "ok" else "attention")


@pytest.mark.django_db
def test_ready_shows_seals_that_are_late_until_they_are_made(visitor: Client, worker: None) -> None:
    make_unit()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE organisations_unitevent DISABLE TRIGGER USER")
        cursor.execute("UPDATE organisations_unitevent SET pgh_created_at = now() - interval '7 minutes'")
    late = visitor.get("/readyz")

    seal_events()

    with connection.cursor() as cursor:
        cursor.execute("RESET IntervalStyle")  # sealing pins it for its transaction, which here is the test's
    assert (late.status_code, late.json()["seals"], late.json()["status"]) == (
        200,
        "late by 7 minutes",
        "attention",
    )
    assert visitor.get("/readyz").json()["seals"] == "ok"


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
