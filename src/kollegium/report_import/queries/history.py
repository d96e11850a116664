"""The change log of one imported file: the file's way, its readings, and what people decided about fields."""

from typing import Any

from kollegium.organisations.models import Specialty, Unit
from kollegium.report_import.models import (
    DoubtAnswer,
    FieldDecision,
    ImportProposal,
    ProposalReading,
)
from kollegium.trail.queries import LogEntry, log_of_ids

# In the order in which one action's changes are told: read first, then laid out.
ROWS_OF_PROPOSAL = (ProposalReading, ImportProposal, FieldDecision, DoubtAnswer)
PLACES: dict[str, type[Unit] | type[Specialty]] = {"unit": Unit, "specialty": Specialty}


def log_of_proposal(proposal: ImportProposal) -> list[LogEntry]:
    """Give the changes of a proposal and of all that belongs to it, oldest first, removed rows included."""
    entries: list[LogEntry] = []
    for model in ROWS_OF_PROPOSAL:
        if model is ImportProposal:
            entries += log_of_ids(model, [proposal.pk])
            continue
        events: Any = model._meta.get_field("events").related_model
        ids = events.objects.filter(proposal_id=proposal.pk).values_list("pgh_obj_id", flat=True).distinct()
        entries += log_of_ids(model, ids)
    return sorted(entries, key=lambda entry: entry.at)


def names_of_chosen(values: set[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Give the names of units and specialties by field path and id, as they are called today."""
    return {
        (path, pk): name
        for path, model in PLACES.items()
        for pk, name in model.objects.filter(pk__in={pk for kind, pk in values if kind == path}).values_list(
            "pk", "name"
        )
    }
