"""Proposed roles: those an actor decides about, and those a person waits for."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.http import Http404

from kollegium.accounts.models import Person, RoleProposal
from kollegium.accounts.places import place_of
from kollegium.domain.roles import REMITS, Permission, Role, may_grant
from kollegium.ui.keyset import OrderColumn, ordering

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


PROPOSAL_ORDER = (OrderColumn("proposed_at", holds=datetime), OrderColumn("pk"))


def may_decide(actor: "Actor", proposal: RoleProposal) -> bool:
    """Say whether the actor could give the role there; at no known place it is the whole country's to decide."""
    if proposal.place is None:
        return actor.places(Permission.MANAGE_PEOPLE).national
    return may_grant(actor, Role(proposal.role), place_of(proposal.place))


def list_proposals(actor: "Actor", *, search: str = "") -> QuerySet[RoleProposal]:
    """Give the open proposals the actor decides about, oldest first, with person and place.

    Every word of the search must stand in the person's name or address, the place's name or its HSA-id.
    """
    found = _decided_by(actor).open()
    for word in search.split():
        found = found.filter(
            Q(person__name__icontains=word)
            | Q(person__email__icontains=word)
            | Q(unit__name__icontains=word)
            | Q(care_provider__name__icontains=word)
            | Q(hsa_id__icontains=word)
        )
    return found.select_related("person", "unit", "care_provider").order_by(*ordering(PROPOSAL_ORDER))


def get_proposal_for(actor: "Actor", proposal_id: int) -> RoleProposal:
    """Give a proposal the actor decides about, open or decided, with person and place. Raises Http404."""
    rows = _decided_by(actor).select_related("person", "unit", "care_provider")
    proposal = rows.filter(pk=proposal_id).first()
    if proposal is None:
        raise Http404
    return proposal


def proposals_of(person: Person) -> list[RoleProposal]:
    """Give the open proposals of a person, oldest first, with their places."""
    rows = RoleProposal.objects.open().filter(person=person)
    return list(rows.select_related("unit", "care_provider").order_by("proposed_at", "pk"))


def waiting_for(actor: "Actor") -> QuerySet[RoleProposal]:
    """Give the proposals that wait for the actor; nothing, and no query, for whoever gives no roles."""
    if not any(actor.may(permission) for permission in REMITS):
        return RoleProposal.objects.none()
    return _decided_by(actor).open()


def _decided_by(actor: "Actor") -> QuerySet[RoleProposal]:
    """Keep the proposals the actor could give: the same rule as `may_decide`, as a filter."""
    everything = RoleProposal.objects.filter(person__erased_at__isnull=True)
    if actor.places(Permission.MANAGE_PEOPLE).national:
        return everything
    scopes = [(actor.places(permission), remit) for permission, remit in REMITS.items()]
    theirs = (
        Q(role__in=remit, pk__in=RoleProposal.objects.within(scope).values("pk"))
        for scope, remit in scopes
        if not scope.is_empty
    )
    return everything.filter(reduce(or_, theirs, Q(pk__in=[])))
