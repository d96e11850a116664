"""A case as one file for a request for public records: its parts, what is left out and why, and the file itself."""

from kollegium.reviews.case_file.archive import CaseFile, HandingOut, build_case_file, undecided_words
from kollegium.reviews.case_file.left_out import left_out
from kollegium.reviews.case_file.parts import (
    CaseFilePart,
    PartFile,
    document_part,
    flagged_in,
    is_decided,
    parts_of_case,
    reached_unit,
    register_case_file_part,
)

__all__ = [
    "CaseFile",
    "CaseFilePart",
    "HandingOut",
    "PartFile",
    "build_case_file",
    "document_part",
    "flagged_in",
    "is_decided",
    "left_out",
    "parts_of_case",
    "reached_unit",
    "register_case_file_part",
    "undecided_words",
]
