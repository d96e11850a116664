"""Batches and the list of their proposals."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.http import Http404

from kollegium.report_import.models import ImportBatch, ImportProposal, ProposalState
from kollegium.ui.keyset import OrderColumn, ordering

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

ROW_COLUMNS = (
    "pk", "file_name", "state", "refusal_code", "page_count", "read_unit", "open_doubt_count",
    "chosen_unit__name", "duplicate_of_id", "duplicate_of__batch_id", "review_id",
)  # fmt: skip


BATCH_ORDER = (
    OrderColumn("created_at", descending=True, holds=datetime),
    OrderColumn("pk", descending=True),
)
FILE_ORDER = (OrderColumn("pk"),)


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch has come. Shape: `counts` state → number of files, only states that occur."""

    counts: dict[str, int]

    @property
    def total(self) -> int:
        """Give the number of files."""
        return sum(self.counts.values())

    @property
    def waiting(self) -> int:
        """Give how many are still to be read."""
        return self.counts.get(ProposalState.WAITING, 0)

    @property
    def read(self) -> int:
        """Give how many have been read, refused or recognised."""
        return self.total - self.waiting

    @property
    def to_handle(self) -> int:
        """Give how many wait for a person."""
        return self.counts.get(ProposalState.PROPOSED, 0)


def list_batches(actor: "Actor") -> QuerySet[ImportBatch, dict[str, Any]]:
    """Give plain rows of the batches the actor may work on, newest first, with counts."""
    return (
        ImportBatch.objects.visible_to(actor)
        .annotate(
            file_count=Count("proposals"),
            waiting_count=Count("proposals", filter=Q(proposals__state=ProposalState.WAITING)),
            to_handle_count=Count("proposals", filter=Q(proposals__state=ProposalState.PROPOSED)),
            confirmed_count=Count("proposals", filter=Q(proposals__state=ProposalState.CONFIRMED)),
            refused_count=Count("proposals", filter=Q(proposals__state=ProposalState.REFUSED)),
        )
        .filter(file_count__gt=0)
        .order_by(*ordering(BATCH_ORDER))
        .values(
            "pk",
            "created_at",
            "file_count",
            "waiting_count",
            "to_handle_count",
            "confirmed_count",
            "refused_count",
            by_name=F("created_by__name"),
        )
    )


def get_batch_for(actor: "Actor", batch_id: int) -> ImportBatch:
    """Give the batch with the person who made it. Raises Http404."""
    found = ImportBatch.objects.visible_to(actor).select_related("created_by").filter(pk=batch_id).first()
    if found is None:
        raise Http404
    return found


def batch_of_form(actor: "Actor", form_key: UUID) -> ImportBatch | None:
    """Give the batch a form has begun, or None before the first file has come."""
    return ImportBatch.objects.visible_to(actor).filter(form_key=form_key).first()


def progress_of(batch: ImportBatch) -> BatchProgress:
    """Count the batch's files by state."""
    rows = batch.proposals.values_list("state").annotate(count=Count("pk")).order_by("state")
    return BatchProgress(dict(rows))


def list_proposals(
    batch: ImportBatch, *, search: str = "", state: str = ""
) -> QuerySet[ImportProposal, dict[str, Any]]:
    """Give plain rows of a batch's files in the order they came.

    Every word of the search must stand in the file's name, the unit read or the unit chosen.
    """
    rows = batch.proposals.all()
    if state in ProposalState.values:
        rows = rows.filter(state=state)
    for word in search.split():
        rows = rows.filter(
            Q(file_name__icontains=word) | Q(read_unit__icontains=word) | Q(chosen_unit__name__icontains=word)
        )
    return rows.order_by(*ordering(FILE_ORDER)).values(*ROW_COLUMNS)


def next_to_handle(actor: "Actor", batch: ImportBatch, *, after: int = 0) -> int | None:
    """Give the id of the next proposal in the batch that waits for a person; past the last, the first."""
    waiting = batch.proposals.visible_to(actor).filter(state=ProposalState.PROPOSED).order_by("pk")
    following = waiting.filter(pk__gt=after).values_list("pk", flat=True).first()
    return following or waiting.exclude(pk=after).values_list("pk", flat=True).first()
