"""Days of the follow-up: by when an extra internal review is to be done."""

import calendar
from datetime import date

MONTHS_OF_A_YEAR = 12


def months_later(day: date, months: int) -> date:
    """Give the same day so many months later, or the month's last when it has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS_OF_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
