"""A warm child process that reads files of unknown origin under limits."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, LifoQueue
from types import TracebackType
from typing import Self

from kollegium.domain.reading.pages import SourceText
from kollegium.extraction.by_content import check
from kollegium.extraction.forked import ForkedChild, may_fork
from kollegium.extraction.formats import FileKind
from kollegium.extraction.limits import PROCESS_LIMITS, ProcessLimits
from kollegium.extraction.refusal import RefusalCode, Unreadable
from kollegium.extraction.text import text_lines
from kollegium.extraction.wire import unpacked

_SOURCE_FOLDER = str(Path(__file__).resolve().parents[2])
# The first file also waits for the child's imports.
_START_SECONDS = 20.0
# An answer holds at most MAX_CHARACTERS with places; more is a child gone astray.
_MAX_ANSWER = 256 * 1024 * 1024
# Without `site`, which a child that is told its import path does not need, and without `-m`, which
# loads a machinery of its own: both only make the child start later.
_START = ("-S", "-c", "import sys; from kollegium.extraction.child import main; sys.exit(main(sys.argv[1:]))")
_ALL_KINDS = (FileKind.PDF, FileKind.DOCX)
_OUT_OF_MEMORY_SIGNALS = {signal.SIGKILL, signal.SIGABRT}

_Child = subprocess.Popen[bytes] | ForkedChild


class Sandbox:
    """One child process, started on first need, kept warm, replaced after a fault or many files.

    Safe to use from several threads; files are then read one after the other. Plain text is decoded
    without the child: there is no parser in it to attack.
    """

    def __init__(self, limits: ProcessLimits = PROCESS_LIMITS) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._kinds: tuple[FileKind, ...] = ()
        self._files_read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm_up(self, kind: FileKind | None = None, *, copy: bool = False) -> None:
        """Start the child now, so that the first file does not wait for it.

        With a kind it loads only what such files need, and starts sooner; when another kind comes
        after all, a child that reads every kind takes its place. With `copy` it may be a copy of this
        process where that is safe, which starts sooner still: for a command with nothing secret in it.
        """
        with self._lock:
            if not self._reads(kind):
                kinds = _ALL_KINDS if kind is None or self._is_running() else (kind,)
                self._start(kinds, copy=copy)

    def close(self) -> None:
        """End the child; the sandbox can be used again and starts another."""
        with self._lock:
            self._end()

    @property
    def process_id(self) -> int | None:
        """The child's process id while it runs."""
        return self._child.pid if self._child else None

    def extract(self, data: bytes, *, file_name: str) -> SourceText:
        """Return the pages of lines and marks of a file.

        Raises: `Unreadable`, with one of the codes in `RefusalCode`; `timed-out` and
        `out-of-memory` when the child had to be ended.
        """
        kind = check(data)
        if kind is FileKind.TEXT:
            return text_lines(data)
        with self._lock:
            return self._read(data, kind)

    def _read(self, data: bytes, kind: FileKind) -> SourceText:
        fresh = not self._reads(kind)
        child = self._start(_ALL_KINDS) if fresh or self._child is None else self._child
        allowed = self._limits.wall_seconds + (_START_SECONDS if fresh else 0.0)
        try:
            answer = _exchange(child, data, time.monotonic() + allowed)
        except TimeoutError as error:
            self._end()
            raise Unreadable(RefusalCode.TIMED_OUT) from error
        except EOFError as error:
            raise Unreadable(self._cause_of_death()) from error
        self._files_read += 1
        try:
            return unpacked(answer)
        except Unreadable as refusal:
            if refusal.code is RefusalCode.OUT_OF_MEMORY or refusal.__cause__ is not None:
                self._end()
            raise
        except (ValueError, TypeError, KeyError) as error:
            self._end()
            raise Unreadable(RefusalCode.DAMAGED) from error
        finally:
            if self._files_read >= self._limits.files_per_process:
                self._end()

    def _is_running(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def _reads(self, kind: FileKind | None) -> bool:
        """Whether the child runs and reads files of this kind (None: of any)."""
        return self._is_running() and (kind is None or kind in self._kinds)

    def _start(self, kinds: tuple[FileKind, ...], *, copy: bool = False) -> _Child:
        """Start a child that reads these kinds, in the place of the one before."""
        self._end()
        self._kinds = kinds
        arguments = [json.dumps(self._limits), *kinds]
        self._child = child = _copied(arguments) if copy and may_fork() else _launched(arguments)
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                os.set_blocking(pipe.fileno(), False)
        self._files_read = 0
        return child

    def _end(self) -> int:
        """End the child if there is one; return how it ended (negative: by that signal)."""
        child, self._child = self._child, None
        if child is None:
            return 0
        if child.poll() is None:
            child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()
        return child.wait()

    def _cause_of_death(self) -> RefusalCode:
        """Return why the child ended in the middle of a file."""
        child = self._child
        try:
            status = child.wait(timeout=5) if child is not None else 0
        except subprocess.TimeoutExpired:
            status = 0
        self._end()
        if -status == signal.SIGXCPU:
            return RefusalCode.TIMED_OUT
        if -status in _OUT_OF_MEMORY_SIGNALS:
            return RefusalCode.OUT_OF_MEMORY
        return RefusalCode.DAMAGED


class SandboxPool:
    """Several sandboxes, for reading files side by side from threads."""

    def __init__(self, size: int, limits: ProcessLimits = PROCESS_LIMITS) -> None:
        self._all = [Sandbox(limits) for _ in range(max(1, size))]
        # Last in, first out: with little to do, one child stays warm and the others never start.
        self._free: LifoQueue[Sandbox] = LifoQueue()
        for sandbox in reversed(self._all):
            self._free.put(sandbox)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def extract(self, data: bytes, *, file_name: str) -> SourceText:
        """Return the pages of a file, from the next free child; raises like `Sandbox.extract`."""
        if check(data) is FileKind.TEXT:
            return text_lines(data)
        sandbox = self._free.get()
        try:
            return sandbox.extract(data, file_name=file_name)
        finally:
            self._free.put(sandbox)

    def warm_up(self, kind: FileKind | None = None, *, copy: bool = False) -> None:
        """Start the child that would read the next file, if one is free; see `Sandbox.warm_up`."""
        try:
            sandbox = self._free.get_nowait()
        except Empty:
            return
        try:
            sandbox.warm_up(kind, copy=copy)
        finally:
            self._free.put(sandbox)

    def close(self) -> None:
        """End all children."""
        for sandbox in self._all:
            sandbox.close()


def _launched(arguments: list[str]) -> _Child:
    return subprocess.Popen(
        [sys.executable, *_START, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        # Nothing of the server's environment (secrets, addresses) reaches the child.
        env={"PYTHONPATH": _import_path(), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"},
        bufsize=0,
    )


def _copied(arguments: list[str]) -> _Child:
    def run() -> int:
        from kollegium.extraction.child import main  # noqa: PLC0415 - slow import, for the child alone

        return main(arguments)

    return ForkedChild(run)


def _import_path() -> str:
    """Return where this process finds its modules, so that the child finds the same."""
    return os.pathsep.join([_SOURCE_FOLDER, *(folder for folder in sys.path if os.path.isabs(folder))])


def _exchange(child: _Child, data: bytes, deadline: float) -> bytes:
    """Send a file and return the answer.

    Raises: `TimeoutError` past the deadline (monotonic clock); `EOFError` when the child is gone.
    """
    if child.stdin is None or child.stdout is None:
        raise EOFError
    rest = memoryview(len(data).to_bytes(4, "big") + data)
    while rest:
        _wait(deadline, write=child.stdin.fileno())
        try:
            rest = rest[os.write(child.stdin.fileno(), rest[: 1 << 16]) :]
        except BlockingIOError:
            continue
        except BrokenPipeError as error:
            raise EOFError from error
    size = int.from_bytes(_receive(child.stdout.fileno(), 4, deadline), "big")
    if size > _MAX_ANSWER:
        raise EOFError
    return _receive(child.stdout.fileno(), size, deadline)


def _receive(pipe: int, size: int, deadline: float) -> bytes:
    pieces: list[bytes] = []
    while size:
        _wait(deadline, read=pipe)
        try:
            piece = os.read(pipe, min(size, 1 << 20))
        except BlockingIOError:
            continue
        if not piece:
            raise EOFError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _wait(deadline: float, *, read: int | None = None, write: int | None = None) -> None:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    poller = select.poll()
    if read is not None:
        poller.register(read, select.POLLIN | select.POLLHUP)
    if write is not None:
        poller.register(write, select.POLLOUT | select.POLLHUP | select.POLLERR)
    if not poller.poll(left * 1000):
        raise TimeoutError
