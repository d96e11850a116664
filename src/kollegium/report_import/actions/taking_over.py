"""Take over what a newer reader says, field by field, before or after confirming."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kollegium.report_import.actions.confirming import write_review
from kollegium.report_import.actions.correcting import write_decision
from kollegium.report_import.actions.refusals import ImportRefused, locked_proposal
from kollegium.report_import.actions.settling import set_review_aside
from kollegium.report_import.differences import ADDED_ITEM, REMOVED_ITEM, Difference, differences
from kollegium.report_import.drafts import Draft, read_value
from kollegium.report_import.models import ImportProposal, ProposalState
from kollegium.report_import.paths import PLAN_FIELDS, PLAN_ORDER, plan_path
from kollegium.report_import.queries.drafts import draft_of, newest_reading
from kollegium.reviews.models import Review
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

REPLACED = "Ersatt: rapporten lästes om av läsare {version} och fält togs över."


def take_over_fields(*, proposal_id: int, paths: Collection[str], by: "Actor", now: datetime) -> None:
    """Let the newest reading's values stand in the fields named.

    In a confirmed import the review is written anew and the earlier one taken back, as nothing is
    overwritten; refused when the review is published or has been worked on since.

    **Raises** ImportRefused: `nothing-chosen`, `published`, `review-changed`, `not-open`, `not-allowed`.
    """
    with recording(by=by, action="report_import.take_over_fields"):
        proposal = locked_proposal(proposal_id, by, ProposalState.PROPOSED, ProposalState.CONFIRMED)
        newest = newest_reading(proposal)
        draft = draft_of(proposal)
        chosen = [
            difference
            for difference in differences(draft, newest.reading)
            if difference.path in paths and difference.can_be_taken
        ]
        if not chosen:
            raise ImportRefused("nothing-chosen")
        for difference in chosen:
            _take_over(proposal, draft, difference, newest.reading, by, now)
            draft = draft_of(proposal)
        if proposal.state == ProposalState.CONFIRMED:
            _write_anew(proposal, newest.reader_version, by, now)
        proposal.version += 1
        proposal.save()


def _take_over(
    proposal: ImportProposal,
    draft: Draft,
    difference: Difference,
    newer: dict[str, Any],
    by: "Actor",
    now: datetime,
) -> None:
    if difference.path.startswith(ADDED_ITEM):
        number = draft.next_plan_number
        source = int(difference.path.removeprefix(ADDED_ITEM))
        for name in PLAN_FIELDS:
            value = read_value(newer, plan_path(source, name), draft.standard)
            write_decision(proposal, plan_path(number, name), value, by, now)
        write_decision(proposal, PLAN_ORDER, [*draft.plan_numbers, number], by, now)
    elif difference.path.startswith(REMOVED_ITEM):
        gone = int(difference.path.removeprefix(REMOVED_ITEM))
        kept = [number for number in draft.plan_numbers if number != gone]
        write_decision(proposal, PLAN_ORDER, kept, by, now)
    else:
        write_decision(proposal, difference.path, difference.new, by, now)


def _write_anew(proposal: ImportProposal, reader_version: str, by: "Actor", now: datetime) -> None:
    review = Review.objects.select_for_update(of=("self",)).get(pk=proposal.review_id)
    if review.version != 1:
        raise ImportRefused("review-changed")
    set_review_aside(proposal, REPLACED.format(version=reader_version))
    proposal.review = write_review(proposal, by, now)
