"""Note the roles an employer says somebody has, and decide about them. Nothing is given without a decision."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from kollegium.accounts.actions.appointments import Appointment, give_role
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.models import Assignment, DeclineReason, Person, ProposalOutcome, RoleProposal
from kollegium.accounts.queries import may_decide
from kollegium.domain.claims import ProposedRole
from kollegium.domain.roles import Role, SystemActor
from kollegium.organisations.models import CareProvider, Unit
from kollegium.organisations.queries import places_with_hsa_ids
from kollegium.trail.names import person_id
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PROVIDER = SystemActor("provider-log-in")


def note_proposals(*, person_id: int, said: Collection[ProposedRole], now: datetime) -> list[RoleProposal]:
    """Keep the roles that a log-in at the employer told, for somebody to decide about, and give the new ones.

    Left out is what the person holds or is about to, what waits already, and what was declined before. A
    proposal that had no known place gets it when the HSA-id has since been written on one.
    """
    if not said:
        return []
    places = places_with_hsa_ids({one.hsa_id for one in said})
    with recording(by=PROVIDER, action="accounts.note_proposals"):
        # Locked, so that two log-ins at once note a role once.
        person = Person.objects.select_for_update().present().filter(pk=person_id).first()
        if person is None:
            return []
        known = list(RoleProposal.objects.filter(person=person).exclude(outcome=ProposalOutcome.ACCEPTED))
        held = _held(person, timezone.localdate(now))
        made = []
        for one in said:
            place = places.get((one.reach, one.hsa_id))
            if place is not None and (one.role.value, *_columns(place).values()) in held:
                continue
            proposal = _new_proposal(person, one, place, known, now)
            if proposal is not None:
                known.append(proposal)
                made.append(proposal)
    return made


def _new_proposal(
    person: Person,
    one: ProposedRole,
    place: Unit | CareProvider | None,
    known: list[RoleProposal],
    now: datetime,
) -> RoleProposal | None:
    at = _columns(place)
    for earlier in known:
        is_same_place = place is not None and (earlier.unit_id, earlier.care_provider_id) == tuple(
            at.values()
        )
        if earlier.role != one.role.value or not (is_same_place or earlier.hsa_id == one.hsa_id):
            continue
        if earlier.outcome == ProposalOutcome.DECLINED:
            return None
        if earlier.outcome == ProposalOutcome.OPEN:
            if earlier.place is None and place is not None:
                earlier.unit_id, earlier.care_provider_id = at["unit_id"], at["care_provider_id"]
                earlier.save(update_fields=["unit", "care_provider"])
            return None
    return RoleProposal.objects.create(
        person=person, role=one.role.value, hsa_id=one.hsa_id, said=one.said, proposed_at=now, **at
    )


def _columns(place: Unit | CareProvider | None) -> dict[str, int | None]:
    return {
        "unit_id": place.pk if isinstance(place, Unit) else None,
        "care_provider_id": place.pk if isinstance(place, CareProvider) else None,
    }


def _held(person: Person, as_of: date) -> set[tuple[str, int | None, int | None]]:
    """Give role, unit and care provider of what the person holds on the day or is about to."""
    rows = Assignment.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of), person=person)
    return set(rows.values_list("role", "unit_id", "care_provider_id"))


def accept_proposal(*, proposal_id: int, now: datetime, by: "Actor") -> Assignment:
    """Give the person the role that is proposed, from this day on until further notice.

    At a unit that has gone up in another, the role is given at the other.

    **Raises** PeopleRefused: `proposal-settled` when somebody has decided meanwhile, `proposal-without-place`,
    and what `give_role` refuses.
    """
    with recording(by=by, action="accounts.accept_proposal"):
        proposal = _locked(proposal_id, by=by)
        place = proposal.place
        if place is None:
            raise PeopleRefused("proposal-without-place")
        while place.merged_into is not None:
            place = place.merged_into
        _decide(proposal, ProposalOutcome.ACCEPTED, now=now, by=by)
        appointment = Appointment(Role(proposal.role), place, timezone.localdate(now))
        return give_role(person_id=proposal.person_id, appointment=appointment, by=by)


def decline_proposal(*, proposal_id: int, reason: DeclineReason, now: datetime, by: "Actor") -> RoleProposal:
    """Say no to a proposed role; later log-ins do not propose it again. Raises PeopleRefused."""
    with recording(by=by, action="accounts.decline_proposal"):
        proposal = _locked(proposal_id, by=by)
        proposal.reason = reason
        _decide(proposal, ProposalOutcome.DECLINED, now=now, by=by)
    return proposal


def _locked(proposal_id: int, *, by: "Actor") -> RoleProposal:
    # The person first, as every action that gives a role does: two at once must not wait for each other.
    Person.objects.select_for_update().filter(role_proposals=proposal_id).first()
    rows = RoleProposal.objects.select_for_update(of=("self",)).select_related("unit", "care_provider")
    proposal = rows.filter(pk=proposal_id).first()
    if proposal is None:
        raise PeopleRefused("proposal-settled")
    if not may_decide(by, proposal):
        raise PeopleRefused("role-not-yours-to-give")
    if proposal.outcome != ProposalOutcome.OPEN:
        raise PeopleRefused("proposal-settled")
    return proposal


def _decide(proposal: RoleProposal, outcome: ProposalOutcome, *, now: datetime, by: "Actor") -> None:
    proposal.outcome, proposal.decided_at, proposal.decided_by_id = outcome, now, person_id(by.key)
    proposal.save(update_fields=["outcome", "decided_at", "decided_by", "reason"])
