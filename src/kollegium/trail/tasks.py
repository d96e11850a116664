"""What the trail does by the clock."""

from kollegium import jobs
from kollegium.trail import actions


@jobs.task("trail.seal", attempts=1, every="* * * * *")
def seal(timestamp: int) -> None:
    """Seal what was logged in the last minute; a minute that fails is caught up by the next."""
    actions.seal_events()
