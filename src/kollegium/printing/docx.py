"""Prints a document tree as a Word file, in the printing child: what it takes never stays with the web server."""

from kollegium.printing.pdf import picture
from kollegium.printing.tree import Document
from kollegium.printing.typesetter import Typesetter, shared


def to_docx(document: Document, *, typesetter: Typesetter | None = None) -> bytes:
    """Give ``document`` as DOCX: the same tree gives the same bytes.

    Raises: PrintingFailed, and PrintingTimedOut when it takes too long.
    """
    printer = typesetter or shared()
    pictures = [picture(figure.svg, typesetter=printer) for figure in document.figures]
    return printer.word(document, pictures)
