"""Prints a document tree as a tagged PDF that meets PDF/UA-1 and PDF/A-2a."""

import re
from datetime import UTC, datetime, time

from kollegium.printing.errors import PrintingFailed
from kollegium.printing.font import characters_of_the_font
from kollegium.printing.tree import Document
from kollegium.printing.typesetter import Typesetter, shared
from kollegium.printing.typst_data import as_json

_NO_GLYPH = re.compile(r"could not be displayed|could not be mapped|the PDF contains the codepoint")


def to_pdf(document: Document, *, typesetter: Typesetter | None = None) -> bytes:
    """Give ``document`` as PDF: the same tree gives the same bytes.

    A character that no font has is printed as the replacement character.
    Raises: PrintingFailed, and PrintingTimedOut when it takes too long.
    """
    printer = typesetter or shared()
    moment = int(datetime.combine(document.dated, time(12), UTC).timestamp())
    try:
        return printer.typeset("main.typ", {"document": as_json(document)}, moment=moment)
    except PrintingFailed as error:
        if not _NO_GLYPH.search(str(error)):
            raise
    # An archival PDF refuses a character without a glyph. Only what our own font has is sure to print.
    data = as_json(document, only=characters_of_the_font())
    return printer.typeset("main.typ", {"document": data}, moment=moment)


def picture(svg: str, *, typesetter: Typesetter | None = None) -> bytes:
    """Give an SVG drawing as PNG, 160 mm wide at 200 dots to the inch. Raises: PrintingFailed."""
    printer = typesetter or shared()
    return printer.typeset("picture.typ", {"svg": svg}, moment=0, file_format="png")
