"""A folder of sample report files to try the reader and the import with."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from kollegium.demo.report_files.as_docx import as_docx
from kollegium.demo.report_files.as_pdf import as_pdf
from kollegium.demo.report_files.as_text import as_text
from kollegium.demo.report_files.compose import AT_STANDARD, ST_STANDARD, synthetic_report
from kollegium.demo.report_files.model import SyntheticReport

_WRITERS: tuple[tuple[str, Callable[[SyntheticReport], bytes]], ...] = (
    ("pdf", as_pdf),
    ("docx", as_docx),
    ("txt", lambda report: as_text(report).encode("utf-8")),
)
# Every so many reports one is on allmäntjänstgöring.
_AT_EVERY = 10
_NOT_IN_NAMES = re.compile(r"[^a-zåäö0-9]+")


def write_samples(folder: Path, seed: int, count: int) -> list[Path]:
    """Write so many report files into a folder, in turn PDF, DOCX and text; return their paths.

    The same seed gives the same files. Existing files of these names are replaced.

    Side effects: makes the folder when it is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for number in range(count):
        standard_key = AT_STANDARD if number % _AT_EVERY == _AT_EVERY - 1 else ST_STANDARD
        report = synthetic_report(seed + number, standard_key=standard_key)
        ending, writer = _WRITERS[number % len(_WRITERS)]
        path = folder / f"{number + 1:02d}-{_file_name(report)}.{ending}"
        path.write_bytes(writer(report))
        written.append(path)
    return written


def _file_name(report: SyntheticReport) -> str:
    return _NOT_IN_NAMES.sub("-", report.unit.lower()).strip("-")


if __name__ == "__main__":
    write_samples(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
