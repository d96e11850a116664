"""Queue work by name, and give functions the names they are queued by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import connection, transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task

Function = TypeVar("Function", bound=Callable[..., Any])

MOST_ATTEMPTS = 5


class UnknownJob(LookupError):
    """No function goes by that name; a slip in the code, never of the person."""


def task(
    name: str, *, attempts: int = MOST_ATTEMPTS, every: str | None = None
) -> Callable[[Function], Function]:
    """Let a function of a capability's `tasks.py` be queued as `capability.what_it_does`.

    It takes ids only, fetches by id and calls one action. It may run twice (a worker can die between the
    action's commit and the note that the job is done), so the action must bear that.

    Args:
        attempts: how often it is tried in all; the pauses grow: 5, 25, 125, 625 seconds.
        every: a cron line for what runs by the clock, in UTC; the function then takes `timestamp`.
    """

    def register(function: Function) -> Function:
        # The first attempt is not a retry, so the strategy counts one less.
        retry = RetryStrategy(max_attempts=attempts - 1, exponential_wait=5) if attempts > 1 else False
        registered = app.task(name=name, retry=retry)(function)
        if every:
            app.periodic(cron=every)(registered)
        return function

    return register


def names() -> frozenset[str]:
    """Give every name that can be queued."""
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    return frozenset(app.tasks)


def enqueue(
    name: str, /, *, not_before: datetime | None = None, only_once: str | None = None, **ids: Any
) -> None:
    """Queue a job by name, within the caller's transaction: no commit, no job.

    Args:
        name: as registered with `task`, for example `reviews.send_report`.
        not_before: an aware instant; until then the job waits.
        only_once: a key; while a job with the same key waits, another is not added.
        ids: what the job is about, as ids (numbers, texts, lists of them), never objects.

    Raises: UnknownJob.
    """
    if name not in names():
        raise UnknownJob(name)
    # Not the app's own connection: inside a worker that is another one, outside our transaction.
    deferrer = configure_task(
        name=name,
        job_manager=JobManager(connector=DjangoConnector()),
        schedule_at=not_before,
        queueing_lock=only_once,
    )
    try:
        with transaction.atomic():
            deferrer.defer(**ids)
    except AlreadyEnqueued:
        if only_once is None:
            raise


def worker_seen_ago() -> timedelta | None:
    """Give how long ago a worker last reported, or nothing when none is registered."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now() - max(last_heartbeat) FROM procrastinate_workers")
        row = cursor.fetchone()
    ago: timedelta | None = row[0]
    return ago


MOST_COUNTED = 1000


def waiting() -> tuple[int, timedelta | None]:
    """Give how many jobs could be done now, at most a thousand, and how long the first of them has waited."""
    due = "status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now())"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT (SELECT count(*) FROM (SELECT 1 FROM procrastinate_jobs WHERE {due} LIMIT {MOST_COUNTED}) one),
                (SELECT now() - coalesce(scheduled_at, (SELECT min(at) FROM procrastinate_events
                    WHERE job_id = job.id)) FROM procrastinate_jobs job WHERE {due} ORDER BY id LIMIT 1)
            """  # noqa: S608 - our own words
        )
        count, waited = cursor.fetchone()
    return count, waited
