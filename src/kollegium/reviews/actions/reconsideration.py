"""Reconsideration of a decision: the unit asks once and in time, the review office alone decides."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from kollegium import jobs
from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.case_life import Step
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.cases import CaseRefused, add_check
from kollegium.reviews.actions.refusals import count_up, person_id_of
from kollegium.reviews.models import Grade, GradeRound, Reconsideration, ReconsideredArea, Review
from kollegium.reviews.queries.decision import grades_in
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.queries.reconsideration import areas_graded_later, reconsideration_of
from kollegium.reviews.summaries import refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# An area of one of the review's reports: the part's id and the area's key.
Spot = tuple[int, str]


@dataclass(frozen=True, slots=True)
class NewGradeOfArea:
    """What the office decides about one area: the same outcome lets the grade stand. Always with a reason."""

    outcome: Outcome
    reason: str


def ask_for_reconsideration(
    *, review_id: int, areas: Collection[Spot], reason: str, now: datetime, by: "Actor"
) -> Reconsideration:
    """Keep the unit's request and let the office know of it.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `reconsideration-closed`, `reconsideration-asked`,
    `reconsideration-over`, `reconsideration-no-areas`, `reconsideration-empty`.
    **Side effects** Letters to the review office.
    """
    with recording(by=by, action="reviews.ask_for_reconsideration"):
        case = _locked(review_id, by=by, who=Viewer.UNIT)
        story = reconsideration_of(case.review)
        if story.asked is not None:
            raise CaseRefused("reconsideration-asked", day=timezone.localdate(story.asked.asked_at))
        if story.last_day is None:
            raise Http404
        if not story.has_time(timezone.localdate(now)):
            raise CaseRefused("reconsideration-over", day=story.last_day)
        if not areas:
            raise CaseRefused("reconsideration-no-areas")
        if not set(areas) <= set(grades_in(case.review, GradeRound.DECISION)):
            raise Http404
        if not reason.strip():
            raise CaseRefused("reconsideration-empty")
        asked = Reconsideration.objects.create(
            review=case.review, reason=reason.strip(), asked_at=now, asked_by_id=person_id_of(by)
        )
        for part_id, area_key in sorted(set(areas)):
            ReconsideredArea.objects.create(reconsideration=asked, part_id=part_id, area_key=area_key)
        jobs.enqueue("reviews.tell_of_reconsideration", reconsideration_id=asked.pk, is_decided=False)
    return asked


def decide_reconsideration(
    *, review_id: int, answers: Mapping[Spot, NewGradeOfArea], now: datetime, by: "Actor"
) -> Reconsideration:
    """Decide about every area the unit asked about, each in a round of grades of its own, and let the unit know.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `reconsideration-closed`, `reconsideration-decided`,
    `reconsideration-unanswered`, `reconsideration-reason-missing`, `outcome-not-in-scale`, `graded-since`.
    **Side effects** Letters to those who answer for the unit.
    """
    with recording(by=by, action="reviews.decide_reconsideration"):
        case = _locked(review_id, by=by, who=Viewer.OFFICE)
        story = reconsideration_of(case.review)
        if story.asked is None:
            raise Http404
        if not story.waits:
            raise CaseRefused("reconsideration-decided")
        decided = grades_in(case.review, GradeRound.DECISION)
        later = areas_graded_later(case.review)
        for area in story.areas:
            spot = (area.part_id, area.area_key)
            answer = _checked(case.review, area.area_key, answers.get(spot))
            if answer.outcome != decided[spot].outcome and spot in later:
                raise CaseRefused("graded-since", area=area.area_key)
            area.grade = _graded(area, answer, now=now, by=by)
            area.save(update_fields=["grade"])
        story.asked.decided_at, story.asked.decided_by_id = now, person_id_of(by)
        story.asked.save(update_fields=["decided_at", "decided_by"])
        count_up(case.review)
        refresh_summary(case.review)
        jobs.enqueue("reviews.tell_of_reconsideration", reconsideration_id=story.asked.pk, is_decided=True)
    return story.asked


def _locked(review_id: int, *, by: "Actor", who: Viewer) -> OpenCase:
    case = get_open_case_for(by, review_id, CaseObject.RECONSIDERATION, is_locked=True)
    if who not in case.viewers:
        raise CaseRefused("not-allowed-here")
    if not case.may_write(CaseObject.RECONSIDERATION):
        raise CaseRefused("reconsideration-closed")
    return case


def _checked(review: Review, area_key: str, answer: NewGradeOfArea | None) -> NewGradeOfArea:
    if answer is None:
        raise CaseRefused("reconsideration-unanswered", area=area_key)
    if standards.load(review.standard_key).area(area_key).scale.letter_of(answer.outcome) is None:
        raise CaseRefused("outcome-not-in-scale")
    if not answer.reason.strip():
        raise CaseRefused("reconsideration-reason-missing", area=area_key)
    return answer


def _graded(area: ReconsideredArea, answer: NewGradeOfArea, *, now: datetime, by: "Actor") -> Grade:
    return Grade.objects.create(
        part_id=area.part_id,
        area_key=area.area_key,
        round=GradeRound.RECONSIDERED,
        outcome=answer.outcome,
        reason=answer.reason.strip(),
        decided_by_id=person_id_of(by),
        decided_on=timezone.localdate(now),
        recorded_at=now,
    )


def _is_settled(review: Review) -> None:
    """Let no case be closed while the unit waits for an answer."""
    if Reconsideration.objects.filter(review=review, decided_at__isnull=True).exists():
        raise CaseRefused("reconsideration-waits")


add_check(Step.CLOSE, _is_settled)
