"""A warm child process that prints: one document at a time, replaced before its memory has grown large."""

import atexit
import contextlib
import json
import os
import pickle
import struct
import subprocess
import sys
import threading
from pathlib import Path

from kollegium.printing.errors import PrintingFailed, PrintingTimedOut
from kollegium.printing.tree import Document

CHILD = Path(__file__).with_name("child.py")
DOCUMENTS_PER_CHILD = 20
SECONDS_PER_DOCUMENT = 60.0


class Typesetter:
    """Prints through one child process at a time; safe to share between threads.

    ``documents_per_child`` and ``seconds`` (per document) are the limits after which a child is replaced.
    """

    def __init__(
        self,
        *,
        documents_per_child: int = DOCUMENTS_PER_CHILD,
        seconds: float = SECONDS_PER_DOCUMENT,
        child: Path = CHILD,
    ) -> None:
        self._documents_per_child = documents_per_child
        self._seconds = seconds
        self._child = child
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._printed = 0

    @property
    def process_id(self) -> int | None:
        """The id of the waiting child, ``None`` before the first document and after :meth:`close`."""
        return self._process.pid if self._process else None

    def typeset(
        self, template: str, inputs: dict[str, str], *, moment: int, file_format: str = "pdf"
    ) -> bytes:
        """Give the file that ``template`` (a name in ``typst/``) makes of ``inputs``.

        Units: ``moment`` is the file's date in seconds since 1970, so that equal inputs give equal bytes.
        Raises: PrintingFailed with typst's words; PrintingTimedOut after the time limit. Either way the
        next document gets a working child.
        """
        request = {"template": template, "inputs": inputs, "format": file_format, "moment": moment}
        return self._printed_by_child(json.dumps(request, ensure_ascii=True).encode())

    def word(self, document: Document, pictures: list[bytes]) -> bytes:
        """Give a document as a Word file; ``pictures`` holds a PNG for each of its figures, in order.

        Raises: as :meth:`typeset`.
        """
        return self._printed_by_child(b"W" + pickle.dumps((document, pictures)))

    def _printed_by_child(self, body: bytes) -> bytes:
        with self._lock:
            answer = self._exchange(struct.pack(">I", len(body)) + body)
            self._printed += 1
            if self._printed >= self._documents_per_child:
                self._replace()
        if answer[:1] == b"E":
            raise PrintingFailed(answer[1:].decode(errors="replace"))
        return answer[1:]

    def close(self) -> None:
        """Stop the child, if there is one; a later document starts a new one."""
        with self._lock:
            self._stop()

    def _exchange(self, message: bytes) -> bytes:
        process = self._running()
        timed_out = threading.Event()

        def give_up() -> None:
            timed_out.set()
            process.kill()

        alarm = threading.Timer(self._seconds, give_up)
        alarm.daemon = True
        alarm.start()
        try:
            answer = _ask(process, message)
        finally:
            alarm.cancel()
        if answer is None or timed_out.is_set():
            self._stop()
        if answer is None:
            if timed_out.is_set():
                raise PrintingTimedOut(f"the document was not printed within {self._seconds:g} seconds")
            raise PrintingFailed("the printing process ended while it printed the document")
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        # A forked worker must not share its parent's pipes: two documents would mix.
        if self._owner != os.getpid():
            self._process = None
        if self._process is not None and self._process.poll() is not None:
            self._stop()
        return self._process or self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        # -P: the child's own folder must not be searched for modules, it has files named like libraries.
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(self._child)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # One thread: as fast for one report, a fifth less work, and fair to the others on the machine.
            env=os.environ | {"RAYON_NUM_THREADS": "1"},
            start_new_session=True,
        )
        self._owner = os.getpid()
        self._printed = 0
        return self._process

    def _replace(self) -> None:
        """Change to a fresh child, which loads while nobody waits for it."""
        self._stop()
        self._start()

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()


def _ask(process: subprocess.Popen[bytes], message: bytes) -> bytes | None:
    """Give the child's answer, or ``None`` when it ended without one."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(message)
        process.stdin.flush()
    except OSError:
        return None
    size = process.stdout.read(4)
    if len(size) < 4:
        return None
    length = struct.unpack(">I", size)[0]
    answer = process.stdout.read(length)
    return answer if len(answer) == length else None


_shared = Typesetter()
atexit.register(_shared.close)


def shared() -> Typesetter:
    """Give the program's own typesetter."""
    return _shared
