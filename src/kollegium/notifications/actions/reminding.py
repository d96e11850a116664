"""Find what somebody is to be reminded of, and cancel what is done, moved or no longer theirs."""

from collections.abc import Iterable
from datetime import date, datetime

from kollegium.domain.reminding import days_in_reach, step_reached
from kollegium.domain.roles import SystemActor
from kollegium.notifications.dated import DatedKind, Due, dated_kinds, recipients_of
from kollegium.notifications.models import Reminder
from kollegium.trail.tracking import recording

REMINDERS = SystemActor("reminders")


def remind(*, as_of: date, now: datetime) -> int:
    """Write every reminder that has come due, cancel what no longer holds, and give how many are new.

    May run twice, or twice at once: a reminder is a row there can be only once.
    """
    return sum(_remind_of(kind, as_of=as_of, now=now) for kind in dated_kinds())


def _remind_of(kind: DatedKind, *, as_of: date, now: datetime) -> int:
    found = list(kind.find(*days_in_reach(kind.steps, as_of), as_of))
    with recording(by=REMINDERS, action="notifications.remind"):
        _cancel(kind, found, now=now)
        rows = _rows(kind, found, as_of=as_of, now=now)
        before = Reminder.objects.filter(kind=kind.key).count() if rows else 0
        Reminder.objects.bulk_create(rows, ignore_conflicts=True)
        _settle_earlier_steps(rows, now=now)
        return Reminder.objects.filter(kind=kind.key).count() - before if rows else 0


def _rows(kind: DatedKind, found: Iterable[Due], *, as_of: date, now: datetime) -> list[Reminder]:
    stepped = [
        (due, step) for due in found if (step := step_reached(due.due_on, kind.steps, as_of)) is not None
    ]
    reachable = recipients_of({person for due, _step in stepped for person in due.recipient_ids})
    return [
        Reminder(
            kind=kind.key,
            object_id=due.object_id,
            recipient_id=person,
            due_on=due.due_on,
            step=step,
            name=due.name[:300],
            created_at=now,
        )
        for due, step in stepped
        for person in due.recipient_ids
        if person in reachable
    ]


def _settle_earlier_steps(rows: Iterable[Reminder], *, now: datetime) -> None:
    """Let what was said before of the same day count as read: the newest says it all."""
    for row in rows:
        earlier = Reminder.objects.filter(kind=row.kind, object_id=row.object_id, recipient=row.recipient_id)
        earlier.filter(due_on=row.due_on, step__lt=row.step).unread().update(read_at=now)


def _cancel(kind: DatedKind, found: Iterable[Due], *, now: datetime) -> None:
    """Cancel the unread reminders of what is done or has another day, and of whoever no longer answers for it."""
    standing = Reminder.objects.filter(kind=kind.key).unread()
    rows = list(standing.values_list("pk", "object_id", "due_on", "recipient_id"))
    theirs = {(due.object_id, due.due_on): frozenset(due.recipient_ids) for due in found}
    still_open = kind.still_open({object_id for _pk, object_id, _due_on, _person in rows}) if rows else set()
    gone = [
        pk
        for pk, object_id, due_on, person in rows
        if (object_id, due_on) not in still_open
        or person not in theirs.get((object_id, due_on), frozenset({person}))
    ]
    Reminder.objects.filter(pk__in=gone).update(cancelled_at=now)
