"""What was asked for of the material, as the letters about it take it: whom was it asked of, on which day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Case, Count, DateTimeField, F, Min, OuterRef, QuerySet, Subquery, When
from django.utils import timezone

from kollegium.domain.material import MaterialStatus
from kollegium.notifications.dated import Due
from kollegium.reviews.models import MaterialComment, MaterialItem
from kollegium.reviews.queries.material_steps import hands_in, waiting_material


@dataclass(frozen=True, slots=True)
class Requested:
    """How much a case still waits for, and when the first of it is due."""

    count: int
    first_due_on: date


def due_requests(first: date, last: date, as_of: date) -> list[Due]:
    """Give what was asked for between two days and has not come, by case and day, with who hands it in; 13 queries at most.

    What is asked for again counts from the day of that.
    """
    found = _asked().filter(asked_at__gte=_begins(first), asked_at__lt=_begins(last + timedelta(days=1)))
    rows = found.order_by("asked_at", "review_id", "pk").values_list(
        "review_id", "asked_at", "review__unit__name", "review__unit_id", "owner_id", "owner_duty"
    )
    return hands_in(
        [(review_id, timezone.localdate(asked_at), *others) for review_id, asked_at, *others in rows], as_of
    )


def open_requests(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of what was asked for in these reviews and has not come; one query."""
    rows = _asked().filter(review__in=review_ids).values_list("review_id", "asked_at")
    return {(review_id, timezone.localdate(asked_at)) for review_id, asked_at in rows}


def requested_in(review_ids: Collection[int]) -> dict[int, Requested]:
    """Give what each of these cases still waits for, those that wait for nothing left out; one query."""
    rows = waiting_material().filter(review__in=review_ids).order_by().values_list("review_id")
    return {
        review_id: Requested(count, first)
        for review_id, count, first in rows.annotate(Count("pk"), Min("due_on"))
    }


def _asked() -> QuerySet[MaterialItem]:
    # What is asked for again has its reason from the remark that says what is missing.
    again = MaterialComment.objects.filter(item=OuterRef("pk"), text=OuterRef("status_reason"))
    again_at = Subquery(again.order_by("-written_at").values("written_at")[:1])
    return waiting_material().annotate(
        asked_at=Case(
            When(status=MaterialStatus.ASKED_AGAIN, then=again_at),
            default=F("added_at"),
            output_field=DateTimeField(),
        )
    )


def _begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
