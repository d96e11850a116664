"""Tell what a file is by its content; the name counts for nothing."""

from __future__ import annotations

from enum import StrEnum

from kollegium.extraction.refusal import RefusalCode, Unreadable


class FileKind(StrEnum):
    """The three kinds of file a report comes in."""

    TEXT = "text"
    PDF = "pdf"
    DOCX = "docx"


# Some programs put a few bytes (mail headers, a BOM) before the PDF header; readers accept 1,024.
_PDF_HEADER_WITHIN = 1024
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An encrypted DOCX is an OLE container that holds a stream of this name, in UTF-16.
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_FOREIGN_STARTS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"MZ",
    b"\x7fELF",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\x1f\x8b",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"\x00\x00\x00\x18ftyp",
    b"\x00\x00\x00\x20ftyp",
    b"SQLite format 3",
    b"%!PS",
    b"{\\rtf",
    b"#!/",
)
_MARKUP_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<svg")


def kind_of(data: bytes) -> FileKind:
    """Return what the bytes are.

    A zip archive counts as DOCX here; whether it is one is found out when its parts are listed.

    Raises: `Unreadable` — `empty`, `encrypted` (a DOCX under a password), `not-a-report-format`.
    """
    if not data.strip(b"\x00 \t\r\n\x0c\xff\xfe\xef\xbb\xbf"):
        raise Unreadable(RefusalCode.EMPTY)
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return FileKind.PDF
    if data.startswith(_ZIP_STARTS):
        return FileKind.DOCX
    if data.startswith(_OLE_START):
        encrypted = _OLE_ENCRYPTED in data
        raise Unreadable(RefusalCode.ENCRYPTED if encrypted else RefusalCode.NOT_A_REPORT_FORMAT)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_FOREIGN_STARTS) or start.startswith(_MARKUP_STARTS):
        raise Unreadable(RefusalCode.NOT_A_REPORT_FORMAT)
    return FileKind.TEXT
