"""Look at a file that is handed in: what it is, whether it can be opened, and what is written in it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from kollegium.domain.personal_numbers import find_personal_numbers
from kollegium.extraction import Sandbox, Unreadable
from kollegium.extraction.formats import FileKind, kind_of
from kollegium.extraction.limits import FILE_LIMITS
from kollegium.extraction.refusal import RefusalCode
from kollegium.extraction.sheets import UnreadableSheet, sheet_rows

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT, PNG, JPEG = "text/plain", "image/png", "image/jpeg"
ACCEPTED = ".pdf,.docx,.xlsx,.txt,.csv,.png,.jpg,.jpeg"
# A photograph of a rota on the wall is material too.
_PICTURES = {b"\x89PNG\r\n\x1a\n": PNG, b"\xff\xd8\xff": JPEG}
_ZIP_START = b"PK\x03\x04"
_MACROS = "vbaproject.bin"
# A scan has no text and a thick handbook many pages: the reviewers can read them all the same.
_STOPPING = frozenset(
    {
        RefusalCode.EMPTY,
        RefusalCode.TOO_LARGE,
        RefusalCode.ENCRYPTED,
        RefusalCode.DAMAGED,
        RefusalCode.ZIP_BOMB,
    }
)


class RefusedFile(Exception):
    """A file that is not taken; `code` says why, `name` which.

    Codes: `empty`, `too-large`, `encrypted`, `damaged`, `zip-bomb`, `macros`, `not-a-known-kind`.
    """

    def __init__(self, code: str, name: str) -> None:
        """Keep why and which."""
        super().__init__(code)
        self.code, self.name = code, name


@dataclass(frozen=True, slots=True)
class HandedInFile:
    """A file that can be taken. `has_personal_number`: in its name, or in its text as far as that could be read."""

    name: str
    media_type: str
    data: bytes
    has_personal_number: bool


def examined(name: str, data: bytes) -> HandedInFile:
    """Give the file with its kind by content.

    PDF and Word are opened in a process that can do no harm, to learn whether they can be opened at all.

    **Raises** RefusedFile.
    """
    if len(data) > FILE_LIMITS.max_bytes:
        raise RefusedFile("too-large", name)
    picture = next((kind for start, kind in _PICTURES.items() if data.startswith(start)), "")
    media_type, text = (picture, "") if picture else _read(name, data)
    is_found = bool(find_personal_numbers(name) or find_personal_numbers(text))
    return HandedInFile(name, media_type, data, is_found)


def _read(name: str, data: bytes) -> tuple[str, str]:
    """Give a file's media type and the text in it, as far as it has any."""
    parts = _parts(name, data) if data.startswith(_ZIP_START) else ()
    if any(part.endswith(_MACROS) for part in parts):
        raise RefusedFile("macros", name)
    if "xl/workbook.xml" in parts:
        return XLSX, _sheet_text(data)
    try:
        kind = kind_of(data)
    except Unreadable as refusal:
        code = refusal.code
        raise RefusedFile(code.value if code in _STOPPING else "not-a-known-kind", name) from refusal
    if kind is FileKind.TEXT:
        return TEXT, _decoded(name, data)
    if kind is FileKind.DOCX and "word/document.xml" not in parts:
        raise RefusedFile("not-a-known-kind", name)
    return (PDF if kind is FileKind.PDF else DOCX), _document_text(name, data)


def _parts(name: str, data: bytes) -> tuple[str, ...]:
    """Give the names of an archive's parts from its list; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(part.filename.lower() for part in archive.infolist()[: FILE_LIMITS.max_entries])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise RefusedFile("damaged", name) from error


def _document_text(name: str, data: bytes) -> str:
    try:
        with Sandbox() as sandbox:
            source = sandbox.extract(data, file_name=name)
    except Unreadable as refusal:
        if refusal.code in _STOPPING:
            raise RefusedFile(refusal.code.value, name) from refusal
        return ""
    return "\n".join(line.text for page in source.pages for line in page.lines)


def _sheet_text(data: bytes) -> str:
    try:
        rows = sheet_rows(data)
    except UnreadableSheet:
        # Too large for a list of people, or no rows in it: a workbook all the same.
        return ""
    return "\n".join("\t".join(row) for row in rows)


def _decoded(name: str, data: bytes) -> str:
    """Give plain text; what is no text under its name is of no kind that anybody could open here."""
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise RefusedFile("not-a-known-kind", name)
