"""What was accepted before: published actions that answered the same criterion, without whose they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from kollegium.action_plans.models import ItemJudgement
from kollegium.domain.grading import Answer
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import ActionPlanItem, Grade, GradeRound, Publication, Review, ReviewSource

MOST = 5
# A review has few actions for one criterion, and the same words are shown once.
LOOKED_THROUGH = 20


@dataclass(frozen=True, slots=True)
class AcceptedAction:
    """An action as it was published: what was planned and who did and followed up, in functions."""

    action: str
    responsible: str
    follow_up_responsible: str


def accepted_before(review: Review, criterion_key: str) -> list[AcceptedAction]:
    """Give the latest public actions of other reviews that answered a criterion of the same standard; two queries.

    Answered: judged so by the office here, or, in a report that was read in, the area's grade was lifted after the
    plan. The words are those that were published, so no name stands in them that was taken away.
    """
    judged = ItemJudgement.objects.filter(
        item__item=OuterRef("pk"), is_of_office=True, answers=Answer.YES, item__plan__settled_at__isnull=False
    )
    lifted = Grade.objects.filter(
        part=OuterRef("part"), area_key=OuterRef("area_key"), round=GradeRound.ACTION_PLAN
    ).exclude(outcome=Outcome.FAILED.value)
    public = Publication.objects.filter(withdrawn_at__isnull=True, review=OuterRef("part__review"))
    found = ActionPlanItem.objects.filter(
        Exists(judged) | Q(Exists(lifted), part__review__source=ReviewSource.IMPORT),
        Exists(public),
        criterion_key=criterion_key,
        part__review__standard_key=review.standard_key,
    ).exclude(part__review=review)
    reviews = list(found.order_by("-pk").values_list("part__review", flat=True)[:LOOKED_THROUGH])
    contents = Publication.objects.filter(withdrawn_at__isnull=True, review__in=reviews)
    told = contents.order_by("-published_at", "-pk").values_list("content", flat=True)
    actions = (one for content in told for one in _published(content, criterion_key))
    return list(dict.fromkeys(actions))[:MOST]


def _published(content: dict[str, Any], criterion_key: str) -> Iterator[AcceptedAction]:
    for part in content["parts"]:
        for item in part["plan"]:
            if item["criterion"] == criterion_key and item["action"].strip():
                yield AcceptedAction(item["action"], item["responsible"], item["follow_up_responsible"])
