"""Record whole reviews that were made outside: an old report, or invented ones, one or thousands."""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.organisations.models import Unit
from kollegium.reviews.case_rows import CaseRows, case_rows, review_row
from kollegium.reviews.models import Review, ReviewPart
from kollegium.reviews.recorded import RecordedReview
from kollegium.reviews.summaries import refresh_summary, set_summary, summary_from
from kollegium.trail.copying import copy_in, reserved_ids
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


class RecordingRefused(Refused):
    """The review cannot be recorded. Codes: `not-allowed-here`."""


def record_review(
    *, recorded: RecordedReview, by: "Actor", now: datetime, created_by_id: int | None = None
) -> Review:
    """Write one review with all its rows in one transaction and give it.

    **Raises** RecordingRefused when the actor may not import reviews of the unit.
    """
    unit = Unit.objects.get(pk=recorded.unit_id)
    _require_right(by, unit)
    with recording(by=by, action="reviews.record_review"):
        review = review_row(recorded, unit, now=now, created_by_id=created_by_id)
        review.save(force_insert=True)
        parts = [
            ReviewPart.objects.create(review=review, key=part.key, position=position)
            for position, part in enumerate(recorded.parts)
        ]
        for rows in case_rows(review, parts, recorded, now=now).lists():
            if rows:
                type(rows[0])._default_manager.bulk_create(rows)
        refresh_summary(review)
    review.refresh_from_db()
    return review


def record_reviews(*, recorded: Sequence[tuple[RecordedReview, datetime]], by: "Actor") -> None:
    """Write many reviews, each with the instant it counts as recorded, in one transaction.

    The outcome is that of `record_review` for each, but for ids; a hundred reviews take about as long
    as six would there. Hand over some hundreds at a time: all their rows are held in memory.

    **Raises** RecordingRefused when the actor may not import reviews of one of the units.
    """
    related = ("care_provider", "region")
    units = Unit.objects.select_related(*related).in_bulk({item.unit_id for item, _ in recorded})
    for unit in units.values():
        _require_right(by, unit)
    part_count = sum(len(item.parts) for item, _ in recorded)
    with recording(by=by, action="reviews.record_reviews"):
        review_ids = iter(reserved_ids(Review, len(recorded)))
        part_ids = iter(reserved_ids(ReviewPart, part_count))
        names = _specialty_names(recorded)
        reviews: list[Review] = []
        all_parts: list[ReviewPart] = []
        all_rows = CaseRows()
        for item, now in recorded:
            review = review_row(item, units[item.unit_id], now=now, created_by_id=None)
            review.pk = next(review_ids)
            parts = [
                ReviewPart(pk=pk, review_id=review.pk, key=part.key, position=position)
                for position, (part, pk) in enumerate(
                    zip(item.parts, islice(part_ids, len(item.parts)), strict=True)
                )
            ]
            rows = case_rows(review, parts, item, now=now)
            set_summary(review, summary_from(review, rows, names.get(item.specialty_id or 0, "")))
            reviews.append(review)
            all_parts += parts
            all_rows.extend(rows)
        for written in (reviews, all_parts, *all_rows.lists()):
            copy_in(written)


def _specialty_names(recorded: Sequence[tuple[RecordedReview, datetime]]) -> dict[int, str]:
    specialty = Review._meta.get_field("specialty").related_model
    wanted = {item.specialty_id for item, _ in recorded if item.specialty_id}
    return dict(specialty._default_manager.filter(pk__in=wanted).values_list("pk", "name"))


def _require_right(by: "Actor", unit: Unit) -> None:
    if not by.may(Permission.IMPORT_REVIEWS, unit.place):
        raise RecordingRefused("not-allowed-here")
