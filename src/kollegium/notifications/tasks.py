"""What reminders leave to the worker: find them, put them into letters, send them."""

from django.utils import timezone

from kollegium import jobs
from kollegium.notifications import actions


@jobs.task("notifications.remind", every="5 * * * *")
def remind(timestamp: int) -> None:
    """Find what somebody is to be reminded of, and make the letters that may go now."""
    now = timezone.now()
    actions.remind(as_of=timezone.localdate(now), now=now)
    actions.post_letters(now=now)


@jobs.task("notifications.send_letter")
def send_letter(letter_id: int) -> None:
    """Send one letter with reminders; a mail server that does not answer is tried again."""
    actions.send_letter(letter_id=letter_id, now=timezone.now())
