"""Addresses worked out once say what `reverse` says."""

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix

from kollegium.ui.page_addresses import around_key, around_number, fixed_address, page_address


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("reviews:list", ()),
        ("reviews:review", (7,)),
        ("reviews:review", (9_000_000_000_000_001,)),
        ("reviews:history", (123456,)),
        ("reviews:grade", (7, 8, "C")),
        ("reviews:grade", (7, 8, "C 1%ö&+")),
        ("reviews:standard", ("spur-st-2021",)),
    ],
)
def test_an_address_is_that_of_reverse(name: str, arguments: tuple[int | str, ...]) -> None:
    assert page_address(name, *arguments) == reverse(name, args=arguments)


def test_what_stands_around_a_key_makes_the_address_of_each_criterion() -> None:
    before, after = around_key("reviews:verdict", 7, 8)

    assert f"{before}C1{after}" == reverse("reviews:verdict", args=[7, 8, "C1"])
    with pytest.raises(NoReverseMatch):
        around_key("reviews:verdict")


def test_what_stands_around_a_number_makes_the_address_of_each_row() -> None:
    before, after = around_number("reviews:history")

    assert f"{before}81{after}" == reverse("reviews:history", args=[81])
    with pytest.raises(NoReverseMatch):
        around_number("reviews:list")


def test_the_addresses_of_a_few_kinds_of_file_are_those_of_reverse() -> None:
    assert {fixed_address("reviews:export", kind) for kind in ("csv", "xlsx", "csv")} == {
        reverse("reviews:export", args=[kind]) for kind in ("csv", "xlsx")
    }
    with pytest.raises(NoReverseMatch):
        fixed_address("reviews:export", "exe")


def test_an_address_follows_the_prefix_the_program_is_served_under() -> None:
    plain = page_address("reviews:review", 5)
    set_script_prefix("/kollegium/")
    try:
        assert page_address("reviews:review", 5) == f"/kollegium{plain}"
    finally:
        set_script_prefix("/")


@pytest.mark.parametrize(("name", "numbers"), [("reviews:no_such_page", ()), ("reviews:review", (1, 2))])
def test_a_page_that_is_not_there_has_no_address(name: str, numbers: tuple[int, ...]) -> None:
    with pytest.raises(NoReverseMatch):
        page_address(name, *numbers)
