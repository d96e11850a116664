"""Reworded criteria: windows of free text compared with the criteria not yet found, best first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kollegium.domain.reading.catalogue import Catalogue
from kollegium.domain.reading.doubts import DoubtList
from kollegium.domain.reading.fragments import Fragment, Kind
from kollegium.domain.reading.likeness import likeness
from kollegium.domain.reading.neighbours import SKIPPED, structure_after, structure_before
from kollegium.domain.reading.text import (
    ends_sentence,
    fold,
    is_unfinished,
    join_lines,
    sentences,
    starts_lower,
)

_MAX_WINDOW = 8
_MAX_LENGTH_CHANGE = 0.45
# How alike a text must be, by what stands on its two sides. Unrelated Swedish sentences reach 45–55.
_ONLY_ONE_BETWEEN = 56.0
_BETWEEN_NEIGHBOURS = 62.0
_BESIDE_NEIGHBOUR = 68.0
_BESIDE_OUT_OF_ORDER = 80.0
_UNDER_LIST_HEADING = 76.0
_ALONE = 86.0
# Where the area's list stands elsewhere, a sentence of the narrative may well speak like a criterion.
_ALONE_BESIDE_LIST = 95.0
_A_LIST = 3
_NEVER = 101.0
_SURE, _CLEAR_LEAD = 95.0, 3.0
_KEY_LEAD = re.compile(r"\W*[A-ZÅÄÖ]?\d{1,2}[.):]?\s+(?=[A-ZÅÄÖ])")


class _Candidate(NamedTuple):
    """A window of text fragments (first and last position, both included) that is like a criterion."""

    first: int
    last: int
    key: str
    score: float


def claim_near(fragments: list[Fragment], catalogue: Catalogue, doubts: DoubtList) -> list[Fragment]:
    """Give the fragments with reworded criteria marked as such; a doubt where the likeness is not sure."""
    found = {one.key for one in fragments if one.kind is Kind.CRITERION}
    missing = {key: folded for key, folded in catalogue.criteria.items() if key not in found}
    if not missing:
        return fragments
    fragments = _by_sentence(fragments)
    candidates = _candidates(fragments, missing)
    taken: set[int] = set()
    claim = 1 + max((one.claim for one in fragments), default=0)
    found_in = Counter(catalogue.standard.criterion(key).area_key for key in found)
    while candidates:
        ranked = [
            (one.score - needed, one)
            for one in candidates
            if (needed := _needed(one, fragments, catalogue, found_in)) <= one.score
        ]
        if not ranked:
            break
        best = max(ranked, key=lambda pair: (pair[0], pair[1].score, -pair[1].first))[1]
        _note(best, candidates, fragments, catalogue, doubts)
        for position in range(best.first, best.last + 1):
            fragment = fragments[position]
            if fragment.kind is Kind.TEXT:
                fragment.kind, fragment.key, fragment.claim, fragment.score = (
                    Kind.CRITERION,
                    best.key,
                    claim,
                    best.score,
                )
                taken.add(position)
        claim += 1
        found_in[catalogue.standard.criterion(best.key).area_key] += 1
        candidates = [
            one
            for one in candidates
            if one.key != best.key and not any(p in taken for p in range(one.first, one.last + 1))
        ]
    return fragments


def _by_sentence(fragments: list[Fragment]) -> list[Fragment]:
    """Cut text fragments where a sentence ends inside them; joined again they read the same."""
    result: list[Fragment] = []
    for fragment in fragments:
        parts = sentences(fragment.text) if fragment.kind is Kind.TEXT else []
        if len(parts) < 2:
            result.append(fragment)
        else:
            result += [Fragment(Kind.TEXT, fragment.row, part) for part in parts]
    return result


def _candidates(fragments: Sequence[Fragment], missing: dict[str, str]) -> list[_Candidate]:
    lengths = sorted((len(folded), key) for key, folded in missing.items())
    longest, shortest = lengths[-1][0], lengths[0][0]
    found: list[_Candidate] = []
    for first, fragment in enumerate(fragments):
        if fragment.kind is not Kind.TEXT or starts_lower(fragment.text):
            continue
        window, count = fold(_KEY_LEAD.sub("", fragment.text, count=1)), 1
        last = first
        while True:
            if len(window) >= shortest * (1 - _MAX_LENGTH_CHANGE) and _is_closed(fragments, last):
                found += _alike(window, first, last, lengths, missing)
            following = _next_text(fragments, last)
            if following is None or count >= _MAX_WINDOW or len(window) > longest * (1 + _MAX_LENGTH_CHANGE):
                break
            last, count = following, count + 1
            window += fold(fragments[last].text)
    return found


def _alike(
    window: str, first: int, last: int, lengths: list[tuple[int, str]], missing: dict[str, str]
) -> list[_Candidate]:
    size = len(window)
    found = []
    for length, key in lengths:
        if length < size * (1 - _MAX_LENGTH_CHANGE) or length > size / (1 - _MAX_LENGTH_CHANGE):
            continue
        score = likeness()(window, missing[key], score_cutoff=_ONLY_ONE_BETWEEN)
        if score:
            found.append(_Candidate(first, last, key, score))
    return found


def _next_text(fragments: Sequence[Fragment], position: int) -> int | None:
    """Give the next text fragment; list headings between only where the text plainly goes on."""
    index = position + 1
    while index < len(fragments) and fragments[index].kind in SKIPPED:
        index += 1
    if index >= len(fragments) or fragments[index].kind is not Kind.TEXT:
        return None
    if index > position + 1 and not starts_lower(fragments[index].text):
        return None
    return index


def _is_closed(fragments: Sequence[Fragment], last: int) -> bool:
    """Tell whether a sentence can end after this fragment."""
    text = fragments[last].text
    if ends_sentence(text):
        return True
    following = _next_text(fragments, last)
    return not is_unfinished(text) and (following is None or not starts_lower(fragments[following].text))


def _needed(
    candidate: _Candidate, fragments: Sequence[Fragment], catalogue: Catalogue, found_in: Mapping[str, int]
) -> float:
    """Give how alike the window must be, from what stands before and after it."""
    criterion = catalogue.standard.criterion(candidate.key)
    before = structure_before(fragments, candidate.first)
    after = structure_after(fragments, candidate.last + 1)
    in_order, out_of_order = 0, 0
    for neighbour, is_before in ((before, True), (after, False)):
        if neighbour is None or neighbour.kind is not Kind.CRITERION:
            continue
        other = catalogue.standard.criterion(neighbour.key)
        if other.area_key != criterion.area_key:
            continue
        fits = other.number < criterion.number if is_before else other.number > criterion.number
        in_order += fits
        out_of_order += not fits
    if out_of_order:
        return _BESIDE_OUT_OF_ORDER
    if in_order == 2 and before and after:
        numbers = [catalogue.standard.criterion(one.key).number for one in (before, after)]
        return _ONLY_ONE_BETWEEN if numbers[1] - numbers[0] == 2 else _BETWEEN_NEIGHBOURS
    if in_order == 1:
        return _BESIDE_NEIGHBOUR
    beside = (
        fragments[candidate.first - 1 : candidate.first],
        fragments[candidate.last + 1 : candidate.last + 2],
    )
    if any(
        one.kind in (Kind.LEVEL, Kind.LETTER, Kind.PREAMBLE, Kind.SCALE) for pair in beside for one in pair
    ):
        return _UNDER_LIST_HEADING
    if _splits_row(candidate, fragments):
        return _NEVER
    return _ALONE_BESIDE_LIST if found_in[criterion.area_key] >= _A_LIST else _ALONE


def _splits_row(candidate: _Candidate, fragments: Sequence[Fragment]) -> bool:
    """Tell whether other words stand on the candidate's first or last row, as in running text."""
    ends = ((candidate.first, candidate.first - 1), (candidate.last, candidate.last + 1))
    return any(
        0 <= beside < len(fragments)
        and fragments[beside].kind is Kind.TEXT
        and fragments[beside].row is fragments[own].row
        for own, beside in ends
    )


def _note(
    best: _Candidate,
    candidates: list[_Candidate],
    fragments: Sequence[Fragment],
    catalogue: Catalogue,
    doubts: DoubtList,
) -> None:
    runner_up = max(
        (
            one.score
            for one in candidates
            if one.key != best.key and one.first <= best.last and best.first <= one.last
        ),
        default=0.0,
    )
    if best.score >= _SURE and best.score - runner_up >= _CLEAR_LEAD:
        return
    text = join_lines(one.text for one in fragments[best.first : best.last + 1] if one.kind is Kind.TEXT)
    path = f"areas.{catalogue.standard.criterion(best.key).area_key}.criteria.{best.key}"
    doubts.add(
        "criterion-near", path, fragments[best.first], key=best.key, score=str(int(best.score)), text=text
    )
