"""Pieces of WordprocessingML as strings: paragraphs, runs, tables. Every text is cleaned and escaped here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from kollegium.printing.characters import printable
from kollegium.printing.tree import Text

LANGUAGE_TAGS = {"sv": "sv-SE", "en": "en-GB"}
MUTED = "51606F"
HAIRLINE = "B9B5A9"
SYMBOL_FONT = "Segoe UI Symbol"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks. Units: ``half_points`` is twice the size in points; ``colour`` as RRGGBB."""

    bold: bool = False
    italic: bool = False
    font: str | None = None
    half_points: int | None = None
    colour: str | None = None


PLAIN = Look()


def run(text: str, look: Look = PLAIN, *, language: str | None = None) -> str:
    """Give a run; a line feed in ``text`` becomes a line break."""
    font, size, colour = look.font, look.half_points, look.colour
    properties = "".join(
        (
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
            if font
            else "",
            "<w:b/>" if look.bold else "",
            "<w:i/>" if look.italic else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
            f'<w:lang w:val="{LANGUAGE_TAGS[language]}"/>' if language else "",
        )
    )
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in printable(text).split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def runs(text: Text, look: Look = PLAIN) -> str:
    """Give the runs of a tree's text: ``look`` with each run's own emphasis and language."""
    return "".join(
        run(
            one.text,
            replace(
                look,
                bold=look.bold or one.strong,
                italic=look.italic or one.emphasis,
                colour=MUTED if one.muted else look.colour,
            ),
            language=one.language,
        )
        for one in text
    )


def paragraph(content: str, *, style: str | None = None, properties: str = "") -> str:
    """Give a paragraph of finished runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell of finished paragraphs; ``borders`` and ``fill`` (a colour) are its own."""

    content: str
    borders: str = ""
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class TableLook:
    """How a table looks. Units: twentieths of a point. Shape: ``margins`` are (above and below, sides) of a cell."""

    borders: str
    has_head: bool = False
    indent: int = 0
    margins: tuple[int, int] = (40, 80)


def table(widths: Sequence[int], rows: Iterable[Sequence[Cell]], look: TableLook, *, description: str) -> str:
    """Give a table of fixed columns; a head row is repeated on every page and no row is split.

    Units: ``widths`` in twentieths of a point.
    """
    height, side = look.margins
    head = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{look.indent}" w:type="dxa"/>'
        f"<w:tblBorders>{look.borders}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="{height}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{height}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0{"6" if look.has_head else "4"}20" w:firstRow="{int(look.has_head)}"/>'
        f"<w:tblDescription w:val={quoteattr(printable(description))}/></w:tblPr>"
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_row(widths, row, is_head=look.has_head and index == 0) for index, row in enumerate(rows))
    return f"<w:tbl>{head}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _row(widths: Sequence[int], cells: Sequence[Cell], *, is_head: bool) -> str:
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if is_head else "")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(map(_cell, widths, cells))}</w:tr>"


def _cell(width: int, cell: Cell) -> str:
    borders = f"<w:tcBorders>{cell.borders}</w:tcBorders>" if cell.borders else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}{fill}</w:tcPr>{cell.content}</w:tc>'


def border(side: str, *, style: str = "single", eighths: int = 4, colour: str = HAIRLINE) -> str:
    """Give one border. Units: ``eighths`` of a point."""
    return f'<w:{side} w:val="{style}" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


NO_BORDERS = "".join(
    f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
RULED = "".join(
    (
        '<w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/>',
        border("insideH"),
        '<w:insideV w:val="nil"/>',
    )
)
BOXED = "".join(border(side) for side in ("top", "left", "bottom", "right"))
