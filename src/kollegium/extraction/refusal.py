"""Why a file cannot be read, as a stable code."""

from __future__ import annotations

from enum import StrEnum


class RefusalCode(StrEnum):
    """The reasons for which a file is turned away before anything is read from it."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NOT_A_REPORT_FORMAT = "not-a-report-format"
    ZIP_BOMB = "zip-bomb"
    NO_TEXT = "no-text"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"


class Unreadable(Exception):
    """A file that cannot be read; `code` says why, `page_count` is set when it has too many pages."""

    def __init__(self, code: str, page_count: int | None = None) -> None:
        super().__init__(code)
        self.code = RefusalCode(code)
        self.page_count = page_count
