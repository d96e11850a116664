"""What the steps of a case do with the draft: freeze it for the unit, and end the unit's time with it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from kollegium.domain import standard as standards
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import FactCheck, Grade, GradeRound, Review, ReviewPart
from kollegium.reviews.queries.report_text import sections_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def begin_fact_check(review: Review, *, now: datetime, by: "Actor") -> FactCheck:
    """Freeze the draft as it stands and give the unit its time with it. Runs inside the step that sends it."""
    return FactCheck.objects.create(
        review=review,
        number=FactCheck.objects.filter(review=review).count() + 1,
        draft=_frozen(review),
        due_on=timezone.localdate(now) + timedelta(days=settings.FACT_CHECK_DAYS),
        sent_at=now,
        sent_by_id=person_id_of(by),
    )


def end_fact_check(review: Review, *, now: datetime) -> None:
    """End the unit's time with the draft; what was remarked and answered stays."""
    for check in FactCheck.objects.standing().filter(review=review):
        check.ended_at = now
        check.save(update_fields=["ended_at"])


def _frozen(review: Review) -> list[dict[str, Any]]:
    standard = standards.load(review.standard_key)
    return [
        {
            "part": part.pk,
            "key": part.key,
            "sections": [{"key": one.key, "text": one.text} for one in sections_of(part, standard)],
            "grades": dict(
                Grade.objects.filter(part=part, round=GradeRound.PROVISIONAL)
                .order_by("sequence")
                .values_list("area_key", "outcome")
            ),
        }
        for part in ReviewPart.objects.filter(review=review).order_by("position", "pk")
    ]
