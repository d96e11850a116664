"""What the import leaves to the worker: reading files."""

from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from kollegium import jobs
from kollegium.domain.roles import SystemActor
from kollegium.extraction import SandboxPool
from kollegium.report_import import actions

READER = SystemActor("report-import")


@lru_cache(maxsize=1)
def sandboxes() -> SandboxPool:
    """Give the worker's reading processes, started when the first file needs them."""
    return SandboxPool(settings.WORKER_THREADS)


@jobs.task("report_import.read_file")
def read_file(proposal_id: int) -> None:
    """Read a received file."""
    actions.read_file(proposal_id=proposal_id, sandboxes=sandboxes(), by=READER, now=timezone.now())


@jobs.task("report_import.read_again")
def read_again(proposal_id: int) -> None:
    """Read a file again with today's reader."""
    actions.read_again(proposal_id=proposal_id, sandboxes=sandboxes(), by=READER, now=timezone.now())
