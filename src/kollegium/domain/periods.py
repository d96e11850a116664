"""Periods of whole days, and how long several of them together leave no day out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both included; without a last day it goes on."""

    first: date
    last: date | None = None

    def overlaps(self, other: "Period") -> bool:
        """Say whether the two share a day."""
        return (self.last is None or other.first <= self.last) and (
            other.last is None or self.first <= other.last
        )

    def holds(self, other: "Period") -> bool:
        """Say whether the other lies within this one."""
        ends_within = self.last is None or (other.last is not None and other.last <= self.last)
        return self.first <= other.first and ends_within


def first_day_without(periods: Iterable[Period], since: date) -> date | None:
    """Give the first day, from `since` on, that no period covers, or None when no such day ever comes."""
    day = since
    for period in sorted(periods, key=lambda period: period.first):
        if period.first > day:
            break
        if period.last is None:
            return None
        day = max(day, period.last + timedelta(days=1))
    return day
