"""Makes a Word file of a document tree, with real headings, lists, tables and languages; runs in the printing child."""

import zipfile
from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from kollegium.printing.characters import printable
from kollegium.printing.tree import Document, Figure
from kollegium.printing.word_blocks import block_xml
from kollegium.printing.word_styles import empty_document, set_running_lines
from kollegium.printing.wordml import LANGUAGE_TAGS


def word_file(document: Document, pictures: list[bytes]) -> bytes:
    """Give ``document`` as DOCX: the same tree gives the same bytes.

    Shape: ``pictures`` holds a PNG for each figure, in the document's order.
    """
    word = empty_document(document.language)
    body = word.element.body
    pieces = "".join(map(block_xml, document.blocks))
    wrapped = parse_xml(f"<w:body {nsdecls('w')}>{pieces}</w:body>")
    end = body.find(qn("w:sectPr"))
    for element in list(wrapped):
        end.addprevious(element)
    _place_figures(word, document.figures, pictures)
    set_running_lines(word, header=document.header, footer=document.footer, language=document.language)
    _set_properties(word.core_properties, document)
    stored = BytesIO()
    word.save(stored)
    return _with_fixed_times(stored.getvalue(), document)


def _place_figures(word: Any, figures: list[Figure], pictures: list[bytes]) -> None:
    """Fill the empty centred paragraphs, which only figures have, with the drawings as pictures."""
    places = [one for one in word.paragraphs if one._p.pPr.find(qn("w:jc")) is not None]
    for place, figure, picture in zip(places, figures, pictures, strict=True):
        shape = place.add_run().add_picture(BytesIO(picture), width=Mm(160))
        described = shape._inline.docPr
        described.set("descr", printable(figure.alternative_text))
        described.set("name", "")


def _set_properties(properties: Any, document: Document) -> None:
    properties.title = printable(document.title)[:255]
    properties.subject = printable(document.subject)[:255]
    properties.author = printable(document.author)[:255]
    properties.comments = ""
    properties.language = LANGUAGE_TAGS[document.language]
    properties.created = properties.modified = datetime.combine(document.dated, time(12))
    properties.last_modified_by = ""
    properties.revision = 1


def _with_fixed_times(data: bytes, document: Document) -> bytes:
    """Write the archive again with the document's date on every member, so that equal trees give equal bytes."""
    stored = BytesIO()
    moment = (max(document.dated.year, 1980), document.dated.month, document.dated.day, 12, 0, 0)
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, moment)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return stored.getvalue()
