"""What people leave to the worker: letters, and forgetting what has ended."""

from django.utils import timezone

from kollegium import jobs
from kollegium.accounts import actions, queries


@jobs.task("accounts.send_invitation")
def send_invitation(invitation_id: int) -> None:
    """Send the letter of an invitation; a mail server that does not answer is tried again."""
    actions.send_invitation(invitation_id=invitation_id, now=timezone.now())


@jobs.task("accounts.invite_imported")
def invite_imported(import_id: int, person_id: int) -> None:
    """Invite the people of a list that was taken in, as the one who confirmed it."""
    actor = queries.actor_by_id(person_id, as_of=timezone.localdate())
    actions.invite_imported(import_id=import_id, now=timezone.now(), by=actor)


@jobs.task("accounts.tell_of_reset_factor")
def tell_of_reset_factor(account_id: int) -> None:
    """Write to a person that their second step was reset."""
    actions.tell_of_reset_factor(account_id=account_id)


@jobs.task("accounts.send_new_password_letter")
def send_new_password_letter(account_id: int | None) -> None:
    """Send a link for a new password; without an account there is nobody to write to."""
    if account_id is not None:
        actions.send_new_password_letter(account_id=account_id)


@jobs.task("accounts.tell_of_new_password")
def tell_of_new_password(account_id: int) -> None:
    """Write to a person that their password was changed."""
    actions.tell_of_new_password(account_id=account_id)


@jobs.task("accounts.forget_ended_sessions", every="17 * * * *")
def forget_ended_sessions(timestamp: int) -> None:
    """Forget sessions that have run out, and the browsers they were."""
    actions.forget_ended_sessions(now=timezone.now())


@jobs.task("accounts.forget_old_previews", every="23 3 * * *")
def forget_old_previews(timestamp: int) -> None:
    """Throw away lists of people that nobody has taken in."""
    actions.forget_old_previews(now=timezone.now())


@jobs.task("accounts.send_new_address")
def send_new_address(account_id: int) -> None:
    """Send the letters about a new address to log in with."""
    actions.send_new_address(account_id=account_id)
