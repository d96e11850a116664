"""What the queue does for itself: pick up what a dead worker left, and forget what is long done."""

from __future__ import annotations

import logging

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

logger = logging.getLogger(__name__)

MOST_PICK_UPS = 5
KEEP_DONE_HOURS = 24 * 7
KEEP_FAILED_HOURS = 24 * 90


@app.periodic(cron="* * * * *")
@app.task(name="jobs.pick_up_stalled", queueing_lock="jobs.pick_up_stalled", pass_context=True)
async def pick_up_stalled(context: JobContext, timestamp: int) -> None:
    """Queue again each job whose worker stopped reporting; give up on one that killed several workers."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        if job.id == context.job.id:
            continue  # this very job: its worker lives, whatever it last reported
        if job.attempts >= MOST_PICK_UPS:
            logger.error("Job %s (%s) stopped its worker again and is given up.", job.id, job.task_name)
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
        else:
            logger.warning("Job %s (%s) is queued again: its worker is gone.", job.id, job.task_name)
            await manager.retry_job(job, retry_at=timezone.now())


@app.periodic(cron="17 2 * * *")
@app.task(name="jobs.forget_old", queueing_lock="jobs.forget_old", pass_context=True)
async def forget_old(context: JobContext, timestamp: int) -> None:
    """Delete jobs that were done a week ago, and those that failed three months ago."""
    manager = context.app.job_manager
    await manager.delete_old_jobs(nb_hours=KEEP_DONE_HOURS)
    await manager.delete_old_jobs(
        nb_hours=KEEP_FAILED_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )
