"""Write `config/ready_tables.sql`: what all migrations come to, so that a first start need not run each of them.

Run `python tools/ready_tables.py` when many migrations have been added, and before a release; until then a
first start makes the tables of the file and runs the later migrations after it. A test compares both ways.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kollegium.config.embedded import EmbeddedServer

ROOT = Path(__file__).resolve().parents[1]
# Settings of pg_dump's own session, and the headings that it puts over every statement.
SESSION = re.compile(
    r"^(?:SET [a-z_]+ = [^;\n]+;|SELECT pg_catalog\.set_config\([^\n]+|\\(?:un)?restrict [^\n]+|-- Dumped [^\n]+)\n",
    re.MULTILINE,
)
HEADING = re.compile(r"\n*^--\n-- (?:Name: |PostgreSQL database dump)[^\n]*\n--\n+", re.MULTILINE)


def main() -> int:
    """Migrate a throw-away database step by step and write down what it then holds."""
    with tempfile.TemporaryDirectory(prefix="kollegium-") as folder:
        os.environ |= {
            "KOLLEGIUM_DATA": folder,
            "KOLLEGIUM_DATABASE_ROLE": "owner",
            "DJANGO_SETTINGS_MODULE": "kollegium.config.settings",
        }
        import django  # noqa: PLC0415 - slow import

        django.setup()
        from kollegium.config import embedded, preparation, ready_tables  # noqa: PLC0415 - needs the loaded models

        server = embedded.configure(Path(folder))
        try:
            preparation.migrate()
            ready_tables.FILE.write_text(text(server, embedded.DATABASE), encoding="utf-8")
        finally:
            _close_connections()
            server.let_go()
    print(f"{ready_tables.FILE.relative_to(ROOT)} is written.")
    return 0


def text(server: "EmbeddedServer", database: str) -> str:
    """Give the file's text: the server's version, the migrations in their order, and the statements."""
    from django.db import connection  # noqa: PLC0415 - needs the loaded models
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415 - needs the loaded models

    from kollegium.config.ready_tables import MIGRATION_MARK, SERVER_MARK  # noqa: PLC0415 - needs the loaded models

    applied = MigrationRecorder(connection).migration_qs.order_by("id").values_list("app", "name")
    lines = [
        f"{SERVER_MARK}{connection.pg_version // 10_000}",  # type: ignore[attr-defined]
        "-- Made by `python tools/ready_tables.py` from these migrations; do not edit by hand.",
        *(f"{MIGRATION_MARK}{app}.{name}" for app, name in applied),
    ]
    statements = SESSION.sub("", "\n" + schema(server, database, "--no-owner", "--no-privileges"))
    return "\n".join(lines) + "\n\n" + HEADING.sub("\n\n", statements).strip() + "\n"


def schema(server: "EmbeddedServer", database: str, *options: str) -> str:
    """Give every statement that makes the database's tables, functions, triggers and rights, without rows.

    The same state gives the same text.
    """
    from kollegium.config.embedded import OWNER, programs  # noqa: PLC0415 - slow import

    command = [str(programs() / "pg_dump"), "--schema-only", "--restrict-key=same", *options]
    command += ["--host", str(server.socket_folder), "--username", OWNER, database]
    environment = {**os.environ, "PGPASSWORD": server.password(OWNER)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def _close_connections() -> None:
    from django.db import connections  # noqa: PLC0415 - needs the loaded models

    connections.close_all()
    connections["default"].close_pool()  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
