"""What must be done before the program can serve: tables up to date, demo loaded on the first start."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from kollegium.config.env import SettingRefused
from kollegium.config.health import missing_migrations
from kollegium.config.quick_migrations import quick_migrations
from kollegium.config.ready_tables import make_tables_at_once
from kollegium.demo import load, people, sizes

OLDEST_POSTGRESQL = 15


def require_supported_server() -> None:
    """Raise SettingRefused when the PostgreSQL server is too old."""
    connection.ensure_connection()
    major = connection.pg_version // 10_000  # type: ignore[attr-defined]
    if major < OLDEST_POSTGRESQL:
        raise SettingRefused(
            f"The database server is PostgreSQL {major}; Kollegium needs {OLDEST_POSTGRESQL} or later."
        )


def migrate() -> None:
    """Bring every table up to date and say what was done.

    Side effects: tables, rights of the application's role.
    """
    call_command("migrate", interactive=False, verbosity=1)


def migrate_if_needed() -> bool:
    """Bring the tables up to date when they are not, and say whether they were not."""
    if not missing_migrations():
        return False
    make_tables_at_once()
    with quick_migrations():
        call_command("migrate", interactive=False, verbosity=0)
    return True


def require_no_missing_migrations() -> None:
    """Raise SettingRefused when tables are not up to date: in production somebody decides when they change."""
    if missing := missing_migrations():
        raise SettingRefused(f"{len(missing)} migrations are missing in the database. Run: kollegium migrate")


def holds_a_person() -> bool:
    """Say whether the database holds any person."""
    return bool(apps.get_model("accounts", "Person")._default_manager.exists())


def load_demo(size: str = "small") -> str:
    """Load the demo of a size (`small`, `region`, `national`), whole or not at all.

    Gives an empty text, or the reason why not.

    Side effects: rows, and the demo's log-ins in the data folder.
    """
    if settings.IN_PRODUCTION:
        return "The demo is not loaded in production: its passwords are known to everybody."
    if holds_a_person():
        return "The demo is not loaded: the database already holds people."
    with transaction.atomic():
        load.load_demo(sizes.SIZES[size])
    if sizes.SIZES[size] is not sizes.SMALL:
        tidy()
    lines = [
        f"Demo log-ins, all with the password {settings.DEMO_PASSWORD}",
        "The page for the second step fills in its code. For an app on the phone the key stands to the right.",
    ]
    lines += [
        f"  {person.email:<26} {person.said:<52} {people.app_secret(person.email)}"
        for person in people.PEOPLE
    ]
    log_ins_file().write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ""


def tidy() -> None:
    """Let the server take in very many new rows at once: until then searches look through them one by one."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


def log_ins_file() -> Path:
    """The file that keeps the demo's log-ins, so that a later start can print them at once."""
    return Path(settings.DATA) / "demo-log-ins.txt"


def log_ins_text() -> str:
    """Give the demo's log-ins, one a line; nothing when no demo was loaded."""
    path = log_ins_file()
    return path.read_text(encoding="utf-8").rstrip() if path.exists() else ""


def require_no_demo_accounts() -> None:
    """Raise SettingRefused when somebody could log in with an account of the demo."""
    account = apps.get_model(settings.AUTH_USER_MODEL)
    if account._default_manager.filter(is_demo=True, is_active=True).exists():
        raise SettingRefused(
            "The database holds accounts of the demo, whose passwords are known to everybody. "
            "Production needs a database of its own."
        )
