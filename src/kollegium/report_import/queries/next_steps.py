"""What waits for somebody in the import of reports."""

from typing import TYPE_CHECKING

from django.db.models import Count

from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission
from kollegium.report_import.models import ImportBatch, ImportProposal, ProposalState

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

STEPS_OF_A_KIND = 3


def next_steps_for(actor: "Actor") -> list[NextStep]:
    """Give the batches with reports to confirm, newest first; one query, none without the right."""
    if not actor.may(Permission.IMPORT_REVIEWS):
        return []
    open_ones = ImportProposal.objects.filter(
        batch__in=ImportBatch.objects.visible_to(actor), state=ProposalState.PROPOSED
    )
    rows = open_ones.values("batch_id").annotate(waiting=Count("pk")).order_by("-batch_id")
    return [
        NextStep("proposals-waiting", Urgency.WAITING, row["waiting"], row["batch_id"])
        for row in rows[:STEPS_OF_A_KIND]
    ]
