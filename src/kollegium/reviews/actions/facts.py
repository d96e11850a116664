"""Correct what a review says about itself: kind, dates, specialty, case number."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from kollegium.domain.roles import Permission
from kollegium.reviews.actions.corrections import WhatCorrected, WhyCorrected, note_correction
from kollegium.reviews.actions.refusals import ReviewRefused, check_version, locked_review
from kollegium.reviews.models import Corrected, Review
from kollegium.reviews.summaries import SUMMARISED_FACTS, refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """The facts of a review that can be corrected."""

    kind: str
    specialty_id: int | None
    case_number: str | None
    visit_from: date | None
    visit_to: date | None
    visit_text: str
    report_date: date | None
    report_date_text: str


def correct_facts(
    *,
    review_id: int,
    facts: ReviewFacts,
    expected_version: int,
    by: "Actor",
    why: WhyCorrected | None = None,
) -> Review:
    """Store the corrected facts and give the review; what stood before is kept in the history.

    **Raises** ReviewRefused: `not-allowed-here`, `changed-meanwhile`, `visit-ends-before-start`,
    `case-number-taken`, `nothing-changed`, `taken-back`; once it was decided or public without `why`
    `correction-reason-missing`, and `only-office-corrects`.
    """
    with recording(by=by, action="reviews.correct_facts"):
        review = locked_review(review_id, by=by, permission=Permission.EDIT_REVIEWS)
        check_version(review, expected_version)
        if facts.visit_from and facts.visit_to and facts.visit_to < facts.visit_from:
            raise ReviewRefused("visit-ends-before-start")
        changed = {name: value for name, value in asdict(facts).items() if getattr(review, name) != value}
        if not changed:
            raise ReviewRefused("nothing-changed")
        if changed.get("case_number") and _is_taken(changed["case_number"], review):
            raise ReviewRefused("case-number-taken")
        note_correction(review, WhatCorrected(Corrected.FACTS), why=why, by=by)
        for name, value in changed.items():
            setattr(review, name, value)
        review.version += 1
        review.save(update_fields=[*changed, "version"])
        if not SUMMARISED_FACTS.isdisjoint(changed):
            refresh_summary(review)
    return review


def _is_taken(case_number: str, review: Review) -> bool:
    return Review.objects.filter(case_number=case_number).exclude(pk=review.pk).exists()
