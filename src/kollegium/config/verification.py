"""Check that the change log is complete and unaltered, and that the program itself could not rewrite it."""

from __future__ import annotations

import pgtrigger
from django.db import connection

from kollegium.config.grants import application_role, trail_tables
from kollegium.config.health import missing_migrations
from kollegium.files.queries import altered_files
from kollegium.reviews.summaries import stale_summaries
from kollegium.trail.checking import Finding, chain_findings

FORBIDDEN = ("UPDATE", "DELETE", "TRUNCATE")


def findings() -> list[Finding]:
    """Give everything that was checked, in a fixed order."""
    found = [_migrations()]
    if not found[0].is_good:
        return found  # without its tables nothing else can be looked at
    return [*found, *_triggers(), *_role(), *chain_findings(), _files(), _summaries()]


def _migrations() -> Finding:
    missing = missing_migrations()
    return Finding(
        not missing,
        f"{len(missing)} migrations are missing" if missing else "every migration is in the database",
    )


def _triggers() -> list[Finding]:
    """Give one finding per tracked table: each of its triggers stands in the database, unchanged and switched on."""
    faults: dict[str, list[str]] = {}
    for model, trigger in pgtrigger.registered():
        table = model._meta.db_table
        status, is_enabled = trigger.get_installation_status(model)
        faults.setdefault(table, [])
        if status != pgtrigger.core.INSTALLED or not is_enabled:
            faults[table].append(
                f"{trigger.name}: {status.lower() if is_enabled in (True, None) else 'switched off'}"
            )
    return [
        Finding(
            not faults[table], f"changes of {table} are recorded" + "".join(f"; {f}" for f in faults[table])
        )
        for table in sorted(faults)
    ]


def _role() -> list[Finding]:
    """Give the findings on the application's role: no owner, no superuser, no right to rewrite a table of the trail."""
    # With one address there is one role, the one we are connected as.
    role = application_role() or connection.settings_dict["USER"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = %s", [role])
        row = cursor.fetchone()
        found = [Finding(row is not None and not row[0], f"the role {role} is no superuser")]
        for table in trail_tables():
            rights = []
            for right in FORBIDDEN:
                cursor.execute("SELECT has_table_privilege(%s, %s, %s)", [role, table, right])
                if cursor.fetchone()[0]:
                    rights.append(right)
            text = f"{table} can only be added to" + (f"; allowed: {', '.join(rights)}" if rights else "")
            found.append(Finding(not rights, text))
    return found


def _files() -> Finding:
    some, count = altered_files()
    if not count:
        return Finding(True, "every stored file is what was stored")
    return Finding(
        False, f"{count} stored files are no longer what was stored: {', '.join(str(pk) for pk in some)}"
    )


def _summaries() -> Finding:
    stale = stale_summaries()
    if not stale:
        return Finding(True, "what lists show of reviews agrees with the reviews")
    some = ", ".join(str(pk) for pk in stale[:10])
    return Finding(False, f"{len(stale)} reviews show something else in lists than on their page: {some}")
