"""Start web server and worker as children, watch over them, and stop everything cleanly."""

from __future__ import annotations

import ctypes
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

import django
from django.db import connections

from kollegium.config import settings
from kollegium.config.embedded import EmbeddedServer, configure

START_SECONDS = 60
STOP_SECONDS = 25  # a little longer than the worker gives a job
RESTART_PAUSE_SECONDS = 2
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


class Stopped(Exception):
    """Somebody asked the program to stop."""


def run(*, host: str, port: int, demo_size: str) -> int:
    """Prepare what is needed, serve until SIGTERM or Ctrl-C, and give the exit code.

    `demo_size` is the demo loaded on the first start; empty for none.

    Side effects: the embedded server, tables, demo, static files; two child processes.
    """
    if fault := port_fault(host, port):
        print(fault, file=sys.stderr)
        return 1
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    children: list[subprocess.Popen[bytes]] = []
    server: EmbeddedServer | None = None
    try:
        if not settings.DATABASE_URL:
            server = configure(settings.DATA)
            server.hold()
        prepare(demo_size=demo_size)
        # Letters lead where this very program is, also those that a command writes.
        (settings.DATA / "address").write_text(address(host, port), encoding="utf-8")
        children.append(_start(web_command(host, port), waits=True))
        if not _answers(host, port, children[0]):
            print("The web server did not start; its messages stand above.", file=sys.stderr)
            return 1
        # Only now: beside it, the first page would come a second later.
        if not _begin_worker(children[0]):
            children.append(_start(WORKER))
        print(greeting(host, port), flush=True)
        return _watch(children, server)
    except Stopped:
        print("Kollegium stops.", flush=True)
        return 0
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not cut the stopping short
        _stop_all(children)
        if server is not None:
            server.let_go()


def port_fault(host: str, port: int) -> str:
    """Give a sentence when the address cannot be listened on, otherwise an empty text."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            reason = (
                "is already in use"
                if getattr(error, "errno", None) in (48, 98)
                else f"cannot be used ({error})"
            )
            return f"Port {port} on {host} {reason}. Choose another: --port {min(port + 1, 65535)}"
    return ""


def prepare(*, demo_size: str) -> None:
    """Bring tables, demo and static files up to date; quick when nothing has changed since the last start."""
    stamp = Path(settings.DATA) / "prepared"
    fingerprint = source_fingerprint(settings.SOURCE)
    is_unchanged = stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint
    if is_unchanged and not settings.DATABASE_URL:
        return
    settings.DATA.mkdir(parents=True, exist_ok=True)
    print("Preparing database and pages ...", flush=True)
    # In a process of its own, beside the migrations: the two take about as long as each other.
    collecting = None if is_unchanged else _start(COLLECT)
    django.setup()
    _prepare_database(demo_size=demo_size)
    connections.close_all()
    connections["default"].close_pool()  # type: ignore[attr-defined]
    if collecting is not None and collecting.wait():
        raise SystemExit("The static files could not be collected; the messages stand above.")
    stamp.write_text(fingerprint, encoding="ascii")


def _prepare_database(*, demo_size: str) -> None:
    from kollegium.config import preparation  # noqa: PLC0415 - needs the loaded models

    preparation.require_supported_server()
    if settings.IN_PRODUCTION:
        preparation.require_no_missing_migrations()
        preparation.require_no_demo_accounts()
        _show_the_way_in(preparation.holds_a_person())
        return
    preparation.migrate_if_needed()
    first = Path(settings.DATA) / "first-start"
    if settings.DATABASE_URL or first.exists():
        return
    if demo_size:
        print("Loading the demo ...", flush=True)
        if refusal := preparation.load_demo(demo_size):
            print(refusal, flush=True)
    first.write_text(f"{demo_size} demo\n" if demo_size else "empty\n")
    _show_the_way_in(preparation.holds_a_person())


def _show_the_way_in(has_people: bool) -> None:
    if not has_people:
        where = "" if settings.DATABASE_URL else f" --data {settings.DATA}"
        print(
            "Nobody can log in yet. Let the first administrator in with:\n"
            f'  {sys.executable} -m kollegium invite-administrator --name "…" --email …{where}',
            flush=True,
        )


def source_fingerprint(source: Path) -> str:
    """Give a text that changes when any file that decides about tables or pages changes."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(source.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            found = path.stat()
            digest.update(f"{path.relative_to(source)} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def web_command(host: str, port: int) -> tuple[str, ...]:
    """Give the arguments after `python` that start the web server; on Linux its worker is a copy of the same."""
    return (
        "-m", TOGETHER if sys.platform == "linux" else "kollegium.config.web", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", str(settings.WEB_PROCESSES), "--blocking-threads", str(settings.WEB_THREADS),
        "--backpressure", "64", "--no-ws", "--log-level", "warning", "--workers-kill-timeout", "5",
        "--respawn-failed-workers", "kollegium.config.wsgi:application",
    )  # fmt: skip


COLLECT = ("-m", "django", "collectstatic", "--no-input", "--clear", "--verbosity", "0")
WORKER = ("-m", "kollegium.jobs.worker")
TOGETHER = "kollegium.config.together"


def _begin_worker(web: subprocess.Popen[bytes]) -> bool:
    """Let a web server that brings its worker along begin it; give False where it brings none."""
    if sys.platform != "linux" or web.stdin is None:
        return False
    with suppress(BrokenPipeError):  # it ended just now, which the watch sees
        web.stdin.write(b"\n")
        web.stdin.flush()
    return True


def _start(arguments: tuple[str, ...], *, waits: bool = False) -> subprocess.Popen[bytes]:
    """Start a child with the application's rights; it is stopped by us, not by the terminal's Ctrl-C.

    A child that `waits` is told through its standard input.
    """
    environment = dict(os.environ)
    environment["DJANGO_SETTINGS_MODULE"] = "kollegium.config.settings"
    environment["KOLLEGIUM_DATABASE_ROLE"] = "application"
    environment["KOLLEGIUM_DATA"] = str(settings.DATA)
    return subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        stdin=subprocess.PIPE if waits else subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_die_with_parent(),
    )


