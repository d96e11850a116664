"""Two addresses for whoever watches over the program: does it live, and is it ready to serve."""

from __future__ import annotations

from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kollegium import jobs

WORKER_IS_LOST_AFTER = timedelta(seconds=45)  # it reports every ten seconds


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
    is_ready = all(answer == "ok" for answer in checks.values())
    return JsonResponse(
        {"status": "ok" if is_ready else "not ready", **checks}, status=200 if is_ready else 503
    )


def readiness() -> dict[str, str]:
    """Say how database, migrations and worker are: `ok` or what is wrong.

    Shape: `database`, `migrations`, `worker` → text.
    """
    try:
        missing = missing_migrations()
        seen = jobs.worker_seen_ago()
    except DatabaseError:
        return {"database": "not reachable", "migrations": "unknown", "worker": "unknown"}
    worker = "ok" if seen is not None and seen < WORKER_IS_LOST_AFTER else "not running"
    return {"database": "ok", "migrations": f"{missing} missing" if missing else "ok", "worker": worker}


def missing_migrations() -> int:
    """Give how many migrations of this program the database does not have yet."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
