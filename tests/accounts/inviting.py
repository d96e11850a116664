"""What the tests of invitations share: an invitation, its letter's link, and what can happen to it."""

import re
from datetime import datetime

from django.core import mail
from django.test import Client
from django.utils import timezone

from kollegium.accounts import actions
from kollegium.accounts.actions import InvitationValues, Newcomer
from kollegium.accounts.models import Account, Invitation, Person
from kollegium.accounts.queries import actor_of_person
from kollegium.domain.roles import Actor, Role
from kollegium.organisations.models import Unit
from tests import people

NOW = timezone.now()
TODAY = timezone.localdate()
STINA = "stina@exempel.se"
PHRASE = "en helt ny fras 7"
DEAF = "tests.accounts.inviting.Deaf"


def actor(person: Person) -> Actor:
    return actor_of_person(person, as_of=TODAY)


def invited(head: Person, unit: Unit, **changes: object) -> Invitation:
    given = {"name": "Stina Läkare", "email": STINA, "role": Role.TRAINEE, "at": unit, "valid_from": TODAY}
    values = InvitationValues(**{**given, **changes})  # type: ignore[arg-type]
    return actions.invite_person(values=values, now=NOW, by=actor(head))


def letter_link(invitation: Invitation, now: datetime = NOW) -> str:
    """Send the letter as the worker does and give the path of its link."""
    assert actions.send_invitation(invitation_id=invitation.pk, now=now)
    found = re.search(r"http://[^/]+(/invitation/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def opened(browser: Client, invitation: Invitation) -> None:
    browser.get(letter_link(invitation))


def log_in(browser: Client, person: Person, email: str = "") -> Account:
    account = people.make_account(person, email)
    browser.force_login(account)
    return account


def newcomer(**changes: str) -> dict[str, str]:
    return {"name": "Stina Läkare", "password": PHRASE, "again": PHRASE, "language": "sv", **changes}


def withdrawn(invitation: Invitation) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(withdrawn_at=NOW)


def expired(invitation: Invitation) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=NOW)


def used(invitation: Invitation) -> None:
    newcomer_ = Newcomer("Stina Läkare", PHRASE, "sv")
    token_hash = Invitation.objects.get(pk=invitation.pk).token_hash
    actions.accept_with_new_log_in(token_hash=token_hash, newcomer=newcomer_, now=NOW)


def sent_again(invitation: Invitation) -> None:
    actions.send_invitation_again(invitation_id=invitation.pk, now=NOW, by=people.SYSTEM)


class Deaf:
    """A mail server that takes nothing."""

    def __init__(self, **_kwargs: object) -> None:
        pass

    def send_messages(self, _messages: object) -> int:
        raise ConnectionRefusedError(f"no mail for {STINA}")
