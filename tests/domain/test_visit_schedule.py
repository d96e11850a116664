"""The usual visit, reviewers in two places at once, and the hour that is not there."""

from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kollegium.domain.visit_schedule import (
    SlotKind,
    Taken,
    busy_reviewers,
    days_of,
    days_to_move,
    exists_by_the_clock,
    usual_schedule,
)

DAY = date(2026, 5, 12)


def taken(key: int, starts: str, ends: str, *reviewers: int, day: date = DAY) -> Taken:
    return Taken(key, day, time.fromisoformat(starts), time.fromisoformat(ends), frozenset(reviewers))


@given(st.integers(1, 4), st.integers(0, 40))
def test_usual_visit_never_overlaps_and_ends_with_feedback(days: int, trainees: int) -> None:
    slots = usual_schedule(days, trainees)

    for before, after in pairwise(slots):
        assert (before.day, before.ends) <= (after.day, after.starts) or before.day < after.day
    assert all(0 <= slot.day < days and slot.starts < slot.ends for slot in slots)
    assert slots[-1].kind is SlotKind.FEEDBACK
    assert slots[-1].day == days - 1


def test_two_days_hold_everybody_who_is_interviewed() -> None:
    kinds = [slot.kind for slot in usual_schedule(2, 5)]

    assert kinds.count(SlotKind.PRIVATE_TALK) == 5
    assert {SlotKind.TRAINEES, SlotKind.SUPERVISORS, SlotKind.HEAD_OF_UNIT, SlotKind.WALK_THROUGH} <= set(
        kinds
    )


@pytest.mark.parametrize(("days", "trainees"), [(1, 0), (1, 12), (2, 40), (3, 3)])
def test_private_talks_never_push_an_interview_out(days: int, trainees: int) -> None:
    kinds = {slot.kind for slot in usual_schedule(days, trainees)}

    assert set(SlotKind) - {SlotKind.PRIVATE_TALK, SlotKind.OTHER_STAFF, SlotKind.OTHER} <= kinds


def test_many_trainees_get_at_most_eight_private_talks() -> None:
    assert [slot.kind for slot in usual_schedule(3, 40)].count(SlotKind.PRIVATE_TALK) == 8


@pytest.mark.parametrize(("days", "trainees"), [(0, 3), (1, -1)])
def test_no_visit_without_days(days: int, trainees: int) -> None:
    with pytest.raises(ValueError, match="at least one day"):
        usual_schedule(days, trainees)


@pytest.mark.parametrize(
    ("slot", "busy"),
    [
        (taken(9, "09:30", "10:30", 1), {1}),
        (taken(9, "10:00", "10:30", 1), set()),
        (taken(9, "08:00", "09:00", 1, 2), set()),
        (taken(9, "09:59", "10:30", 1, 2), {1}),
        (taken(9, "09:30", "10:30", 2), set()),
        (taken(9, "09:30", "10:30", 1, day=date(2026, 5, 13)), set()),
        (taken(1, "09:30", "10:30", 1), set()),
    ],
)
def test_a_reviewer_is_in_one_place_at_a_time(slot: Taken, busy: set[int]) -> None:
    assert busy_reviewers(slot, [taken(1, "09:00", "10:00", 1)]) == busy


@pytest.mark.parametrize(
    ("day", "at", "there"),
    [
        (date(2026, 3, 29), "02:30", False),
        (date(2026, 3, 29), "01:59", True),
        (date(2026, 3, 29), "03:00", True),
        (date(2026, 10, 25), "02:30", True),
        (DAY, "02:30", True),
    ],
)
def test_the_hour_that_the_clock_leaps_over_is_not_there(day: date, at: str, there: bool) -> None:
    assert exists_by_the_clock(day, time.fromisoformat(at)) is there


def test_days_of_a_visit_and_how_far_slots_are_moved() -> None:
    assert days_of(DAY, date(2026, 5, 14)) == (DAY, date(2026, 5, 13), date(2026, 5, 14))
    assert days_of(DAY, None) == (DAY,)
    assert days_to_move([date(2026, 5, 14), date(2026, 5, 13)], DAY) == -1
    assert days_to_move([], DAY) == 0
