"""What questionnaires leave to the worker. A job names a round, never a person: the queue can be read."""

from django.utils import timezone

from kollegium import jobs
from kollegium.questionnaires import actions


@jobs.task("questionnaires.send_letters")
def send_letters(round_id: int) -> None:
    """Send the first letters of a round."""
    actions.send_letters(round_id=round_id)


@jobs.task("questionnaires.remind", attempts=1)
def remind(round_id: int) -> None:
    """Remind those who have not answered. Not tried again: the addressees are given out once."""
    actions.remind(round_id=round_id, as_of=timezone.localdate())


@jobs.task("questionnaires.remind_due", every="40 6 * * *", attempts=1)
def remind_due(timestamp: int) -> None:
    """Remind in the rounds that close soon."""
    actions.remind_due_rounds(as_of=timezone.localdate())


@jobs.task("questionnaires.close_due", every="10 1 * * *")
def close_due(timestamp: int) -> None:
    """Close the rounds whose last day has passed."""
    actions.close_due_rounds(as_of=timezone.localdate())
