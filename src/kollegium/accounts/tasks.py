"""What people leave to the worker: letters."""

from django.utils import timezone

from kollegium import jobs
from kollegium.accounts import actions


@jobs.task("accounts.send_invitation")
def send_invitation(invitation_id: int) -> None:
    """Send the letter of an invitation; a mail server that does not answer is tried again."""
    actions.send_invitation(invitation_id=invitation_id, now=timezone.now())
