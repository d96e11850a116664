"""Every read a page of the import needs."""

from kollegium.report_import.queries.batches import (
    BatchProgress,
    batch_of_form,
    get_batch_for,
    list_batches,
    list_proposals,
    next_to_handle,
    progress_of,
)
from kollegium.report_import.queries.drafts import (
    OpenDoubt,
    doubts_of,
    draft_of,
    first_reading,
    newest_reading,
)
from kollegium.report_import.queries.history import log_of_proposal
from kollegium.report_import.queries.proposals import (
    FoundUnit,
    get_original_for,
    get_proposal_for,
    has_pictures,
    is_read,
    lines_with_personal_numbers,
    may_be_read_again,
    newer_reading,
    others_present,
    search_units,
    units_like,
    visible_original,
)

__all__ = [
    "BatchProgress",
    "FoundUnit",
    "OpenDoubt",
    "batch_of_form",
    "doubts_of",
    "draft_of",
    "first_reading",
    "get_batch_for",
    "get_original_for",
    "get_proposal_for",
    "has_pictures",
    "is_read",
    "lines_with_personal_numbers",
    "list_batches",
    "list_proposals",
    "log_of_proposal",
    "may_be_read_again",
    "newer_reading",
    "newest_reading",
    "next_to_handle",
    "others_present",
    "progress_of",
    "search_units",
    "units_like",
    "visible_original",
]
