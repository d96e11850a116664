"""The secret scan finds what people leave in files, and passes over what only looks like it."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def scan() -> ModuleType:
    """The tool, which is no package."""
    path = Path(__file__).resolve().parents[2] / "tools" / "secret_scan.py"
    spec = importlib.util.spec_from_file_location("secret_scan", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Put together here, so that this file holds none of them.
FOUND = {
    "private key": "-----BEGIN " + "OPENSSH PRIVATE KEY-----",
    "plain private key": "-----BEGIN " + "PRIVATE KEY-----",
    "cloud key": "aws_id = AKIA" + "IOSFODNN7EXAMPL3",
    "code host token": "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
    "fine-grained token": "github_"
    + "pat_11ABCDEFG0a1B2c3D4e5F6_g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7B8",
    "other host token": "glpat-" + "a1B2c3D4e5F6g7H8i9J0",
    "chat token": "xoxb-" + "123456789012-abcdefghijkl",
    "signed token": "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0.abcdefghijklmnop",
    "database address": "DATABASE_URL=postgresql://app:" + "granens-toppar-7@db.region.se/kollegium",
    "mail address with a password": "smtp://postman:" + "hemligt-ord-22@mail.region.se",
    "setting in Python": 'SECRET_KEY = "' + 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"',
    "setting in YAML": "seal_key: '" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6'",
    "setting in an environment file": "KOLLEGIUM_SECRET_KEY="
    + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6",
    "password in an environment file": "KOLLEGIUM_MAIL_PASSWORD=" + "granens-toppar-7",
    "password in Python": 'EMAIL_HOST_PASSWORD = "' + 'granens-toppar-7"',
}
PASSED_OVER = {
    "setting without value": "KOLLEGIUM_SECRET_KEY=",
    "read from the environment": 'SECRET_KEY = environment.text("KOLLEGIUM_SECRET_KEY", None)',
    "placeholder": "postgresql://user:password@host:5432/database",
    "dots": "CREATE ROLE kollegium_owner LOGIN PASSWORD '…';",
    "hash of a package": "--hash=sha256:" + "0123456789abcdef" * 4,
    "word in a sentence": "The token is kept in the session for an hour.",
    "label": 'label=_("Present password")',
    "marked": 'DEMO_PASSWORD = "lugn-gran-i-motljus"  # no' + "t a secret",
}


@pytest.mark.parametrize("line", FOUND.values(), ids=FOUND)
def test_scan_finds(scan: ModuleType, line: str) -> None:
    found = scan.secrets_in(f"first line\n{line}\nlast line")

    assert [number for number, _ in found][:1] == [2]


@pytest.mark.parametrize("line", PASSED_OVER.values(), ids=PASSED_OVER)
def test_scan_passes_over(scan: ModuleType, line: str) -> None:
    assert scan.secrets_in(line) == []


def test_scan_looks_at_new_files_too_but_not_at_ignored_ones(scan: ModuleType, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("var/\n")
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "secret-key").write_text(FOUND["private key"])
    (tmp_path / "new.env").write_text(FOUND["database address"])

    assert {path.name for path in scan.tracked_files(tmp_path)} == {".gitignore", "new.env"}
