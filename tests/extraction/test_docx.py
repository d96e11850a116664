"""Lines of DOCX files: paragraphs, lists, tables, boxes, breaks and revisions."""

from __future__ import annotations

import pytest

from kollegium.extraction import Unreadable, extract
from tests.extraction.files import docx_file, docx_with_body


def texts(data: bytes) -> list[str]:
    return [line.text for page in extract(data, file_name="x").pages for line in page.lines]


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(runs) + "</w:p>"


def run(content: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{content}</w:t></w:r>"


def test_paragraph_has_number_style_and_weight() -> None:
    def fill(document):  # type: ignore[no-untyped-def]
        document.add_heading("Verksamheten", level=2)
        document.add_paragraph("Vanlig text.")
        document.add_paragraph("En punkt.", style="List Bullet")
        document.add_paragraph().add_run("Fet rad").bold = True

    (page,) = extract(docx_file(fill), file_name="x").pages

    assert [(line.number, line.text, line.style, line.bold) for line in page.lines] == [
        (1, "Verksamheten", "heading 2", True),
        (2, "Vanlig text.", None, False),
        (3, "En punkt.", "list", False),
        (4, "Fet rad", None, True),
    ]


def test_numbered_list_shows_its_numbers() -> None:
    def fill(document):  # type: ignore[no-untyped-def]
        for text in ("ett", "två"):
            document.add_paragraph(text, style="List Number")

    assert texts(docx_file(fill)) == ["1. ett", "2. två"]


def test_table_of_labels_is_read_row_by_row() -> None:
    def fill(document):  # type: ignore[no-untyped-def]
        table = document.add_table(rows=2, cols=2)
        for row, (label, value) in zip(
            table.rows, [("Enhet", "Tallmo"), ("Besök", "2025-03-01")], strict=True
        ):
            row.cells[0].text, row.cells[1].text = label, value

    assert texts(docx_file(fill)) == ["Enhet", "Tallmo", "Besök", "2025-03-01"]


def test_table_of_headings_over_contents_is_read_column_by_column() -> None:
    def fill(document):  # type: ignore[no-untyped-def]
        table = document.add_table(rows=2, cols=2)
        for column, heading in enumerate(("Styrkor", "Svagheter")):
            table.rows[0].cells[column].text = heading
            table.rows[1].cells[column].text = f"{heading} ett."
            table.rows[1].cells[column].add_paragraph(f"{heading} två.")

    assert texts(docx_file(fill)) == [
        "Styrkor",
        "Styrkor ett.",
        "Styrkor två.",
        "Svagheter",
        "Svagheter ett.",
        "Svagheter två.",
    ]


def test_table_with_a_single_row_under_its_head_is_read_row_by_row() -> None:
    def fill(document):  # type: ignore[no-untyped-def]
        table = document.add_table(rows=2, cols=3)
        for cell, text in zip(table.rows[0].cells, ("Nr", "Kriterium", "Bedömning"), strict=True):
            cell.text = text
        for cell, text in zip(table.rows[1].cells, ("A4", "Det finns rutiner.", "Okänt"), strict=True):
            cell.text = text
        table.rows[1].cells[1].add_paragraph("There are routines.")

    assert texts(docx_file(fill))[3:] == ["A4", "Det finns rutiner.", "There are routines.", "Okänt"]


@pytest.mark.parametrize(("value", "shown"), [("1", "☒"), ("0", "☐")])
def test_check_box_controls_show_their_state(value: str, shown: str) -> None:
    control = (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('?')}</w:sdtContent></w:sdt>"
    )
    old = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{value}"/></w:checkBox></w:ffData></w:fldChar></w:r>'

    assert texts(docx_with_body(paragraph(control, run(" Ny")) + paragraph(old, run(" Gammal")))) == [
        f"{shown} Ny",
        f"{shown} Gammal",
    ]


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    inner = f"<w:txbxContent>{paragraph(run('I rutan'))}</w:txbxContent>"
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert texts(docx_with_body(paragraph(run("Före"), box))) == ["Före", "I rutan"]


def test_breaks_make_lines_and_pages() -> None:
    body = paragraph(
        run("ett"), "<w:r><w:br/></w:r>", run("två"), '<w:r><w:br w:type="page"/></w:r>', run("tre")
    )
    rendered = paragraph("<w:r><w:lastRenderedPageBreak/></w:r>", run("fyra"))

    pages = extract(docx_with_body(body + rendered), file_name="x").pages

    assert [[(line.number, line.text, line.soft_break) for line in page.lines] for page in pages] == [
        [(1, "ett", True), (2, "två", False)],
        [(3, "tre", False)],
        [(4, "fyra", False)],
    ]


def test_revisions_and_symbols_are_read_as_shown() -> None:
    body = paragraph(
        f"<w:ins>{run('Ny ')}</w:ins>",
        "<w:del><w:r><w:delText>borttagen</w:delText></w:r></w:del>",
        run("sido"),
        "<w:r><w:softHyphen/></w:r>",
        run("tjänst ST"),
        "<w:r><w:noBreakHyphen/></w:r>",
        run("läkare "),
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    )

    assert texts(docx_with_body(body)) == ["Ny sido\u00adtjänst ST-läkare ☒"]


def test_headers_and_footers_are_left_out() -> None:
    def fill(document):  # type: ignore[no-untyped-def]
        document.sections[0].header.paragraphs[0].text = "Sidhuvud"
        document.sections[0].footer.paragraphs[0].text = "Sida 1"
        document.add_paragraph("Innehåll")

    assert texts(docx_file(fill)) == ["Innehåll"]


def test_deeply_nested_tables_are_refused_and_not_followed_for_ever() -> None:
    inner = paragraph(run("innerst"))
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"

    with pytest.raises(Unreadable, match="damaged"):
        extract(docx_with_body(inner), file_name="x")
