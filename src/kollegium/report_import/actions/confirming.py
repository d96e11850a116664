"""Confirm a proposal: one review is written, once."""

from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.domain.roles import Permission
from kollegium.organisations.models import Unit
from kollegium.report_import.actions.refusals import ImportRefused, locked_proposal, person_id_of
from kollegium.report_import.models import ImportProposal, ProposalState
from kollegium.report_import.queries.drafts import draft_of
from kollegium.report_import.recorded import recorded_review
from kollegium.reviews.actions.record import record_review
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.reviews.models import Review


def confirm_proposal(*, proposal_id: int, version: int, by: "Actor", now: datetime) -> "Review":
    """Write the review a proposal stands for and give it; confirmed already, give the one there is.

    `version` is the proposal's when the person saw what would be written.

    **Raises** ImportRefused: `changed-meanwhile`, `unit-missing`, `unit-not-allowed`, `already-confirmed`
    (the same file through another proposal), `not-open`, `not-allowed`.
    """
    with recording(by=by, action="report_import.confirm_proposal"):
        proposal = locked_proposal(proposal_id, by, ProposalState.PROPOSED, ProposalState.CONFIRMED)
        if proposal.state == ProposalState.CONFIRMED and proposal.review is not None:
            return proposal.review
        if proposal.version != version:
            raise ImportRefused("changed-meanwhile")
        if _is_confirmed_elsewhere(proposal):
            raise ImportRefused("already-confirmed")
        review = write_review(proposal, by, now)
        proposal.review = review
        proposal.state = ProposalState.CONFIRMED
        proposal.version += 1
        proposal.save()
    return review


def write_review(proposal: ImportProposal, by: "Actor", now: datetime) -> "Review":
    """Write the review from the proposal's fields as they stand; within the caller's transaction."""
    unit = proposal.chosen_unit
    if unit is None:
        raise ImportRefused("unit-missing")
    if not by.may(Permission.IMPORT_REVIEWS, unit.place):
        raise ImportRefused("unit-not-allowed")
    unit = Unit.objects.get(pk=unit.pk)
    recorded = recorded_review(
        draft_of(proposal),
        unit_id=unit.pk,
        care_provider_id=unit.care_provider_id,
        specialty_id=proposal.chosen_specialty_id,
    )
    return record_review(recorded=recorded, by=by, now=now, created_by_id=person_id_of(by))


def _is_confirmed_elsewhere(proposal: ImportProposal) -> bool:
    # Two people's proposals of one file may wait side by side; the row of the file lets one through.
    if proposal.stored_file is None:
        return False
    type(proposal.stored_file).objects.select_for_update().get(pk=proposal.stored_file_id)
    others = ImportProposal.objects.filter(
        stored_file=proposal.stored_file_id, state=ProposalState.CONFIRMED
    ).exclude(pk=proposal.pk)
    return others.exists()
