"""Put reminders into letters and send them: once, outside quiet hours, and never to an address that refuses them."""

from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from kollegium import jobs
from kollegium.domain.reminding import digest_day
from kollegium.notifications.actions.reminding import REMINDERS
from kollegium.notifications.dated import Recipient, recipients_of
from kollegium.notifications.letters import letter_of
from kollegium.notifications.models import LetterState, MailMode, MailSettings, Reminder, ReminderLetter
from kollegium.notifications.queries import digest_of, is_refused, quiet_hours
from kollegium.trail.tracking import recording
from kollegium.ui.mail import AddressRefused
from kollegium.ui.mail import send_letter as hand_over

# What nobody could be told of for so long stands in the program alone: an old reminder by mail helps nobody.
MOST_DAYS_OLD = 5
# A letter the mail server has not taken by then is given up; the reminders stand in the program.
GIVEN_UP_AFTER = timedelta(days=2)


def post_letters(*, now: datetime) -> int:
    """Make the letters that may go now, queue them, and give how many there are.

    Letters that still wait are queued again; those that waited too long are given up.
    """
    _give_up(now)
    waiting = Reminder.objects.unread().filter(
        letter__isnull=True, created_at__gte=now - timedelta(days=MOST_DAYS_OLD)
    )
    people = set(waiting.values_list("recipient_id", flat=True))
    reachable = recipients_of(people)
    made = sum(_make_letter(reachable[person], now=now) for person in sorted(people & reachable.keys()))
    for letter_id in ReminderLetter.objects.filter(state=LetterState.QUEUED).values_list("pk", flat=True):
        _queue(letter_id)
    return made


def send_letter(*, letter_id: int, now: datetime) -> bool:
    """Send one letter that waits, and say whether it went.

    The row is locked until the letter is handed over, so that two workers never send it twice. What was done,
    read or cancelled meanwhile is left out; of nothing no letter is sent.

    **Raises** MailNotSent when the mail server did not take it: it waits and is tried again.
    """
    with recording(by=REMINDERS, action="notifications.send_letter"):
        letter = ReminderLetter.objects.select_for_update().filter(pk=letter_id).first()
        if letter is None or letter.state != LetterState.QUEUED:
            return False
        rows = Reminder.objects.filter(letter=letter).unread().order_by("due_on", "pk")
        told = list(rows.values("pk", "kind", "object_id", "step", "name", "due_on"))
        recipient = recipients_of({letter.recipient_id}).get(letter.recipient_id)
        if not told or recipient is None:
            return _settle(letter, LetterState.DROPPED, now)
        try:
            hand_over(letter_of(told, recipient), to=recipient.email)
        except AddressRefused:
            _note_refusal(recipient, now)
            return _settle(letter, LetterState.REFUSED, now)
        return _settle(letter, LetterState.SENT, now)


def _make_letter(recipient: Recipient, *, now: datetime) -> int:
    """Put what waits for a person into a letter, when they want one now; 1 when there is one."""
    with recording(by=REMINDERS, action="notifications.post_letters"):
        MailSettings.objects.get_or_create(person_id=recipient.person_id)
        # Locked, so that two workers do not both take the same reminders.
        settings = MailSettings.objects.select_for_update().get(person_id=recipient.person_id)
        letters = ReminderLetter.objects.filter(recipient_id=recipient.person_id)
        last = letters.aggregate(last=Max("digest_on"))["last"]
        quiet, local = quiet_hours(settings), timezone.localtime(now)
        digest_on = digest_day(local, quiet, last) if settings.mail == MailMode.DAILY else None
        is_time = digest_on is not None or (settings.mail == MailMode.AT_ONCE and not quiet.cover(local))
        if not is_time or is_refused(settings, recipient):
            return 0
        waiting = Reminder.objects.filter(recipient_id=recipient.person_id, letter__isnull=True).unread()
        waiting = waiting.filter(created_at__gte=now - timedelta(days=MOST_DAYS_OLD))
        if not waiting.exists():
            return 0
        letter = ReminderLetter.objects.create(
            recipient_id=recipient.person_id, digest_on=digest_on, created_at=now
        )
        waiting.update(letter=letter)
    return 1


def _queue(letter_id: int) -> None:
    jobs.enqueue("notifications.send_letter", only_once=f"reminder-letter:{letter_id}", letter_id=letter_id)


def _give_up(now: datetime) -> None:
    old = ReminderLetter.objects.filter(state=LetterState.QUEUED, created_at__lt=now - GIVEN_UP_AFTER)
    with recording(by=REMINDERS, action="notifications.post_letters"):
        old.update(state=LetterState.FAILED, settled_at=now)


def _note_refusal(recipient: Recipient, now: datetime) -> None:
    MailSettings.objects.update_or_create(
        person_id=recipient.person_id,
        defaults={"refused_address": digest_of(recipient.email), "refused_at": now},
    )


def _settle(letter: ReminderLetter, state: LetterState, now: datetime) -> bool:
    letter.state, letter.settled_at = state, now
    letter.save(update_fields=["state", "settled_at"])
    return state == LetterState.SENT
