"""Spreadsheets of unknown origin: rows out of CSV and XLSX, and everything else refused."""

import io
import time
import zipfile

import pytest
import xlsxwriter

from kollegium.extraction.sheets import MAX_BYTES, MAX_ROWS, SheetFault, UnreadableSheet, sheet_rows


def workbook(rows: list[list[object]]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, int | float | str):
                    sheet.write(number, column, cell)
                else:
                    sheet.write_datetime(number, column, cell, day)  # type: ignore[arg-type]
    return data.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return data.getvalue()


def fault_of(data: bytes) -> SheetFault | None:
    try:
        sheet_rows(data)
    except UnreadableSheet as unreadable:
        return unreadable.fault
    return None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"], ids=["semicolon", "comma", "tab", "bar"])
def test_text_in_any_encoding_with_any_delimiter(encoding: str, delimiter: str) -> None:
    text = f"Namn{delimiter}Roll\r\nÅsa Öst{delimiter}ST-läkare\r\n\r\n"

    assert sheet_rows(text.encode(encoding)) == [["Namn", "Roll"], ["Åsa Öst", "ST-läkare"]]


def test_quoted_cell_keeps_its_delimiter_and_spaces_are_single() -> None:
    assert sheet_rows(b'Namn;Plats\n" A  B ";"X; Y"\n') == [["Namn", "Plats"], ["A B", "X; Y"]]


def test_workbook_gives_days_numbers_and_texts_of_its_first_sheet() -> None:
    from datetime import datetime  # noqa: PLC0415 - slow import

    rows = sheet_rows(workbook([["Namn", "Från", "Tal"], ["Åsa", datetime(2026, 3, 1), 12]]))

    assert rows == [["Namn", "Från", "Tal"], ["Åsa", "2026-03-01", "12"]]


def test_formula_gives_its_last_value_and_no_formula() -> None:
    rows = sheet_rows(workbook([["Namn"], ['=HYPERLINK("https://example.invalid","x")']]))

    assert rows[0] == ["Namn"]
    assert "HYPERLINK" not in str(rows)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"", SheetFault.EMPTY, id="empty"),
        pytest.param(b"\n \n;;\n", SheetFault.EMPTY, id="blank"),
        pytest.param(b"a;b\n" * (MAX_BYTES // 4 + 1), SheetFault.TOO_LARGE, id="too large"),
        pytest.param(b"%PDF-1.7\n1 0 obj", SheetFault.NOT_A_SHEET, id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", SheetFault.NOT_A_SHEET, id="picture"),
        pytest.param(b"<!doctype html><table>", SheetFault.NOT_A_SHEET, id="page"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, SheetFault.OLD_OR_LOCKED, id="xls"),
        pytest.param(b"PK\x03\x04" + b"rubbish" * 90, SheetFault.DAMAGED, id="no archive"),
        pytest.param(archive({"word/document.xml": b"<x/>"}), SheetFault.NOT_A_SHEET, id="docx"),
        pytest.param(archive({"xl/workbook.xml": b"<not xml"}), SheetFault.DAMAGED, id="damaged"),
        pytest.param(
            archive({"xl/workbook.xml": b"<x/>", "xl/vbaProject.bin": b"\0"}), SheetFault.MACROS, id="macros"
        ),
        pytest.param(
            archive({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b" " * 70 * 1024 * 1024}),
            SheetFault.TOO_LARGE,
            id="bomb",
        ),
        pytest.param(
            archive({"xl/workbook.xml": b"<x/>"} | {f"xl/{n}.xml": b"" for n in range(200)}),
            SheetFault.TOO_LARGE,
            id="many parts",
        ),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, fault: SheetFault) -> None:
    assert fault_of(data) is fault


def test_bomb_that_lies_about_its_size_hits_the_childs_memory() -> None:
    honest = workbook([["Namn"], ["Åsa"]])
    parts = {}
    with zipfile.ZipFile(io.BytesIO(honest)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    shared = b"<sst>" + b"<si><t>" + b"A" * (700 * 1024 * 1024 // 10) + b"</t></si>" * 1 + b"</sst>"
    parts["xl/sharedStrings.xml"] = shared
    data = archive(parts)
    size = len(shared).to_bytes(4, "little")
    lying = data.replace(size, (1000).to_bytes(4, "little"))
    started = time.monotonic()

    fault = fault_of(lying)

    assert fault in (SheetFault.DAMAGED, SheetFault.TOO_LARGE)
    assert time.monotonic() - started < 12


@pytest.mark.parametrize(("count", "fault"), [(MAX_ROWS, None), (MAX_ROWS + 1, SheetFault.TOO_MANY_ROWS)])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_most_rows(kind: str, count: int, fault: SheetFault | None) -> None:
    rows: list[list[object]] = [["Namn", "Roll"], *([f"Person {n}", "ST-läkare"] for n in range(count))]
    text = "\n".join(f"{a};{b}" for a, b in rows).encode()

    assert fault_of(text if kind == "csv" else workbook(rows)) is fault
