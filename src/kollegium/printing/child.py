"""The process that turns trees into PDF: reads requests from standard input, answers on standard output.

It runs outside the program, because typst keeps what it has set and its memory grows with every
document, and so that a document that never ends can be stopped. It imports nothing of ours: it starts in the
time the interpreter needs.

A message is four bytes of length (big-endian) and a body. Request: JSON with ``template``, ``inputs``,
``format`` and ``moment`` (seconds since 1970). Answer: one byte, ``P`` for the printed file or ``E`` for
an error message, and the content.
"""

import json
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
            answer = b"P" + _printed(json.loads(request), compilers, fonts)
        except (typst.TypstError, RuntimeError) as error:  # a template that is not there is a RuntimeError
            answer = b"E" + str(error).encode()
        answers.write(struct.pack(">I", len(answer)) + answer)
        answers.flush()


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
