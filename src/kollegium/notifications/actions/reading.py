"""Mark one's own reminders as read."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from kollegium.notifications.models import LetterState, MailSettings, Reminder, ReminderLetter
from kollegium.notifications.queries import get_reminder_for
from kollegium.trail.names import person_id
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def mark_read(*, reminder_id: int, now: datetime, by: "Actor") -> Reminder:
    """Mark one of one's own reminders as read, and give it. Raises Http404 for anybody else's."""
    with recording(by=by, action="notifications.mark_read"):
        reminder = get_reminder_for(by, reminder_id)
        Reminder.objects.filter(pk=reminder.pk).unread().update(read_at=now)
    return reminder


def forget_reminders(*, person_ids: list[int]) -> None:
    """Take out the reminders, letters and settings of people who are erased. Call it inside their erasing."""
    for model in (Reminder, ReminderLetter):
        model._default_manager.filter(recipient__in=person_ids).delete()
    MailSettings.objects.filter(person__in=person_ids).delete()


def hand_over_reminders(*, of: int, to: int, ids: Collection[int] | None = None) -> list[int]:
    """Let one person have the reminders of another, all or those of `ids`, and give which went.

    One that the other has already stays. What waited in a letter waits anew, as the letter goes to nobody now.
    Call it inside the merging of people or its undoing.
    """
    once = ("kind", "object_id", "due_on", "step")
    same = Reminder.objects.filter(recipient=to, **{name: OuterRef(name) for name in once})
    rows = Reminder.objects.filter(~Exists(same), recipient=of)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    moving = list(rows.order_by("pk").values_list("pk", flat=True))
    moved = Reminder.objects.filter(pk__in=moving)
    moved.filter(letter__state=LetterState.QUEUED).update(letter=None)
    moved.update(recipient=to)
    return moving


def mark_all_read(*, now: datetime, by: "Actor") -> int:
    """Mark all of one's own reminders as read, and give how many there were."""
    with recording(by=by, action="notifications.mark_all_read"):
        return Reminder.objects.filter(recipient_id=person_id(by.key) or 0).unread().update(read_at=now)
