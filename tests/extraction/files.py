"""Small real files, made on the spot."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pikepdf
import typst
from docx.document import Document as DocxDocument

PAGE = '#set page(paper: "a4", margin: 2cm)\n#set text(size: 11pt, lang: "sv")\n'
SENTENCE = "Handledningen sker varje vecka och dokumenteras av den huvudansvariga handledaren."


def pdf(source: str = SENTENCE) -> bytes:
    """Return a PDF set from a piece of Typst source."""
    made: bytes = typst.compile((PAGE + source).encode())
    return made


def docx_file(fill: Callable[[DocxDocument], object] | None = None) -> bytes:
    """Return a DOCX filled by a function, or with one sentence."""
    document = docx.Document()
    if fill is None:
        document.add_paragraph(SENTENCE)
    else:
        fill(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_pages(count: int) -> bytes:
    """Return a PDF of so many pages, each with a sentence."""
    with pikepdf.open(BytesIO(pdf())) as one:
        for _ in range(count - 1):
            one.pages.append(one.pages[0])
        return _saved(one)


def encrypted_pdf() -> bytes:
    """Return a PDF that asks for a password before it is opened."""
    with pikepdf.open(BytesIO(pdf())) as plain:
        buffer = BytesIO()
        plain.save(buffer, encryption=pikepdf.Encryption(owner="ägare", user="läsare"))
        return buffer.getvalue()


def scanned_pdf() -> bytes:
    """Return a PDF whose pages hold a drawing and no text."""
    return pdf("#rect(width: 100%, height: 60%, fill: gray)")


def form_pdf(*, checked: bool, text: str = "Anna Ek") -> bytes:
    """Return a PDF form with a text field and a check box below a printed sentence."""
    with pikepdf.open(BytesIO(pdf())) as file:
        page = file.pages[0]
        appearance = file.make_indirect(
            pikepdf.Stream(file, b"", BBox=[0, 0, 12, 12], Subtype=pikepdf.Name.Form)
        )
        box = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Btn,
            T="uppfyllt",
            Rect=[100, 600, 112, 612],
            AS=pikepdf.Name.Yes if checked else pikepdf.Name.Off,
            V=pikepdf.Name.Yes if checked else pikepdf.Name.Off,
            AP=pikepdf.Dictionary(N=pikepdf.Dictionary(Yes=appearance, Off=appearance)),
            P=page.obj,
        )
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="ansvarig",
            V=text,
            Rect=[100, 560, 300, 580],
            P=page.obj,
        )
        fields = pikepdf.Array([file.make_indirect(box), file.make_indirect(field)])
        page.Annots = fields
        file.Root.AcroForm = pikepdf.Dictionary(Fields=fields)
        return _saved(file)


def archive(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def docx_parts() -> dict[str, bytes]:
    """Return the parts of a plain DOCX, to be changed and packed again."""
    with zipfile.ZipFile(BytesIO(docx_file())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def docx_with_body(body: str) -> bytes:
    """Return a DOCX whose body is this WordprocessingML."""
    namespaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {namespaces}><w:body>{body}</w:body></w:document>'
    )
    return archive({**docx_parts(), "word/document.xml": document.encode()})


def _saved(file: pikepdf.Pdf) -> bytes:
    buffer = BytesIO()
    file.save(buffer)
    return buffer.getvalue()
