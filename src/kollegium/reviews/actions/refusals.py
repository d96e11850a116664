"""Refusals of changes to a review, and the checks that every change begins with."""

from typing import TYPE_CHECKING

from kollegium.domain.case_life import IN_PROGRESS
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.reviews.models import CaseState, Review, ReviewPart
from kollegium.reviews.queries.one_review import get_locked_review, place_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


class ReviewRefused(Refused):
    """A change to a review is refused.

    Codes: `not-allowed-here`, `changed-meanwhile`, `taken-back`, `nothing-changed`, `reason-missing`,
    `note-missing`, `outcome-not-in-scale`, `no-such-area`, `no-such-criterion`, `no-such-part`,
    `visit-ends-before-start`, `case-number-taken`, `unanswered`, `names-remain`, `content-changed`,
    `already-public`, `not-public`, `not-finished`, `still-in-progress`, `only-office-corrects`,
    `correction-reason-missing`, `decided-grade-stays`, `plan-missing`, `plan-decides`.
    """


def locked_review(review_id: int, *, by: "Actor", permission: Permission) -> Review:
    """Give the decided review, locked until the transaction ends. Call it inside one.

    **Raises** ReviewRefused when the actor may not change it, the import was taken back or the case is not decided.
    """
    review = get_locked_review(review_id)
    if not by.may(permission, place_of(review)):
        raise ReviewRefused("not-allowed-here")
    if review.state in (CaseState.TAKEN_BACK, CaseState.WITHDRAWN):
        raise ReviewRefused("taken-back")
    if review.state in IN_PROGRESS:
        raise ReviewRefused("still-in-progress")
    return review


def check_version(review: Review, expected: int) -> None:
    """Refuse when somebody has changed the review since it was opened."""
    if review.version != expected:
        raise ReviewRefused("changed-meanwhile")


def part_of(review: Review, part_id: int) -> ReviewPart:
    """Give a part of the review. Raises ReviewRefused for another's."""
    part = ReviewPart.objects.filter(review=review, pk=part_id).first()
    if part is None:
        raise ReviewRefused("no-such-part")
    return part


def count_up(review: Review) -> None:
    """Give the review its next version, so that pages opened before are told."""
    review.version += 1
    review.save(update_fields=["version"])


def person_id_of(actor: "Actor") -> int | None:
    """Give the id of the person who acts, or None for the system."""
    kind, _, number = actor.key.partition(":")
    return int(number) if kind == "person" and number.isdigit() else None
