"""Whole numbers as addresses and forms carry them: digits, or nonsense."""

from collections.abc import Iterable

LONGEST = 18  # digits; more does not fit into a column of the database


def typed_number(typed: object) -> int | None:
    """Give the number that was typed, or None for none and for nonsense: signs, `²`, a million digits."""
    text = str(typed) if typed is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None


def typed_numbers(typed: Iterable[object]) -> list[int]:
    """Give the numbers among what was typed or ticked, in that order; nonsense is left out."""
    return [number for value in typed if (number := typed_number(value)) is not None]
