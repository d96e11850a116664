"""Periods of days: what they share, and how long several of them leave no day out."""

from datetime import date

import pytest

from kollegium.domain.periods import Period, first_day_without


def day(number: int) -> date:
    return date(2026, 1, number)


def period(first: int, last: int | None) -> Period:
    return Period(day(first), day(last) if last else None)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        pytest.param([], 5, id="nobody"),
        pytest.param([(1, None)], None, id="for ever"),
        pytest.param([(1, 5)], 6, id="last day today"),
        pytest.param([(1, 4)], 5, id="ended yesterday"),
        pytest.param([(6, None)], 5, id="begins tomorrow"),
        pytest.param([(1, 9), (10, None)], None, id="one takes over the day after"),
        pytest.param([(1, 9), (11, None)], 10, id="a day between"),
        pytest.param([(10, None), (1, 9)], None, id="in any order"),
        pytest.param([(1, 20), (2, 6)], 21, id="one within another"),
    ],
)
def test_first_day_without(periods: list[tuple[int, int | None]], expected: int | None) -> None:
    found = first_day_without([period(*one) for one in periods], day(5))

    assert found == (day(expected) if expected else None)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "holds"),
    [
        pytest.param((1, 5), (5, 9), True, False, id="share a day"),
        pytest.param((1, 5), (6, 9), False, False, id="one after the other"),
        pytest.param((1, None), (6, 9), True, True, id="open end holds"),
        pytest.param((6, 9), (1, None), True, False, id="open end is not held"),
        pytest.param((1, 9), (1, 9), True, True, id="the same"),
        pytest.param((2, 9), (1, 9), True, False, id="begins a day before"),
        pytest.param((1, 8), (1, 9), True, False, id="ends a day after"),
    ],
)
def test_overlaps_and_holds(
    one: tuple[int, int | None], other: tuple[int, int | None], overlaps: bool, holds: bool
) -> None:
    assert (period(*one).overlaps(period(*other)), period(*one).holds(period(*other))) == (overlaps, holds)
    assert period(*other).overlaps(period(*one)) == overlaps
