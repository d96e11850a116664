"""A case as one file for a request for public records: its parts, what is left out and why, and the file itself."""

from kollegium.reviews.case_file.archive import CaseFile, build_case_file
from kollegium.reviews.case_file.parts import (
    LANGUAGE,
    CaseFilePart,
    PartFile,
    document_part,
    flagged_in,
    left_out,
    parts_of_case,
    register_case_file_part,
)

__all__ = [
    "LANGUAGE",
    "CaseFile",
    "CaseFilePart",
    "PartFile",
    "build_case_file",
    "document_part",
    "flagged_in",
    "left_out",
    "parts_of_case",
    "register_case_file_part",
]
