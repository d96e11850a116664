"""Finds Swedish personal identity numbers and coordination numbers in free text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# A coordination number is a personal number whose day is 60 too high.
_COORDINATION_DAYS = 60

# Digits right before or after would make it part of something longer, such as an order number.
_CANDIDATE = re.compile(
    r"(?<![0-9])"
    r"(?P<century>18|19|20)?(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"[ \u00a0]?(?P<sign>[-+\u2010-\u2014\u2212]?)[ \u00a0]?"
    r"(?P<last>[0-9]{4})"
    r"(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `start` inclusive, `end` exclusive, in characters."""

    start: int
    end: int


def find_personal_numbers(text: str) -> tuple[Span, ...]:
    """Give where a text holds something that is a valid personal or coordination number, in order.

    Ten or twelve digits, with or without a dash or plus; the date must exist and the check digit be
    right, so that dates, telephone and case numbers do not raise a false alarm.
    Source: the personal identity number's published form (docs/sources.md, `personnummer`).
    """
    return tuple(Span(match.start(), match.end()) for match in _CANDIDATE.finditer(text) if _is_number(match))


def mask_personal_numbers(text: str, *, mask: str = "•") -> str:
    """Give the text with every digit of a personal number replaced."""
    pieces = []
    position = 0
    for span in find_personal_numbers(text):
        pieces += [text[position : span.start], re.sub("[0-9]", mask, text[span.start : span.end])]
        position = span.end
    return "".join([*pieces, text[position:]])


def _is_number(match: re.Match[str]) -> bool:
    digits = "".join(match.group("year", "month", "day", "last"))
    return _has_check_digit(digits) and _date_exists(match)


def _has_check_digit(digits: str) -> bool:
    """Luhn over the ten digits: every other one doubled, digit sums added, a multiple of ten."""
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _date_exists(match: re.Match[str]) -> bool:
    year, month, day = (int(match.group(name)) for name in ("year", "month", "day"))
    if day > _COORDINATION_DAYS:
        day -= _COORDINATION_DAYS
    # Without the century the number may belong to any; only 29 February depends on which.
    centuries = [int(match.group("century"))] if match.group("century") else [18, 19, 20]
    return any(_is_date(century * 100 + year, month, day) for century in centuries)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
