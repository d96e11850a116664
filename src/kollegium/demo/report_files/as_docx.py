"""A synthetic report as a DOCX: real headings, bullets, tables and box characters."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx

from kollegium.demo.report_files.flow import (
    Block,
    Facts,
    Field,
    Heading,
    Letter,
    Level,
    NewPage,
    Paragraph,
    Scale,
    Sentences,
    Summary,
    flow_of,
)
from kollegium.demo.report_files.model import Layout, SyntheticReport

_FILLED, _EMPTY = "☒", "☐"
# A fixed time in the file's properties keeps it the same for the same seed.
_MADE_AT = datetime(2025, 1, 1, tzinfo=UTC)


def as_docx(report: SyntheticReport) -> bytes:
    """Return the report as the bytes of a DOCX."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _MADE_AT
    document.core_properties.author = ""
    blocks = flow_of(report)
    while blocks and isinstance(blocks[-1], NewPage):
        blocks.pop()
    for block in blocks:
        _add(block, document, report.layout)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add(block: Block, document: Any, layout: Layout) -> None:
    match block:
        case NewPage():
            document.add_page_break()
        case Heading(text=text, level=level):
            document.add_heading(text, level=max(1, int(level)) if level is not Level.TITLE else 0)
        case Paragraph(text=text):
            document.add_paragraph(text)
        case Letter(letter=letter):
            document.add_paragraph(letter)
        case Sentences(texts=texts):
            for text in texts:
                document.add_paragraph(text, style="List Bullet")
        case Scale():
            _add_scale(block, document)
        case Facts(rows=rows):
            _add_facts(rows, document)
        case Summary(lists=lists):
            _add_summary(lists, document)
        case Field(label=label, values=values):
            _add_field(label, values, document, layout)


def _add_scale(scale: Scale, document: Any) -> None:
    for place, text in enumerate(scale.texts):
        mark = f"{_FILLED if place == scale.chosen else _EMPTY} " if scale.has_boxes else ""
        document.add_paragraph(f"{mark}{text}")


def _add_facts(rows: tuple[tuple[str, tuple[str, ...]], ...], document: Any) -> None:
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for label, values in rows:
        cells = table.add_row().cells
        cells[0].text = label
        _fill(cells[1], values)


def _add_summary(lists: tuple[tuple[str, tuple[str, ...]], ...], document: Any) -> None:
    table = document.add_table(rows=2, cols=len(lists))
    table.style = "Table Grid"
    for column, (heading, points) in enumerate(lists):
        table.rows[0].cells[column].paragraphs[0].add_run(heading).bold = True
        _fill(table.rows[1].cells[column], points, style="List Bullet")


def _add_field(label: str, values: tuple[str, ...], document: Any, layout: Layout) -> None:
    shown = f"{label}:" if layout.label_colon else label
    paragraph = document.add_paragraph()
    paragraph.add_run(shown).bold = True
    rest = values
    if layout.label_colon and layout.value_on_label_line:
        paragraph.add_run(f" {values[0]}")
        rest = values[1:]
    for value in rest:
        document.add_paragraph(value)


def _fill(cell: Any, texts: tuple[str, ...], style: str | None = None) -> None:
    """Write paragraphs into a cell; the first goes into the one an empty cell has."""
    for place, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.text = text
        if style:
            paragraph.style = style
