"""The reviews of one unit over time, and two of them set side by side."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.http import Http404

from kollegium.reviews.models import Review
from kollegium.reviews.queries.case import ReviewCase, case_of
from kollegium.reviews.queries.listing import ROW_COLUMNS

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.organisations.models import Unit


def reviews_of_unit_for(actor: "Actor", unit: "Unit") -> list[dict[str, Any]]:
    """Give the plain rows of the unit's reviews the actor may read, newest visit first.

    Reviews of what was merged into the unit are among them; those of units that merely lie under it
    are not.
    """
    return list(
        Review.objects.visible_to(actor)
        .standing()
        .filter(_of_unit(unit))
        .order_by("-visit_from", "-pk")
        .values(*ROW_COLUMNS)
    )


def get_pair_for(actor: "Actor", unit: "Unit", left_id: int, right_id: int) -> tuple[ReviewCase, ReviewCase]:
    """Give two of the unit's reviews with everything known of them. Raises Http404 for any other."""
    found = {
        review.pk: review
        for review in Review.objects.visible_to(actor)
        .standing()
        .filter(_of_unit(unit), pk__in=[left_id, right_id])
        .select_related("unit__region", "unit__care_provider", "care_provider", "specialty")
    }
    if left_id not in found or right_id not in found:
        raise Http404
    return case_of(found[left_id]), case_of(found[right_id])


def _of_unit(unit: "Unit") -> Q:
    return Q(unit=unit) | Q(unit__merged_into=unit) | Q(unit__merged_into__merged_into=unit)
