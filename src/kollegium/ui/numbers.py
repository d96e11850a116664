"""Whole numbers as addresses and forms carry them: digits, or nonsense."""

LONGEST = 18  # digits; more does not fit into a column of the database


def typed_number(typed: object) -> int | None:
    """Give the number that was typed, or None for none and for nonsense: signs, `²`, a million digits."""
    text = str(typed) if typed is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None
