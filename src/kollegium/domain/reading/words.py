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
        return isinstance(word, str) and word.islower() and self._stands(word)

    def _stands(self, word: str) -> bool:
        """Tell whether a word stands in the report; few are asked for, so none is counted for it."""
        text, start = self._text, self._text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()):
                return True
            start = text.find(word, end)
        return False

    @cached_property
    def without_case(self) -> Counter[str]:
        """How often each word stands there, counted in small letters."""
        counts: Counter[str] = Counter()
        for word, count in Counter(_WORD.findall(self._text)).items():
            counts[word.lower()] += count
        return counts

    @cached_property
    def _text(self) -> str:
        return "\n".join(row.text for row in self._rows)
