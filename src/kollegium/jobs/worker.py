"""The worker: does queued jobs one after the other in a few threads until it is asked to stop.

Started as `python -m kollegium.jobs.worker`.
"""

from __future__ import annotations

import asyncio
import logging
import os

import django
from django.conf import settings
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

from kollegium.jobs.memory import keep_little_memory

logger = logging.getLogger(__name__)

GRACE_SECONDS = 20  # a job that is not done by then is left to be picked up again
PAUSE_SECONDS = 3


def run() -> None:
    """Work until SIGTERM or Ctrl-C; a lost database is waited for.

    Side effects: runs jobs.
    """
    while True:
        try:
            asyncio.run(_work())
        except ConnectorException:
            logger.warning("The worker lost the database and tries again.")
            _wait()
        else:
            return


async def _work() -> None:
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector):
        async with app.open_async():
            await app.run_worker_async(
                concurrency=settings.WORKER_THREADS,
                shutdown_graceful_timeout=GRACE_SECONDS,
                delete_jobs="never",
            )


def _wait() -> None:
    asyncio.run(asyncio.sleep(PAUSE_SECONDS))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kollegium.config.settings")
    keep_little_memory()
    django.setup()
    run()
