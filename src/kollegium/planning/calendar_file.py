"""Entries of a calendar → an iCalendar file (RFC 5545) in the reader's language."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar, Event

from kollegium.domain.visit_schedule import ZONE
from kollegium.notifications.dated import kind_of
from kollegium.planning.queries.calendar import CalendarEntry
from kollegium.planning.schedule_words import SLOT_NAMES

REFRESH = timedelta(hours=4)


def calendar_of(entries: Iterable[CalendarEntry], *, language: str, now: datetime) -> bytes:
    """Give the file. Times are those of Stockholm, with the rules of its clock in the file; whole days end the day after."""
    with override(language):
        calendar = Calendar()
        calendar.add("prodid", "-//Kollegium//")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", "Kollegium")
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        for entry in entries:
            calendar.add_component(_event(entry, now))
        calendar.add_missing_timezones()
        return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{urlsplit(settings.ADDRESS).hostname or 'kollegium'}")
    event.add("dtstamp", (entry.changed_at or now).astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", _summary(entry))
    if entry.changed_at is not None:
        event.add("last-modified", entry.changed_at.astimezone(UTC))
    if entry.starts is None or entry.ends is None:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", datetime.combine(entry.first, entry.starts, tzinfo=ZONE))
        event.add("dtend", datetime.combine(entry.last, entry.ends, tzinfo=ZONE))
    if entry.place:
        event.add("location", entry.place)
    if entry.path:
        event.add("url", settings.ADDRESS + reverse("planning:schedule", args=[entry.path]))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event


def _summary(entry: CalendarEntry) -> str:
    if entry.kind == "visit":
        return _("Review: %(unit)s") % {"unit": entry.name}
    if entry.kind.startswith("task:"):
        kind = kind_of(entry.kind.removeprefix("task:"))
        return f"{entry.name}: {kind.title(0)}" if kind else entry.name
    what = str(SLOT_NAMES[entry.kind])
    return f"{what} – {entry.name}" if entry.name else what
