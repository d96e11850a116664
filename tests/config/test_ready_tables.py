"""Tables made at once: the same as all migrations make step by step, and only in an empty database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import ProgrammingError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import override_settings
from psycopg import sql

from kollegium.config import embedded, preparation, ready_tables
from kollegium.config.embedded import EmbeddedServer
from kollegium.config.health import missing_migrations
from kollegium.config.ready_tables import held_migrations, make_tables_at_once
from tools import ready_tables as tool

pytestmark = pytest.mark.skipif(bool(settings.DATABASE_URL), reason="only the embedded server gets them")


@pytest.fixture
def server() -> EmbeddedServer:
    """The embedded server of the tests."""
    return embedded.configure(settings.DATA)


@pytest.fixture
def empty_database(transactional_db: None, server: EmbeddedServer) -> Iterator[str]:
    """A database without any table, which Django uses meanwhile; gives the name of the usual, migrated one."""
    usual = connection.settings_dict["NAME"]
    empty = f"{usual}_ready"
    with server.connect() as administration:
        make_empty(administration, empty)
        use(empty)
        yield usual
        use(usual)
        administration.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(empty)))


def make_empty(administration: psycopg.Connection, name: str) -> None:
    administration.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    making = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0")
    administration.execute(making.format(sql.Identifier(name), sql.Identifier(embedded.OWNER)))


def use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def rows() -> tuple[set[tuple[str, ...]], ...]:
    """Give what the tables hold after migrating: the migrations, the kinds of content, their permissions."""
    return (
        set(MigrationRecorder(connection).migration_qs.values_list("app", "name")),
        set(ContentType.objects.values_list("app_label", "model")),
        set(Permission.objects.values_list("content_type__app_label", "content_type__model", "codename")),
    )


ARRAY = re.compile(r"\(ARRAY\[([^\]]*)\]\)::text\[\]")


def statements(server: EmbeddedServer) -> list[str]:
    """Give the lines of what makes the present database's tables.

    The server writes the same list of words in two ways, before and after it has read its own statement.
    """
    written = tool.schema(server, connection.settings_dict["NAME"])
    return ARRAY.sub(_each_word_by_itself, written).split("\n")


def _each_word_by_itself(found: re.Match[str]) -> str:
    return "ARRAY[" + ", ".join(f"({word})::text" for word in found[1].split(", ")) + "]"


def file_that_says(tmp_path: Path, before: str, after: str) -> Path:
    """Give a copy of the file in which one line says something else."""
    text = ready_tables.FILE.read_text(encoding="utf-8")
    assert text.count(before) == 1
    changed = tmp_path / "ready_tables.sql"
    changed.write_text(text.replace(before, after), encoding="utf-8")
    return changed


def test_both_ways_come_to_the_same_tables_functions_triggers_and_rights(
    empty_database: str, server: EmbeddedServer
) -> None:
    # When this fails after an old migration or a package changed: python tools/ready_tables.py
    assert preparation.migrate_if_needed()

    at_once, rows_at_once = statements(server), rows()
    use(empty_database)
    assert (len(at_once) > 5000, at_once) == (True, statements(server))
    assert rows_at_once == rows()


def test_tables_are_made_and_their_migrations_count_as_done(empty_database: str) -> None:
    assert make_tables_at_once()

    held = held_migrations(ready_tables.FILE.read_text(encoding="utf-8"))
    recorded = MigrationRecorder(connection).migration_qs.order_by("id").values_list("app", "name")
    assert (list(recorded), ("accounts", "0001_initial") in held) == (held, True)
    assert {f"{app}.{name}" for app, name in held}.isdisjoint(missing_migrations())


def test_statements_afterwards_find_tables_by_their_short_names(empty_database: str) -> None:
    make_tables_at_once()

    with connection.cursor() as cursor:
        cursor.execute("SHOW search_path")
        assert cursor.fetchone() == ('"$user", public',)
        cursor.execute("SELECT count(*) FROM accounts_person")
        assert cursor.fetchone() == (0,)


def test_database_with_any_table_is_left_alone(empty_database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE somebodys (id int)")

    assert not make_tables_at_once()
    assert connection.introspection.table_names() == ["somebodys"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("-- PostgreSQL 18\n", "-- PostgreSQL 17\n"),
        ("-- holds trail.0001_seals_and_readings\n", "-- holds trail.0001_renamed\n"),
    ],
    ids=["other-server", "unknown-migration"],
)
def test_file_that_does_not_fit_makes_nothing(
    empty_database: str, tmp_path: Path, before: str, after: str
) -> None:
    assert not make_tables_at_once(file_that_says(tmp_path, before, after))
    assert connection.introspection.table_names() == []


def test_server_of_somebodys_own_is_migrated_step_by_step(empty_database: str) -> None:
    with override_settings(DATABASE_URL="postgresql://somebody@host/kollegium"):
        assert not make_tables_at_once()

    assert connection.introspection.table_names() == []


def test_a_fault_in_the_statements_leaves_no_table(empty_database: str, tmp_path: Path) -> None:
    file = tmp_path / "ready_tables.sql"
    twice = "CREATE TABLE public.half (id int);\n" * 2
    file.write_text(f"-- PostgreSQL 18\n{twice}", encoding="utf-8")

    with pytest.raises(ProgrammingError, match="already exists"):
        make_tables_at_once(file)
    assert connection.introspection.table_names() == []
