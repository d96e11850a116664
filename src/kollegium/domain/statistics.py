"""Hiding of small groups: which tables may be shown so that nobody can work out a group below three.

A cell is a set of respondents that no other cell shares (one role, at one unit, in one round). A table shows
something that adds up (counts, sums) over some cells. Whoever holds several tables can add and subtract them, so a
set of tables is safe when no such sum gives exactly one or two respondents. That is asked of the tables' row space,
not guessed at pair by pair.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

SMALLEST_GROUP = 3

_Rows = list[tuple[int, list[Fraction]]]


def is_large_enough(count: int) -> bool:
    """Say whether a group may be shown on its own; nobody is no group."""
    return count >= SMALLEST_GROUP


def tables_to_show(
    sizes: Mapping[Key, int],
    wanted: Sequence[Collection[Key]],
    *,
    shown_before: Sequence[Collection[Key]] = (),
) -> list[bool]:
    """Say of each wanted table whether it may be shown; the earlier ones have precedence.

    `sizes` tells how many answered in each cell. `shown_before` are tables that cannot be taken back (earlier
    years and reports). A table is shown when its group is large enough and no sum and difference of all that is
    shown gives a group of one or two.

    **Shape** one answer per wanted table, in their order.
    """
    order = [key for key, size in sizes.items() if size]
    small = _small_groups(sizes, order)
    rows: _Rows = []
    for table in shown_before:
        _extend(rows, _vector(order, table))
    answers = []
    for table in wanted:
        is_safe = is_large_enough(sum(sizes.get(key, 0) for key in set(table)))
        if is_safe:
            tried = list(rows)
            _extend(tried, _vector(order, table))
            is_safe = not any(_is_spanned(tried, _vector(order, group)) for group in small)
            if is_safe:
                rows = tried
        answers.append(is_safe)
    return answers


def _small_groups(sizes: Mapping[Key, int], order: Sequence[Key]) -> list[tuple[Key, ...]]:
    """Give every group that must stay unknown: the cells of one or two, and two cells of one together."""
    alone = [key for key in order if sizes[key] == 1]
    pairs = [key for key in order if sizes[key] == SMALLEST_GROUP - 1]
    return [(key,) for key in (*alone, *pairs)] + list(combinations(alone, 2))


def _vector(order: Sequence[Key], table: Collection[Key]) -> list[Fraction]:
    members = set(table)
    return [Fraction(key in members) for key in order]


def _reduced(rows: _Rows, vector: Sequence[Fraction]) -> list[Fraction]:
    left = list(vector)
    for pivot, row in rows:
        factor = left[pivot]
        if factor:
            left = [value - factor * other for value, other in zip(left, row, strict=True)]
    return left


def _is_spanned(rows: _Rows, vector: Sequence[Fraction]) -> bool:
    return not any(_reduced(rows, vector))


def _extend(rows: _Rows, vector: Sequence[Fraction]) -> None:
    """Add a table to the row space; each row has a one at its pivot."""
    left = _reduced(rows, vector)
    pivot = next((index for index, value in enumerate(left) if value), None)
    if pivot is not None:
        rows.append((pivot, [value / left[pivot] for value in left]))
