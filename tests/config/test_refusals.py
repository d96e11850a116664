"""Starts that are refused: each in a process of its own, because settings are read once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = {
    "KOLLEGIUM_MODE": "production",
    "KOLLEGIUM_SECRET_KEY": "abcdefghijklmnopqrstuvwxyz0123456789" * 2,
    "KOLLEGIUM_SEAL_KEY": "ABCDEFGHIJKLMNOPQRSTUVWXYZ9876543210" * 2,
    "KOLLEGIUM_HOSTS": "kollegium.region.se",
    "KOLLEGIUM_MAIL_HOST": "mail.region.se",
    "DATABASE_URL": "postgresql://app:password-of-the-test@db.region.se/kollegium",
}


SWITCHES = (
    "from kollegium.config import settings as s, env; "
    "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.DEBUG, s.ALLOWED_HOSTS)"
)


def start(
    tmp_path: Path, environment: dict[str, str], code: str = SWITCHES
) -> subprocess.CompletedProcess[str]:
    """Read the settings in a fresh process and print the safety switches, or what the code says."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KOLLEGIUM_", "DATABASE_"))
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, "KOLLEGIUM_DATA": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_with_everything_set_starts_with_safe_cookies(tmp_path: Path) -> None:
    started = start(tmp_path, GOOD)

    assert started.stdout == "True True True False ['kollegium.region.se']\n", started.stderr
    assert list(tmp_path.iterdir()) == [], "production makes no secrets of its own"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"KOLLEGIUM_SECRET_KEY": ""}, "KOLLEGIUM_SECRET_KEY must be set", id="no-key"),
        pytest.param({"KOLLEGIUM_SECRET_KEY": "short"}, "KOLLEGIUM_SECRET_KEY is too short", id="short-key"),
        pytest.param({"KOLLEGIUM_SEAL_KEY": ""}, "KOLLEGIUM_SEAL_KEY must be set", id="no-seal-key"),
        pytest.param({"KOLLEGIUM_SEAL_KEY": "short"}, "KOLLEGIUM_SEAL_KEY is too short", id="short-seal-key"),
        pytest.param(
            {"KOLLEGIUM_SECRET_KEY": "ab" * 40}, "KOLLEGIUM_SECRET_KEY is not random", id="poor-key"
        ),
        pytest.param(
            {"KOLLEGIUM_SEAL_KEY": GOOD["KOLLEGIUM_SECRET_KEY"]},
            "KOLLEGIUM_SEAL_KEY is the same as KOLLEGIUM_SECRET_KEY",
            id="one-key-for-both",
        ),
        pytest.param(
            {"DATABASE_URL": "postgresql://app:lugn-gran-i-motljus@db.region.se/kollegium"},  # not a secret
            "The password in DATABASE_URL is a password of the demo",
            id="demo-database-password",
        ),
        pytest.param(
            {"DATABASE_URL": "postgresql://app:hej@db.region.se/kollegium"},
            "The password in DATABASE_URL is too short",
            id="short-database-password",
        ),
        pytest.param(
            {"KOLLEGIUM_MAIL_PASSWORD": "lugn-gran-i-motljus"},
            "KOLLEGIUM_MAIL_PASSWORD is a password of the demo",
            id="demo-mail-password",
        ),
        pytest.param(
            {"KOLLEGIUM_HOSTS": "kollegium.region.se,*"}, "KOLLEGIUM_HOSTS must not be *", id="any-host"
        ),
        pytest.param({"KOLLEGIUM_HOSTS": ""}, "KOLLEGIUM_HOSTS must name", id="no-hosts"),
        pytest.param({"KOLLEGIUM_MAIL_HOST": ""}, "KOLLEGIUM_MAIL_HOST must be set", id="no-mail"),
        pytest.param({"DATABASE_URL": ""}, "production does not run on the embedded database", id="embedded"),
        pytest.param({"KOLLEGIUM_DEBUG": "yes"}, "KOLLEGIUM_DEBUG must not be on", id="debug"),
        pytest.param(
            {"KOLLEGIUM_MODE": "staging"}, "must be one of: demo, production, test", id="unknown-mode"
        ),
    ],
)
def test_production_refuses(tmp_path: Path, change: dict[str, str], message: str) -> None:
    started = start(tmp_path, {**GOOD, **change})

    assert started.returncode != 0
    assert message in started.stderr.splitlines()[-1]


@pytest.mark.parametrize("name", ["KOLLEGIUM_SECRET_KEY", "KOLLEGIUM_SEAL_KEY"])
def test_production_refuses_a_key_that_a_demo_made_in_the_same_folder(tmp_path: Path, name: str) -> None:
    start(tmp_path, {})
    made = (tmp_path / "secrets" / "secret-key").read_text()

    started = start(tmp_path, {**GOOD, name: made})

    assert started.returncode != 0
    assert started.stderr.splitlines()[-1].endswith(
        f"{name} is a key of the demo. Give it a value of its own."
    )


def test_cookies_of_a_served_address_cannot_be_planted_by_a_neighbour(tmp_path: Path) -> None:
    code = "from kollegium.config import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"

    assert start(tmp_path, GOOD, code).stdout == "__Host-session __Host-csrf\n"
    assert start(tmp_path, {}, code).stdout == "sessionid csrftoken\n"


def test_demo_mode_starts_with_nothing_set_and_keeps_its_secret_to_itself(tmp_path: Path) -> None:
    started = start(tmp_path, {})

    key = tmp_path / "secrets" / "secret-key"
    assert started.stdout == "False False False False ['*']\n", started.stderr
    assert (key.stat().st_mode & 0o777, key.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert len(key.read_text()) >= 50
