"""Every setting is described for those who run the program, and nothing is described that is not there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DESCRIBED = re.compile(r"^\| `((?:KOLLEGIUM|DATABASE)_\w+)` \|", re.MULTILINE)
PRINT_NAMES = "from kollegium.config import settings; print(*sorted(settings.environment.names))"
# Read by the launcher and the tests themselves, not by the program.
OUTSIDE_THE_SETTINGS = {"KOLLEGIUM_BROWSER"}
FOR_TESTS_ONLY = {"KOLLEGIUM_TEST_RUN"}


def names_read(environment: dict[str, str]) -> set[str]:
    """Give the names the settings ask for, in a process with only these set."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KOLLEGIUM_", "DATABASE_"))
    }
    answer = subprocess.run(
        [sys.executable, "-c", PRINT_NAMES],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(answer.stdout.split())


@pytest.mark.parametrize("mode", ["demo", "test"])
def test_every_setting_is_described_and_every_description_is_true(
    mode: str, repository: Path, tmp_path: Path
) -> None:
    described = DESCRIBED.findall((repository / "docs" / "operations.md").read_text(encoding="utf-8"))

    read = names_read({"KOLLEGIUM_MODE": mode, "KOLLEGIUM_DATA": str(tmp_path)}) - FOR_TESTS_ONLY

    assert len(described) == len(set(described)), "described twice"
    assert read - set(described) == set(), "not described"
    if mode == "demo":
        assert set(described) - read - OUTSIDE_THE_SETTINGS == set(), "described, but not read"


def test_only_the_settings_know_the_names_of_settings(repository: Path) -> None:
    # Commands and the start of server and worker pass some on to their children.
    allowed = {"settings.py", "test_settings.py", "commands.py", "running.py", "database.py"}
    named = {
        str(path.relative_to(repository))
        for path in (repository / "src").rglob("*.py")
        if path.name not in allowed
        and re.search(r"environ.*[\"'](KOLLEGIUM|DATABASE)_", path.read_text(encoding="utf-8"))
    }

    assert named == set()
