"""Every read of reminders that a page or the header needs: always those of the one who asks."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import Http404

from kollegium.domain.reminding import QuietHours
from kollegium.notifications.dated import Recipient, kind_of
from kollegium.notifications.models import MailSettings, Reminder
from kollegium.trail.names import person_id
from kollegium.ui.keyset import CutPage, OrderColumn, cut

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 50
MOST_COUNTED = 99
NEWEST = (
    OrderColumn("created_at", descending=True, holds=datetime),
    OrderColumn("pk", descending=True),
)
ROW_COLUMNS = ("pk", "kind", "object_id", "due_on", "step", "name", "created_at", "read_at", "cancelled_at")


@dataclass(frozen=True, slots=True)
class ReminderFilters:
    """What the list is narrowed by; an empty search narrows nothing."""

    search: str = ""
    unread_only: bool = False


def list_reminders_for(actor: "Actor", filters: ReminderFilters, *, cursor: str = "") -> CutPage:
    """Give one page of the actor's own reminders, the newest first; two queries."""
    found = Reminder.objects.filter(recipient_id=person_id(actor.key) or 0)
    if filters.unread_only:
        found = found.unread()
    for word in filters.search.split():
        found = found.filter(name__icontains=word)
    return cut(found.values(*ROW_COLUMNS), order=NEWEST, cursor=cursor, size=PAGE_SIZE, counted=found)


def unread_count_of(person: int) -> int:
    """Give how many unread reminders a person has, at most a hundred; one query of an index."""
    return Reminder.objects.filter(recipient_id=person).unread().values("pk")[: MOST_COUNTED + 1].count()


def unread_count_sql(person: str) -> str:
    """Give the same as a part of a statement that stands in a capability above; `person` is a column there."""
    waiting = f"recipient_id = {person} AND read_at IS NULL AND cancelled_at IS NULL LIMIT {MOST_COUNTED + 1}"
    return f"(SELECT count(*) FROM (SELECT 1 FROM notifications_reminder WHERE {waiting}) AS unread)"  # noqa: S608 - names of columns


def get_reminder_for(actor: "Actor", reminder_id: int) -> Reminder:
    """Give one of the actor's own reminders. Raises Http404."""
    own = person_id(actor.key)
    found = Reminder.objects.filter(pk=reminder_id, recipient_id=own).first() if own else None
    if found is None:
        raise Http404
    return found


def mail_settings_of(person: int) -> MailSettings:
    """Give how a person wants reminders by mail; the defaults when they have said nothing."""
    return MailSettings.objects.filter(person_id=person).first() or MailSettings(person_id=person)


def quiet_hours(settings: MailSettings) -> QuietHours:
    """Give the hours in which a person gets no letters."""
    return QuietHours(settings.quiet_from, settings.quiet_until, settings.quiet_weekends)


def is_refused(settings: MailSettings, recipient: Recipient) -> bool:
    """Say whether the mail server has refused the address that the person has now."""
    return bool(settings.refused_address) and settings.refused_address == digest_of(recipient.email)


def digest_of(email: str) -> str:
    """Give the digest of an address, which tells whether it is the same and not what it is."""
    return hashlib.sha256(email.strip().lower().encode()).hexdigest()


def shown_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give rows with the sentence and the details of each in the language that is on; one query a kind with details.

    A kind that is gone gives its key.
    """
    ids: dict[str, set[int]] = {}
    for row in rows:
        ids.setdefault(row["kind"], set()).add(row["object_id"])
    kinds = {key: kind_of(key) for key in ids}
    details = {
        key: kind.details(ids[key]) for key, kind in kinds.items() if kind is not None and kind.details
    }
    return [
        {
            **row,
            "title": kind.title(row["step"]) if (kind := kinds[row["kind"]]) else row["kind"],
            "detail": details.get(row["kind"], {}).get(row["object_id"], ""),
        }
        for row in rows
    ]
