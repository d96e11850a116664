"""Open the zip archive of a DOCX without being surprised by what it unpacks to."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

from kollegium.extraction.limits import FILE_LIMITS, MEBIBYTE, FileLimits
from kollegium.extraction.refusal import RefusalCode, Unreadable

_MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_CONTENT_TYPES = "[Content_Types].xml"
_CONTENT_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_ENCRYPTED_FLAG = 0x1
# Below this size a high ratio is only a repetitive document.
_RATIO_COUNTS_FROM = 12 * MEBIBYTE

# Whatever a broken archive makes the standard library raise.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    KeyError,
    IndexError,
)


class Archive:
    """The parts of a DOCX, read one at a time and never beyond the limits.

    Raises: `Unreadable` — `damaged`, `encrypted`, `zip-bomb`, `not-a-report-format`.
    """

    def __init__(self, data: bytes, limits: FileLimits = FILE_LIMITS) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise Unreadable(RefusalCode.DAMAGED) from error
        _check_sizes(entries, len(data), limits)
        self._names = {entry.filename for entry in entries}
        self.main = self._main_part()

    def part(self, name: str) -> Any:
        """Return the root element of an XML part, or None when the archive has no such part."""
        if name not in self._names:
            return None
        return _parsed(self._read(name))

    def beside(self, name: str) -> Any:
        """Return the root of a part in the folder of the main document, such as "styles.xml"."""
        folder = self.main.rpartition("/")[0]
        return self.part(f"{folder}/{name}" if folder else name)

    def _read(self, name: str) -> bytes:
        limit = self._limits.max_part
        try:
            with self._zip.open(name) as part:
                # The size in the directory may lie, so the reading itself is limited.
                content = part.read(limit + 1)
        except RuntimeError as error:
            raise Unreadable(RefusalCode.ENCRYPTED) from error
        except _BROKEN as error:
            raise Unreadable(RefusalCode.DAMAGED) from error
        if len(content) > limit:
            raise Unreadable(RefusalCode.ZIP_BOMB)
        return content

    def _main_part(self) -> str:
        if _CONTENT_TYPES not in self._names:
            raise Unreadable(RefusalCode.NOT_A_REPORT_FORMAT)
        root = _parsed(self._read(_CONTENT_TYPES))
        for override in root.iter(f"{_CONTENT_NAMESPACE}Override"):
            if override.get("ContentType") in _MAIN_TYPES:
                name = str(override.get("PartName", "")).lstrip("/")
                if name in self._names:
                    return name
                raise Unreadable(RefusalCode.DAMAGED)
        raise Unreadable(RefusalCode.NOT_A_REPORT_FORMAT)


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int, limits: FileLimits) -> None:
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise Unreadable(RefusalCode.ENCRYPTED)
    unpacked = sum(entry.file_size for entry in entries)
    too_dense = unpacked > _RATIO_COUNTS_FROM and unpacked > limits.max_ratio * max(packed, 1)
    if len(entries) > limits.max_entries or unpacked > limits.max_unpacked or too_dense:
        raise Unreadable(RefusalCode.ZIP_BOMB)


def _parsed(content: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise Unreadable(RefusalCode.DAMAGED) from error
    # A document of Word never declares entities; one that does is made to do harm.
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(RefusalCode.DAMAGED)
    return root
