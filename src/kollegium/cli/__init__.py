"""The `kollegium` command; each subcommand loads only what it needs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_USAGE = """\
usage: kollegium <command> [options]

  read FILE…   read review reports (PDF, DOCX, text) and print what they say
  run          start database, web server and worker
  demo         load the invented people, units and reviews
  verify       check the change log, the stored files and the installation
  seal         seal the change log now
  invite-administrator
               let the first administrator in
  erase-person take out everything that tells who a person was
  migrate      bring the database up to this version

kollegium <command> --help tells more."""

_OBJECTS_BETWEEN_COLLECTIONS = 20_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand and return its exit status.

    `read` needs neither Django nor a database; all others belong to `kollegium.config.commands`.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in {"-h", "--help", "help"}:
        print(_USAGE)
        return 0 if given else 2
    if given[0] == "--version":
        from kollegium import __version__  # noqa: PLC0415 - slow import

        print(__version__)
        return 0
    if given[0] == "read":
        # Little of what is loaded ever goes away again, so looking for it often is time lost.
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
        from kollegium.cli.read import read_command  # noqa: PLC0415 - slow import

        status = read_command(given[1:])
        return status if arguments is not None else _end(status)
    from kollegium.config.commands import main as run_command  # noqa: PLC0415 - slow import

    return int(run_command(given) or 0)


def _end(status: int) -> NoReturn:
    """End the program at once: taking every module apart again would take a twentieth of a reading."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
