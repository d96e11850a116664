"""Reviews are found by the new name of a place that was renamed."""

from datetime import UTC, datetime

import pytest

from kollegium.organisations import actions
from kollegium.organisations.actions import UnitValues
from kollegium.reviews.actions.record import record_review
from kollegium.reviews.actions.refresh import refresh_reviews_at
from kollegium.reviews.queries import ReviewFilters, list_reviews_for
from kollegium.reviews.recorded import RecordedReview
from kollegium.reviews.summaries import stale_summaries
from tests import people

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def found(search: str) -> int:
    return len(list_reviews_for(people.SYSTEM, ReviewFilters(search=search)).rows)


def test_renamed_unit_leaves_its_reviews_stale_until_the_job_has_run() -> None:
    unit = people.make_unit("Gamla namnet")
    record_review(
        recorded=RecordedReview(unit_id=unit.pk, standard_key="spur-st-2021"), by=people.SYSTEM, now=NOW
    )
    actions.change_unit(
        unit_id=unit.pk,
        values=UnitValues("Nya namnet", unit.care_provider_id, unit.region_id),
        renamed_on=None,
        expected_version=1,
        by=people.SYSTEM,
    )
    before = stale_summaries()

    count = refresh_reviews_at(unit_id=unit.pk)

    assert (len(before), count, stale_summaries()) == (1, 1, [])
    assert (found("nya"), found("gamla")) == (1, 0)


def test_no_place_refreshes_nothing() -> None:
    unit = people.make_unit()
    record_review(
        recorded=RecordedReview(unit_id=unit.pk, standard_key="spur-st-2021"), by=people.SYSTEM, now=NOW
    )

    assert refresh_reviews_at() == 0
