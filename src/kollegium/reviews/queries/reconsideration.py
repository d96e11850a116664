"""Reconsideration of a decision: until when a unit may ask, what was asked and decided, who takes part."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from kollegium.accounts.queries.answering import who_answers
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.case_life import Step
from kollegium.domain.reconsidering import last_day_to_ask
from kollegium.domain.roles import Permission, roles_with
from kollegium.reviews.models import CaseMove, Grade, GradeRound, Reconsideration, ReconsideredArea, Review
from kollegium.reviews.queries.material import ANSWERING
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS, OpenCase

# A grade of these rounds rests on what came after the decision.
LATER_ROUNDS = (GradeRound.ACTION_PLAN, GradeRound.FOLLOW_UP, GradeRound.CORRECTION)


@dataclass(frozen=True, slots=True)
class ReconsiderationStory:
    """When the case was decided, until when may be asked, what was asked; `last_day` None: not decided here."""

    decided_on: date | None
    last_day: date | None
    asked: Reconsideration | None
    areas: tuple[ReconsideredArea, ...]

    def has_time(self, as_of: date) -> bool:
        """Say whether the unit may still ask."""
        return self.asked is None and self.last_day is not None and as_of <= self.last_day

    @property
    def waits(self) -> bool:
        """Say whether the office has something to decide."""
        return self.asked is not None and self.asked.decided_at is None


def reconsideration_of(review: Review) -> ReconsiderationStory:
    """Give the story of a case's reconsideration; two queries, three when it was asked for."""
    moved = CaseMove.objects.filter(review=review, step=Step.DECIDE.value).order_by("-moved_at", "-pk")
    decided_at = moved.values_list("moved_at", flat=True).first()
    decided_on = timezone.localdate(decided_at) if decided_at else None
    asked = Reconsideration.objects.filter(review=review).select_related("asked_by", "decided_by").first()
    areas = ReconsideredArea.objects.filter(reconsideration=asked).select_related("part", "grade")
    return ReconsiderationStory(
        decided_on,
        last_day_to_ask(decided_on, days=settings.RECONSIDERATION_DAYS) if decided_on else None,
        asked,
        tuple(areas.order_by("part__position", "part", "area_key")) if asked else (),
    )


def is_told_of_reconsideration(case: OpenCase, as_of: date) -> bool:
    """Say whether there is something to see, or for the unit to ask for, in a case that the actor may see it of."""
    story = reconsideration_of(case.review)
    return story.asked is not None or (Viewer.UNIT in case.viewers and _may_ask(case, story, as_of))


def _may_ask(case: OpenCase, story: ReconsiderationStory, as_of: date) -> bool:
    return case.may_write(CaseObject.RECONSIDERATION) and story.has_time(as_of)


def areas_graded_later(review: Review) -> set[tuple[int, str]]:
    """Give (part, area) of the grades that were set after the decision, on the strength of something else."""
    rows = Grade.objects.filter(part__review=review, round__in=LATER_ROUNDS)
    return set(rows.values_list("part_id", "area_key"))


def people_of_office(review: Review, as_of: date) -> tuple[int, ...]:
    """Give who decides about the case: the review office, and of an internal review who leads it; four queries."""
    roles = roles_with(Permission.RUN_CASES)
    if review.kind in INTERNAL_KINDS:
        roles += roles_with(Permission.RUN_INTERNAL_CASES)
    return who_answers({review.unit_id}, roles, as_of=as_of)[review.unit_id]


def people_of_unit(review: Review, as_of: date) -> tuple[int, ...]:
    """Give who answers for the unit of the case, or stands in for somebody who does; four queries."""
    return who_answers({review.unit_id}, ANSWERING, as_of=as_of)[review.unit_id]
