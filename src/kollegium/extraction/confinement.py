"""What the child process gives up before it opens a file of unknown origin."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
import threading
import time

from kollegium.extraction.limits import ProcessLimits

_PARENT_CHECK_SECONDS = 0.5

# Standard input, output and error; with no further one allowed, no file and no socket can be opened.
_OPEN_FILES = 3

_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_RETURN_ALLOW = 0x7FFF0000
_RETURN_EPERM = 0x00050001
_LOAD_WORD = 0x20
_JUMP_EQUAL = 0x15
_RETURN = 0x06
_OFFSET_NUMBER = 0
_OFFSET_ARCHITECTURE = 4

# socket, connect, execve, execveat, ptrace, kill, unlink(at), rename(at, at2), rmdir, truncate, fork, vfork
_DENIED_CALLS = {
    "x86_64": (0xC000003E, (41, 42, 59, 322, 101, 62, 87, 263, 82, 264, 316, 84, 76, 57, 58)),
    "aarch64": (0xC00000B7, (198, 203, 221, 281, 117, 129, 35, 38, 276, 45)),
}


class _Instruction(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_ushort),
        ("jump_true", ctypes.c_ubyte),
        ("jump_false", ctypes.c_ubyte),
        ("operand", ctypes.c_uint32),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(_Instruction))]


def die_with_parent() -> None:
    """End this process soon after its parent, also while a file is being read.

    A thread looks, since Linux's own signal follows the parent's thread and macOS has none.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_PARENT_CHECK_SECONDS)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def confine(limits: ProcessLimits) -> None:
    """Give up memory beyond the limit, writing, opening of files, new processes and the network.

    Everything needed must be imported before. Best effort: what a system does not know is skipped.
    """
    _lower(resource.RLIMIT_AS, limits.memory)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _lower(resource.RLIMIT_NPROC, 0)
    if sys.platform == "linux":
        _filter_calls()


def allow_processor_seconds(seconds: int) -> None:
    """Let the process use this much more processor time; beyond it the system ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def _lower(kind: int, amount: int) -> None:
    try:
        resource.setrlimit(kind, (amount, amount))
    except (ValueError, OSError):
        # macOS refuses some of these; the time limit of the parent still holds.
        return


def _filter_calls() -> None:
    known = _DENIED_CALLS.get(os.uname().machine)
    if known is None:
        return
    architecture, denied = known
    count = len(denied)
    program = [
        _Instruction(_LOAD_WORD, 0, 0, _OFFSET_ARCHITECTURE),
        _Instruction(_JUMP_EQUAL, 0, count + 2, architecture),
        _Instruction(_LOAD_WORD, 0, 0, _OFFSET_NUMBER),
        *(_Instruction(_JUMP_EQUAL, count - place, 0, call) for place, call in enumerate(denied)),
        _Instruction(_RETURN, 0, 0, _RETURN_ALLOW),
        _Instruction(_RETURN, 0, 0, _RETURN_EPERM),
    ]
    instructions = (_Instruction * len(program))(*program)
    filter_program = _Program(len(program), instructions)
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        library.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(filter_program), 0, 0)
