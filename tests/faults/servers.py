"""Real processes on the tests' database: web servers and workers with the application's rights."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.conf import settings
from django.db import connection
from django.test import Client

from kollegium.config import embedded

PATIENCE_SECONDS = 60


@dataclass(slots=True)
class Answer:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(slots=True)
class Browser:
    """Somebody who asks real servers: cookies, and a network address of their own as the trusted proxy names it."""

    address: str = "192.0.2.1"
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, port: int, path: str, *, form: str | None = None) -> Answer:
        """Ask one server, with a form when one is given."""
        headers = {
            "Host": "testserver",
            "X-Forwarded-For": self.address,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        try:
            asked.request("GET" if form is None else "POST", path, body=form, headers=headers)
            got = asked.getresponse()
            return Answer(
                got.status, {k.lower(): v for k, v in got.getheaders()}, got.read().decode("utf-8", "replace")
            )
        finally:
            asked.close()


def logged_in(account: object, *, address: str = "192.0.2.1") -> Browser:
    """Give a browser in which the account is logged in, in any process: sessions lie in the database."""
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])  # type: ignore[arg-type]
    return Browser(address, {"sessionid": client.cookies["sessionid"].value})


def environment(data: Path, **others: str) -> dict[str, str]:
    """Give what lets a process of its own work on the tests' database, as the application's role."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KOLLEGIUM_", "DATABASE_"))
    }
    password = embedded.configure(settings.DATA).password(embedded.APPLICATION)
    folder = quote(connection.settings_dict["HOST"], safe="")
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "kollegium.config.settings",
        "KOLLEGIUM_DATA": str(data),
        "KOLLEGIUM_SECRET_KEY": settings.SECRET_KEY,
        "KOLLEGIUM_SEAL_KEY": settings.SEAL_KEY,
        "DATABASE_URL": f"postgresql:///{connection.settings_dict['NAME']}?host={folder}"
        f"&user={embedded.APPLICATION}&password={quote(password)}",
        **others,
    }


@contextmanager
def web_process(data: Path, **others: str) -> Iterator[int]:
    """Run one web server with one process and give its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", "4", "--backpressure", "64", "--no-ws", "--log-level", "warning"]
    server = subprocess.Popen(
        [*command, "kollegium.config.wsgi:application"], env=environment(data, **others)
    )
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline and server.poll() is None:
            try:
                if Browser("192.0.2.250").ask(port, "/healthz").status == 200:
                    break
            except OSError:
                time.sleep(0.1)
        else:
            raise AssertionError("the web server did not start")
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS)


@contextmanager
def worker_process(data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a worker; it is killed at the end when it still lives."""
    worker = subprocess.Popen([sys.executable, "-m", "kollegium.jobs.worker"], env=environment(data))
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait(PATIENCE_SECONDS)


@contextmanager
def other_connection() -> Iterator[psycopg.Connection]:
    """Open a connection of nobody's: somebody at the console who holds a lock or ends other connections."""
    given = connection.settings_dict
    user, password = given["USER"], given["PASSWORD"]
    if not settings.DATABASE_URL:  # ending others' connections is the superuser's
        user, password = embedded.SUPERUSER, embedded.configure(settings.DATA).password(embedded.SUPERUSER)
    with psycopg.connect(host=given["HOST"], dbname=given["NAME"], user=user, password=password) as opened:
        yield opened


def wait_for_a_waiting_connection(watcher: psycopg.Connection) -> int:
    """Give the number of the database process that waits for a lock, as soon as one does."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        found = watcher.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        ).fetchone()
        watcher.commit()
        if found:
            return int(found[0])
        time.sleep(0.05)
    raise AssertionError("nobody waits for a lock")
