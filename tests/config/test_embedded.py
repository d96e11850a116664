"""The embedded server: passwords, a closed socket, shared by processes, two side by side, stopped by the last."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kollegium.config import embedded, os_account
from kollegium.config.embedded import EmbeddedServer

HOLD = """
import sys
from pathlib import Path
from kollegium.config.embedded import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]), durable=False)
server.hold()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder behind a closed one, like a home folder: mode 0700."""
    with tempfile.TemporaryDirectory(prefix="kollegium-") as folder:
        yield Path(folder).resolve() / "data"


@pytest.fixture
def server(data: Path) -> Iterator[EmbeddedServer]:
    """A server of its own, up."""
    made = EmbeddedServer(data, durable=False)
    made.hold()
    yield made
    made.let_go()


def other_process(data: Path) -> subprocess.Popen[str]:
    """Start another process that holds the server of the folder, and wait until it does."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_server_is_closed_to_others_and_opens_no_folder(server: EmbeddedServer) -> None:
    above = server.data.parent

    assert above.stat().st_mode & 0o777 == 0o700, "the closed folder above stays closed"
    assert server.folder.stat().st_mode & 0o777 == 0o700
    assert server.secrets.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in server.secrets.iterdir()} == {0o600}


def test_no_role_enters_without_its_password(server: EmbeddedServer) -> None:
    for role in (embedded.SUPERUSER, embedded.OWNER, embedded.APPLICATION):
        for password in ("", "wrong"):
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(
                    host=str(server.socket_folder), user=role, password=password, dbname="postgres"
                )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can ask as somebody else")
def test_another_account_of_the_machine_does_not_reach_the_socket(server: EmbeddedServer) -> None:
    server.data.parent.chmod(0o755)  # even where somebody has opened the way to the data folder
    asking = "import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])"
    address = str(server.socket_folder / ".s.PGSQL.5432")

    asked = subprocess.run(
        ["/usr/bin/python3", "-c", asking, address], user=65534, group=65534, extra_groups=[],
        cwd="/", capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "PermissionError" in asked.stderr


def test_server_listens_on_no_network_address(server: EmbeddedServer) -> None:
    with server.connect() as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SHOW default_text_search_config").fetchone() == ("pg_catalog.swedish",)


def test_the_two_roles_have_no_power_over_the_server(server: EmbeddedServer) -> None:
    with server.connect() as connection:
        rows = connection.execute(
            "SELECT rolname, rolsuper, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles "
            "WHERE rolname LIKE 'kollegium_%' ORDER BY rolname"
        ).fetchall()

    assert rows == [
        (embedded.APPLICATION, False, False, False, False),
        (embedded.OWNER, False, False, False, False),
    ]


def test_two_servers_run_side_by_side(
    server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    second = EmbeddedServer(tmp_path_factory.mktemp("second"), durable=False)
    second.hold()
    try:
        with server.connect() as one, second.connect() as two:
            one.execute("CREATE TABLE only_here (id int)")
            found = two.execute("SELECT to_regclass('only_here')").fetchone()
        assert found == (None,)
        assert server.password(embedded.OWNER) != second.password(embedded.OWNER)
    finally:
        second.let_go()
    assert server.is_running()
    assert not second.is_running()


def test_server_stops_with_the_last_process_that_holds_it(server: EmbeddedServer) -> None:
    other = other_process(server.data)

    server.let_go()
    assert server.is_running(), "the other process still holds it"
    other.communicate("")
    assert not server.is_running()


def test_a_killed_holder_leaves_nothing_behind(server: EmbeddedServer) -> None:
    other = other_process(server.data)
    other.kill()
    other.wait()

    server.let_go()

    assert not server.is_running()


def test_server_starts_again_after_a_crash_and_keeps_its_data(data: Path) -> None:
    server = EmbeddedServer(data)
    server.hold()
    with server.connect() as connection:
        connection.execute("CREATE TABLE kept (id int)")
    number = int((server.folder / "postmaster.pid").read_text().splitlines()[0])
    os.kill(number, signal.SIGKILL)
    wait_for_the_end_of(server)

    again = other_process(data)

    with server.connect() as connection:
        assert connection.execute("SELECT to_regclass('kept')::text").fetchone() == ("kept",)
    again.communicate("")
    server.let_go()


def wait_for_the_end_of(server: EmbeddedServer) -> None:
    """Wait until the killed server is seen as not running."""
    for _ in range(200):
        if not server.is_running():
            return
        time.sleep(0.05)


def test_a_long_path_gets_a_short_socket_folder_that_is_closed() -> None:
    with tempfile.TemporaryDirectory(prefix="kollegium-") as folder:
        long = Path(folder).resolve() / ("a" * 60) / ("b" * 60)
        server = EmbeddedServer(long, durable=False)
        server.hold()
        try:
            with server.connect() as connection:
                assert connection.execute("SELECT 1").fetchone() == (1,)
            assert server.socket_folder != server.folder
            assert server.socket_folder.stat().st_mode & 0o777 == 0o700
        finally:
            server.let_go()


def test_a_socket_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.symlink_to(tmp_path)

    with pytest.raises(os_account.AccountRefused, match="belongs to somebody else"):
        os_account.make_closed(taken)


def test_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    first = embedded.secret(tmp_path / "secrets", "key")

    assert embedded.secret(tmp_path / "secrets", "key") == first
    assert len(first) == 64
