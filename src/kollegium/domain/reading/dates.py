"""Dates as Swedish reports write them; a date only when day, month and year are all there."""

from __future__ import annotations

import re
from datetime import date

from kollegium.domain.reading.patterns import RarePattern

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb", "febr"),
            ("mars", "march", "mar"),
            ("april", "apr"),
            ("maj", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augusti", "august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH_BEGINNINGS = frozenset(name[:3] for name in _MONTHS)
# The names of the table above; written as one pattern it is ready in half the time.
_MONTH = (
    r"jan(?:uar[iy])?|feb(?:ruar[iy]|r)?|mar(?:s|ch)?|apr(?:il)?|ma[jy]|jun[ie]?|jul[iy]?|aug(?:usti?)?"
    r"|sep(?:tember|t)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DASH = r"\s*(?:[-–—]|till|t\.?o\.?m\.?|to|och|and|&|,)\s*"
_FULL_YEAR = re.compile(r"(?:19|20)\d{2}")
_DIGIT = re.compile(r"\d")
_DAY = r"(?:den\s+)?(\d{1,2})(?::?[ae]|st|nd|rd|th)?\.?"
_YEAR = r"((?:19|20)\d{2})"

# All are searched in small letters: patterns that disregard case take two to three times as long to
# make ready and to search.
_PATTERNS: tuple[tuple[str, RarePattern], ...] = (
    ("ymd", RarePattern(rf"(?<!\d){_YEAR}\s?[-–/.]\s?(\d{{1,2}})\s?[-–/.]\s?(\d{{1,2}})(?!\d)")),
    ("ymd", RarePattern(r"(?<![\d-])(20\d{2})(\d{2})(\d{2})(?![\d-])")),
    ("d_month_y", RarePattern(rf"(?<!\d){_DAY}\s*({_MONTH})\b\.?,?\s*{_YEAR}(?!\d)")),
    (
        "month_d_y",
        RarePattern(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,\s*{_YEAR}(?!\d)"),
    ),
    ("dmy", RarePattern(rf"(?<!\d)(\d{{1,2}})\s?[/.-]\s?(\d{{1,2}})\s?[/.\s-]\s?{_YEAR}(?!\d)")),
    ("d_month_yy", RarePattern(rf"(?<!\d){_DAY}\s*({_MONTH})\b\.?\s*['’](\d{{2}})(?!\d)")),
    ("dmy", RarePattern(r"(?<![\d/])(\d{1,2})\s?/\s?(\d{1,2})\s?[-–'’]\s?(\d{2})(?![\d/])")),
    ("ymd", RarePattern(r"(?<![\d-])(\d{2})(\d{2})(\d{2})(?![\d-])")),
    ("ymd", RarePattern(r"(?<![\d-])(\d{2})-(\d{2})-(\d{2})(?![\d-])")),
)
_SAME_MONTH = RarePattern(rf"(?<!\d)(\d{{1,2}}){_DASH}{_DAY}\s*({_MONTH})\b\.?,?\s*{_YEAR}(?!\d)")
_TWO_MONTHS = RarePattern(
    rf"(?<!\d)(\d{{1,2}})\s*({_MONTH})\b\.?{_DASH}{_DAY}\s*({_MONTH})\b\.?,?\s*{_YEAR}(?!\d)"
)
_ISO_DAYS = RarePattern(
    r"(?<!\d)((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})\s*(?:[-–—]|--|/|till|to|och|and|&)\s*(\d{1,2})(?![\d-])"
)
_SLASH_DAYS = RarePattern(
    rf"(?<![\d/])(\d{{1,2}})\s*[-–—]\s*(\d{{1,2}})[/.]\s?(\d{{1,2}})[\s/.-]\s?{_YEAR}(?!\d)"
)
_PERIODS = ((_TWO_MONTHS, "dmdmy"), (_SAME_MONTH, "ddmy"), (_ISO_DAYS, "ymdd"), (_SLASH_DAYS, "ddny"))
_WITH_MONTH = ("dmdmy", "ddmy")
_BETWEEN_DATES = RarePattern(rf"{_DASH}")
_YEARLESS = RarePattern(
    rf"(?<![\d-])\d{{1,2}}(?::?[ae])?\.?\s*(?:{_MONTH})\b|(?<![\d/.-])\d{{1,2}}/\d{{1,2}}(?![\d/])"
)

_DONE = re.compile(
    r"(?:^|\b(?:redan|är|har|blivit|nu|already|is|was|been)\s+)(?:nu\s+)?"
    r"(?:genomför(?:t|d|da|ts|des)|gjort|gjorda?|gjordes|klart?|klara|utför(?:t|d|da|ts|des)|åtgärda(?:t|d|de|ts|des)"
    r"|avsluta(?:t|d|de|ts|des)|slutför(?:t|d|da|ts|des)|implementera(?:t|d|de|ts|des)|införts?|infört|införd|infördes"
    r"|färdigt?|verkställt"
    r"|done|completed|carried out|implemented|finished)\b",
)
_NOT_DONE = re.compile(
    r"\b(?:inte|ej|icke|ännu|delvis|kommer|ska|skall|bör|planera\w*|påbörja\w*|senast|när|så snart|innan|om|not|yet|partly|will"
    r"|shall|by|when|to be)\b",
)
_DEADLINE_AFTER = re.compile(r"^klart?a?\b\W*(?:(?:till|i|under|före|den|hösten|våren|sommaren)\b|\d)")


def dates_in(text: str) -> list[tuple[date, int, int]]:
    """Give every whole date of a text.

    Shape: (date, start, end) with the character range in the text, in order, never overlapping.
    """
    found: list[tuple[date, int, int]] = []
    if not _DIGIT.search(text):
        return found
    text = _small(text)
    with_month = _names_month(text)
    for shape, pattern in _PATTERNS:
        if "month" in shape and not with_month:
            continue
        for match in pattern.compiled.finditer(text):
            if any(match.start() < end and start < match.end() for _, start, end in found):
                continue
            day = _day_of(shape, match.groups())
            if day is not None:
                found.append((day, match.start(), match.end()))
        if found and not _has_digits_beside(text, found):
            break
    return sorted(found, key=lambda one: one[1])


def _has_digits_beside(text: str, found: list[tuple[date, int, int]]) -> bool:
    """Tell whether digits stand outside the dates found: where none do, nothing more can be found."""
    for _, start, end in found:
        text = text[:start] + " " * (end - start) + text[end:]
    return bool(_DIGIT.search(text))


def single_date(text: str) -> tuple[date | None, bool]:
    """Give the one day a text names, and whether it names several so that none can be taken.

    Of a period its last day counts; the day behind the word *senast* wins over others.
    """
    if not _DIGIT.search(text):
        return None, False
    text = _small(text)
    found = dates_in(text)
    period = _period_among(text, found)
    if period is not None and period[0] != period[1]:
        return period[1], False
    days = {day for day, _, _ in found}
    if len(days) <= 1:
        return (found[0][0] if found else None), False
    latest = [day for day, start, _ in found if re.search(r"(?:senast|by)\W*(?:den\s+)?$", text[:start])]
    return (latest[0], False) if len(latest) == 1 else (None, True)


def period_in(text: str) -> tuple[date, date] | None:
    """Give first and last day (both inclusive) of the period or day a text names, or None."""
    if not _DIGIT.search(text):
        return None
    text = _small(text)
    return _period_among(text, dates_in(text))


def _period_among(text: str, found: list[tuple[date, int, int]]) -> tuple[date, date] | None:
    """Give the period or day a text in small letters names; `found` are the whole dates in it."""
    with_month = _names_month(text)
    for pattern, order in _PERIODS:
        if order in _WITH_MONTH and not with_month:
            continue
        match = pattern.compiled.search(text)
        if match:
            # Days in the wrong order are a slip of the pen: neither of them is certain.
            return _period_of(order, match.groups())
    if len(found) == 1:
        return found[0][0], found[0][0]
    if len(found) == 2 and _BETWEEN_DATES.compiled.fullmatch(text[found[0][2] : found[1][1]]):
        first, last = found[0][0], found[1][0]
        return (first, last) if first <= last else None
    return None


def lacks_year(text: str) -> bool:
    """Tell whether the text names a day and a month but no year."""
    return (
        bool(_DIGIT.search(text))
        and not _FULL_YEAR.search(text)
        and bool(_YEARLESS.compiled.search(_small(text)))
        and not dates_in(text)
    )


def says_done(text: str) -> bool:
    """Tell whether the text itself says that the thing is already done."""
    lower = text.lower()
    return bool(_DONE.search(lower)) and not _NOT_DONE.search(lower) and not _DEADLINE_AFTER.search(lower)


def _small(text: str) -> str:
    """Give a text in small letters and as long as before, so that places in it stay where they are."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join((c.lower() + c)[: len(c)] for c in text)


def _names_month(lower: str) -> bool:
    return any(beginning in lower for beginning in _MONTH_BEGINNINGS)


def _day_of(shape: str, parts: tuple[str, ...]) -> date | None:
    if shape == "ymd":
        return _date(parts[0], int(parts[1]), parts[2])
    if shape == "dmy":
        return _date(parts[2], int(parts[1]), parts[0])
    if shape == "month_d_y":
        return _date(parts[2], _MONTHS[parts[0]], parts[1])
    return _date(parts[2], _MONTHS[parts[1]], parts[0])


def _period_of(order: str, parts: tuple[str, ...]) -> tuple[date, date] | None:
    if order == "dmdmy":
        first = _date(parts[4], _MONTHS[parts[1]], parts[0])
        last = _date(parts[4], _MONTHS[parts[3]], parts[2])
    elif order == "ddmy":
        month = _MONTHS[parts[2]]
        first, last = _date(parts[3], month, parts[0]), _date(parts[3], month, parts[1])
    elif order == "ddny":
        first, last = _date(parts[3], int(parts[2]), parts[0]), _date(parts[3], int(parts[2]), parts[1])
    else:
        first, last = _date(parts[0], int(parts[1]), parts[2]), _date(parts[0], int(parts[1]), parts[3])
    return (first, last) if first and last and first <= last else None


def _date(year: str, month: int, day: str) -> date | None:
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(full, month, int(day))
    except ValueError:
        return None
