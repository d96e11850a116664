"""What the application's database role may and may not do."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import errors, sql

from kollegium.accounts.models import Account, Person
from kollegium.config import embedded, grants, preparation, verification
from kollegium.config.env import SettingRefused
from kollegium.config.preparation import require_no_demo_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def application() -> Iterator[psycopg.Connection]:
    """A connection of the application's role to this test's database."""
    if settings.DATABASE_URL:
        pytest.skip("only the embedded server has the second role ready")
    server = embedded.configure(settings.DATA, durable=False)
    with server.connect(embedded.APPLICATION, connection.settings_dict["NAME"]) as opened:
        yield opened


@pytest.mark.parametrize("statement", ["UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
def test_application_cannot_rewrite_an_event(application: psycopg.Connection, statement: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        application.execute(sql.SQL(statement).format(sql.Identifier("accounts_personevent")))


@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("trail_seal", "mac"),
        ("trail_sealedevent", "digest"),
        ("trail_erasure", "mac"),
        ("trail_readingrecord", "actor_key"),
    ],
)
def test_application_cannot_rewrite_the_trails_own_tables(
    application: psycopg.Connection, table: str, column: str, statement: str
) -> None:
    names = [sql.Identifier(name) for name in (table, column, column)]

    with pytest.raises(errors.InsufficientPrivilege):
        application.execute(sql.SQL(statement).format(*names[: statement.count("{}")]))


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE accounts_person DISABLE TRIGGER ALL",
        "DROP TABLE accounts_personevent",
        "DELETE FROM django_migrations",
        "CREATE ROLE intruder",
        "SET session_replication_role = replica",
    ],
    ids=["triggers-off", "drop", "migrations", "roles", "replica"],
)
def test_application_cannot_get_around_the_trail(application: psycopg.Connection, statement: str) -> None:
    with pytest.raises((errors.InsufficientPrivilege, errors.WrongObjectType)):
        application.execute(statement.encode())


def test_a_change_by_the_application_is_recorded_under_raw_sql(application: psycopg.Connection) -> None:
    with application.transaction(force_rollback=True):
        application.execute(
            "INSERT INTO organisations_region (code, name, sort_key, version) VALUES ('99', 'Nya', 'nya', 1)"
        )
        application.execute("UPDATE organisations_region SET name = 'Gamla' WHERE code = '99'")
        events = application.execute(
            "SELECT pgh_label, name FROM organisations_regionevent WHERE code = '99' ORDER BY pgh_id"
        ).fetchall()

    assert events == [("added", "Nya"), ("changed", "Gamla")]


def test_every_tracked_model_has_its_event_table_among_the_trail() -> None:
    tables = grants.trail_tables()

    assert "accounts_personevent" in tables
    assert "reviews_gradeevent" in tables
    assert "accounts_person" not in tables


def test_verify_finds_everything_in_order() -> None:
    assert [finding.text for finding in verification.findings() if not finding.is_good] == []


def test_verify_names_a_trigger_that_was_switched_off() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_person DISABLE TRIGGER USER")

    faults = [finding.text for finding in verification.findings() if not finding.is_good]

    assert len(faults) == 1
    assert faults[0].startswith("changes of accounts_person are recorded; ")
    assert "switched off" in faults[0]


def test_verify_names_a_right_too_many() -> None:
    with connection.cursor() as cursor:
        cursor.execute("GRANT DELETE ON accounts_personevent TO kollegium_application")

    faults = [finding.text for finding in verification.findings() if not finding.is_good]

    assert faults == ["accounts_personevent can only be added to; allowed: DELETE"]


def test_server_one_version_too_old_is_refused_and_this_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    present = connection.pg_version // 10_000  # type: ignore[attr-defined]
    monkeypatch.setattr(preparation, "OLDEST_POSTGRESQL", present)
    preparation.require_supported_server()

    monkeypatch.setattr(preparation, "OLDEST_POSTGRESQL", present + 1)

    with pytest.raises(SettingRefused, match=f"PostgreSQL {present}; Kollegium needs {present + 1}"):
        preparation.require_supported_server()


def test_production_refuses_accounts_of_the_demo() -> None:
    person = Person.objects.create(name="Invented", sort_key="invented")
    account = Account.objects.create(email="a@example.org", person=person, is_demo=True)

    with pytest.raises(SettingRefused, match="accounts of the demo"):
        require_no_demo_accounts()
    account.is_demo = False
    account.save()
    require_no_demo_accounts()
