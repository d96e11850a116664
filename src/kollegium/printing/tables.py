"""A table → a file that spreadsheets open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

CSV_TYPE = "text/csv; charset=utf-8"
Cell = str | int

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def as_csv(lines: Iterable[Sequence[Cell]]) -> bytes:
    """Give the table as semicolon-separated text that spreadsheets open as it is (with a byte order mark).

    A cell that a spreadsheet would read as a formula is given an apostrophe in front.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for line in lines:
        writer.writerow([harmless(cell) for cell in line])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: Cell) -> Cell:
    """Give the cell so that no spreadsheet takes it for a formula."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA_SIGNS):
        return f"'{cell}"
    return cell
