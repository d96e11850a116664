"""When somebody is reminded of a dated thing, and when a letter may come: steps, quiet hours, the day's digest.

Every instant is local wall-clock time: hours are compared and never counted, so that a night that is an hour
shorter or longer neither loses nor doubles a letter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

# A step whose day has long gone by, because the thing came in late or nothing ran, is left out.
CATCH_UP = timedelta(days=7)
DIGEST_HOUR = 7
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When no letter comes. Units: local hours, `from_hour` included and `until_hour` not; the same for both is none."""

    from_hour: int = 20
    until_hour: int = 7
    weekends: bool = True

    def cover(self, local: datetime) -> bool:
        """Say whether the instant is quiet."""
        if self.weekends and local.weekday() >= SATURDAY:
            return True
        if self.from_hour <= self.until_hour:
            return self.from_hour <= local.hour < self.until_hour
        return local.hour >= self.from_hour or local.hour < self.until_hour


def step_reached(due_on: date, steps: Iterable[int], as_of: date) -> int | None:
    """Give the last step whose day has come, within the last week; None for none.

    Units: steps are days from the day itself, before it negative. Of several missed ones the last is enough.
    """
    reached = [step for step in steps if due_on + timedelta(days=step) <= as_of]
    if not reached:
        return None
    last = max(reached)
    return last if as_of - (due_on + timedelta(days=last)) <= CATCH_UP else None


def days_in_reach(steps: Iterable[int], as_of: date) -> tuple[date, date]:
    """Give the first and last day a thing can have for some step of it to be reached on the day."""
    steps = list(steps)
    return as_of - CATCH_UP - timedelta(days=max(steps)), as_of - timedelta(days=min(steps))


def digest_day(local: datetime, quiet: QuietHours, last: date | None) -> date | None:
    """Give the day whose digest is to be sent now, or None: once a day, not before seven, never when it is quiet."""
    today = local.date()
    if local.hour < DIGEST_HOUR or quiet.cover(local) or (last is not None and last >= today):
        return None
    return today
