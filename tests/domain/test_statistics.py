"""No set of tables that is shown lets anybody work out a group of one or two, asked in another way than it is built."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations

import pytest

from kollegium.domain.statistics import tables_to_show

ROLES = ("trainee", "supervisor", "director")
UNITS = ("north", "south", "west")


def invisible_changes(order: Sequence[object], tables: Sequence[Collection[object]]) -> list[list[Fraction]]:
    """Give a basis of the changes to the cells that change no table: the null space, by elimination."""
    rows = [[Fraction(key in set(table)) for key in order] for table in tables]
    pivots: list[int] = []
    for column in range(len(order)):
        found = next((r for r in range(len(pivots), len(rows)) if rows[r][column]), None)
        if found is None:
            continue
        at = len(pivots)
        rows[at], rows[found] = rows[found], rows[at]
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for other in range(len(rows)):
            if other != at and rows[other][column]:
                factor = rows[other][column]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
        pivots.append(column)
    basis = []
    for free in (column for column in range(len(order)) if column not in pivots):
        change = [Fraction(column == free) for column in range(len(order))]
        for at, pivot in enumerate(pivots):
            change[pivot] = -rows[at][free]
        basis.append(change)
    return basis


def small_groups_worked_out(
    sizes: Mapping[object, int], tables: Sequence[Collection[object]]
) -> list[tuple[object, ...]]:
    """Give the groups of one or two whose answers are fixed by the tables: no invisible change touches them."""
    order = [key for key, size in sizes.items() if size]
    basis = invisible_changes(order, tables)
    groups = chain.from_iterable(combinations(order, number) for number in (1, 2))
    return [
        group
        for group in groups
        if sum(sizes[key] for key in group) < 3
        and all(sum(change[order.index(key)] for key in group) == 0 for change in basis)
    ]


def test_a_total_is_hidden_when_it_gives_a_hidden_cell_away() -> None:
    sizes = {"trainees": 5, "supervisors": 2}

    assert tables_to_show(sizes, [["trainees"], ["supervisors"], ["trainees", "supervisors"]]) == [
        True,
        False,
        False,
    ]


def test_a_total_is_shown_when_two_hidden_cells_cover_each_other() -> None:
    sizes = {"trainees": 5, "supervisors": 2, "heads": 2}

    assert tables_to_show(sizes, [["trainees"], list(sizes)]) == [True, True]


def test_two_cells_of_one_are_not_enough_to_cover_each_other() -> None:
    sizes = {"trainees": 5, "director": 1, "head": 1}

    assert tables_to_show(sizes, [["trainees"], list(sizes)]) == [True, False]


def test_what_was_shown_in_an_earlier_report_counts() -> None:
    sizes = {"north": 4, "south": 2}

    assert tables_to_show(sizes, [["north"]], shown_before=[["north", "south"]]) == [False]


def test_roles_and_units_of_one_head_are_looked_at_together() -> None:
    """Neither the units' totals nor the roles' give the lone director away alone, but together they do."""
    sizes = {
        ("north", "trainee"): 4,
        ("north", "director"): 1,
        ("south", "trainee"): 4,
        ("south", "director"): 2,
    }
    north = [("north", "trainee"), ("north", "director")]
    south = [("south", "trainee"), ("south", "director")]
    trainees = [("north", "trainee"), ("south", "trainee")]

    shown = tables_to_show(sizes, [north, south, trainees, [("north", "trainee")]])

    assert shown == [True, True, True, False]


@pytest.mark.parametrize(("size", "is_shown"), [(0, False), (1, False), (2, False), (3, True)])
def test_the_limit_is_three(size: int, is_shown: bool) -> None:
    assert tables_to_show({"only": size}, [["only"]]) == [is_shown]


@pytest.mark.parametrize("seed", range(150))
def test_no_sum_or_difference_of_what_is_shown_gives_one_or_two(seed: int) -> None:
    chance = random.Random(seed)
    cells = [(role, unit) for role in ROLES for unit in UNITS]
    sizes = {cell: chance.choice((0, 1, 1, 2, 3, 4, 7)) for cell in cells}
    wanted = [[cell] for cell in cells]
    wanted += [[cell for cell in cells if cell[0] == role] for role in ROLES]
    wanted += [[cell for cell in cells if cell[1] == unit] for unit in UNITS]
    wanted += [chance.sample(cells, chance.randint(2, 8)) for _ in range(6)]
    chance.shuffle(wanted)

    answers = tables_to_show(sizes, wanted)

    shown = [table for table, is_shown in zip(wanted, answers, strict=True) if is_shown]
    assert small_groups_worked_out(sizes, shown) == []


def test_the_attack_finds_what_is_not_hidden() -> None:
    """Without hiding, the attack of the test above must succeed: otherwise it proves nothing."""
    sizes: dict[object, int] = {"a": 4, "b": 2}

    assert small_groups_worked_out(sizes, [["a"], ["a", "b"]]) == [("b",)]
