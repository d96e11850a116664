"""A proposed role that has come about some other way waits for nobody any more."""

from typing import TYPE_CHECKING

from django.utils import timezone

from kollegium.accounts.models import Person, ProposalOutcome, RoleProposal
from kollegium.accounts.places import place_of
from kollegium.domain.roles import Reach, Role

if TYPE_CHECKING:
    from kollegium.organisations.models import CareProvider, Region, Specialty, Unit


def settle_proposals(
    person: Person, role: Role, at: "Region | CareProvider | Unit | Specialty | None"
) -> None:
    """Close what is proposed of a role at a place, once the person has got it."""
    reach = place_of(at).reach
    if reach not in (Reach.UNIT, Reach.CARE_PROVIDER):
        return
    proposed = RoleProposal.objects.open().filter(person=person, role=role.value, **{reach.value: at})
    proposed.update(outcome=ProposalOutcome.SETTLED, decided_at=timezone.now())
