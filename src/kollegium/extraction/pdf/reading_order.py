"""Segments anywhere on a page → printed lines in the order a person reads them."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from kollegium.extraction.pdf.blocks import Block, blocks_of, crossing_rules, even_bands, reads_down
from kollegium.extraction.pdf.segments import Segment, rows_of
from kollegium.extraction.pdf.shapes import Shapes


class Printed(NamedTuple):
    """One printed line with its place in the layout.

    `cell` tells the lines of one column or table cell from the next ones; `edge` is how far right
    text reaches there, in points; `soft_break` says that the line is full and its paragraph goes on.
    """

    segment: Segment
    cell: int = 0
    edge: float = 0.0
    soft_break: bool = False


def printed_lines(segments: list[Segment], shapes: Shapes) -> list[Printed]:
    """Return the lines of a page in reading order.

    Columns and boxes side by side are read one after the other; the rows of a table cell by cell.
    """
    blocks = blocks_of(rows_of(segments))
    page_edge = max(
        (one.x1 for block in blocks if not block.gutters for row in block.rows for one in row), default=0.0
    )
    out: list[Printed] = []
    cell_number = 0
    for block in blocks:
        if not block.gutters:
            out.extend(Printed(segment, 0, page_edge) for row in block.rows for segment in row)
            continue
        edges = [max((one.x1 for one in column), default=0.0) for column in block.columns()]
        for cell in _cells(block, shapes):
            cell_number += 1
            edge = edges[block.column_of(cell[0])]
            out.extend(Printed(segment, cell_number, edge) for segment in cell)
    return _with_soft_breaks(out)


def _cells(block: Block, shapes: Shapes) -> list[list[Segment]]:
    """Return the columns of a block, or the cells of its rows, each from its top."""
    if reads_down(block, shapes):
        return [column for column in block.columns() if column]
    cells: list[list[Segment]] = []
    for band in _bands(block, shapes):
        cells.extend(column for column in Block(rows=tuple(band), gutters=block.gutters).columns() if column)
    return cells


def _bands(block: Block, shapes: Shapes) -> list[list[tuple[Segment, ...]]]:
    """Return the rows of a table, each as the printed rows it takes."""
    rules = crossing_rules(block, shapes.horizontals)
    if rules:
        return _parted(block, [sum(row[0].baseline > rule for rule in rules) for row in block.rows])
    bands = even_bands(block)
    if len(bands) >= 2:
        return bands
    return _parted(block, _starts(block))


def _parted(block: Block, band_of_row: list[int]) -> list[list[tuple[Segment, ...]]]:
    bands: list[list[tuple[Segment, ...]]] = []
    before: int | None = None
    for row, band in zip(block.rows, band_of_row, strict=True):
        if band != before:
            bands.append([])
        bands[-1].append(row)
        before = band
    return bands


def _starts(block: Block) -> list[int]:
    """Return for each printed row the number of the table row it belongs to, by where a new one begins.

    A new row begins where the first column begins anew: it has text that does not continue a sentence.
    """
    first_column = [segment for row in block.rows for segment in row if block.column_of(segment) == 0]
    wrapped = sum(segment.continues for segment in first_column)
    prose = len(first_column) > 3 and wrapped >= 0.25 * len(first_column)
    numbers: list[int] = []
    number, before = 0, ""
    for row in block.rows:
        leading = row[0] if block.column_of(row[0]) == 0 else None
        if leading is not None:
            ended = not before or before.endswith((".", ":", "!", "?"))
            begins = not leading.continues and (not prose or ended)
            if begins and numbers:
                number += 1
            before = leading.text
        numbers.append(number)
    return numbers


def _with_soft_breaks(lines: list[Printed]) -> list[Printed]:
    paired = [
        line._replace(soft_break=True) if _goes_on(line, after) else line
        for line, after in itertools.pairwise(lines)
    ]
    return [*paired, *lines[-1:]]


def _goes_on(line: Printed, after: Printed) -> bool:
    """Whether the next line continues this one: same cell and type, and its first word did not fit here."""
    one, other = line.segment, after.segment
    if line.cell != after.cell or one.bold != other.bold or abs(one.size - other.size) > 0.3:
        return False
    pitch = other.baseline - one.baseline
    if not 0 < pitch <= 1.55 * one.size or other.starts_bullet or not other.text:
        return False
    first_word = other.text.split(" ", 1)[0]
    width = (other.x1 - other.x0) * (len(first_word) + 1) / len(other.text)
    return one.x1 + width > line.edge
