"""The child process: reads files that the parent sends, one after the other, and nothing else.

Started by `Sandbox` with the limits and the kinds of file it is to read; talks in frames of a length
(4 bytes, big-endian) and that many bytes: a file in, JSON out.
"""

from __future__ import annotations

import codecs
import json
import os
import sys
from collections.abc import Iterable

from kollegium.extraction.by_content import extract
from kollegium.extraction.confinement import allow_processor_seconds, confine, die_with_parent
from kollegium.extraction.formats import FileKind
from kollegium.extraction.limits import ProcessLimits
from kollegium.extraction.refusal import RefusalCode, Unreadable
from kollegium.extraction.wire import packed, packed_refusal

_INPUT, _OUTPUT = 0, 1
_LENGTH_BYTES = 4
# Named here because they are looked up on first use, when no file can be opened any more.
_CODECS = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "utf-16",
    "utf-32-le",
    "utf-32-be",
    "cp437",
    "cp1252",
    "latin-1",
    "mac-roman",
)
# A file of each kind that has just enough in it to be given to its reader.
_SAMPLES = {FileKind.PDF: b"%PDF-1.4", FileKind.DOCX: b"PK\x03\x04", FileKind.TEXT: b"text"}


def main(arguments: list[str]) -> int:
    """Read files until the parent closes the pipe; return the exit status."""
    limits = ProcessLimits(*json.loads(arguments[0]))
    _warm_up(FileKind(kind) for kind in arguments[1:])
    die_with_parent()
    confine(limits)
    while True:
        data = _receive()
        if data is None:
            return 0
        allow_processor_seconds(limits.processor_seconds)
        _send(_answer(data))


def _answer(data: bytes) -> bytes:
    """Return the frame for a file: its pages, or why it is refused."""
    try:
        return packed(extract(data, file_name=""))
    except Unreadable as refusal:
        return packed_refusal(refusal)
    except MemoryError:
        return packed_refusal(Unreadable(RefusalCode.OUT_OF_MEMORY))
    except Exception as fault:
        return packed_refusal(Unreadable(RefusalCode.DAMAGED), cause=f"{type(fault).__name__}: {fault}")


def _warm_up(kinds: Iterable[FileKind]) -> None:
    """Load all that reading files of these kinds needs, since nothing can be loaded later."""
    for name in _CODECS:
        codecs.lookup(name)
    for kind in kinds:
        try:
            extract(_SAMPLES[kind], file_name="")
        except Unreadable:
            continue
    sys.dont_write_bytecode = True


def _receive() -> bytes | None:
    header = _read_exactly(_LENGTH_BYTES)
    return None if header is None else _read_exactly(int.from_bytes(header, "big"))


def _read_exactly(size: int) -> bytes | None:
    pieces: list[bytes] = []
    while size:
        piece = os.read(_INPUT, min(size, 1 << 20))
        if not piece:
            return None
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _send(content: bytes) -> None:
    rest = memoryview(len(content).to_bytes(_LENGTH_BYTES, "big") + content)
    while rest:
        rest = rest[os.write(_OUTPUT, rest) :]
