"""The real worker, run once over everything that waits."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from procrastinate.contrib.django import app


def work() -> None:
    """Do everything that waits, the way the worker does it."""
    # In a thread of its own: a browser test before this one may have left an event loop in ours.
    with (
        app.replace_connector(app.connector.get_worker_connector()),  # type: ignore[attr-defined]
        ThreadPoolExecutor(max_workers=1) as thread,
    ):
        thread.submit(asyncio.run, _work()).result()


async def _work() -> None:
    async with app.open_async():
        await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)
