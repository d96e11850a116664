"""Every reason to turn a file away, with a real file for each, and its sentence."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
import xlsxwriter

from kollegium.extraction import RefusalCode, Unreadable, extract, refusal_sentence
from kollegium.extraction.limits import MAX_PAGES, MEBIBYTE
from tests.extraction.files import (
    archive,
    docx_parts,
    encrypted_pdf,
    pdf,
    scanned_pdf,
    with_pages,
)


def spreadsheet() -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        workbook.add_worksheet().write(0, 0, "Styrkor")
    return buffer.getvalue()


def bomb() -> bytes:
    return archive({**docx_parts(), "word/media/image1.bin": bytes(60 * MEBIBYTE)})


def lying_bomb() -> bytes:
    """Return an archive whose directory says that the document is small."""
    data = archive({**docx_parts(), "word/document.xml": b" " * (45 * MEBIBYTE)})
    return data.replace((45 * MEBIBYTE).to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    body = f'<!DOCTYPE d [<!ENTITY e0 "skratt">{levels}]><d>&e8;</d>'
    return archive({**docx_parts(), "word/document.xml": body.encode()})


def encrypted_docx() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    )


def without_document() -> bytes:
    parts = docx_parts()
    del parts["word/document.xml"]
    return archive(parts)


def empty_docx() -> bytes:
    parts = docx_parts()
    start, _, rest = parts["word/document.xml"].partition(b"<w:body>")
    return archive({**parts, "word/document.xml": start + b"<w:body>" + rest[rest.index(b"<w:sectPr") :]})


CASES = [
    pytest.param(b"", "empty", id="no bytes"),
    pytest.param(b" \r\n\t\x0c\n", "empty", id="only white space"),
    pytest.param("\ufeff \n".encode("utf-16"), "empty", id="only a byte order mark"),
    pytest.param(b"x" * (26 * MEBIBYTE), "too-large", id="26 MB"),
    pytest.param(b"Styrkor\n" * 700_000, "too-large", id="5.6 MB of text"),
    pytest.param(encrypted_pdf(), "encrypted", id="PDF under a password"),
    pytest.param(encrypted_docx(), "encrypted", id="DOCX under a password"),
    pytest.param(pdf()[:600], "damaged", id="PDF cut short"),
    pytest.param(b"%PDF-1.7\nthis is none", "damaged", id="only a PDF header"),
    pytest.param(archive(docx_parts())[:2000], "damaged", id="DOCX cut short"),
    pytest.param(archive({**docx_parts(), "word/document.xml": b"<w:document"}), "damaged", id="broken XML"),
    pytest.param(without_document(), "damaged", id="DOCX without its document"),
    pytest.param(entity_bomb(), "damaged", id="entities in XML"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(300), "not-a-report-format", id="picture"),
    pytest.param(archive({"a.txt": b"Styrkor"}), "not-a-report-format", id="zip"),
    pytest.param(spreadsheet(), "not-a-report-format", id="spreadsheet"),
    pytest.param(b"MZ\x90\x00" + bytes(range(256)) * 4, "not-a-report-format", id="Windows program"),
    pytest.param(b"\x7fELF" + bytes(500), "not-a-report-format", id="Linux program"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(800), "not-a-report-format", id="old Word file"),
    pytest.param(b"{\\rtf1 Styrkor}", "not-a-report-format", id="RTF"),
    pytest.param(b"<!DOCTYPE html><p>Styrkor", "not-a-report-format", id="web page"),
    pytest.param(bytes(range(256)) * 40, "not-a-report-format", id="noise"),
    pytest.param(bomb(), "zip-bomb", id="60 MB of zeros in a DOCX"),
    pytest.param(lying_bomb(), "damaged", id="a directory that lies about sizes"),
    pytest.param(scanned_pdf(), "no-text", id="scanned PDF"),
    pytest.param(empty_docx(), "no-text", id="DOCX without text"),
]


@pytest.mark.parametrize(("data", "code"), CASES)
def test_file_is_refused_with_its_code(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        extract(data, file_name="rapport.pdf")

    assert (refused.value.code, refused.value.page_count) == (code, None)


def test_pdf_with_too_many_pages_is_refused_with_their_number() -> None:
    with pytest.raises(Unreadable) as refused:
        extract(with_pages(500), file_name="rapport.pdf")

    assert (refused.value.code, refused.value.page_count) == ("too-many-pages", 500)
    assert refusal_sentence(refused.value, "sv") == (
        "Filen har 500 sidor (gränsen är 120); spara bara själva rapporten som en egen fil."
    )


def test_pdf_with_the_most_pages_allowed_is_read() -> None:
    assert len(extract(with_pages(MAX_PAGES), file_name="rapport.pdf").pages) == MAX_PAGES


def test_pdf_that_only_forbids_printing_is_read() -> None:
    with pikepdf.open(BytesIO(pdf())) as file:
        buffer = BytesIO()
        file.save(buffer, encryption=pikepdf.Encryption(owner="ägare", user=""))

    assert extract(buffer.getvalue(), file_name="x").kind == "pdf"


@pytest.mark.parametrize("language", ["sv", "en", "de"])
@pytest.mark.parametrize("code", list(RefusalCode))
def test_each_code_has_one_sentence_that_says_what_to_do(code: RefusalCode, language: str) -> None:
    sentence = refusal_sentence(Unreadable(code), language)

    assert sentence.endswith(".")
    assert sentence.startswith("Filen" if language == "sv" else "The file")
    assert ";" in sentence or "," in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("data", "kind"),
    [(pdf(), "pdf"), (archive(docx_parts()), "docx"), (b"Styrkor\n", "text"), (b"\n\n" + pdf(), "pdf")],
    ids=["PDF", "DOCX", "text", "PDF after blank lines"],
)
def test_kind_is_told_by_content_and_not_by_name(data: bytes, kind: str) -> None:
    assert extract(data, file_name="bild.png").kind == kind
