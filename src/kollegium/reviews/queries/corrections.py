"""When a change of a review is a correction, and who may make one."""

from typing import TYPE_CHECKING

from django.http import Http404

from kollegium.domain.roles import Permission
from kollegium.domain.standard import Standard
from kollegium.reviews.models import Correction, Publication, Review, ReviewPart, ReviewSource
from kollegium.reviews.queries.one_review import place_of
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS
from kollegium.reviews.queries.report_text import Section, sections_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def is_corrected_openly(review: Review) -> bool:
    """Say whether a change is told as a correction: the review was decided here, or was ever public.

    What was read from a report and never shown to anybody is put right as the reading it is. No query for a
    review that was fetched with its places.
    """
    if review.source == ReviewSource.RECORDED:
        return True
    if review.was_public is None:
        return Publication.objects.filter(review=review).exists()
    return review.was_public


def corrections_in(review: Review) -> list[Correction]:
    """Give the corrections of a review, oldest first; one query."""
    return list(Correction.objects.filter(review=review).select_related("made_by").order_by("made_at", "pk"))


def may_correct(actor: "Actor", review: Review) -> bool:
    """Say whether the actor corrects for the office: the review office, or of an internal review who leads it."""
    place = place_of(review)
    leads = review.kind in INTERNAL_KINDS and actor.may(Permission.RUN_INTERNAL_CASES, place)
    return leads or actor.may(Permission.RUN_CASES, place)


def section_of_review(
    review: Review, part_id: int, key: str, standard: Standard
) -> tuple[ReviewPart, Section]:
    """Give a section of one report of a review, and the report; three queries. Raises Http404."""
    part = ReviewPart.objects.filter(review=review, pk=part_id).first()
    if part is None:
        raise Http404
    section = next((one for one in sections_of(part, standard) if one.key == key), None)
    if section is None:
        raise Http404
    return part, section
