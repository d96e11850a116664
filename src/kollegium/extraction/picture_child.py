"""The child process that draws one page of a PDF: the file on its input, a picture on its output.

Started by `pictures` as `python -m kollegium.extraction.picture_child LIMITS PAGE`; the first byte of the
answer says what follows: `P` a PNG, `R` the code of a refusal.
"""

from __future__ import annotations

import json
import sys

from kollegium.extraction.confinement import allow_processor_seconds, confine, die_with_parent
from kollegium.extraction.limits import FILE_LIMITS, ProcessLimits
from kollegium.extraction.pdf.picture import page_picture
from kollegium.extraction.refusal import RefusalCode, Unreadable


def main(arguments: list[str]) -> int:
    """Draw the page and return the exit status."""
    limits, number = ProcessLimits(*json.loads(arguments[0])), int(arguments[1])
    die_with_parent()
    confine(limits)
    allow_processor_seconds(limits.processor_seconds)
    data = sys.stdin.buffer.read(FILE_LIMITS.max_bytes + 1)
    try:
        answer = b"P" + page_picture(data, number)
    except Unreadable as refusal:
        answer = b"R" + refusal.code.encode()
    except MemoryError:
        answer = b"R" + RefusalCode.OUT_OF_MEMORY.encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
