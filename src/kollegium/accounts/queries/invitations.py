"""Invitations: those an actor may read, and the one behind a link."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.http import Http404

from kollegium.accounts.models import PLACES, Account, Assignment, Invitation, Person
from kollegium.accounts.queries.people_list import PAGE_SIZE
from kollegium.accounts.queries.person import merged_with_address
from kollegium.domain.roles import Permission, Role
from kollegium.ui.keyset import CutPage, OrderColumn, cut

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

NEWEST_FIRST = (
    OrderColumn("created_at", descending=True, holds=datetime),
    OrderColumn("pk", descending=True),
)


def list_invitations(
    actor: "Actor", *, search: str = "", only_open: bool = False, now: datetime
) -> QuerySet[Invitation]:
    """Give the invitations to places the actor invites people to, newest first, with place and inviter.

    `only_open` keeps those that wait or could not be delivered. Every word of the search must stand in
    the name or the address.
    """
    scope = actor.places(Permission.INVITE_PEOPLE)
    if scope.is_empty:
        return Invitation.objects.none()
    found = Invitation.objects.within(scope)
    for word in search.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    if only_open:
        found = found.open().filter(expires_at__gt=now)
    return found.select_related(*PLACES, "invited_by").order_by("-created_at", "-pk")


def page_of_invitations(
    actor: "Actor", *, search: str = "", only_open: bool = False, now: datetime, cursor: str = ""
) -> CutPage:
    """Give one page of them; three queries. Shape of a row: pk, created_at, `invitation`."""
    found = list_invitations(actor, search=search, only_open=only_open, now=now)
    page = cut(found.values("pk", "created_at"), order=NEWEST_FIRST, cursor=cursor, size=PAGE_SIZE)
    whole = found.in_bulk([row["pk"] for row in page.rows])
    return replace(page, rows=[{**row, "invitation": whole[row["pk"]]} for row in page.rows])


def get_invitation_for(actor: "Actor", invitation_id: int, *, now: datetime) -> Invitation:
    """Give an invitation the actor may read. Raises Http404."""
    invitation = list_invitations(actor, now=now).filter(pk=invitation_id).first()
    if invitation is None:
        raise Http404
    return invitation


def invitation_behind(token_hash: str) -> Invitation | None:
    """Give the invitation that a link with this hash opens, with place and inviter, or None."""
    if not token_hash:
        return None
    rows = Invitation.objects.select_related(*PLACES, "invited_by")
    return rows.filter(token_hash=token_hash).first()


def has_log_in(email: str) -> bool:
    """Say whether an address has a log-in, open or closed."""
    return Account.objects.filter(email=email).exists()


def is_own_address(account: Account, email: str) -> bool:
    """Say whether an address is that of one of the person's own log-ins."""
    return Account.objects.filter(person=account.person_id, email=email).exists()


def person_waiting_for_log_in(email: str) -> Person | None:
    """Give the one person who was added with this address and has no log-in yet; None when it is nobody or several."""
    if not email:
        return None
    rows = list(Person.objects.present().filter(email=email)[:2])
    if not rows and (stays := merged_with_address(email)) is not None:
        rows = [stays]
    if len(rows) != 1 or Account.objects.filter(person=rows[0]).exists():
        return None
    return rows[0]


def administrator_can_log_in(*, as_of: date) -> bool:
    """Say whether anybody can log in as an administrator of the whole country."""
    held = Assignment.objects.for_the_country().in_force(as_of).filter(role=Role.ADMINISTRATOR)
    return held.filter(person__accounts__is_active=True).exists()
