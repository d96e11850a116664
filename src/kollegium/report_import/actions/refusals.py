"""What an import says no to, and the lock every change to a proposal begins with."""

from typing import TYPE_CHECKING

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.report_import.models import ImportProposal, ProposalState

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


class ImportRefused(Refused):
    """A step of the import is refused.

    Codes: `not-allowed`, `not-open`, `unit-missing`, `unit-not-allowed`, `specialty-unknown`,
    `changed-meanwhile`, `already-confirmed`, `reason-missing`, `published`, `review-changed`,
    `not-confirmed`, `nothing-newer`, `number-clash`.
    """


def require_import_right(by: "Actor") -> None:
    """Refuse an actor who may import nowhere."""
    if not by.may(Permission.IMPORT_REVIEWS):
        raise ImportRefused("not-allowed")


def locked_proposal(proposal_id: int, by: "Actor", *states: ProposalState) -> ImportProposal:
    """Give the proposal, locked until the transaction ends, so that two people's steps come one by one.

    **Raises** ImportRefused: `not-allowed` when it is not the actor's, `not-open` in another state.
    """
    require_import_right(by)
    proposal = (
        ImportProposal.objects.visible_to(by).select_for_update(of=("self",)).filter(pk=proposal_id).first()
    )
    if proposal is None:
        raise ImportRefused("not-allowed")
    if states and proposal.state not in states:
        raise ImportRefused("not-open", state=proposal.state)
    return proposal


def person_id_of(by: "Actor") -> int | None:
    """Give the acting person's id; None when a part of the system acts."""
    kind, _, number = by.key.partition(":")
    return int(number) if kind == "person" else None
