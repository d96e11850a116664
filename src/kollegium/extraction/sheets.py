"""Bytes of a spreadsheet (CSV, XLSX) → rows of text, read where they can do no harm."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from kollegium.extraction.limits import MEBIBYTE, ProcessLimits

MAX_BYTES = 5 * MEBIBYTE
# 5,000 rows of a dozen short cells take 2 MiB unpacked; no honest list of people comes near this.
MAX_UNPACKED = 60 * MEBIBYTE
MAX_ENTRIES = 200
MAX_ROWS = 5_000
MAX_COLUMNS = 40
MAX_CELL = 500

SHEET_LIMITS = ProcessLimits(
    memory=512 * MEBIBYTE, processor_seconds=8, wall_seconds=10.0, files_per_process=1
)

_SOURCE_FOLDER = str(Path(__file__).resolve().parents[2])
_ZIP_START = b"PK\x03\x04"
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK = "xl/workbook.xml"
_MACROS = "vbaproject.bin"
_DELIMITERS = ";\t,|"


class SheetFault(StrEnum):
    """Why a spreadsheet is not read."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_ROWS = "too-many-rows"
    NOT_A_SHEET = "not-a-sheet"
    OLD_OR_LOCKED = "old-or-locked"
    MACROS = "macros"
    DAMAGED = "damaged"


class UnreadableSheet(Exception):
    """A spreadsheet that is not read, and why."""

    def __init__(self, fault: SheetFault) -> None:
        """Keep the fault."""
        self.fault = fault
        super().__init__(fault.value)


def sheet_rows(data: bytes) -> list[list[str]]:
    """Give the rows of the first sheet as text, empty ones at the end left out; the kind is told by the content.

    Days come as `2026-03-01`. At most MAX_ROWS rows beside the head.

    Raises: `UnreadableSheet`.
    """
    if not data.strip():
        raise UnreadableSheet(SheetFault.EMPTY)
    if len(data) > MAX_BYTES:
        raise UnreadableSheet(SheetFault.TOO_LARGE)
    if data.startswith(_OLE_START):
        raise UnreadableSheet(SheetFault.OLD_OR_LOCKED)
    rows = _from_workbook(data) if data.startswith(_ZIP_START) else _from_text(data)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise UnreadableSheet(SheetFault.EMPTY)
    if len(rows) > MAX_ROWS + 1:
        raise UnreadableSheet(SheetFault.TOO_MANY_ROWS)
    return [[" ".join(cell.split())[:MAX_CELL] for cell in row[:MAX_COLUMNS]] for row in rows]


def _from_text(data: bytes) -> list[list[str]]:
    text = _decoded(data)
    # Unprintable signs do not stand in a list of people: a picture or a program called .csv.
    odd = sum(1 for sign in text[:10_000] if ord(sign) < 32 and sign not in "\t\r\n")
    if odd or text.lstrip().startswith(("%PDF", "<", "{\\rtf")):
        raise UnreadableSheet(SheetFault.NOT_A_SHEET)
    head = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableSheet(SheetFault.NOT_A_SHEET) from error


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets in Swedish write when they do not write UTF-8.
        return data.decode("cp1252", errors="replace")


def _from_workbook(data: bytes) -> list[list[str]]:
    _check_archive(data)
    command = [sys.executable, "-m", "kollegium.extraction.sheets", json.dumps(SHEET_LIMITS)]
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        # Nothing of the server's environment (secrets, addresses) reaches the child.
        env={"PYTHONPATH": _SOURCE_FOLDER, "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"},
    )
    try:
        answer, _nothing = child.communicate(data, timeout=SHEET_LIMITS.wall_seconds)
    except subprocess.TimeoutExpired as error:
        raise UnreadableSheet(SheetFault.DAMAGED) from error
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
    try:
        rows = json.loads(answer)
    except ValueError as error:
        raise UnreadableSheet(SheetFault.DAMAGED) from error
    if isinstance(rows, str):
        raise UnreadableSheet(SheetFault(rows))
    return [[str(cell) for cell in row] for row in rows]


def _check_archive(data: bytes) -> None:
    """Look at the list of parts before anything is unpacked. The sizes may lie: the child's memory is limited too."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableSheet(SheetFault.DAMAGED) from error
    names = {part.filename.lower() for part in parts}
    if any(name.endswith(_MACROS) for name in names):
        raise UnreadableSheet(SheetFault.MACROS)
    if _WORKBOOK not in names:
        raise UnreadableSheet(SheetFault.NOT_A_SHEET)
    if len(parts) > MAX_ENTRIES or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnreadableSheet(SheetFault.TOO_LARGE)


def main(arguments: list[str]) -> int:
    """Read one workbook from standard input in the child process; write its rows, or the fault, as JSON."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - slow import

    from kollegium.extraction.confinement import (  # noqa: PLC0415 - slow import
        allow_processor_seconds,
        confine,
    )

    limits = ProcessLimits(*json.loads(arguments[0]))
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    confine(limits)
    allow_processor_seconds(limits.processor_seconds)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        answer: object = _text_rows(sheet)
    except MemoryError:
        answer = SheetFault.TOO_LARGE.value
    except Exception:
        answer = SheetFault.DAMAGED.value
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    return 0


def _text_rows(sheet: object) -> object:
    rows: list[list[str]] = []
    for row in sheet.iter_rows():  # type: ignore[attr-defined]
        rows.append([_text(cell) for cell in row[:MAX_COLUMNS]])
        if len(rows) > MAX_ROWS + 1 and any(rows[-1]):
            return SheetFault.TOO_MANY_ROWS.value
    return rows


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)[: MAX_CELL * 2]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
