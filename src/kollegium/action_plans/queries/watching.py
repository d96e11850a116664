"""Extra internal reviews, what was told upwards, and what a region asks for."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import Http404

from kollegium.accounts.queries.answering import ABOVE, who_answers
from kollegium.action_plans.models import Escalation, ExtraReview, RegionRules
from kollegium.domain.roles import Permission, Role
from kollegium.notifications.dated import Due
from kollegium.reviews.models import Review
from kollegium.reviews.queries import get_review_for, place_of
from kollegium.ui.keyset import CutPage, OrderColumn, cut

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 50
BY_DAY = (OrderColumn("due_on", holds=date), OrderColumn("pk"))
ROW_COLUMNS = (
    "pk",
    "due_on",
    "decided_on",
    "done_by_id",
    "dismissed_at",
    "dismissal_reason",
    "dismissed_by__name",
    "review_id",
    "review__unit_id",
    "review__unit__name",
    "review__specialty__name",
    "review__specialty__name_en",
)


def list_extra_reviews_for(actor: "Actor", *, open_only: bool, cursor: str = "") -> CutPage:
    """Give one page of the extra reviews after reviews the actor may read, the earliest day first; two queries."""
    found = ExtraReview.objects.filter(review__in=Review.objects.visible_to(actor).standing())
    if open_only:
        found = found.open()
    return cut(found.values(*ROW_COLUMNS), order=BY_DAY, cursor=cursor, size=PAGE_SIZE, counted=found)


def get_extra_review_for(actor: "Actor", extra_id: int) -> tuple[ExtraReview, Review, bool]:
    """Give an extra review with its review, and whether the actor may dismiss it. Raises Http404."""
    extra = ExtraReview.objects.filter(pk=extra_id).first()
    if extra is None:
        raise Http404
    review = get_review_for(actor, extra.review_id)
    is_open = extra.done_by_id is None and extra.dismissed_at is None
    return extra, review, is_open and actor.may(Permission.RUN_INTERNAL_CASES, place_of(review))


def rules_of(region_id: int) -> RegionRules:
    """Give what a region asks for; the usual when it has said nothing."""
    return RegionRules.objects.filter(region_id=region_id).first() or RegionRules(region_id=region_id)


def due_extra_reviews(first: date, last: date, as_of: date) -> list[Due]:
    """Give the open extra reviews due between two days, with who arranges them."""
    rows = list(
        _standing()
        .filter(due_on__range=(first, last))
        .order_by("pk")
        .values_list("pk", "due_on", "review__unit_id", "review__unit__name")
    )
    people = who_answers({unit for _, _, unit, _ in rows}, ABOVE, as_of=as_of)
    return [Due(pk, due_on, name, people[unit]) for pk, due_on, unit, name in rows]


def open_extra_reviews(ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (id, day) of those extra reviews that are still open. One query."""
    return set(_standing().filter(pk__in=ids).values_list("pk", "due_on"))


def due_escalations(first: date, last: date, as_of: date) -> list[Due]:
    """Give the reviews whose late actions were told upwards between two days, with the care provider's officers."""
    rows = list(
        Escalation.objects.open()
        .filter(escalated_on__range=(first, last))
        .order_by("item__part__review_id", "escalated_on")
        .values_list(
            "item__part__review_id",
            "escalated_on",
            "item__part__review__unit_id",
            "item__part__review__unit__name",
        )
        .distinct()
    )
    people = who_answers({unit for _, _, unit, _ in rows}, (Role.CARE_PROVIDER_OFFICER,), as_of=as_of)
    return [Due(review, day, name, people[unit]) for review, day, unit, name in rows]


def open_escalations(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of what was told upwards and is still late. One query."""
    found = Escalation.objects.open().filter(item__part__review__in=review_ids)
    return set(found.values_list("item__part__review_id", "escalated_on"))


def extra_reviews_of_unit(unit_id: int) -> list[dict[str, Any]]:
    """Give the open extra reviews of one unit, the earliest day first; one query."""
    found = _standing().filter(review__unit=unit_id).order_by("due_on", "pk")
    return list(found.values(*ROW_COLUMNS))


def _standing() -> "QuerySet[ExtraReview]":
    return ExtraReview.objects.open().filter(
        review__in=Review.objects.standing(),
        review__unit__merged_into__isnull=True,
        review__unit__closed_on__isnull=True,
    )
