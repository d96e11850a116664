"""The series of case numbers, one a year: no number twice and none left out, also when two order at once."""

from kollegium.reviews.models import CaseNumberSeries, Review


def next_case_number(year: int) -> str:
    """Give the next number of a year, `2026-0001`, within the transaction of the action that takes it.

    The row of the year stays locked until that transaction ends, so another order waits for it, and takes the
    same number if this one fails. Numbers that somebody typed by hand are passed over.
    """
    CaseNumberSeries.objects.bulk_create([CaseNumberSeries(year=year, last=0)], ignore_conflicts=True)
    series = CaseNumberSeries.objects.select_for_update().get(year=year)
    number = ""
    while not number or Review.objects.filter(case_number=number).exists():
        series.last += 1
        number = f"{year}-{series.last:04}"
    series.save(update_fields=["last"])
    return number
