"""Lines, reading order and marks of PDFs set on the spot."""

from __future__ import annotations

import pytest

from kollegium.domain.reading.pages import MarkKind, SourceText
from kollegium.extraction import extract
from tests.extraction.files import SENTENCE, form_pdf, pdf


def source_of(source: str) -> SourceText:
    return extract(pdf(source), file_name="x.pdf")


def texts(source: SourceText) -> list[str]:
    return [line.text for page in source.pages for line in page.lines]


def test_line_has_place_size_and_weight() -> None:
    (line,) = source_of(f"#text(size: 14pt)[*{SENTENCE[:40]}*]").pages[0].lines

    assert (line.number, line.page, line.size, line.bold) == (1, 1, 14.0, True)
    assert line.bounds is not None
    assert line.bounds.x0 == pytest.approx(2 / 2.54 * 72, abs=2)
    assert line.bounds.y0 == pytest.approx(2 / 2.54 * 72, abs=6)


def test_lines_are_numbered_through_all_pages() -> None:
    pages = source_of(f"{SENTENCE}\n#pagebreak()\n{SENTENCE}").pages

    assert [(page.number, [line.number for line in page.lines]) for page in pages] == [(1, [1]), (2, [2])]


def test_full_line_goes_on_and_last_line_of_a_paragraph_does_not() -> None:
    lines = source_of(f"{SENTENCE} {SENTENCE}\n\n{SENTENCE[:20]}").pages[0].lines

    assert [line.soft_break for line in lines] == [True, False, False]


def test_two_columns_are_read_one_after_the_other() -> None:
    source = source_of("#grid(columns: (6cm, 6cm), column-gutter: 1cm)[#lorem(30)][#lorem(30)]")

    half = len(texts(source)) // 2
    assert texts(source)[:half] == texts(source)[half:]
    assert " ".join(texts(source)[:half]).startswith("Lorem ipsum dolor sit amet, consectetur")


@pytest.mark.parametrize("justify", ["true", "false"], ids=["justified", "ragged"])
def test_three_boxes_side_by_side_are_read_box_by_box(justify: str) -> None:
    boxes = "".join(
        f"[*{heading}*\n- Första punkten om {heading.lower()} är lång nog för flera rader.\n- Andra punkten.]"
        for heading in ("Styrkor", "Svagheter", "Förbättringspotential")
    )
    source = source_of(f"#set par(justify: {justify})\n#grid(columns: (1fr,) * 3, column-gutter: 6mm){boxes}")

    read = " ".join(texts(source)).split("Första punkten")
    assert read[0].startswith("Styrkor")
    assert "Svagheter" in read[1]
    assert "Förbättringspotential" in read[2]
    assert read[3].endswith("Andra punkten.")


@pytest.mark.parametrize("stroke", ["0.5pt", "none"], ids=["ruled", "without rules"])
def test_table_is_read_row_by_row_and_cell_by_cell(stroke: str) -> None:
    rows = "[Planerad åtgärd], [#lorem(20)], [Ansvarig], [Anna Ek], [Datum för uppföljning], [2025-12-31]"
    source = source_of(f"#table(columns: (4cm, 9cm), stroke: {stroke}, {rows})")

    read = texts(source)
    assert (read[0], read[-4:]) == (
        "Planerad åtgärd",
        ["Ansvarig", "Anna Ek", "Datum för uppföljning", "2025-12-31"],
    )


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Planerad åtgärd", "Kliniken ser över schemat."),
        ("#text(size: 9pt)[Planerad åtgärd]", "Schemat"),
        ("*Planerad åtgärd*", "Schemat"),
    ],
    ids=["a sentence", "of another size", "of another weight"],
)
def test_first_row_of_a_short_table_is_no_row_of_headings(label: str, value: str) -> None:
    due = "Datum när åtgärden ska vara genomförd"
    rows = f"[{label}], [{value}], [{due}], [2025-12-31]"
    source = source_of(f"#table(columns: (4cm, 9cm), stroke: (y: 0.5pt), {rows})")

    assert texts(source)[:2] == ["Planerad åtgärd", value]
    assert texts(source)[-1] == "2025-12-31"
    assert " ".join(texts(source)[2:-1]) == due


