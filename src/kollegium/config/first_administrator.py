"""Invite the first administrator on the command line: an empty database has nobody who could."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone, translation

from kollegium.accounts import actions, wording
from kollegium.accounts.letters import address_of
from kollegium.accounts.models import Invitation
from kollegium.accounts.queries import administrator_can_log_in
from kollegium.accounts.tokens import new_token
from kollegium.domain.roles import Role, SystemActor
from kollegium.ui.mail import MailNotSent

OPERATOR = SystemActor("invite-administrator")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether there is an invitation, and what to tell whoever asked for it."""

    is_done: bool
    text: str


def invite(name: str, email: str) -> Outcome:
    """Invite somebody to be an administrator of the whole country, while nobody can log in as one.

    Done again for the same address the link before is dead. Side effects: a letter with the same link.
    """
    try:
        validate_email(email)
    except ValidationError:
        return Outcome(False, f"{email} is no e-mail address.")
    now = timezone.now()
    if administrator_can_log_in(as_of=timezone.localdate(now)):
        return Outcome(False, "An administrator can log in already, and can invite others in the program.")
    token = new_token()
    try:
        invitation = _invitation(name, email, token)
    except actions.PeopleRefused as refused:
        with translation.override("en"):
            return Outcome(False, wording.refusal_text(refused))
    link = address_of("accounts:open_invitation", token)
    try:
        actions.deliver(invitation, token, now=now)
        post = f"The same link was mailed to {invitation.email}."
    except MailNotSent:
        post = "It could not be mailed; pass it on yourself."
    return Outcome(
        True, f"{invitation.name} becomes an administrator by opening this link, once:\n  {link}\n{post}"
    )


def _invitation(name: str, email: str, token: str) -> Invitation:
    now = timezone.now()
    values = actions.InvitationValues(
        name=name, email=email, role=Role.ADMINISTRATOR, at=None, valid_from=timezone.localdate(now)
    )
    return actions.add_invitation(values=values, token=token, now=now, replaces=True, by=OPERATOR)
