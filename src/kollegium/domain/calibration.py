"""Calibration: which earlier reviews found the same of an area, so that their grades can be compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from kollegium.domain.standard import Outcome

YEARS_BACK = 3


class Likeness(IntEnum):
    """How like two areas were found, the likest first."""

    SAME = 0
    NEAR = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """What an earlier review found of one area: the criteria that fell short, and the grade decided."""

    review_id: int
    short: frozenset[str]
    outcome: Outcome


def likeness(ours: frozenset[str], theirs: frozenset[str]) -> Likeness | None:
    """Say how like two areas are: the same criteria fell short, or all but one of several; None for anything else.

    One that fell short is not like none: an area without any would be compared with grades it cannot have.

    Source: inferred; the field compares "like findings" without saying how like.
    """
    apart = len(ours ^ theirs)
    if apart == 0:
        return Likeness.SAME
    return Likeness.NEAR if apart == 1 and ours & theirs else None


def like_findings(ours: frozenset[str], earlier: Iterable[Finding]) -> tuple[tuple[Likeness, Finding], ...]:
    """Give the like ones, the likest first; among equals in the order they came in."""
    found = [(like, one) for one in earlier if (like := likeness(ours, one.short)) is not None]
    return tuple(sorted(found, key=lambda pair: pair[0]))
