"""Personal numbers are found in free text, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kollegium.domain.personal_numbers import Span, find_personal_numbers, mask_personal_numbers

# Numbers set aside by the tax agency for tests; no person has them.
TEST_NUMBER = "189001019802"


def with_check_digit(nine: str) -> str:
    """Give the ten digits that begin with the nine."""
    total = 0
    for index, digit in enumerate(nine):
        value = int(digit) * (2 if index % 2 == 0 else 1)
        total += value // 10 + value % 10
    return nine + str(-total % 10)


LEAP = with_check_digit("000229238")
COORDINATION = with_check_digit("850163238")
TEN = TEST_NUMBER[2:]


@pytest.mark.parametrize(
    "number",
    [
        TEN,
        TEST_NUMBER,
        f"{TEN[:6]}-{TEN[6:]}",
        f"{TEN[:6]}+{TEN[6:]}",
        f"{TEST_NUMBER[:8]}-{TEST_NUMBER[8:]}",
        f"{TEN[:6]}\u2013{TEN[6:]}",
        f"{TEN[:6]} {TEN[6:]}",
        f"{TEN[:6]} - {TEN[6:]}",
        f"{COORDINATION[:6]}-{COORDINATION[6:]}",
        f"20{LEAP}",
    ],
    ids=[
        "10",
        "12",
        "dash",
        "plus",
        "12 dash",
        "long dash",
        "space",
        "spaced dash",
        "coordination",
        "leap day",
    ],
)
def test_number_is_found_where_it_stands(number: str) -> None:
    text = f"Läkaren ({number}) går på kurs."

    assert find_personal_numbers(text) == (Span(9, 9 + len(number)),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-10-31",
        f"{TEN[:9]}{(int(TEN[9]) + 1) % 10}",
        with_check_digit("851363238"),
        with_check_digit("850132238"),
        with_check_digit("850199238"),
        f"19{LEAP}",
        f"1{TEN}",
        f"{TEN}7",
        "Tel. 090-785 00 00",
        "HSLF-FS 2021:8, SOSFS 2015:8",
    ],
    ids=[
        "empty",
        "date",
        "wrong check digit",
        "month 13",
        "day 32",
        "coordination day 39",
        "no such leap day",
        "digit before",
        "digit after",
        "telephone",
        "statutes",
    ],
)
def test_nothing_else_is_taken_for_a_number(text: str) -> None:
    assert find_personal_numbers(text) == ()


def test_mask_hides_every_digit_and_keeps_the_rest() -> None:
    number = f"{TEN[:6]}-{TEN[6:]}"

    assert (
        mask_personal_numbers(f"{number} och {number}, 2 gånger") == "••••••-•••• och ••••••-••••, 2 gånger"
    )


@given(st.text(alphabet="0123456789-+ ab", max_size=60))
def test_any_text_is_searched_without_fault(text: str) -> None:
    spans = find_personal_numbers(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert find_personal_numbers(mask_personal_numbers(text)) == ()
