"""The tests' database: migrated once, then copied for every run and every process of a run.

Migrating takes seconds, copying a tenth of one. The original's name holds a fingerprint of everything that
decides about its tables, so it is made anew when a migration changes.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from kollegium.config.quick_migrations import quick_migrations

REPOSITORY = Path(__file__).resolve().parents[1]
LOCK = 7_341_001  # any number, the same in every process
RUN = re.compile(r"^test_(\d+)(?:_|$)")


@contextmanager
def copied_database() -> Iterator[None]:
    """Let Django use a fresh copy of the migrated database, and drop it afterwards."""
    usual = settings.DATABASES["default"]["NAME"]
    name = connection.settings_dict["TEST"]["NAME"]
    original = f"original_{fingerprint()}"
    with _administration() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        _drop_leftovers(server, but=original)
        if not _exists(server, original):
            _make_original(server, original)
        _drop(server, name)
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(original)
            )
        )
    _use(name)
    yield
    _use(usual)
    with _administration() as server:
        _drop(server, name)


def fingerprint() -> str:
    """Give a text that changes with any migration, with the rights given after one, and with the packages."""
    source = REPOSITORY / "src" / "kollegium"
    digest = hashlib.sha256((REPOSITORY / "requirements.txt").read_bytes())
    for path in [*sorted(source.glob("*/migrations/*.py")), *sorted((source / "config").glob("grants.py"))]:
        digest.update(str(path.relative_to(source)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _administration() -> Iterator[psycopg.Connection]:
    """Open a connection from which databases can be made; closing it gives up its lock."""
    parameters = {**connection.get_connection_params(), "dbname": "postgres"}
    for django_only in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(django_only, None)
    with psycopg.connect(**parameters, autocommit=True) as opened:
        yield opened


def _make_original(server: psycopg.Connection, original: str) -> None:
    unfinished = f"{original}_unfinished"
    _drop(server, unfinished)
    server.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(unfinished))
    )
    _use(unfinished)
    with quick_migrations():
        call_command("migrate", interactive=False, verbosity=0)
    connection.close()
    server.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(original))
    )


def _use(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _exists(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _drop_leftovers(server: psycopg.Connection, *, but: str) -> None:
    """Drop the copies of runs that were killed, and originals of other migrations that nobody uses."""
    for (name,) in server.execute("SELECT datname FROM pg_database").fetchall():
        run = RUN.match(name)
        was_killed = run is not None and not _is_alive(int(run[1]))
        is_outdated = name.startswith("original_") and name != but and not settings.DATABASE_URL
        if was_killed or is_outdated:
            _drop(server, name)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
