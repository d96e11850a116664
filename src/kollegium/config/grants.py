"""What the application's database role may do: work with the tables, but never rewrite the trail."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from kollegium.config import database, embedded

READ_ONLY_TABLES = frozenset({"django_migrations", "django_content_type", "auth_permission"})
# Who has answered, and what waits to be mixed with the others' answers: only the database's own functions see it.
CLOSED_TABLES = ("questionnaires_spent", "questionnaires_waiting")
# What was answered is written by those functions, and never changed.
ANSWER_TABLES = ("questionnaires_answer", "questionnaires_openanswer")


def trail_tables() -> list[str]:
    """Give the tables that the application may only add to: the events of every tracked model, and the trail's own.

    Shape: table names in alphabetical order.
    """
    names = set()
    for model in apps.get_models():
        is_event = getattr(model, "pgh_tracked_model", None) is not None
        if is_event or model._meta.app_label == "trail":
            names.add(model._meta.db_table)
    return sorted(names)


def application_role() -> str | None:
    """Give the name of the application's role, or nothing when it is the owner itself (one address for both)."""
    if not settings.DATABASE_URL:
        return embedded.APPLICATION
    application = database.parse_url(settings.DATABASE_URL)["USER"]
    owner = database.parse_url(settings.DATABASE_OWNER_URL, name="DATABASE_OWNER_URL")["USER"]
    return application if application != owner else None


def grant_application_role(connection: BaseDatabaseWrapper, role: str) -> None:
    """Give the role its rights on every table there is, and take back what it must not have.

    Side effects: rights in the database; safe to repeat.
    """
    name = connection.ops.quote_name(role)
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}")
        cursor.execute(f"REVOKE TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA public FROM {name}")
        for rights, tables in (
            ("UPDATE, DELETE", trail_tables()),
            ("INSERT, UPDATE, DELETE", sorted(READ_ONLY_TABLES)),
            ("INSERT, UPDATE, DELETE", ANSWER_TABLES),
            ("ALL", CLOSED_TABLES),
        ):
            names = ", ".join(connection.ops.quote_name(table) for table in tables if table in existing)
            if names:
                cursor.execute(f"REVOKE {rights} ON {names} FROM {name}")


def prepare_migrated(using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Make the cache's table and give the application's role its rights on a database that was just migrated.

    Side effects: a table, rights; safe to repeat.
    """
    call_command("createcachetable", database=using, verbosity=0)
    role = application_role()
    connection = connections[using]
    if role and connection.settings_dict["USER"] != role:
        grant_application_role(connection, role)
