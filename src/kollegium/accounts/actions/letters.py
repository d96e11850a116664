"""Send the letters of this capability, and keep whether they went."""

from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.accounts.letters import (
    invitation_letter,
    new_password_letter,
    password_renewed_letter,
    reset_factor_letter,
)
from kollegium.accounts.models import PLACES, Account, Invitation
from kollegium.accounts.tokens import hash_of, new_token
from kollegium.domain.roles import SystemActor
from kollegium.trail.tracking import recording
from kollegium.ui.mail import MailNotSent, send_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from kollegium.ui.mail import Letter

POST = SystemActor("post")


def send_invitation(*, invitation_id: int, now: datetime) -> bool:
    """Send an invitation's letter with a link made for it, and say whether it went.

    The link's secret is made here and stands nowhere else than in the letter. Nothing is sent for an
    invitation that was accepted, withdrawn or ran out meanwhile. May be repeated: the newest letter's link holds.

    **Raises** MailNotSent when the letter did not go; the inviter then sees it in the list.
    """
    token = new_token()
    with recording(by=POST, action="accounts.send_invitation"):
        rows = Invitation.objects.select_for_update(of=("self",)).select_related(*PLACES, "invited_by")
        invitation = rows.open().filter(pk=invitation_id, expires_at__gt=now).first()
        if invitation is None:
            return False
        Invitation.objects.filter(pk=invitation.pk).update(token_hash=hash_of(token))
    deliver(invitation, token, now=now)
    return True


def deliver(invitation: Invitation, token: str, *, now: datetime) -> None:
    """Mail the letter with this token in its link, and keep whether it went. Raises MailNotSent."""
    try:
        send_letter(invitation_letter(invitation, token), to=invitation.email)
    except MailNotSent:
        _keep(invitation, {"undelivered_at": now})
        raise
    _keep(invitation, {"sent_at": now, "undelivered_at": None})


def tell_of_reset_factor(*, account_id: int) -> bool:
    """Write that an administrator reset the second step, and say whether anybody was there. Raises MailNotSent."""
    return _write(account_id, reset_factor_letter)


def send_new_password_letter(*, account_id: int) -> bool:
    """Send a link for a new password, and say whether anybody was there. Raises MailNotSent."""
    return _write(account_id, new_password_letter)


def tell_of_new_password(*, account_id: int) -> bool:
    """Write that the password was changed, and say whether anybody was there. Raises MailNotSent."""
    return _write(account_id, password_renewed_letter)


def _write(account_id: int, letter: "Callable[[Account], Letter]") -> bool:
    account = Account.objects.select_related("person").filter(pk=account_id, is_active=True).first()
    if account is None:
        return False
    send_letter(letter(account), to=account.email)
    return True


def _keep(invitation: Invitation, columns: dict[str, datetime | None]) -> None:
    with recording(by=POST, action="accounts.send_invitation"):
        Invitation.objects.filter(pk=invitation.pk).update(**columns)
