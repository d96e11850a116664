"""What changed lately in the import: files that were read, and files that could not be."""

from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.domain.changes import Happening, Subject
from kollegium.domain.roles import Permission
from kollegium.report_import.models import ImportProposal, ProposalReading, ProposalState

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_OF_A_KIND = 50


def changes_for(actor: "Actor", *, since: datetime) -> list[Happening]:
    """Give the files read or refused since then that the actor may work on; two queries, none without the right."""
    if not actor.may(Permission.IMPORT_REVIEWS):
        return []
    visible = ImportProposal.objects.visible_to(actor)
    read = ProposalReading.objects.filter(read_at__gte=since, proposal__in=visible).order_by(
        "-read_at", "-pk"
    )
    refused = visible.filter(state=ProposalState.REFUSED, created_at__gte=since).order_by(
        "-created_at", "-pk"
    )
    return [
        *(
            Happening(at, "file-read", Subject.IMPORT, pk, name)
            for at, pk, name in read.values_list("read_at", "proposal_id", "proposal__file_name")[
                :MOST_OF_A_KIND
            ]
        ),
        *(
            Happening(at, "file-refused", Subject.IMPORT, pk, name)
            for at, pk, name in refused.values_list("created_at", "pk", "file_name")[:MOST_OF_A_KIND]
        ),
    ]
