"""Where many known wordings stand in a text, found in one pass over it instead of one for each."""

from __future__ import annotations

from collections.abc import Sequence

# The text is looked at every so many characters, and so many of them at a time.
_STEP = 12
_SAMPLE = 12
# A wording of this length has a whole sample in it wherever it stands.
_LONG_ENOUGH = _STEP + _SAMPLE - 1


class Occurrences:
    """Finds a fixed set of wordings, each known by its number in the order given.

    Wherever a wording stands, one of its first `_STEP` offsets falls on a place the text is looked at; the
    sample there names the few wordings that may stand around it, and only those are compared.
    """

    def __init__(self, wordings: Sequence[str]) -> None:
        self._wordings = tuple(wordings)
        self._short = [n for n, wording in enumerate(self._wordings) if len(wording) < _LONG_ENOUGH]
        self._samples: dict[str, list[tuple[int, int]]] = {}
        for number, wording in enumerate(self._wordings):
            for offset in range(_STEP if len(wording) >= _LONG_ENOUGH else 0):
                sample = wording[offset : offset + _SAMPLE]
                self._samples.setdefault(sample, []).append((number, offset))

    def in_text(self, text: str) -> dict[int, list[int]]:
        """Give every place of every wording that the text holds, overlapping ones too.

        Shape: number of the wording → where it starts, ascending; the numbers ascend as well.
        """
        found: dict[int, list[int]] = {}
        samples = self._samples
        looked_at = range(0, len(text) - _SAMPLE + 1, _STEP)
        for place in [one for one in looked_at if text[one : one + _SAMPLE] in samples]:
            for number, offset in samples[text[place : place + _SAMPLE]]:
                start = place - offset
                if start >= 0 and text.startswith(self._wordings[number], start):
                    found.setdefault(number, []).append(start)
        for number in self._short:
            wording = self._wordings[number]
            start = text.find(wording)
            while start >= 0:
                found.setdefault(number, []).append(start)
                start = text.find(wording, start + 1)
        return {number: sorted(found[number]) for number in sorted(found)}
