"""The way from a review back to the file it was read from."""

from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kollegium.domain.roles import Permission
from kollegium.report_import.models import ImportProposal, ProposalQuerySet
from kollegium.reviews.links import ReviewLink
from kollegium.ui.page_addresses import page_address
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


# It holds the place of a review in the statement that is put together once.
SOME_REVIEW = -1


def links_to_import(actor: "Actor", review_id: int) -> list[ReviewLink]:
    """Give the import a review came from and its original file, to whoever may see them; one query."""
    if actor.places(Permission.IMPORT_REVIEWS).national:
        found = _first_of_review().rows({SOME_REVIEW: review_id})
    else:
        found = list(_of_review(review_id).visible_to(actor).values_list("pk")[:1])
    if not found:
        return []
    [(proposal_id,)] = found
    return [
        ReviewLink(_("The imported file"), page_address("report_import:original", proposal_id), "file-text"),
        ReviewLink(_("How it was read"), page_address("report_import:proposal", proposal_id), "eye"),
    ]


@lru_cache(maxsize=1)
def _first_of_review() -> Statement:
    """Give the question for the import a review came from, for whoever may see all of them."""
    return Statement.of(_of_review(SOME_REVIEW).values_list("pk")[:1], places=(SOME_REVIEW,))


def _of_review(review_id: int) -> ProposalQuerySet:
    return ImportProposal.objects.filter(review=review_id).order_by("pk")
