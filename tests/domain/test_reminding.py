"""Steps, quiet hours and the day's digest, also over the nights when clocks change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kollegium.domain.reminding import QuietHours, days_in_reach, digest_day, step_reached

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DUE = date(2026, 3, 31)
STEPS = (-30, -7, 0, 7)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (-31, None),
        (-30, -30),
        (-23, -30),
        (-22, None),
        (-8, None),
        (-7, -7),
        (-1, -7),
        (0, 0),
        (6, 0),
        (7, 7),
        (14, 7),
        (15, None),
    ],
)
def test_step_is_reached_on_its_day_and_caught_up_for_a_week(days: int, step: int | None) -> None:
    assert step_reached(DUE, STEPS, DUE + timedelta(days=days)) == step


def test_days_in_reach_are_those_with_some_step_on_the_day() -> None:
    as_of = date(2026, 3, 2)
    first, last = days_in_reach(STEPS, as_of)

    reached = [
        day
        for number in range(-60, 60)
        if step_reached(day := as_of + timedelta(days=number), STEPS, as_of) is not None
    ]
    assert (min(reached), max(reached)) == (first, last)


@pytest.mark.parametrize(
    ("hours", "quiet"),
    [
        (QuietHours(20, 7), {*range(20, 24), *range(7)}),
        (QuietHours(1, 5), {1, 2, 3, 4}),
        (QuietHours(0, 0), set()),
        (QuietHours(9, 9), set()),
    ],
)
def test_quiet_hours_of_a_weekday(hours: QuietHours, quiet: set[int]) -> None:
    wednesday = datetime(2026, 3, 4, tzinfo=STOCKHOLM)

    assert {hour for hour in range(24) if hours.cover(wednesday.replace(hour=hour))} == quiet


def test_weekend_is_quiet_only_for_those_who_want_it() -> None:
    saturday, monday = datetime(2026, 3, 7, 12, tzinfo=STOCKHOLM), datetime(2026, 3, 9, 12, tzinfo=STOCKHOLM)

    assert QuietHours().cover(saturday)
    assert not QuietHours().cover(monday)
    assert not QuietHours(weekends=False).cover(saturday)


def digests(first: datetime, hours: int, quiet: QuietHours) -> list[date]:
    """Let the hourly job run by the clock of the world, and give the days whose digest it sent."""
    sent: list[date] = []
    for number in range(hours):
        local = (first + timedelta(hours=number)).astimezone(STOCKHOLM)
        day = digest_day(local, quiet, sent[-1] if sent else None)
        if day:
            sent.append(day)
    return sent


# Clocks go forward on 29 March 2026 at 02:00 and back on 25 October 2026 at 03:00; both are Sundays.
@pytest.mark.parametrize("shift", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize(
    "quiet",
    [QuietHours(20, 7, weekends=False), QuietHours(0, 0, weekends=False), QuietHours(1, 3, weekends=False)],
)
def test_one_digest_a_day_over_the_night_when_clocks_change(shift: date, quiet: QuietHours) -> None:
    first = datetime(shift.year, shift.month, shift.day, tzinfo=UTC) - timedelta(days=2)

    days = digests(first, 24 * 5, quiet)

    assert days == [shift + timedelta(days=number) for number in range(-2, 3)]


@pytest.mark.parametrize("shift", [date(2026, 3, 29), date(2026, 10, 25)])
def test_nothing_comes_in_quiet_hours_of_the_night_when_clocks_change(shift: date) -> None:
    quiet = QuietHours(20, 7, weekends=False)
    evening = datetime(shift.year, shift.month, shift.day, tzinfo=UTC) - timedelta(hours=12)

    loud = [
        local.hour
        for number in range(36)
        if not quiet.cover(local := (evening + timedelta(hours=number)).astimezone(STOCKHOLM))
    ]

    assert set(loud) == set(range(7, 20))


def test_digest_missed_in_the_morning_comes_later_the_same_day() -> None:
    wednesday = datetime(2026, 3, 4, 15, tzinfo=STOCKHOLM)

    assert digest_day(wednesday, QuietHours(), date(2026, 3, 3)) == date(2026, 3, 4)
    assert digest_day(wednesday, QuietHours(), date(2026, 3, 4)) is None
    assert digest_day(wednesday.replace(hour=6), QuietHours(0, 0), None) is None
