"""Settings from the environment: default, or a sentence that says what is wrong."""

from __future__ import annotations

import pytest

from kollegium.config.env import Reader, SettingRefused

NAME = "KOLLEGIUM_X"


def reader(value: str | None = None) -> Reader:
    return Reader({} if value is None else {NAME: value})


@pytest.mark.parametrize("value", [None, "", "  "], ids=["unset", "empty", "blanks"])
def test_setting_that_says_nothing_takes_its_default(value: str | None) -> None:
    found = reader(value)

    assert found.text(NAME, "default") == "default"
    assert found.switch(NAME, default=True) is True
    assert found.number(NAME, 7) == 7
    assert found.several(NAME, ("a", "b")) == ("a", "b")
    assert found.choice(NAME, ("demo", "production"), "demo") == "demo"
    assert found.names == {NAME}


def test_setting_without_default_stops_the_start() -> None:
    with pytest.raises(SettingRefused, match=r"KOLLEGIUM_X must be set\. See docs/operations\.md\."):
        reader().text(NAME)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("yes", True), ("TRUE", True), ("on", True), ("1", True), ("no", False), ("False", False), ("0", False)],
)
def test_switch_understands(value: str, expected: bool) -> None:
    assert reader(value).switch(NAME, default=not expected) is expected


def test_several_splits_at_commas_and_leaves_empty_parts_out() -> None:
    assert reader(" a.se, ,b.se ,").several(NAME) == ("a.se", "b.se")


@pytest.mark.parametrize("value", ["maybe", "ja", "2"])
def test_switch_refuses_what_is_neither(value: str) -> None:
    with pytest.raises(SettingRefused, match="must be yes or no"):
        reader(value).switch(NAME, default=True)


@pytest.mark.parametrize(
    ("value", "message"),
    [("many", "whole number"), ("1.5", "whole number"), ("0", "at least 1"), ("-3", "at least 1")],
)
def test_number_refuses(value: str, message: str) -> None:
    with pytest.raises(SettingRefused, match=message):
        reader(value).number(NAME, 5, lowest=1)


def test_number_accepts_its_lowest() -> None:
    assert reader("1").number(NAME, 5, lowest=1) == 1


def test_choice_refuses_and_names_what_is_allowed() -> None:
    with pytest.raises(SettingRefused, match="'prod'; it must be one of: demo, production"):
        reader("prod").choice(NAME, ("demo", "production"))
