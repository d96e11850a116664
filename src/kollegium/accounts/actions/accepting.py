"""Come in: accept an invitation, with a new log-in or with the one that is there."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password
from django.db import IntegrityError, transaction
from django.utils import timezone

from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.settling import settle_proposals
from kollegium.accounts.models import PLACES, Account, Assignment, Invitation, Person
from kollegium.accounts.places import place_of
from kollegium.accounts.queries import actor_of_person, person_waiting_for_log_in
from kollegium.domain.invitations import InvitationState
from kollegium.domain.roles import Role, SystemActor, may_grant
from kollegium.domain.swedish import sort_key
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

INVITATION = SystemActor("invitation")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody says of themselves on coming in."""

    name: str
    password: str
    language: str


def accept_with_new_log_in(*, token_hash: str, newcomer: Newcomer, now: datetime) -> Account:
    """Open a log-in for the invited address with the role of the invitation, and give it.

    A person who was added before with this address, and cannot log in yet, gets the log-in; otherwise a
    new person.

    **Raises** PeopleRefused: the invitation no longer holds, the address has a log-in, no name;
    ValidationError when the password is too weak.
    """
    name = " ".join(newcomer.name.split())
    if not name:
        raise PeopleRefused("name-missing")
    with recording(by=INVITATION, action="accounts.accept_invitation"):
        invitation = _acceptable(token_hash, now)
        account = Account(email=invitation.email)
        validate_password(newcomer.password, account)
        account.person = _person_of(invitation, name, newcomer.language)
        account.set_password(newcomer.password)
        try:
            with transaction.atomic():
                account.save()
        except IntegrityError as error:
            raise PeopleRefused("email-taken") from error
        _take_up(invitation, account.person, now)
    return account


def accept_with_log_in(*, token_hash: str, account: Account, now: datetime, by: "Actor") -> Assignment | None:
    """Give a logged-in person the role of an invitation to their own address; nothing when they hold it already.

    **Raises** PeopleRefused: the invitation no longer holds, or is to another address.
    """
    if by.key != f"person:{account.person_id}":
        raise PeopleRefused("not-allowed")
    with recording(by=by, action="accounts.accept_invitation"):
        invitation = _acceptable(token_hash, now)
        if not Account.objects.filter(person=account.person_id, email=invitation.email).exists():
            raise PeopleRefused("invitation-for-another")
        return _take_up(invitation, account.person, now)


def _acceptable(token_hash: str, now: datetime) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related(*PLACES, "invited_by")
    invitation = rows.filter(token_hash=token_hash).first()
    if invitation is None:
        raise PeopleRefused("invitation-unknown")
    state = invitation.state(now=now)
    if state in (InvitationState.ACCEPTED, InvitationState.WITHDRAWN, InvitationState.EXPIRED):
        raise PeopleRefused(f"invitation-{state.value}")
    if invitation.valid_until is not None and invitation.valid_until < timezone.localdate(now):
        raise PeopleRefused("period-over")
    if invitation.invited_by is not None and not _still_theirs_to_give(
        invitation, invitation.invited_by, now
    ):
        raise PeopleRefused("inviter-gone")
    return invitation


def _still_theirs_to_give(invitation: Invitation, inviter: Person, now: datetime) -> bool:
    """Say whether the inviter could give the role today: a letter must not outlive the right behind it."""
    actor = actor_of_person(inviter, as_of=timezone.localdate(now))
    return may_grant(actor, Role(invitation.role), place_of(invitation.place))


def _person_of(invitation: Invitation, name: str, language: str) -> Person:
    person = person_waiting_for_log_in(invitation.email)
    if person is None:
        return Person.objects.create(
            name=name, sort_key=sort_key(name), email=invitation.email, language=language
        )
    person.name, person.sort_key, person.language = name, sort_key(name), language
    person.version += 1
    person.save(update_fields=["name", "sort_key", "language", "version"])
    return person


def _take_up(invitation: Invitation, person: Person, now: datetime) -> Assignment | None:
    today = timezone.localdate(now)
    place = {key: getattr(invitation, key) for key in PLACES if getattr(invitation, key) is not None}
    nowhere_else: dict[str, object] = {f"{key}__isnull": True for key in PLACES if key not in place}
    first = max(invitation.valid_from, today)
    held = Assignment.objects.filter(person=person, role=invitation.role, **place, **nowhere_else)
    Invitation.objects.filter(pk=invitation.pk).update(accepted_at=now, accepted_by=person)
    # In force on the first day: also a role to come, which was given with the person and then invited to.
    if held.in_force(first).exists():
        return None
    settle_proposals(person, Role(invitation.role), invitation.place)
    return Assignment.objects.create(
        person=person,
        role=invitation.role,
        valid_from=first,
        valid_until=invitation.valid_until,
        **place,
    )
