"""All evidence of a review's actions, for the file of its case."""

from kollegium.action_plans.models import Evidence
from kollegium.reviews.models import Review


def whole_evidence(review: Review) -> list[Evidence]:
    """Give all evidence in the order of the plan, oldest first, also what no longer stands; one query."""
    rows = Evidence.objects.filter(item__part__review=review).select_related(
        "item", "added_by", "withdrawn_by", "replaced_by"
    )
    return list(rows.order_by("item__part__position", "item__position", "item", "pk"))


def evidence_content(evidence_id: int) -> bytes:
    """Give what the file of one piece of evidence holds; one query."""
    stored = Evidence.objects.select_related("file").get(pk=evidence_id).file
    assert stored is not None
    return bytes(stored.data)
