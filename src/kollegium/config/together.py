"""Web server and worker as copies of one process that has read the program in (Linux).

Started as `python -m kollegium.config.together` with granian's arguments, the application last. A line on
standard input lets the worker begin; the web server begins at once.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import sys
import time
from collections.abc import Callable

from granian.cli import entrypoint

from kollegium.config.web import answer_open_pages, copies_share, read_in
from kollegium.jobs.memory import keep_little_memory

WEB_NAME, WORKER_NAME = "kollegium-web", "kollegium-work"
RESTART_PAUSE_SECONDS = 2
_PAUSE_SECONDS = 0.2
# A little longer than the worker gives a job, and less than whoever started us waits.
_STOP_SECONDS = 22
_SET_NAME, _DIE_WITH_PARENT = 15, 1  # PR_SET_NAME and PR_SET_PDEATHSIG of prctl(2)


def main() -> int:
    """Serve and work until SIGTERM, or until the web server ends; give the exit code."""
    keep_little_memory()
    copies_share()
    read_in(sys.argv[-1])
    answer_open_pages(sys.argv[-1])
    # Before there is a child that could be forgotten.
    stopping: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: stopping.append(number))
    children = {WEB_NAME: _copy(WEB_NAME, entrypoint)}
    try:
        return _watch(children, stopping)
    finally:
        _stop_all(children)


def _watch(children: dict[str, int], stopping: list[int]) -> int:
    """Begin the worker when that is asked for, and again whenever it ends."""
    begin_worker_at: float | None = None
    listening = True
    while not stopping:
        if listening and _line_came():
            listening, begin_worker_at = False, time.monotonic()
        if begin_worker_at is not None and time.monotonic() >= begin_worker_at:
            children[WORKER_NAME], begin_worker_at = _copy(WORKER_NAME, _work), None
        for name in _ended(children):
            del children[name]
            if name == WEB_NAME:
                return 1
            print("The worker ended and is started again.", file=sys.stderr, flush=True)
            begin_worker_at = time.monotonic() + RESTART_PAUSE_SECONDS
        time.sleep(_PAUSE_SECONDS)
    return 0


def _line_came() -> bool:
    ready, _, _ = select.select([sys.stdin], [], [], 0)
    return bool(ready and os.read(sys.stdin.fileno(), 1))


def _ended(children: dict[str, int]) -> list[str]:
    return [name for name, number in children.items() if os.waitpid(number, os.WNOHANG)[0]]


def _copy(name: str, work: Callable[[], object]) -> int:
    """Give the number of a new process that does the work as a copy of this one, and ends when it does."""
    parent = os.getpid()
    number = os.fork()
    if number:
        return number
    code = 1
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        libc = ctypes.CDLL(None)
        libc.prctl(_SET_NAME, name.encode(), 0, 0, 0)
        libc.prctl(_DIE_WITH_PARENT, signal.SIGTERM, 0, 0, 0)
        os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
        if os.getppid() == parent:
            work()
            code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        # Not by the way of an ordinary end: that is the parent's.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _work() -> None:
    from kollegium.jobs.worker import run  # noqa: PLC0415 - needs the loaded models

    run()


def _stop_all(children: dict[str, int]) -> None:
    """Ask every child to end, wait, and end what does not."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for number in children.values():
        os.kill(number, signal.SIGTERM)
    left, deadline = dict(children), time.monotonic() + _STOP_SECONDS
    while left:
        for name in _ended(left):
            del left[name]
        if left and time.monotonic() > deadline:
            for number in left.values():
                os.kill(number, signal.SIGKILL)
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
