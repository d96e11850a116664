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
from dataclasses import asdict
from pathlib import Path
from queue import Empty, LifoQueue
from types import TracebackType
from typing import Self

from kollegium.domain.reading.pages import SourceText
from kollegium.extraction.by_content import check
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
_OUT_OF_MEMORY_SIGNALS = {signal.SIGKILL, signal.SIGABRT}


class Sandbox:
    """One child process, started on first need, kept warm, replaced after a fault or many files.

    Safe to use from several threads; files are then read one after the other. Plain text is decoded
    without the child: there is no parser in it to attack.
    """

    def __init__(self, limits: ProcessLimits = PROCESS_LIMITS) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._files_read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm_up(self) -> None:
        """Start the child now, so that the first file does not wait for it."""
        with self._lock:
            self._started()

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
        if check(data) is FileKind.TEXT:
            return text_lines(data)
        with self._lock:
            return self._read(data)

    def _read(self, data: bytes) -> SourceText:
        fresh = self._child is None or self._child.poll() is not None
        child = self._started()
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

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._end()
        command = [sys.executable, "-m", "kollegium.extraction.child", json.dumps(asdict(self._limits))]
        self._child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            # Nothing of the server's environment (secrets, addresses) reaches the child.
            env={"PYTHONPATH": _SOURCE_FOLDER, "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"},
            bufsize=0,
        )
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                os.set_blocking(pipe.fileno(), False)
        self._files_read = 0
        return self._child

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

    def warm_up(self) -> None:
        """Start the child that would read the next file, if one is free."""
        try:
            sandbox = self._free.get_nowait()
        except Empty:
            return
        try:
            sandbox.warm_up()
        finally:
            self._free.put(sandbox)

    def close(self) -> None:
        """End all children."""
        for sandbox in self._all:
            sandbox.close()


def _exchange(child: subprocess.Popen[bytes], data: bytes, deadline: float) -> bytes:
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
