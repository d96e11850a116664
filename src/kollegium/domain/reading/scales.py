"""Sentences of a grade scale printed in other words: taken out of the text, never into a narrative."""

from __future__ import annotations

from collections.abc import Sequence

from kollegium.domain.reading.catalogue import Catalogue, Wording
from kollegium.domain.reading.fragments import Fragment, Kind
from kollegium.domain.reading.likeness import likeness
from kollegium.domain.reading.neighbours import SKIPPED
from kollegium.domain.reading.text import fold, starts_lower

_MAX_ROWS = 5
_BESIDE_SCALE = 72.0
_WITH_LETTER = 80.0


def claim_reworded_scales(fragments: list[Fragment], catalogue: Catalogue) -> None:
    """Mark text that is like a scale's sentence and stands beside one or begins with its letter."""
    if not any(one.kind is Kind.SCALE for one in fragments):
        return
    scale = Wording.SCALE
    steps = [entry for entry in catalogue.entries if entry.wording is scale and entry.lettered]
    if not steps:
        return
    letters = {entry.key for entry in steps}
    wordings = [(entry.key, entry.folded) for entry in steps]
    claim = 1 + max((one.claim for one in fragments), default=0)
    position = 0
    while position < len(fragments):
        if fragments[position].kind is not Kind.TEXT:
            claim += 1
            position += 1
            continue
        end, key = _scale_at(fragments, position, letters, wordings)
        for fragment in fragments[position:end]:
            if fragment.kind is Kind.TEXT:
                fragment.kind, fragment.key, fragment.claim = Kind.SCALE, key, claim
        claim += 1
        position = max(end, position + 1)


def _scale_at(
    fragments: Sequence[Fragment], position: int, letters: set[str], steps: list[tuple[str, str]]
) -> tuple[int, str]:
    """Give where a reworded sentence that begins here ends and its letter; the position itself for none."""
    fragment = fragments[position]
    bare = fragment.text.lstrip("☐☑☒□■✓✔ \t")
    lettered = len(bare) > 3 and bare[0] in letters and bare[1] in ".)"
    beside = position > 0 and fragments[position - 1].kind is Kind.SCALE
    if not (lettered or beside):
        return position, ""
    window, best = "", (0.0, position, "")
    for end in range(position, min(len(fragments), position + _MAX_ROWS)):
        if fragments[end].kind in SKIPPED:
            continue
        if fragments[end].kind is not Kind.TEXT:
            break
        window += fold(fragments[end].text)
        for key, folded in steps:
            score = likeness()(
                window, folded if lettered else folded[len(fold(key)) :], score_cutoff=_BESIDE_SCALE
            )
            if score > best[0]:
                best = (score, end + 1, key)
    goes_on = (
        best[1] < len(fragments)
        and fragments[best[1]].kind is Kind.TEXT
        and starts_lower(fragments[best[1]].text)
    )
    if best[0] < (_BESIDE_SCALE if beside else _WITH_LETTER) or goes_on:
        return position, ""
    return best[1], best[2]
