"""Invite people to a role, send the letter again, and take an invitation back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from kollegium import jobs
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.roles import require_grant
from kollegium.accounts.models import PLACES, Invitation
from kollegium.accounts.places import place_of
from kollegium.accounts.tokens import hash_of, new_token
from kollegium.domain.roles import Role
from kollegium.trail.names import person_id
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.organisations.models import CareProvider, Region, Specialty, Unit


@dataclass(frozen=True, slots=True)
class InvitationValues:
    """Who is invited to which role, at which place (None: the whole country), for which days, both included."""

    name: str
    email: str
    role: Role
    at: "Region | CareProvider | Unit | Specialty | None"
    valid_from: date
    valid_until: date | None = None
    language: str = "sv"


def invite_person(*, values: InvitationValues, now: datetime, by: "Actor") -> Invitation:
    """Invite somebody by e-mail to a role.

    An invitation to the same that has run out is withdrawn: the new one takes its place.

    **Raises** PeopleRefused: not the actor's role to give, no name, a period that ends before it begins or
    is over, `already-invited` while the same invitation can still be accepted.

    Side effects: the queued letter.
    """
    with recording(by=by, action="accounts.invite_person"):
        invitation = add_invitation(values=values, token=new_token(), now=now, by=by)
        _queue_letter(invitation.pk)
    return invitation


def add_invitation(
    *, values: InvitationValues, token: str, now: datetime, replaces: bool = False, by: "Actor"
) -> Invitation:
    """Store an invitation that this token opens, without sending it. Raises PeopleRefused as `invite_person`.

    `replaces` withdraws an invitation to the same that can still be accepted, in place of refusing.
    """
    place = place_of(values.at)
    require_grant(by, values.role, place)
    name, email = " ".join(values.name.split()), values.email.strip().lower()
    if not name:
        raise PeopleRefused("name-missing")
    _period_must_hold(values, now)
    column = {} if values.at is None else {place.reach.value: values.at}
    same: dict[str, object] = {f"{key}__isnull": True for key in PLACES if key not in column}
    before = Invitation.objects.open().filter(email=email, role=values.role.value, **column, **same)
    with recording(by=by, action="accounts.invite_person"):
        (before if replaces else before.filter(expires_at__lte=now)).update(withdrawn_at=now)
        try:
            with transaction.atomic():
                return Invitation.objects.create(
                    name=name,
                    email=email,
                    language=values.language,
                    role=values.role.value,
                    valid_from=values.valid_from,
                    valid_until=values.valid_until,
                    invited_by_id=person_id(by.key),
                    token_hash=hash_of(token),
                    created_at=now,
                    expires_at=_expiry(now),
                    **column,
                )
        except IntegrityError as error:
            raise PeopleRefused("already-invited") from error


def send_invitation_again(*, invitation_id: int, now: datetime, by: "Actor") -> Invitation:
    """Send the letter again with a new link, which can be accepted for as long as the first; the old link is dead.

    **Raises** PeopleRefused: not the actor's role to give, accepted or withdrawn meanwhile.

    Side effects: the queued letter.
    """
    with recording(by=by, action="accounts.send_invitation_again"):
        invitation = _open(invitation_id, by)
        invitation.token_hash, invitation.expires_at = hash_of(new_token()), _expiry(now)
        invitation.sent_at = invitation.undelivered_at = None
        invitation.save(update_fields=["token_hash", "expires_at", "sent_at", "undelivered_at"])
        _queue_letter(invitation.pk)
    return invitation


def withdraw_invitation(*, invitation_id: int, now: datetime, by: "Actor") -> Invitation:
    """Take an invitation back; its link is dead from now on. Raises PeopleRefused as when sending it again."""
    with recording(by=by, action="accounts.withdraw_invitation"):
        invitation = _open(invitation_id, by)
        invitation.withdrawn_at = now
        invitation.save(update_fields=["withdrawn_at"])
    return invitation


def _open(invitation_id: int, by: "Actor") -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related(*PLACES)
    invitation = rows.open().filter(pk=invitation_id).first()
    if invitation is None:
        raise PeopleRefused("invitation-settled")
    require_grant(by, Role(invitation.role), place_of(invitation.place))
    return invitation


def _period_must_hold(values: InvitationValues, now: datetime) -> None:
    if values.valid_until is None:
        return
    if values.valid_until < values.valid_from:
        raise PeopleRefused("ends-before-start")
    if values.valid_until < timezone.localdate(now):
        raise PeopleRefused("period-over")


def _expiry(now: datetime) -> datetime:
    return now + timedelta(days=settings.INVITATION_DAYS)


def _queue_letter(invitation_id: int) -> None:
    # Two that wait would be one too many: each makes the other's link dead.
    jobs.enqueue(
        "accounts.send_invitation",
        only_once=f"accounts.send_invitation {invitation_id}",
        invitation_id=invitation_id,
    )
