"""Dates as reports write them: whole dates, periods, done or not."""

from __future__ import annotations

from datetime import date

import pytest

from kollegium.domain.reading.dates import lacks_year, period_in, says_done, single_date


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-31",
        "31 oktober 2025",
        "den 31:e oktober 2025",
        "31/10 2025",
        "31/10-2025",
        "31/10/2025",
        "31/10-25",
        "31.10.2025",
        "31 okt. 2025",
        "31 okt 2025",
        "251031",
        "20251031",
        "25-10-31",
        "2025.10.31",
        "2025/10/31",
        "31 oktober, 2025",
        "October 31, 2025",
        "31 October 2025",
        "senast 2025-10-31",
        "Chefen är ledig sommaren 2025, klart senast 2025-10-31.",
        "Klart senast den 31 oktober 2025 (se bilaga)",
        "mellan 2025-09-01 och 2025-12-24, senast 2025-10-31",
        "1 oktober – 31 oktober 2025",
    ],
)
def test_single_date_gives_the_day_in_every_style(text: str) -> None:
    assert single_date(text) == (date(2025, 10, 31), False)


@pytest.mark.parametrize(
    "text",
    [
        "15 april",
        "15/4",
        "hösten 2025",
        "oktober 2025",
        "v. 40",
        "Löpande",
        "",
        "31/2 2025",
        "2025-13-01",
        "telefon 070-123 45 67",
    ],
)
def test_single_date_without_day_month_and_year_is_unknown(text: str) -> None:
    assert single_date(text) == (None, False)


def test_single_date_of_several_days_is_unknown_and_says_why() -> None:
    assert single_date("2025-09-01, 2025-10-01 och 2025-11-01") == (None, True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12–13 maj 2025", date(2025, 5, 12), date(2025, 5, 13)),
        ("12-13 maj 2025", date(2025, 5, 12), date(2025, 5, 13)),
        ("12 och 13 maj 2025", date(2025, 5, 12), date(2025, 5, 13)),
        ("30 april – 2 maj 2025", date(2025, 4, 30), date(2025, 5, 2)),
        ("2025-05-12 – 2025-05-13", date(2025, 5, 12), date(2025, 5, 13)),
        ("2025-05-12--13", date(2025, 5, 12), date(2025, 5, 13)),
        ("12-13/5 2025", date(2025, 5, 12), date(2025, 5, 13)),
        ("den 12 maj 2025", date(2025, 5, 12), date(2025, 5, 12)),
    ],
)
def test_period_gives_first_and_last_day(text: str, first: date, last: date) -> None:
    assert period_in(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["vecka 7 2025", "maj 2025", "13–12 maj 2025", "12 maj", "2025-05-12 samt 2025-09-01"]
)
def test_period_that_is_not_certain_is_unknown(text: str) -> None:
    assert period_in(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 april", True),
        ("den 15:e april", True),
        ("15/4", True),
        ("15 april 2026", False),
        ("hösten", False),
        ("2026", False),
    ],
)
def test_lacks_year_only_with_day_and_month(text: str, expected: bool) -> None:
    assert lacks_year(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Redan genomfört",
        "Redan genomfört (se bilaga)",
        "Redan gjort",
        "Genomfört 2025-11-30",
        "Är genomfört",
        "Klart",
        "Already done",
    ],
)
def test_says_done_when_the_text_says_so(text: str) -> None:
    assert says_done(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-31", "Ej genomfört", "Inte klart", "Ska vara genomfört 2025-10-31", "Klart 2025-10-31", "Klart till hösten",
        "Delvis genomfört", "Påbörjat", "Planeras genomfört under våren", "Ännu inte utfört", "När mallen är klar",
    ],
)  # fmt: skip
def test_says_done_not_for_plans_and_denials(text: str) -> None:
    assert not says_done(text)
