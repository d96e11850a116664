"""Give a proposal up, take a confirmed import back, and begin again."""

from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.report_import.actions.refusals import ImportRefused, locked_proposal
from kollegium.report_import.models import (
    SETTLED_STATES,
    DoubtAnswer,
    FieldDecision,
    ImportProposal,
    ProposalReading,
    ProposalState,
)
from kollegium.reviews.models import CaseState, Review
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

DISCARDABLE_STATES = (ProposalState.PROPOSED, ProposalState.REFUSED, ProposalState.DUPLICATE)


def discard_proposal(*, proposal_id: int, by: "Actor") -> None:
    """Give a proposal up: nothing becomes of it, and the file may be brought again."""
    with recording(by=by, action="report_import.discard_proposal"):
        proposal = locked_proposal(proposal_id, by, *DISCARDABLE_STATES)
        proposal.state = ProposalState.DISCARDED
        proposal.version += 1
        proposal.save(update_fields=["state", "version"])


def take_back_import(*, proposal_id: int, reason: str, by: "Actor") -> None:
    """Take a confirmed import back: its review leaves the lists, and both keep the reason.

    **Raises** ImportRefused: `reason-missing`, `not-open`, `published` while the review is public.
    """
    reason = reason.strip()
    if not reason:
        raise ImportRefused("reason-missing")
    with recording(by=by, action="report_import.take_back_import"):
        proposal = locked_proposal(proposal_id, by, ProposalState.CONFIRMED)
        set_review_aside(proposal, reason)
        proposal.state = ProposalState.TAKEN_BACK
        proposal.taken_back_reason = reason
        proposal.version += 1
        proposal.save()


def set_review_aside(proposal: ImportProposal, reason: str) -> Review:
    """Put the proposal's review among those taken back; within the caller's transaction."""
    review = Review.objects.select_for_update(of=("self",)).get(pk=proposal.review_id)
    if review.publications.filter(withdrawn_at__isnull=True).exists():
        raise ImportRefused("published")
    review.state = CaseState.TAKEN_BACK
    review.taken_back_reason = reason
    review.version += 1
    review.save(update_fields=["state", "taken_back_reason", "version"])
    return review


def reopen_proposal(*, proposal_id: int, by: "Actor", now: datetime) -> ImportProposal:
    """Begin again with a file that was given up or taken back: a new proposal with all that was decided.

    The old one stays as it is. Asked for twice, the new proposal that already stands is given.
    """
    with recording(by=by, action="report_import.reopen_proposal"):
        old = locked_proposal(proposal_id, by, *SETTLED_STATES)
        standing = (
            ImportProposal.objects.live()
            .filter(batch=old.batch_id, stored_file=old.stored_file_id, file_name=old.file_name)
            .first()
        )
        if standing is not None:
            return standing
        if not old.readings.exists():
            raise ImportRefused("not-open")
        new = ImportProposal.objects.create(
            batch_id=old.batch_id,
            stored_file_id=old.stored_file_id,
            file_name=old.file_name,
            state=ProposalState.PROPOSED,
            lines=old.lines,
            page_count=old.page_count,
            read_unit=old.read_unit,
            open_doubt_count=old.open_doubt_count,
            chosen_unit_id=old.chosen_unit_id,
            chosen_specialty_id=old.chosen_specialty_id,
            created_at=now,
        )
        for model in (ProposalReading, FieldDecision, DoubtAnswer):
            _copy_rows(model, old, new)
    return new


def _copy_rows(
    model: type[ProposalReading] | type[FieldDecision] | type[DoubtAnswer],
    old: ImportProposal,
    new: ImportProposal,
) -> None:
    rows = list(model.objects.filter(proposal=old).order_by("pk"))
    for row in rows:
        row.pk = None
        row.proposal = new
    model.objects.bulk_create(rows)
