"""The schedule of a visit: what its slots are, a usual day to begin with, and what cannot be.

Source: docs/sources.md, the steps of a review: interviews with all trainees, supervisors, programme director and head of
unit, a walk through the premises, and a private talk with a reviewer for anyone who wishes. How long each takes is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Stockholm")
_DAY_BEGINS, _LUNCH, _DAY_ENDS = 8 * 60, 12 * 60, 16 * 60 + 30
_PRIVATE_TALK = 15
_MOST_PRIVATE_TALKS = 8


class SlotKind(StrEnum):
    """What happens in a slot of the visit."""

    OPENING = "opening"
    HEAD_OF_UNIT = "head_of_unit"
    PROGRAMME_DIRECTOR = "programme_director"
    TRAINEES = "trainees"
    PRIVATE_TALK = "private_talk"
    SUPERVISORS = "supervisors"
    OTHER_STAFF = "other_staff"
    WALK_THROUGH = "walk_through"
    REVIEWERS_ALONE = "reviewers_alone"
    BREAK = "break"
    FEEDBACK = "feedback"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ProposedSlot:
    """A slot of a usual visit. Units: `day` counts from the visit's first, 0; minutes since midnight, local time."""

    day: int
    kind: SlotKind
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A slot that stands: when, and which reviewers are in it."""

    key: int
    day: date
    starts: time
    ends: time
    reviewers: frozenset[int]


# What a visit holds, in its order, and for how many minutes; private talks come behind the trainees' interview.
_ORDER: tuple[tuple[SlotKind, int], ...] = (
    (SlotKind.OPENING, 30),
    (SlotKind.HEAD_OF_UNIT, 60),
    (SlotKind.PROGRAMME_DIRECTOR, 60),
    (SlotKind.WALK_THROUGH, 45),
    (SlotKind.TRAINEES, 75),
)
# Of a visit of several days the last begins so.
_BEGINS_LAST_DAY = (SlotKind.SUPERVISORS, 75)
_ORDER_OF_ONE_DAY: tuple[tuple[SlotKind, int], ...] = (
    (SlotKind.OPENING, 15),
    (SlotKind.HEAD_OF_UNIT, 45),
    (SlotKind.PROGRAMME_DIRECTOR, 45),
    (SlotKind.WALK_THROUGH, 30),
    (SlotKind.TRAINEES, 60),
    (SlotKind.SUPERVISORS, 60),
)
_TO_END = ((SlotKind.REVIEWERS_ALONE, 60), (SlotKind.FEEDBACK, 45))


def usual_schedule(days: int, trainees: int) -> tuple[ProposedSlot, ...]:
    """Give a usual visit of so many days, with a private talk of a quarter for each trainee, at most eight.

    Slots follow each other with breaks at noon, and the last day ends with the reviewers alone and feedback to the
    unit. Where the days hold no more, there are fewer private talks: a person fits the others in.
    """
    if days < 1 or trainees < 0:
        raise ValueError("a visit has at least one day, and no fewer than no trainees")
    order = _ORDER_OF_ONE_DAY if days == 1 else _ORDER
    place = 1 + [kind for kind, _ in order].index(SlotKind.TRAINEES)
    slots: list[ProposedSlot] = []
    for talks in range(min(trainees, _MOST_PRIVATE_TALKS), -1, -1):
        wanted = [*order[:place], *[(SlotKind.PRIVATE_TALK, _PRIVATE_TALK)] * talks, *order[place:]]
        slots = _placed(wanted, days)
        if len(slots) == len(wanted):
            break
    if days > 1:
        kind, length = _BEGINS_LAST_DAY
        slots.append(ProposedSlot(days - 1, kind, _DAY_BEGINS, _DAY_BEGINS + length))
    slots += [ProposedSlot(one, SlotKind.BREAK, _LUNCH, _LUNCH + 60) for one in range(days)]
    at = _end_of_last()
    for kind, length in _TO_END:
        slots.append(ProposedSlot(days - 1, kind, at, at + length))
        at += length
    return tuple(sorted(slots, key=lambda slot: (slot.day, slot.starts)))


def _end_of_last() -> int:
    return _DAY_ENDS - sum(length for _, length in _TO_END)


def _placed(wanted: Sequence[tuple[SlotKind, int]], days: int) -> list[ProposedSlot]:
    slots: list[ProposedSlot] = []
    day, at = 0, _DAY_BEGINS
    for kind, length in wanted:
        day, at = _next_place(day, at, length, days, _end_of_last())
        if day >= days:
            break
        slots.append(ProposedSlot(day, kind, at, at + length))
        at += length
    return slots


def _next_place(day: int, at: int, length: int, days: int, end_of_last: int) -> tuple[int, int]:
    """Give the first day and minute from a point on where something so long fits, clear of noon."""
    while day < days:
        if 0 < day == days - 1:
            at = max(at, _DAY_BEGINS + _BEGINS_LAST_DAY[1])
        if at < _LUNCH + 60 and at + length > _LUNCH:
            at = _LUNCH + 60
        if at + length <= (end_of_last if day == days - 1 else _DAY_ENDS):
            return day, at
        day, at = day + 1, _DAY_BEGINS
    return day, at


def busy_reviewers(slot: Taken, others: Iterable[Taken]) -> frozenset[int]:
    """Give the reviewers of a slot who are in another one at the same time."""
    return frozenset(
        person
        for other in others
        if other.key != slot.key
        and other.day == slot.day
        and other.starts < slot.ends
        and slot.starts < other.ends
        for person in slot.reviewers & other.reviewers
    )


def exists_by_the_clock(day: date, at: time) -> bool:
    """Tell whether a local time is there on a day: in the night when the clock is put forward an hour is not."""
    local = datetime.combine(day, at, tzinfo=ZONE)
    return local.astimezone(ZoneInfo("UTC")).astimezone(ZONE).replace(tzinfo=None) == datetime.combine(
        day, at
    )


def days_of(first: date, last: date | None) -> tuple[date, ...]:
    """Give the days of a visit, both ends included."""
    return tuple(first + timedelta(days=number) for number in range(((last or first) - first).days + 1))


def days_to_move(days: Sequence[date], first: date) -> int:
    """Give by how many days slots must move so that the first of them stands on the visit's first day."""
    return (first - min(days)).days if days else 0
