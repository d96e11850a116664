"""Until when a unit may ask that a decision is reconsidered.

Source: inferred; no source gives a number of days.
"""

from datetime import date, timedelta


def last_day_to_ask(decided_on: date, *, days: int) -> date:
    """Give the last day on which may be asked, counted from the day of the decision. Units: the day is included."""
    return decided_on + timedelta(days=days)
