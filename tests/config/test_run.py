"""The whole program, started and stopped as a person does it: real processes, a data folder of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kollegium.config.embedded import EmbeddedServer

pytestmark = pytest.mark.faults
PATIENCE_SECONDS = 90


@pytest.fixture
def port() -> int:
    """A free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def running() -> Iterator[list[subprocess.Popen[str]]]:
    """The programs a test starts; whatever still runs at its end is stopped."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        if process.poll() is None:
            process.terminate()
            process.communicate(timeout=PATIENCE_SECONDS)


def start(data: Path, port: int, running: list[subprocess.Popen[str]]) -> subprocess.Popen[str]:
    """Start the program as its command does, without the demo."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KOLLEGIUM_", "DATABASE_"))
    }
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "kollegium.config.commands", "run", "--empty"]
    process = subprocess.Popen(
        [*command, "--data", str(data), "--port", str(port)],
        env=kept,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    running.append(process)
    return process


def readiness(port: int) -> dict[str, str]:
    """Give what /readyz says, or nothing while nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as answer:
            return dict(json.load(answer))
    except urllib.error.HTTPError as answer:
        return dict(json.loads(answer.read() or b"{}"))
    except OSError:
        return {}


def wait_for(condition: Callable[[], bool]) -> bool:
    """Wait until the condition holds, and say whether it does."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def wait_until_ready(process: subprocess.Popen[str], port: int) -> None:
    """Wait until the program is ready to serve, or fail with what it said."""
    wait_for(lambda: process.poll() is not None or readiness(port).get("status") == "ok")
    if readiness(port).get("status") != "ok":
        process.terminate()
        pytest.fail(f"not ready: {process.communicate(timeout=PATIENCE_SECONDS)[0]}")


def is_alive(number: int) -> bool:
    """Say whether a process still runs; one that has ended but was not collected does not."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False
    )
    return listed.stdout.strip() not in {"", "Z", "Zs", "Zl", "Zsl"}


def processes_below(number: int) -> dict[int, str]:
    """Give a process's children and theirs.

    Shape: process number → name and command line.
    """
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,comm=,args="], capture_output=True, text=True, check=True
    )
    rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
    found: dict[int, str] = {}
    parents = {number}
    while parents:
        below = {int(pid): said for pid, parent, said in rows if int(parent) in parents}
        found |= below
        parents = set(below)
    return found


def workers_of(number: int) -> set[int]:
    """Give the process numbers of a program's workers: copies named so, or commands of their own."""
    return {
        child
        for child, said in processes_below(number).items()
        if said.startswith("kollegium-work") or "kollegium.jobs.worker" in said
    }


def test_program_starts_survives_and_stops(
    tmp_path: Path, port: int, running: list[subprocess.Popen[str]]
) -> None:
    # One long story, because every start costs seconds; each step begins where the last one ended.
    program = start(tmp_path, port, running)
    wait_until_ready(program, port)
    assert readiness(port) == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "worker": "ok",
        "queue": "ok",
        "seals": "ok",
    }

    second = start(tmp_path / "second", port, running)
    said = second.communicate(timeout=PATIENCE_SECONDS)[0]
    assert said == f"Port {port} on 127.0.0.1 is already in use. Choose another: --port {port + 1}\n"
    assert second.returncode == 1

    killed = workers_of(program.pid)
    for number in killed:
        os.kill(number, signal.SIGKILL)
    assert wait_for(lambda: bool(workers_of(program.pid) - killed)), "a killed worker is started again"
    wait_until_ready(program, port)

    database = tmp_path / "postgres" / "postmaster.pid"
    killed_database = database.read_text().split()[0]
    os.kill(int(killed_database), signal.SIGKILL)
    assert wait_for(lambda: database.exists() and killed_database not in database.read_text().split()), (
        "a killed database is started again"
    )
    wait_until_ready(program, port)

    program.send_signal(signal.SIGTERM)
    said = program.communicate(timeout=PATIENCE_SECONDS)[0]
    assert program.returncode == 0, said
    assert f"Kollegium is running at http://127.0.0.1:{port}/" in said
    assert said.endswith("Kollegium stops.\n")
    assert readiness(port) == {}
    assert not EmbeddedServer(tmp_path).is_running()

    program = start(tmp_path, port, running)
    wait_until_ready(program, port)
    left = set(processes_below(program.pid))
    program.kill()
    program.communicate()
    assert wait_for(lambda: not any(is_alive(number) for number in left)), (
        "a killed program leaves no process"
    )

    program = start(tmp_path, port, running)
    wait_until_ready(program, port)
    program.terminate()
    program.communicate(timeout=PATIENCE_SECONDS)
    assert program.returncode == 0
    assert not EmbeddedServer(tmp_path).is_running()
