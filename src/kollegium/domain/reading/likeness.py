"""How alike two folded wordings are. Its library is slow to load, and a well-kept report needs it nowhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


@cache
def likeness() -> Callable[..., float]:
    """Give the function that compares two texts: 100 for the same, 0 below its `score_cutoff`."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - slow import

    return fuzz.ratio
