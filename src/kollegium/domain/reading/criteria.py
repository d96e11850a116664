"""Which criteria a report prints: exact wordings set right, reworded ones recognised, strange ones named."""

from __future__ import annotations

from collections.abc import Sequence

from kollegium.domain.reading.catalogue import Catalogue
from kollegium.domain.reading.doubts import DoubtList
from kollegium.domain.reading.fragments import Fragment, Kind, line_groups
from kollegium.domain.reading.grades import is_about_grade
from kollegium.domain.reading.near import claim_near
from kollegium.domain.reading.neighbours import SKIPPED, criterion_near, structure_after, structure_before
from kollegium.domain.reading.scales import claim_reworded_scales
from kollegium.domain.reading.text import ends_sentence, join_lines, sentences, starts_lower

_MAX_ADDED = 420
_MAX_ADDED_SENTENCES = 3
_SAME_BLOCK = 4
# Of an area with so few criteria each may well stand alone.
_FEW_IN_AREA = 2
# Headings that only a list of criteria has.
_LIST_HEADINGS = frozenset({*SKIPPED, Kind.SCALE, Kind.PREAMBLE})


def settle_criteria(fragments: list[Fragment], catalogue: Catalogue, doubts: DoubtList) -> list[Fragment]:
    """Give the fragments of the areas with every printed criterion marked.

    A criterion's words inside a narrative stay narrative; a reworded criterion is recognised by
    likeness and place; a line among the criteria that the standard does not have raises a doubt.
    """
    claim_reworded_scales(fragments, catalogue)
    _release_quoted(fragments, catalogue)
    fragments = claim_near(fragments, catalogue, doubts)
    _mark_added(fragments, catalogue, doubts)
    return fragments


def _release_quoted(fragments: list[Fragment], catalogue: Catalogue) -> None:
    """Turn criteria that stand alone inside running text back into text.

    Of several places with the same criterion the one among its neighbours is the list's.
    """
    groups = line_groups(fragments, Kind.CRITERION)
    by_key: dict[str, list[list[int]]] = {}
    for positions in groups.values():
        by_key.setdefault(fragments[positions[0]].key, []).append(positions)
    area_of = {key: catalogue.standard.criterion(key).area_key for key in by_key}
    found_in_area: dict[str, int] = {}
    for key in by_key:
        found_in_area[area_of[key]] = found_in_area.get(area_of[key], 0) + 1
    for key, places in by_key.items():
        if len(places) == 1 and (
            found_in_area[area_of[key]] <= _FEW_IN_AREA
            or _has_support(fragments, places[0], area_of[key], catalogue)
        ):
            continue
        support = [_support(fragments, positions, area_of[key], catalogue) for positions in places]
        best = max(range(len(places)), key=lambda n: support[n])
        for number, positions in enumerate(places):
            lonely = support[number] == 0 and found_in_area[area_of[key]] > _FEW_IN_AREA
            if number != best or lonely:
                _to_text(fragments, positions)


def _support(fragments: Sequence[Fragment], positions: list[int], area_key: str, catalogue: Catalogue) -> int:
    """Give how much around a criterion speaks for a list: neighbours count 2, headings 1."""
    total = 0
    for position, step in ((positions[0], -1), (positions[-1], 1)):
        if criterion_near(fragments, position, step, area_key, catalogue, _SAME_BLOCK):
            total += 2
        if _heading_beside(fragments, position + step):
            total += 1
    return total


def _has_support(
    fragments: Sequence[Fragment], positions: list[int], area_key: str, catalogue: Catalogue
) -> bool:
    """Tell whether anything around a criterion speaks for a list."""
    return any(
        _heading_beside(fragments, position + step)
        or criterion_near(fragments, position, step, area_key, catalogue, _SAME_BLOCK)
        for position, step in ((positions[0], -1), (positions[-1], 1))
    )


def _heading_beside(fragments: Sequence[Fragment], position: int) -> bool:
    return 0 <= position < len(fragments) and fragments[position].kind in _LIST_HEADINGS


def _to_text(fragments: list[Fragment], positions: list[int]) -> None:
    for position in positions:
        fragment = fragments[position]
        fragment.kind, fragment.key, fragment.claim = Kind.TEXT, "", -1


def _mark_added(fragments: list[Fragment], catalogue: Catalogue, doubts: DoubtList) -> None:
    """Mark text that stands among the criteria as criteria the catalogue does not have."""
    position = 0
    while position < len(fragments):
        if fragments[position].kind is not Kind.TEXT:
            position += 1
            continue
        end = position
        while end < len(fragments) and fragments[end].kind is Kind.TEXT:
            end += 1
        if _is_among_criteria(fragments, position, end) and _looks_added(fragments[position:end]):
            _note_added(fragments, position, end, catalogue, doubts)
        position = end


def _is_among_criteria(fragments: Sequence[Fragment], start: int, end: int) -> bool:
    before, after = structure_before(fragments, start), structure_after(fragments, end)
    if before is None or after is None:
        return False
    if before.kind is Kind.CRITERION:
        return after.kind in (Kind.CRITERION, Kind.GLOSS, Kind.SCALE) or _is_level(fragments, end)
    # A heading of the list may stand, left alone by a page break, in the middle of a narrative.
    return before.kind in (Kind.PREAMBLE, Kind.SCALE) and after.kind is Kind.CRITERION


def _is_level(fragments: Sequence[Fragment], position: int) -> bool:
    return 0 <= position < len(fragments) and fragments[position].kind in (Kind.LEVEL, Kind.LETTER)


def _looks_added(block: Sequence[Fragment]) -> bool:
    text = join_lines(one.text for one in block)
    if len(text) > _MAX_ADDED * _MAX_ADDED_SENTENCES or starts_lower(text) or not ends_sentence(text):
        return False
    found = sentences(text)
    return len(found) <= _MAX_ADDED_SENTENCES and not any(
        is_about_grade(one) or len(one) > _MAX_ADDED for one in found
    )


def _note_added(
    fragments: list[Fragment], start: int, end: int, catalogue: Catalogue, doubts: DoubtList
) -> None:
    beside = next(
        one for one in (*reversed(fragments[:start]), *fragments[end:]) if one.kind is Kind.CRITERION
    )
    area_key = catalogue.standard.criterion(beside.key).area_key
    lines: list[Fragment] = []
    for position in range(start, end):
        fragment = fragments[position]
        fragment.kind = Kind.ADDED
        lines.append(fragment)
        if ends_sentence(fragment.text) or position == end - 1:
            text = join_lines(one.text for one in lines)
            doubts.add("criterion-not-in-catalogue", f"areas.{area_key}.criteria", lines[0], text=text)
            lines = []
