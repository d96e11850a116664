"""How large a file may be, and how much a reading may cost."""

from __future__ import annotations

from typing import NamedTuple

MEBIBYTE = 1024 * 1024

# A report has 15-25 pages; the largest known appendix-heavy one fewer than 80.
MAX_PAGES = 120
# No report of this kind holds more text than a thick book.
MAX_CHARACTERS = 2_000_000


class FileLimits(NamedTuple):
    """What is looked at before a file is opened.

    Units: bytes; `max_ratio` is unpacked size over packed size of a DOCX as a whole.
    """

    max_bytes: int = 25 * MEBIBYTE
    max_text_bytes: int = 5 * MEBIBYTE
    max_unpacked: int = 150 * MEBIBYTE
    max_part: int = 40 * MEBIBYTE
    max_ratio: float = 120.0
    max_entries: int = 3_000


class ProcessLimits(NamedTuple):
    """What the child process may use for one file.

    Units: bytes of address space, seconds of processor time and of wall clock; `files_per_process`
    files are read before the process is replaced, so that nothing leaks for long.
    """

    memory: int = 1024 * MEBIBYTE
    processor_seconds: int = 20
    wall_seconds: float = 30.0
    files_per_process: int = 200


FILE_LIMITS = FileLimits()
PROCESS_LIMITS = ProcessLimits()
