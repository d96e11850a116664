"""How much memory a long-lived process keeps for itself."""

from __future__ import annotations

import ctypes
import sys

# The numbers of mallopt(3), and what is asked for.
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
_ARENAS = 2
_LARGE = 128 * 1024


def keep_little_memory() -> None:
    """Let threads share two stores of free memory, and give what is large back at once (glibc).

    By default each thread keeps a store of its own, and one large page or file is enough for glibc to
    keep as much from then on.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):
        libc.mallopt(_ARENA_MAX, _ARENAS)
        libc.mallopt(_MMAP_THRESHOLD, _LARGE)
        libc.mallopt(_TRIM_THRESHOLD, _LARGE)
