"""The reviews of one unit over time, and two of them set side by side."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.http import Http404

from kollegium.domain.standard import Outcome
from kollegium.reviews.models import Grade, GradeRound, Review
from kollegium.reviews.queries.case import ReviewCase
from kollegium.reviews.queries.listing import as_rows
from kollegium.reviews.queries.whole_case import case_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.organisations.models import Unit


def reviews_of_unit_for(actor: "Actor", unit: "Unit") -> list[dict[str, Any]]:
    """Give the plain rows of the unit's reviews the actor may read, newest visit first.

    Reviews of what was merged into the unit are among them; those of units that merely lie under it
    are not.
    """
    return list(
        as_rows(Review.objects.visible_to(actor).standing().filter(_of_unit(unit))).order_by(
            F("visit_from").desc(nulls_last=True), "-pk"
        )
    )


def grades_at_visit(review_ids: Iterable[int]) -> dict[int, dict[str, str]]:
    """Give what areas were graded before any action plan; one query.

    Shape: review id → area key → outcome at the visit; over the parts of a review the worst.
    """
    rows = (
        Grade.objects.filter(
            part__review__in=list(review_ids), round__in=[GradeRound.PROVISIONAL, GradeRound.DECISION]
        )
        .order_by("part_id", "round", "sequence")
        .values_list("part__review_id", "part_id", "area_key", "round", "outcome")
    )
    # A decision comes after a provisional grade, whatever order their names sort in.
    standing: dict[tuple[int, int, str], tuple[bool, str]] = {}
    for review_id, part_id, area_key, round_, outcome in rows:
        place = (review_id, part_id, area_key)
        is_decision = round_ == GradeRound.DECISION
        if is_decision or not standing.get(place, (False, ""))[0]:
            standing[place] = (is_decision, outcome)
    found: dict[int, dict[str, str]] = {}
    for (review_id, _, area_key), (_, outcome) in standing.items():
        known = found.setdefault(review_id, {}).get(area_key, outcome)
        found[review_id][area_key] = min(known, outcome, key=lambda one: Outcome(one).rank)
    return found


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
