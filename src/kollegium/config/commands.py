"""The subcommands that need the whole program, from `run` and `migrate` to `erase-person` and `manage`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from kollegium.config import database
from kollegium.config.embedded import EmbeddedServerFailed
from kollegium.config.env import SettingRefused
from kollegium.config.os_account import AccountRefused

SETTINGS = "kollegium.config.settings"
TABLES_ARE_MISSING = (
    "The database is not ready yet: Kollegium is still starting for the first time, or its tables are not up to date. "
    "Try again when it says that it is running."
)


def main(argv: list[str]) -> int:
    """Run one subcommand and give its exit code: 0 done, 1 refused or failed, 2 a setting is wrong.

    Side effects: whatever the subcommand does; a refusal is one sentence on the error stream.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    if argv[:1] == ["manage"]:
        return _guarded(lambda: _manage(argv[1:]))
    options = _parser().parse_args(argv)
    if getattr(options, "data", None):
        os.environ["KOLLEGIUM_DATA"] = str(Path(options.data).resolve())
    commands = {
        "run": _run,
        "demo": _demo,
        "verify": _verify,
        "seal": _seal,
        "migrate": _migrate,
        "erase-person": _erase_person,
        "invite-administrator": _invite_administrator,
    }
    return _guarded(lambda: commands[options.command](options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kollegium")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="start web server and worker")
    run.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    run.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")
    run.add_argument("--empty", action="store_true", help="first start: no demo")
    demo = commands.add_parser("demo", help="load invented people, units and reviews into an empty database")
    demo.add_argument(
        "--into-this-database",
        action="store_true",
        help="asked for when DATABASE_URL names a database of your own",
    )
    for command in (run, demo):
        command.add_argument(
            "--size",
            choices=("small", "region", "national"),
            default="small",
            help="how much the demo holds: about 40, 400 or 6,000 reviews (default: small)",
        )
    verify = commands.add_parser(
        "verify", help="check that the change log is complete, unaltered, and cannot be rewritten"
    )
    seal = commands.add_parser("seal", help="seal the change log now, as the worker does each minute")
    seal.add_argument(
        "--late",
        action="store_true",
        help="also rows that should have been sealed long ago; asserts they are right",
    )
    erase = commands.add_parser("erase-person", help="take out everything that tells who a person was")
    erase.add_argument(
        "--id",
        type=int,
        required=True,
        metavar="N",
        help="the person's number, from the address of their page",
    )
    erase.add_argument("--yes", action="store_true", help="do it; without this, only say who it would be")
    invite = commands.add_parser(
        "invite-administrator", help="let the first administrator in: prints a link to use once, and mails it"
    )
    invite.add_argument("--name", required=True, help="what the person is called")
    invite.add_argument("--email", required=True, help="the address to log in with")
    migrate = commands.add_parser("migrate", help="bring the database's tables up to date")
    for command in (run, demo, verify, seal, erase, invite, migrate):
        command.add_argument(
            "--data", metavar="DIR", help="folder of database, files and secrets (default: var)"
        )
    return parser


def _guarded(command: Callable[[], int]) -> int:
    try:
        return command()
    except SettingRefused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except (EmbeddedServerFailed, AccountRefused) as failure:
        print(failure, file=sys.stderr)
        return 1


def _start_django(role: str) -> None:
    """Load the program, connected as the given database role."""
    import django  # noqa: PLC0415 - slow import

    os.environ["KOLLEGIUM_DATABASE_ROLE"] = role
    django.setup()


def _run(options: argparse.Namespace) -> int:
    os.environ["KOLLEGIUM_DATABASE_ROLE"] = "owner"  # the children get the application's role
    from kollegium.config import running  # noqa: PLC0415 - slow import

    size = "" if options.empty else options.size
    return running.run(host=options.host, port=options.port, demo_size=size)


def _demo(options: argparse.Namespace) -> int:
    if os.environ.get("DATABASE_URL") and not options.into_this_database:
        print("DATABASE_URL names a database of your own; say so with --into-this-database.", file=sys.stderr)
        return 1
    _start_django("owner")
    from kollegium.config import preparation  # noqa: PLC0415 - needs the loaded models

    preparation.require_supported_server()
    preparation.migrate_if_needed()
    refusal = preparation.load_demo(options.size)
    print(refusal or preparation.log_ins_text(), file=sys.stderr if refusal else sys.stdout)
    return 1 if refusal else 0


def _verify(options: argparse.Namespace) -> int:
    _start_django("application")
    from kollegium.config import verification  # noqa: PLC0415 - needs the loaded models

    findings = verification.findings()
    for finding in findings:
        print(f"{'ok' if finding.is_good else 'NOT OK':7} {finding.text}")
    return 0 if all(finding.is_good for finding in findings) else 1


def _seal(options: argparse.Namespace) -> int:
    _start_django("application")
    from kollegium.trail import actions  # noqa: PLC0415 - needs the loaded models

    print(f"{actions.seal_events(takes_late_rows=options.late)} rows were sealed.")
    return 0


def _erase_person(options: argparse.Namespace) -> int:
    _start_django("owner")
    from kollegium.config import erasing  # noqa: PLC0415 - needs the loaded models

    outcome = erasing.erase(options.id, is_confirmed=options.yes)
    print(outcome.text, file=sys.stdout if outcome.is_done else sys.stderr)
    return 0 if outcome.is_done else 1


def _invite_administrator(options: argparse.Namespace) -> int:
    _start_django("application")
    from kollegium.config import first_administrator  # noqa: PLC0415 - needs the loaded models
    from kollegium.config.health import missing_migrations  # noqa: PLC0415 - needs the loaded models

    if missing_migrations():
        print(TABLES_ARE_MISSING, file=sys.stderr)
        return 1
    outcome = first_administrator.invite(options.name, options.email)
    print(outcome.text, file=sys.stdout if outcome.is_done else sys.stderr)
    return 0 if outcome.is_done else 1


def _migrate(options: argparse.Namespace) -> int:
    _start_django("owner")
    from kollegium.config import preparation  # noqa: PLC0415 - needs the loaded models

    preparation.require_supported_server()
    preparation.migrate()
    return 0


def _manage(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - slow import

    asked = os.environ.get("KOLLEGIUM_DATABASE_ROLE", "")
    os.environ["KOLLEGIUM_DATABASE_ROLE"] = database.role_for(["manage", *arguments], asked)
    execute_from_command_line(["kollegium manage", *arguments])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
