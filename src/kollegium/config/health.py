"""Two addresses for whoever watches over the program: does it live, and is it ready to serve.

What stops visitors (database, migrations, worker) makes the answer 503. A queue that grows and seals that
are late are shown and change no status: taking the web processes away would help neither.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kollegium import jobs
from kollegium.trail.queries import unsealed_for

WORKER_IS_LOST_AFTER = timedelta(seconds=45)  # it reports every ten seconds
QUEUE_GROWS_AFTER = timedelta(minutes=10)
SEALS_ARE_LATE_AFTER = timedelta(minutes=5)  # there is one each minute
MOST_NAMED = 5


@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """Answer as long as the web process can answer at all; asks nothing of the database."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database, migrations and worker are as they should be, otherwise 503 with what is not."""
    checks = readiness()
    is_ready = all(checks[name] == "ok" for name in ("database", "migrations", "worker"))
    is_well = all(answer == "ok" for answer in checks.values())
    status = "ok" if is_well else "attention" if is_ready else "not ready"
    return JsonResponse({"status": status, **checks}, status=200 if is_ready else 503)


def readiness() -> dict[str, str]:
    """Say how database, migrations, worker, queue and seals are: `ok` or what is wrong.

    Shape: `database`, `migrations`, `worker`, `queue`, `seals` → text.
    """
    checks = {"database": "not reachable"} | dict.fromkeys(
        ("migrations", "worker", "queue", "seals"), "unknown"
    )
    try:
        missing = missing_migrations()
        checks |= {"database": "ok", "migrations": _missing_words(missing)}
        # Without its tables the rest cannot be asked.
        checks |= {"worker": _worker(), "queue": _queue(), "seals": _seals()}
    except DatabaseError:
        return checks
    return checks


def missing_migrations() -> list[str]:
    """Give the migrations of this program that the database does not have, also those that failed half-way.

    PostgreSQL takes a failed migration back whole, so it stands here as one that was never begun.
    """
    loader = MigrationLoader(connection)
    return sorted(
        f"{app}.{name}" for app, name in loader.graph.nodes.keys() - loader.applied_migrations.keys()
    )


def _missing_words(missing: list[str]) -> str:
    if not missing:
        return "ok"
    more = ", …" if len(missing) > MOST_NAMED else ""
    return f"{len(missing)} missing: {', '.join(missing[:MOST_NAMED])}{more}"


def _worker() -> str:
    seen = jobs.worker_seen_ago()
    return "ok" if seen is not None and seen < WORKER_IS_LOST_AFTER else "not running"


def _queue() -> str:
    count, waited = jobs.waiting()
    if waited is None or waited < QUEUE_GROWS_AFTER:
        return "ok"
    return f"{count} wait, the first for {_minutes(waited)} minutes"


def _seals() -> str:
    waited = unsealed_for()
    return "ok" if waited is None or waited < SEALS_ARE_LATE_AFTER else f"late by {_minutes(waited)} minutes"


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds() // 60)
