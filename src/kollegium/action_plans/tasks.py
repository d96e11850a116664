"""What the follow-up leaves to the worker: to look every day what is late and what is asked for."""

from django.utils import timezone

from kollegium import jobs
from kollegium.action_plans import actions


@jobs.task("action_plans.keep_watch", every="41 3 * * *")
def keep_watch(timestamp: int) -> None:
    """Tell the care provider of what is late, open extra reviews and close those that were done."""
    actions.keep_watch(as_of=timezone.localdate())
