"""Which database: the one `DATABASE_URL` names, or the embedded server; and as which of the two roles."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from kollegium.config import embedded
from kollegium.config.env import SettingRefused

OWNER_COMMANDS = frozenset(
    {"migrate", "makemigrations", "sqlmigrate", "createcachetable", "flush", "pgtrigger", "loaddata", "test"}
)


def role_for(arguments: list[str], asked: str = "") -> str:
    """Give the database role of a process: `owner` for what changes tables, otherwise `application`.

    `asked` overrides what the arguments of the command line say.
    """
    if asked:
        return asked
    return "owner" if len(arguments) > 1 and arguments[1] in OWNER_COMMANDS else "application"


def parse_url(url: str, *, name: str = "DATABASE_URL") -> dict[str, Any]:
    """Give Django's settings for a PostgreSQL address.

    The socket form `postgresql:///name?host=/folder` is understood; further query parameters are handed
    to the driver (`sslmode=verify-full`).

    Raises: SettingRefused when it is not a PostgreSQL address with a database name.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingRefused(f"{name} must start with postgresql://; only PostgreSQL is supported.")
    query = dict(parse_qsl(parts.query))
    database = unquote(parts.path.lstrip("/"))
    if not database:
        raise SettingRefused(f"{name} names no database: postgresql://user:password@host:5432/database.")
    try:
        port = parts.port
    except ValueError:
        raise SettingRefused(f"{name} has a port that is not a number.") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database,
        "USER": unquote(parts.username or query.pop("user", "")),
        "PASSWORD": unquote(parts.password or query.pop("password", "")),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": str(port or query.pop("port", "") or ""),
        "OPTIONS": query,
    }


def embedded_settings(data: Path, role: str, *, durable: bool = True) -> dict[str, Any]:
    """Give Django's settings for the embedded server of a data folder."""
    server = embedded.configure(data, durable=durable)
    user = embedded.OWNER if role == "owner" else embedded.APPLICATION
    return {
        "ENGINE": "kollegium.config.engine",
        "NAME": embedded.DATABASE,
        "USER": user,
        "PASSWORD": server.password(user),
        "HOST": str(server.socket_folder),
        "PORT": "",
        "OPTIONS": {},
    }


LOCK_SECONDS = 5
FORGOTTEN_TRANSACTION_SECONDS = 60


def bound_waiting(database: dict[str, Any], *, statement_seconds: int) -> None:
    """Let the database break off what a page has waited for too long; with 0 nothing is broken off.

    A lock is waited for at most five seconds: who holds one longer is a job or a person at the console, and a
    page that says "try again" is better than one that hangs. Must be called before the first connection.
    """
    if not statement_seconds:
        return
    limits = {
        "statement_timeout": statement_seconds,
        "lock_timeout": min(LOCK_SECONDS, statement_seconds),
        "idle_in_transaction_session_timeout": FORGOTTEN_TRANSACTION_SECONDS,
    }
    options = " ".join(f"-c {name}={seconds * 1000}" for name, seconds in limits.items())
    database["OPTIONS"]["options"] = f"{database['OPTIONS'].get('options', '')} {options}".strip()
