"""Every write of the import: receiving files, reading them, correcting, confirming, taking back."""

from kollegium.report_import.actions.confirming import confirm_proposal
from kollegium.report_import.actions.correcting import (
    Conflict,
    FieldChange,
    SaveResult,
    add_plan_item,
    answer_doubt,
    remove_plan_item,
    save_fields,
)
from kollegium.report_import.actions.presence import note_presence
from kollegium.report_import.actions.reading import read_again, read_file, request_new_reading
from kollegium.report_import.actions.receiving import open_batch, receive_file, refuse_file
from kollegium.report_import.actions.refusals import ImportRefused
from kollegium.report_import.actions.settling import discard_proposal, reopen_proposal, take_back_import
from kollegium.report_import.actions.taking_over import take_over_fields

__all__ = [
    "Conflict",
    "FieldChange",
    "ImportRefused",
    "SaveResult",
    "add_plan_item",
    "answer_doubt",
    "confirm_proposal",
    "discard_proposal",
    "note_presence",
    "open_batch",
    "read_again",
    "read_file",
    "receive_file",
    "refuse_file",
    "remove_plan_item",
    "reopen_proposal",
    "request_new_reading",
    "save_fields",
    "take_back_import",
    "take_over_fields",
]
