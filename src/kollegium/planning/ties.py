"""What speaks against the reviewers that somebody may take into a team by hand, with the same rules as proposals."""

from collections.abc import Collection, Mapping
from copy import copy
from datetime import date
from typing import TYPE_CHECKING

from kollegium.domain.staffing import Finding, Reason, findings
from kollegium.planning.explaining import tie_words
from kollegium.planning.queries.candidates import staffing_of
from kollegium.planning.queries.pool import keeps_reviewers
from kollegium.reviews.models import Review
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS
from kollegium.reviews.reviewer_ties import TiesFound

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# Whoever takes in a reviewer with one of these says how it was judged; the others are told and no more.
CONFLICTS = frozenset(
    {
        Reason.OWN_UNIT,
        Reason.SAME_PROVIDER,
        Reason.DECLARED,
        Reason.OWN_TRAINEE,
        Reason.LATELY_EMPLOYED,
        Reason.SAME_REGION,
    }
)
TOLD = CONFLICTS | {Reason.AWAY, Reason.EARLIER_EMPLOYED, Reason.EARLIER_REVIEW, Reason.OVER_OWN_LIMIT}
# They hang on the days of the visit.
OF_THE_DAYS = frozenset({Reason.AWAY, Reason.OVER_OWN_LIMIT})


def ties_found(
    actor: "Actor", review: Review, person_ids: Collection[int], as_of: date
) -> Mapping[int, TiesFound]:
    """Give what speaks against reviewers for a case, to those who keep the pool; thirteen queries, however many.

    In an internal review the reviewers are the provider's own, and nothing is told.
    """
    if not person_ids or not keeps_reviewers(actor) or review.kind in INTERNAL_KINDS:
        return {}
    dated = copy(review)
    dated.visit_from = review.visit_from or as_of
    staffing = staffing_of([dated], as_of=as_of)
    [visit] = staffing.visits
    untold = frozenset() if review.visit_from else OF_THE_DAYS
    found = {
        person: [
            one
            for one in findings(staffing.candidates[person], visit, staffing.rules)
            if one.reason in TOLD - untold
        ]
        for person in person_ids
        if person in staffing.candidates
    }
    return {person: _told(ones) for person, ones in found.items() if ones}


def _told(found: list[Finding]) -> TiesFound:
    return TiesFound(
        tuple(tie_words(one) for one in found), is_conflict=any(one.reason in CONFLICTS for one in found)
    )
