"""The process that turns trees into files: reads requests from standard input, answers on standard output.

It runs outside the program, because typst keeps what it has set and its memory grows with every
document, because a Word file being made takes memory that a web server would not give back, and so that a
document that never ends can be stopped. It imports nothing of ours before a Word file is asked for: it starts
in the time the interpreter needs.

A message is four bytes of length (big-endian) and a body. Request for typst: JSON with ``template``,
``inputs``, ``format`` and ``moment`` (seconds since 1970). Request for Word: ``W`` and a pickled pair of a
document tree and its pictures. Answer: one byte, ``P`` for the printed file or ``E`` for an error message, and
the content.
"""

import json
import pickle  # what comes through the pipe is our own parent's
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO

import typst

HERE = Path(__file__).parent


def main() -> None:
    """Answer requests until standard input ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[HERE / "fonts"])
    compilers: dict[str, typst.Compiler] = {}
    while (request := _read(requests)) is not None:
        try:
            answer = b"P" + _answer(request, compilers, fonts)
        except (typst.TypstError, RuntimeError, ValueError) as error:  # a missing template is a RuntimeError
            answer = b"E" + str(error).encode()
        answers.write(struct.pack(">I", len(answer)) + answer)
        answers.flush()


def _answer(request: bytes, compilers: dict[str, typst.Compiler], fonts: typst.Fonts) -> bytes:
    if request[:1] != b"W":
        return _printed(json.loads(request), compilers, fonts)
    from kollegium.printing.word import word_file  # noqa: PLC0415 - slow import

    document, pictures = pickle.loads(request[1:])  # noqa: S301 - from our own parent
    return word_file(document, pictures)


def _printed(request: dict[str, Any], compilers: dict[str, typst.Compiler], fonts: typst.Fonts) -> bytes:
    template = request["template"]
    if template not in compilers:
        compilers[template] = typst.Compiler(
            HERE / "typst" / template, root=HERE / "typst", font_paths=fonts, ignore_system_fonts=True
        )
    is_pdf = request["format"] == "pdf"
    printed = compilers[template].compile(
        format=request["format"],
        sys_inputs=request["inputs"],
        pdf_standards=["ua-1", "a-2a"] if is_pdf else [],
        timestamp=request["moment"],
        ppi=200.0,
    )
    return bytes(printed[0] if isinstance(printed, list) else printed or b"")


def _read(stream: BinaryIO) -> bytes | None:
    size = stream.read(4)
    if len(size) < 4:
        return None
    return stream.read(struct.unpack(">I", size)[0])


if __name__ == "__main__":
    main()
