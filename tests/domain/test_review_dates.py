"""When the next review from outside should be: five years after the visit, told a year ahead."""

from datetime import date

import pytest

from kollegium.domain.next_steps import Urgency, next_review_due, review_urgency, reviewed_since


@pytest.mark.parametrize(
    ("visited_on", "due_on"),
    [
        (date(2021, 5, 12), date(2026, 5, 12)),
        (date(2020, 2, 29), date(2025, 2, 28)),
        (date(2021, 12, 31), date(2026, 12, 31)),
    ],
    ids=["five-years", "leap-day", "last-day-of-the-year"],
)
def test_next_review_is_due_five_years_after_the_visit(visited_on: date, due_on: date) -> None:
    assert next_review_due(visited_on) == due_on


@pytest.mark.parametrize(
    ("due_on", "urgency"),
    [
        (date(2026, 3, 1), Urgency.LATE),
        (date(2026, 3, 2), Urgency.SOON),
        (date(2027, 3, 2), Urgency.SOON),
        (date(2027, 3, 3), None),
    ],
    ids=["yesterday", "today", "in-a-year", "a-day-later"],
)
def test_review_is_late_after_its_day_and_soon_a_year_before(due_on: date, urgency: Urgency | None) -> None:
    assert review_urgency(due_on, as_of=date(2026, 3, 2)) == urgency


@pytest.mark.parametrize("as_of", [date(2026, 3, 2), date(2028, 2, 29), date(2024, 12, 31)])
def test_visit_on_the_first_fresh_day_is_not_late_yet(as_of: date) -> None:
    first = reviewed_since(as_of)

    assert review_urgency(next_review_due(first), as_of) is not Urgency.LATE
