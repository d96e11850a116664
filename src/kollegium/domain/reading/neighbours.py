"""What stands beside a fragment, headings of the list itself left out."""

from __future__ import annotations

from collections.abc import Sequence

from kollegium.domain.reading.catalogue import Catalogue
from kollegium.domain.reading.fragments import Fragment, Kind

SKIPPED = frozenset({Kind.LEVEL, Kind.LETTER, Kind.MARK, Kind.VERDICT})


def structure_before(fragments: Sequence[Fragment], position: int) -> Fragment | None:
    """Give the nearest fragment before a position that is neither text nor a heading of the list."""
    for index in range(position - 1, -1, -1):
        if fragments[index].kind not in SKIPPED:
            return fragments[index]
    return None


def structure_after(fragments: Sequence[Fragment], position: int) -> Fragment | None:
    """Give the nearest fragment from a position on that is not a heading of the list."""
    for index in range(position, len(fragments)):
        if fragments[index].kind not in SKIPPED:
            return fragments[index]
    return None


def criterion_near(
    fragments: Sequence[Fragment], position: int, step: int, area_key: str, catalogue: Catalogue, reach: int
) -> bool:
    """Tell whether another criterion of the area stands within some fragments in one direction."""
    own = fragments[position].claim
    index, looked = position + step, 0
    while 0 <= index < len(fragments) and looked < reach:
        fragment = fragments[index]
        if fragment.kind is Kind.CRITERION and fragment.claim != own:
            return catalogue.standard.criterion(fragment.key).area_key == area_key
        if fragment.kind in (Kind.PART, Kind.PLAN):
            return False
        looked += fragment.kind is Kind.TEXT
        index += step
    return False
