"""The kind of review a report's own words name."""

import re

from kollegium.domain.standard import Standard
from kollegium.reviews.models import ReviewKind

_WORDS = (
    (ReviewKind.SELF_EVALUATION, re.compile(r"självvärdering|self-evaluation", re.IGNORECASE)),
    (ReviewKind.SIDE_PLACEMENTS, re.compile(r"sidotjänst|sidoutbildning|side placement", re.IGNORECASE)),
    (ReviewKind.INTERNAL, re.compile(r"\bintern|\binternal", re.IGNORECASE)),
    (ReviewKind.AT, re.compile(r"\bAT\b|allmäntjänst")),
)


def kind_of(review_type: str | None, standard: Standard) -> ReviewKind:
    """Give the kind of review: by the standard, else by the words, else external.

    The model's reports are external unless they say otherwise.
    """
    if standard.review_kind == "at":
        return ReviewKind.AT
    return next((kind for kind, words in _WORDS if words.search(review_type or "")), ReviewKind.EXTERNAL)
