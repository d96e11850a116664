"""Pictures of the pages of a PDF of unknown origin, each drawn in a process that can do no harm."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

from kollegium.extraction.limits import PROCESS_LIMITS, ProcessLimits
from kollegium.extraction.refusal import RefusalCode, Unreadable

_SOURCE_FOLDER = str(Path(__file__).resolve().parents[2])
_START_SECONDS = 10.0
# A reader opens a few pages at a time; more children than this would only slow each other down.
_AT_ONCE = threading.BoundedSemaphore(2)


def picture_of_page(data: bytes, number: int, *, limits: ProcessLimits = PROCESS_LIMITS) -> bytes:
    """Return one page of a PDF (counted from 1) as a PNG.

    Raises: `Unreadable`, with one of the codes in `RefusalCode`; `timed-out` also when others' pages
    took all the time there was.
    """
    allowed = limits.wall_seconds + _START_SECONDS
    if not _AT_ONCE.acquire(timeout=allowed):
        raise Unreadable(RefusalCode.TIMED_OUT)
    try:
        answer = _answer(data, number, limits, allowed)
    finally:
        _AT_ONCE.release()
    kind, content = answer[:1], answer[1:]
    if kind == b"P":
        return content
    known = {code.value for code in RefusalCode}
    code = content.decode("ascii", "replace")
    raise Unreadable(code if kind == b"R" and code in known else RefusalCode.DAMAGED)


def _answer(data: bytes, number: int, limits: ProcessLimits, allowed: float) -> bytes:
    command = [
        sys.executable,
        "-m",
        "kollegium.extraction.picture_child",
        json.dumps(limits),
        str(number),
    ]
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            # Nothing of the server's environment (secrets, addresses) reaches the child.
            env={"PYTHONPATH": _SOURCE_FOLDER, "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"},
            timeout=allowed,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(RefusalCode.TIMED_OUT) from error
    if -done.returncode == signal.SIGXCPU:
        raise Unreadable(RefusalCode.TIMED_OUT)
    return done.stdout
