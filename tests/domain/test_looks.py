"""When somebody last looked at what changed: visits, and from when on it is news."""

from datetime import UTC, datetime, timedelta

import pytest

from kollegium.domain.changes import LastLook, looked

NOW = datetime(2026, 3, 2, 14, 10, tzinfo=UTC)
BEFORE = NOW - timedelta(days=3)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, LastLook(NOW)),
        (LastLook(NOW - minutes(4.9), BEFORE), LastLook(NOW - minutes(4.9), BEFORE)),
        (LastLook(NOW - minutes(5), BEFORE), LastLook(NOW, BEFORE)),
        (LastLook(NOW - minutes(29.9), BEFORE), LastLook(NOW, BEFORE)),
        (LastLook(NOW - minutes(30), BEFORE), LastLook(NOW, NOW - minutes(30))),
        (LastLook(NOW - minutes(29.9)), LastLook(NOW)),
    ],
    ids=["first", "seconds-ago", "noted-anew", "same-visit", "new-visit", "first-visit-goes-on"],
)
def test_look_begins_a_visit_after_half_an_hour(last: LastLook | None, expected: LastLook) -> None:
    assert looked(last, now=NOW) == expected


@pytest.mark.parametrize(
    ("before", "since"),
    [
        (None, NOW - timedelta(days=14)),
        (BEFORE, BEFORE - minutes(1)),
        (NOW - timedelta(days=90), NOW - timedelta(days=90)),
        (NOW - timedelta(days=400), NOW - timedelta(days=90)),
    ],
    ids=["first", "three-days", "ninety-days", "a-year"],
)
def test_changes_are_shown_from_the_visit_before(before: datetime | None, since: datetime) -> None:
    assert LastLook(NOW, before).shown_since() == since


def test_change_seen_in_a_visit_stays_until_the_next_and_none_is_lost() -> None:
    change = NOW + minutes(3)
    look = looked(LastLook(BEFORE), now=NOW)
    again = looked(look, now=NOW + minutes(10))
    next_day = looked(again, now=NOW + timedelta(days=1))

    assert again.shown_since() < change
    assert looked(look, now=NOW + timedelta(days=1)).shown_since() < change
    assert next_day.shown_since() > change
