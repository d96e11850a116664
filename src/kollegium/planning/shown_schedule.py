"""The schedule of a visit as its page shows it, day by day."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils import formats

from kollegium.planning.queries.schedule import Schedule, SeenSlot
from kollegium.planning.schedule_words import SLOT_NAMES


@dataclass(frozen=True, slots=True)
class ShownDay:
    """One day of the visit with its slots; `is_outside` that the visit no longer has it."""

    title: str
    slots: list[dict[str, Any]]
    is_outside: bool


def shown_days(schedule: Schedule) -> list[ShownDay]:
    """Give the days that have slots, and those of the visit that have none, in order."""
    by_day: dict[date, list[SeenSlot]] = {one: [] for one in schedule.days}
    for on, slots in groupby(schedule.slots, key=lambda one: one.slot.day):
        by_day[on] = list(slots)
    return [
        ShownDay(_weekday(on), [_shown(one, schedule) for one in slots], on not in schedule.days)
        for on, slots in sorted(by_day.items())
    ]


def _shown(seen: SeenSlot, schedule: Schedule) -> dict[str, Any]:
    slot, review_id = seen.slot, schedule.case.review.pk
    return {
        "pk": slot.pk,
        "time": f"{_clock(slot.starts)}–{_clock(slot.ends)}",
        "what": str(SLOT_NAMES[slot.kind]),
        "kind": slot.kind.replace("_", "-"),
        "with_whom": slot.with_whom,
        "place": slot.place,
        "reviewers": ", ".join(seen.reviewers),
        "gone": ", ".join(seen.gone),
        "is_busy": seen.is_busy and schedule.may_write,
        "taken_by": seen.taken_by,
        "is_mine": seen.is_mine,
        "may_ask": seen.may_ask,
        "url": reverse("planning:slot", args=[review_id, slot.pk]) if schedule.may_write else "",
        "talk_url": reverse("planning:talk", args=[review_id, slot.pk]),
    }


def _clock(at: Any) -> str:
    return formats.time_format(at, "H:i")


def _weekday(on: date) -> str:
    told = formats.date_format(on, "l j F Y")
    return told[:1].upper() + told[1:]


def day_in_words(on: date) -> str:
    """Give a day as plain text, for titles and lists of choices."""
    return formats.date_format(on, "j F Y")
