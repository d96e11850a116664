"""Patterns that few reports need: compiled when first asked for, since compiling takes longer than matching."""

from __future__ import annotations

import re
from functools import cached_property


class RarePattern:
    """A pattern that is compiled on first use."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Give the pattern ready to match."""
        return re.compile(self._pattern, self._flags)
