"""Reviews of the larger demos: every unit again and again, a few years apart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from kollegium.demo.country.places import AddedUnit
from kollegium.demo.reviews import internship_review, ordinary_review, recorded_at
from kollegium.reviews.actions.record import record_reviews
from kollegium.reviews.models import ReviewKind
from kollegium.reviews.recorded import RecordedReview

if TYPE_CHECKING:
    from kollegium.demo.progress import Progress
    from kollegium.domain.roles import Actor

CHUNK = 200
YEARS_BETWEEN = 4
INTERNSHIP_SHARE = 0.02
INTERNAL_SHARE = 0.08
HARDEST, EASIEST = 0.84, 0.99


def add_reviews(
    units: list[AddedUnit],
    reviewers: list[str],
    count: int,
    rng: Random,
    *,
    by: "Actor",
    as_of: date,
    progress: "Progress",
) -> None:
    """Record so many reviews, some hundreds at a time."""
    made = islice(_reviews(units, reviewers, rng, as_of), count)
    done = 0
    while chunk := list(islice(made, CHUNK)):
        record_reviews(recorded=[(item, recorded_at(item)) for item in chunk], by=by)
        done += len(chunk)
        progress.show("reviews", done, count)


def _reviews(
    units: list[AddedUnit], reviewers: list[str], rng: Random, as_of: date
) -> Iterator[RecordedReview]:
    """Give reviews without end: each unit's latest, then each unit's one before, and so on."""
    qualities = [rng.uniform(HARDEST, EASIEST) for _ in units]
    latest = [as_of.year - 1 - rng.randrange(YEARS_BETWEEN) for _ in units]
    before = 0
    while True:
        for unit, quality, year in zip(units, qualities, latest, strict=True):
            visited = year - before * YEARS_BETWEEN
            yield _review(unit, visited, quality - 0.02 * before, reviewers, rng, as_of)
        before += 1


def _review(
    unit: AddedUnit, year: int, quality: float, reviewers: list[str], rng: Random, as_of: date
) -> RecordedReview:
    by = (rng.choice(reviewers), rng.choice(reviewers)) if reviewers else ()
    if rng.random() < INTERNSHIP_SHARE:
        return replace(internship_review(unit.unit.pk, year, rng), reviewers=by)
    specialty = rng.choice(unit.specialties)
    review = ordinary_review(unit.unit.pk, specialty.pk, year, quality, rng, as_of)
    if rng.random() < INTERNAL_SHARE:
        return replace(review, reviewers=by, kind=ReviewKind.INTERNAL, case_number=None)
    return replace(review, reviewers=by)
