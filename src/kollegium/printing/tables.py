"""A table → a file that spreadsheets open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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


def as_xlsx(
    lines: Iterable[Sequence[Cell]], *, title: str, fixed_columns: int = 0, widths: Sequence[int] = (22,) * 8
) -> bytes:
    """Give the table as a workbook with a fixed head row; texts stay texts, whatever they look like.

    Units: ``widths`` of the first columns, in characters; ``fixed_columns`` stay in sight to the left.
    """
    import xlsxwriter  # noqa: PLC0415 - slow import

    data = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(data, settings) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True})
        for number, line in enumerate(lines):
            for column, cell in enumerate(line):
                if isinstance(cell, int):
                    sheet.write_number(number, column, cell)
                else:
                    sheet.write_string(number, column, cell, bold if number == 0 else None)
        sheet.freeze_panes(1, fixed_columns)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
    return data.getvalue()
