"""Which database, as which role: addresses are understood or refused in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from kollegium.config.database import parse_url, role_for
from kollegium.config.env import SettingRefused


def settings(**given: Any) -> dict[str, Any]:
    nothing = {"NAME": "", "USER": "", "PASSWORD": "", "HOST": "", "PORT": "", "OPTIONS": {}}
    return {"ENGINE": "django.db.backends.postgresql", **nothing, **given}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            "postgresql://anna:hemligt@db.region.se:5433/kollegium",  # not a secret
            settings(NAME="kollegium", USER="anna", PASSWORD="hemligt", HOST="db.region.se", PORT="5433"),
            id="everything",
        ),
        pytest.param("postgres://localhost/k", settings(NAME="k", HOST="localhost"), id="short-scheme"),
        pytest.param(
            "postgresql://a%40b:p%2Fw%3A%25@h/d%C3%A5",  # not a secret
            settings(NAME="då", USER="a@b", PASSWORD="p/w:%", HOST="h"),
            id="percent-escapes",
        ),
        pytest.param(
            "postgresql://anna@/k?host=/run/postgresql&port=5434",
            settings(NAME="k", USER="anna", HOST="/run/postgresql", PORT="5434"),
            id="socket-folder-in-the-query",
        ),
        pytest.param(
            "postgresql:///k?user=anna&password=p",
            settings(NAME="k", USER="anna", PASSWORD="p"),
            id="all-in-query",
        ),
        pytest.param("postgresql://[::1]:5432/k", settings(NAME="k", HOST="::1", PORT="5432"), id="ipv6"),
        pytest.param(
            "postgresql://h/k?sslmode=verify-full",
            settings(NAME="k", HOST="h", OPTIONS={"sslmode": "verify-full"}),
            id="driver-option",
        ),
    ],
)
def test_parse_url_gives_djangos_settings(url: str, expected: dict[str, Any]) -> None:
    assert parse_url(url) == expected


@pytest.mark.parametrize(
    ("url", "message"),
    [
        pytest.param("mysql://h/d", "only PostgreSQL", id="other-database"),
        pytest.param("sqlite:///file", "only PostgreSQL", id="sqlite"),
        pytest.param("kollegium", "only PostgreSQL", id="no-address"),
        pytest.param("postgresql://h", "names no database", id="no-name"),
        pytest.param("postgresql://h/", "names no database", id="empty-name"),
        pytest.param("postgresql://h:port/d", "not a number", id="port"),
    ],
)
def test_parse_url_refuses(url: str, message: str) -> None:
    with pytest.raises(SettingRefused, match=f"^DATABASE_OWNER_URL .*{message}"):
        parse_url(url, name="DATABASE_OWNER_URL")


@pytest.mark.parametrize(
    ("arguments", "asked", "role"),
    [
        pytest.param(["manage", "migrate"], "", "owner", id="migrate"),
        pytest.param(["manage", "shell"], "", "application", id="shell"),
        pytest.param(["granian"], "", "application", id="server"),
        pytest.param(["manage", "migrate"], "application", "application", id="asked-for"),
    ],
)
def test_role_follows_the_command(arguments: list[str], asked: str, role: str) -> None:
    assert role_for(arguments, asked) == role
