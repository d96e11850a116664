"""The measured program: an embedded database with a demo of some size, the web server and the worker."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60
STOP_SECONDS = 25


@dataclass(frozen=True, slots=True)
class Running:
    """A program that serves: where, from which data folder, and the process all its own are copies of."""

    port: int
    data: Path
    program: int

    @property
    def postgres(self) -> int:
        """The process number of the database server."""
        return int((self.data / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])


@contextmanager
def serving(data: Path, size: str) -> Iterator[Running]:
    """Serve the demo of a size from a data folder, loading it the first time; stop everything at the end."""
    from kollegium.config import embedded  # noqa: PLC0415 - slow import

    data.mkdir(parents=True, exist_ok=True)
    server = embedded.configure(data)
    server.hold()
    program: subprocess.Popen[bytes] | None = None
    try:
        _load(data, size)
        port = _free_port()
        program = _start(data, *_together(port))
        _wait(port, program)
        _begin_worker(program)
        yield Running(port, data, program.pid)
    finally:
        if program is not None:
            program.terminate()
            try:
                program.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                program.kill()
        server.let_go()


def _load(data: Path, size: str) -> None:
    """Bring tables and static files up to date, and load the demo into a folder that has none."""
    command = [sys.executable, "-m", "kollegium"]
    environment = {**os.environ, "KOLLEGIUM_DATA": str(data)}
    subprocess.run([*command, "migrate"], check=True, env=environment, stdout=subprocess.DEVNULL)
    if not (data / "demo-log-ins.txt").exists():
        subprocess.run(
            [*command, "demo", "--size", size], check=True, env=environment, stdout=subprocess.DEVNULL
        )
    collect = ["-m", "django", "collectstatic", "--no-input", "--clear", "--verbosity", "0"]
    environment |= {
        "DJANGO_SETTINGS_MODULE": "kollegium.config.settings",
        "KOLLEGIUM_DATABASE_ROLE": "application",
    }
    subprocess.run([sys.executable, *collect], check=True, env=environment)


def _together(port: int) -> tuple[str, ...]:
    return (
        "-m", "kollegium.config.together", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "2", "--blocking-threads", "4", "--backpressure", "64", "--no-ws",
        "--log-level", "warning", "bench.wsgi:application",
    )  # fmt: skip


def _start(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "KOLLEGIUM_DATA": str(data),
        "KOLLEGIUM_DATABASE_ROLE": "application",
        "KOLLEGIUM_REQUESTS_PER_MINUTE": "0",  # one visitor asks as much as many
        "DJANGO_SETTINGS_MODULE": "kollegium.config.settings",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        start_new_session=True,
    )


def _begin_worker(program: subprocess.Popen[bytes]) -> None:
    if program.stdin is not None:
        program.stdin.write(b"\n")
        program.stdin.flush()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, web: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and web.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The web server did not start; its messages stand above.")


def memory(root: int) -> float:
    """Give the memory of a process and all below it, in MB; a page that several share counts once (PSS)."""
    return sum(_proportional_kb(pid) for pid in _with_children(root)) / 1000


def _with_children(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(") ", 1)[1].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(folder.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def _proportional_kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def is_printing(pid: int) -> bool:
    """Say whether a process is the child that prints."""
    try:
        return b"/printing/" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def is_worker(pid: int) -> bool:
    """Say whether a process is the worker itself."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().startswith("kollegium-work")
    except OSError:
        return False


def memory_of(running: Running) -> dict[str, float]:
    """Give the memory in MB. Shape: web, worker, printing, postgres → MB; printing is not in web."""
    family = _with_children(running.program)
    printing = sum(_proportional_kb(pid) for pid in family if is_printing(pid)) / 1000
    worker = sum(memory(pid) for pid in family if is_worker(pid))
    return {
        "web": round(memory(running.program) - printing - worker, 1),
        "worker": round(worker, 1),
        "printing": round(printing, 1),
        "postgres": round(memory(running.postgres), 1),
    }