def _die_with_parent() -> Callable[[], None] | None:
    """Give what makes a child stop when we are killed outright (Linux only)."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(_DIE_WITH_PARENT, signal.SIGTERM, 0, 0, 0)


def _answers(host: str, port: int, web: subprocess.Popen[bytes]) -> bool:
    """Wait until the web server answers; give False when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    # In production only the public names are answered to, over HTTPS.
    name = settings.ALLOWED_HOSTS[0].lstrip(".*") or f"{host}:{port}"
    headers = {"Host": name, "X-Forwarded-Proto": "https"}
    request = urllib.request.Request(f"{address(host, port)}healthz", headers=headers)  # noqa: S310 - ours
    while time.monotonic() < deadline and web.poll() is None:
        try:
            with urllib.request.urlopen(request, timeout=5):  # noqa: S310 - ours
                return True
        except urllib.error.HTTPError:
            return False  # the web server stands, but the program behind it does not
        except OSError:
            time.sleep(0.05)
    return False


def address(host: str, port: int) -> str:
    """Give the address a browser on this machine can open."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"


def greeting(host: str, port: int) -> str:
    """Give what is printed when everything is up."""
    lines = [f"Kollegium is running at {address(host, port)}  (Ctrl-C stops it)"]
    log_ins = Path(settings.DATA) / "demo-log-ins.txt"
    if log_ins.exists() and not settings.DATABASE_URL:
        lines.append(log_ins.read_text(encoding="utf-8").rstrip())
    return "\n".join(lines)


def _watch(children: list[subprocess.Popen[bytes]], server: EmbeddedServer | None) -> int:
    """Wait until the web server ends; start worker and embedded database again whenever they do.

    A worker that the web server brought along is started again there.
    """
    while children[0].poll() is None:
        if server is not None and server.keep_up():
            print("The database had ended and is started again.", file=sys.stderr, flush=True)
        if len(children) > 1 and children[1].poll() is not None:
            print("The worker ended and is started again.", file=sys.stderr, flush=True)
            time.sleep(RESTART_PAUSE_SECONDS)
            children[1] = _start(WORKER)
        time.sleep(0.5)
    print("The web server ended; its messages stand above.", file=sys.stderr)
    return 1


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _stop_all(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask every child to end, wait, and end what does not."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        try:
            child.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