def test_headings_above_a_rule_each_go_with_their_column() -> None:
    rows = "[*Styrkor*], [*Svagheter*], [God stämning och många fall att lära av], [Inga]"
    source = source_of(f"#table(columns: (5cm, 5cm), stroke: (y: 0.5pt), {rows})")

    read = texts(source)
    assert (read[0], read[-2:]) == ("Styrkor", ["Svagheter", "Inga"])


def test_heading_below_columns_is_read_after_them() -> None:
    column = "[Första stycket är så långt att det får flera rader i en smal spalt.]"
    source = source_of(
        f"#grid(columns: (5cm, 5cm), column-gutter: 1cm){column}{column}\n= STRUKTUR\n{SENTENCE}"
    )

    assert texts(source)[-2:] == ["STRUKTUR", SENTENCE]


def test_own_hyphen_stays_and_hyphen_of_the_line_break_is_marked() -> None:
    source = source_of(
        "Alla ST-\\\nläkare har fått utbild#sym.hyph.soft;\\\nningen och läkar-\\\noch vårdutbildning."
    )

    assert texts(source)[0] == "Alla ST-"
    assert texts(source)[2].endswith("läkar-")


@pytest.mark.parametrize(
    ("drawing", "kind"),
    [
        ("square(size: 9pt)", MarkKind.BOX),
        ("square(size: 9pt, fill: black)", MarkKind.FILLED_BOX),
        ("circle(radius: 5pt)", MarkKind.BOX),
        ("square(size: 9pt, fill: white)", MarkKind.BOX),
        ("curve(curve.move((0pt, 5pt)), curve.line((3pt, 9pt)), curve.line((9pt, 0pt)))", MarkKind.TICK),
        ("square(size: 10pt, place(line(end: (10pt, 10pt))))", MarkKind.TICK),
        ("square(size: 10pt, inset: 2pt, square(size: 6pt, fill: black))", MarkKind.FILLED_BOX),
    ],
    ids=["box", "filled", "circle", "white", "tick", "crossed", "filled inside"],
)
def test_drawn_mark_is_one_mark_at_its_place(drawing: str, kind: MarkKind) -> None:
    source = source_of(f"{SENTENCE}\n\n#box({drawing}) Uppfyllt")

    (mark,) = source.pages[0].marks
    assert mark.kind is kind
    assert abs(mark.bounds.y0 - (source.pages[0].lines[1].bounds or mark.bounds).y0) < 8


@pytest.mark.parametrize(
    ("glyph", "kind"),
    [("☐", MarkKind.BOX), ("☒", MarkKind.FILLED_BOX), ("✓", MarkKind.TICK)],
)
def test_glyph_of_a_box_is_text_and_mark(glyph: str, kind: MarkKind) -> None:
    source = source_of(f'#text(font: "DejaVu Sans Mono")[{glyph}] {SENTENCE}')

    assert texts(source) == [f"{glyph} {SENTENCE}"]
    assert [mark.kind for mark in source.pages[0].marks] == [kind]


@pytest.mark.parametrize(("checked", "kind"), [(True, MarkKind.FIELD_ON), (False, MarkKind.FIELD_OFF)])
def test_form_gives_its_values_as_lines_and_its_boxes_as_marks(checked: bool, kind: MarkKind) -> None:
    source = extract(form_pdf(checked=checked, text="Åsa Ek\rÖrjan Al"), file_name="x")

    assert texts(source) == [SENTENCE, "Åsa Ek", "Örjan Al"]
    assert [mark.kind for mark in source.pages[0].marks] == [kind]


def test_page_numbers_and_repeated_titles_are_left_out() -> None:
    header = '#set page(header: [Granskning av Tallmo], numbering: "1 (1)")\n'
    source = source_of(header + "#pagebreak()\n".join([SENTENCE] * 4))

    assert texts(source) == ["Granskning av Tallmo", *[SENTENCE] * 4]


def test_tilted_watermark_is_left_out() -> None:
    watermark = "#place(center + horizon, rotate(45deg, text(size: 60pt)[UTKAST]))\n"

    assert texts(source_of(watermark + SENTENCE)) == [SENTENCE]
