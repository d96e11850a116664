"""Make the tables of an empty embedded database at once, from the statements that the migrations come to."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

FILE = Path(__file__).with_name("ready_tables.sql")
SERVER_MARK, MIGRATION_MARK = "-- PostgreSQL ", "-- holds "


def make_tables_at_once(file: Path = FILE) -> bool:
    """Make the tables as the migrations named in the file would, and say whether it was done.

    Only in a database without any table, of the server that the file was made with, and while this program
    still has every migration that the file holds. Whatever was added since is left to `migrate`.

    Side effects: tables, functions and triggers; the migrations count as done.
    """
    if settings.DATABASE_URL:
        return False
    text = file.read_text(encoding="utf-8")
    names = held_migrations(text)
    major = connection.pg_version // 10_000  # type: ignore[attr-defined]
    is_known = set(names) <= MigrationLoader(connection).disk_migrations.keys()
    if (
        not is_known
        or not text.startswith(f"{SERVER_MARK}{major}\n")
        or connection.introspection.table_names()
    ):
        return False
    recorder = MigrationRecorder(connection)
    with transaction.atomic(), connection.cursor() as cursor:
        # As the statements were written: every name in full, functions before the tables they read.
        cursor.execute("SET LOCAL search_path = ''; SET LOCAL check_function_bodies = false")
        cursor.execute(text)
        cursor.execute("SET LOCAL search_path TO DEFAULT")
        recorder.migration_qs.bulk_create([recorder.Migration(app=app, name=name) for app, name in names])
    return True


def held_migrations(text: str) -> list[tuple[str, str]]:
    """Give the migrations that the statements come from, in the order in which they were applied.

    Shape: (app label, name).
    """
    marked = [line for line in text.split("\n") if line.startswith(MIGRATION_MARK)]
    pairs = [line.removeprefix(MIGRATION_MARK).split(".") for line in marked]
    return [(app, name) for app, name in pairs]
