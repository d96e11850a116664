"""The words of a report, counted when somebody first asks: a well-kept report is read without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from kollegium.domain.reading.rows import Row

_WORD = re.compile(r"[^\W\d_]+")


class ReportWords:
    """The words of a report; `word in words` tells whether one stands there in small letters."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word.islower() and word in self._as_printed

    @cached_property
    def without_case(self) -> Counter[str]:
        """How often each word stands there, counted in small letters."""
        counts: Counter[str] = Counter()
        for word, count in self._as_printed.items():
            counts[word.lower()] += count
        return counts

    @cached_property
    def _as_printed(self) -> Counter[str]:
        return Counter(_WORD.findall("\n".join(row.text for row in self._rows)))
