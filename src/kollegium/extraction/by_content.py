"""The way in: bytes of a file → what stands on its pages."""

from __future__ import annotations

from kollegium.domain.reading.pages import SourceText
from kollegium.extraction.formats import FileKind, kind_of
from kollegium.extraction.limits import FILE_LIMITS
from kollegium.extraction.refusal import RefusalCode, Unreadable
from kollegium.extraction.text import text_lines


def extract(data: bytes, *, file_name: str) -> SourceText:
    """Return the pages of lines and marks of a file, read in this very process.

    No limit on memory or time is set here: for files of unknown origin use `Sandbox`, which calls
    this in a child process. The kind of file is told by its content; `file_name` is only carried.

    Raises: `Unreadable`, with one of the codes in `RefusalCode`.
    """
    kind = check(data)
    if kind is FileKind.PDF:
        from kollegium.extraction.pdf import pdf_lines  # noqa: PLC0415 - slow import

        return pdf_lines(data)
    if kind is FileKind.DOCX:
        from kollegium.extraction.docx import docx_lines  # noqa: PLC0415 - slow import

        return docx_lines(data)
    return text_lines(data)


def check(data: bytes) -> FileKind:
    """Return what kind of file the bytes are, after the checks that need no parsing.

    Raises: `Unreadable` — `empty`, `too-large`, `encrypted`, `not-a-report-format`.
    """
    if len(data) > FILE_LIMITS.max_bytes:
        raise Unreadable(RefusalCode.TOO_LARGE)
    return kind_of(data)
