"""Tell the others that a person has a proposal open."""

from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.report_import.actions.refusals import ImportRefused, person_id_of, require_import_right
from kollegium.report_import.models import ImportProposal, Presence

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def note_presence(*, proposal_id: int, by: "Actor", now: datetime) -> None:
    """Note that the person has the proposal open now. Not under the change log: it says nothing of a review."""
    require_import_right(by)
    person_id = person_id_of(by)
    if person_id is None:
        return
    if not ImportProposal.objects.visible_to(by).filter(pk=proposal_id).exists():
        raise ImportRefused("not-allowed")
    Presence.objects.update_or_create(proposal_id=proposal_id, person_id=person_id, defaults={"seen_at": now})
