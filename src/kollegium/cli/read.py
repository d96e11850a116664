"""`kollegium read`: print what review reports say, without database, settings or server."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from kollegium.extraction.by_content import check
from kollegium.extraction.formats import FileKind
from kollegium.extraction.limits import FILE_LIMITS
from kollegium.extraction.refusal import RefusalCode, Unreadable
from kollegium.extraction.sandbox import SandboxPool
from kollegium.extraction.wording import refusal_sentence

if TYPE_CHECKING:
    from concurrent.futures import Future

    from kollegium.domain.reading.pages import SourceText
    from kollegium.domain.reading.result import Reading

_LANGUAGES = ("sv", "en")
# Below this, starting a second child costs more than it gains.
_FILES_FOR_TWO = 6
# So many files wait for their turn at most; a folder of 10,000 is not held in memory.
_AHEAD = 16

_NOT_A_REPORT = {
    "sv": "Filen ser inte ut som en granskningsrapport; kontrollera att rätt fil valdes.",
    "en": "The file does not look like a review report; check that the right file was chosen.",
}
_NOT_FOUND = {
    "sv": "Filen finns inte; kontrollera namnet och mappen.",
    "en": "There is no such file; check its name and folder.",
}
_NOT_OPENED = {
    "sv": "Filen går inte att öppna; kontrollera att du får läsa den.",
    "en": "The file cannot be opened; check that you may read it.",
}
_NO_FILES = {
    "sv": "Mappen innehåller inga filer; välj en mapp med rapporter.",
    "en": "The folder holds no files; choose a folder with reports.",
}


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file: its reading, or the sentence that says why there is none."""

    path: Path
    reading: Reading | None = None
    refusal: str | None = None


def read_command(arguments: list[str]) -> int:
    """Print the reading of each file; return 0 when every file was read, 2 when any was refused.

    Side effects: readings go to standard output, one sentence per refused file to standard error.
    """
    options = _parser().parse_args(arguments)
    # Names and texts are Swedish whatever the terminal believes.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        refused = _print_all(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 2 if refused else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kollegium read",
        description="Read review reports (PDF, DOCX or plain text) and print what they say.",
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", type=Path, help="a report, or a folder of reports"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object per file, one per line")
    parser.add_argument(
        "--language", choices=_LANGUAGES, default="sv", help="of headings and messages (default: sv)"
    )
    return parser


def _print_all(options: argparse.Namespace) -> bool:
    """Print every outcome in the order of the files; return whether any was refused."""
    refused = False
    for outcome in _outcomes(options.files, options.language):
        if outcome.reading is None:
            refused = True
            sys.stdout.flush()
            print(f"{outcome.path}: {outcome.refusal}", file=sys.stderr)
        elif options.json:
            print(json.dumps(outcome.reading.as_json(), ensure_ascii=False))
        else:
            from kollegium.cli.table import reading_table  # noqa: PLC0415 - slow import

            print(reading_table(outcome.reading, options.language))
    return refused


def _outcomes(given: list[Path], language: str) -> Iterator[_Outcome]:
    """Yield what becomes of each file, in order, reading a few ahead."""
    paths = list(_expanded(given))
    side_by_side = 2 if len(paths) >= _FILES_FOR_TWO and _processors() > 1 else 1
    with SandboxPool(side_by_side) as pool:
        if side_by_side == 1:
            for path in paths:
                yield _outcome(path, pool, language, is_alone=len(paths) == 1)
            return
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - slow import

        waiting: list[Future[_Outcome]] = []
        with ThreadPoolExecutor(side_by_side) as threads:
            for path in paths:
                waiting.append(threads.submit(_outcome, path, pool, language))
                if len(waiting) >= _AHEAD:
                    yield waiting.pop(0).result()
            for future in waiting:
                yield future.result()


def _outcome(path: Path, pool: SandboxPool, language: str, *, is_alone: bool = False) -> _Outcome:
    """Read one file from disk to reading; every expected refusal becomes its sentence."""
    try:
        data = _content(path)
        kind = check(data)
        if kind is not FileKind.TEXT:
            # The child loads its libraries and reads the file while this process loads the reader.
            if is_alone:
                pool.warm_up(kind, copy=True)
                Thread(target=_load_reader, daemon=True).start()
            else:
                pool.warm_up()
        reading = _reading(pool.extract(data, file_name=path.name), path.name)
    except Unreadable as refusal:
        return _Outcome(path, refusal=refusal_sentence(refusal, language))
    except FileNotFoundError:
        return _Outcome(path, refusal=_NOT_FOUND[language])
    except IsADirectoryError:
        return _Outcome(path, refusal=_NO_FILES[language])
    except OSError:
        return _Outcome(path, refusal=_NOT_OPENED[language])
    return _Outcome(path, reading, None if reading else _NOT_A_REPORT[language])


def _reading(source: SourceText, file_name: str) -> Reading | None:
    """Return what the file says, or nothing when it is no report."""
    from kollegium.domain.reading import NotAReport, read  # noqa: PLC0415 - slow import

    try:
        return read(source, file_name=file_name)
    except NotAReport:
        return None


def _load_reader() -> None:
    """Load the reader and the standards; a fault in them is met again, and told, by the reading itself."""
    with suppress(Exception):
        from kollegium.domain.reading import prepare  # noqa: PLC0415 - slow import

        prepare()


def _content(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > FILE_LIMITS.max_bytes:
        raise Unreadable(RefusalCode.TOO_LARGE)
    return path.read_bytes()


def _expanded(given: list[Path]) -> Iterator[Path]:
    """Yield the files, a folder's in order of their names and with its sub-folders.

    Hidden files and the lock files of Word ("~$…") are passed over; an empty folder stands for itself.
    """
    for path in given:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(
            one
            for one in path.rglob("*")
            if one.is_file() and not any(part.startswith((".", "~$")) for part in one.relative_to(path).parts)
        )
        yield from inside or [path]


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
