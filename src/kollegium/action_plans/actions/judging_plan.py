"""What is said of a plan that was sent: each item answers its criterion or not, and each failed area's grade."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import Http404

from kollegium.action_plans.actions.planning import PlanRefused
from kollegium.action_plans.models import ItemJudgement, PlanDraftItem
from kollegium.action_plans.queries.plans import PlanArea, PlanStory, plan_of_case
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.grading import Answer
from kollegium.domain.planning_answers import sentence_after_plan
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.after_plan import GradeAfterPlan, grade_after_plan
from kollegium.reviews.actions.cases import locked_case
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import Grade
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """Whether an item answers its criterion, and why.

    `seen_version` is that of the item's words that were read, `seen_judgement` that of one's own judgement as the
    form showed it, or of the office's for the office; 0 for none.
    """

    answers: Answer
    reason: str
    seen_version: int
    seen_judgement: int = 0


@dataclass(frozen=True, slots=True)
class NewAreaGrade:
    """What is decided of a failed area after its plan: the same outcome lets the grade stand. Always with a reason."""

    part_id: int
    area_key: str
    outcome: Outcome
    reason: str


def judge_item(
    *, review_id: int, item_id: int, judgement: NewJudgement, now: datetime, by: "Actor"
) -> ItemJudgement:
    """Keep what the office, or one reviewer, says of an item; the office's word counts for the rule.

    Colleagues of the office share one word: that of another is changed only by somebody who has seen it, and what
    stood before is kept in the log.

    **Raises** Http404; CaseRefused; PlanRefused: `plan-not-with-office`, `changed-meanwhile`, `reason-missing`,
    `area-decided`.
    """
    with recording(by=by, action="action_plans.judge_item"):
        story = _sent(review_id, by)
        area, item = _item(story, item_id)
        if item.version != judgement.seen_version:
            raise PlanRefused("changed-meanwhile")
        if not judgement.reason.strip():
            raise PlanRefused("reason-missing")
        if area.is_decided_since(story.plan.sent_at):
            raise PlanRefused("area-decided")
        kept = _own(story, item)
        if kept.version != judgement.seen_judgement:
            raise PlanRefused("changed-meanwhile", judged=True)
        said = (person_id_of(by), judgement.answers, judgement.reason.strip(), item.version)
        if kept.pk is not None and said == (kept.person_id, kept.answers, kept.reason, kept.item_version):
            return kept
        kept.person_id, kept.answers, kept.reason, kept.item_version = said
        kept.judged_at = now
        kept.version += 1
        kept.save()
        _settle(plan_of_case(story.case), now)
    return kept


def decide_area(*, review_id: int, decided: NewAreaGrade, now: datetime, by: "Actor") -> Grade:
    """Decide the grade of a failed area after its plan, with the sentence for the report; the first grade stays.

    **Raises** Http404; CaseRefused; PlanRefused: `not-allowed-here`, `plan-not-with-office`, `items-unjudged`,
    `outcome-not-in-scale`, `reason-missing`, `area-decided`.
    """
    with recording(by=by, action="action_plans.decide_area"):
        story = _sent(review_id, by)
        if not story.is_office:
            raise PlanRefused("not-allowed-here")
        area = _area(story, decided)
        if area.is_decided_since(story.plan.sent_at):
            raise PlanRefused("area-decided")
        if unjudged := story.unjudged(area):
            raise PlanRefused("items-unjudged", keys=", ".join(unjudged))
        if area.area.scale.letter_of(decided.outcome) is None:
            raise PlanRefused("outcome-not-in-scale")
        if not decided.reason.strip():
            raise PlanRefused("reason-missing")
        assert area.before is not None
        sentence = sentence_after_plan(area.area, before=area.before.outcome, after=decided.outcome)
        grade = grade_after_plan(
            story.case,
            GradeAfterPlan(
                decided.part_id, decided.area_key, decided.outcome, decided.reason.strip(), sentence
            ),
            now=now,
            by=by,
        )
        _settle(plan_of_case(story.case), now)
    return grade


def _sent(review_id: int, by: "Actor") -> PlanStory:
    story = plan_of_case(locked_case(review_id, by=by, thing=CaseObject.PLAN_JUDGEMENT))
    if not story.plan.is_with_office:
        raise PlanRefused("plan-not-with-office")
    return story


def _item(story: PlanStory, item_id: int) -> tuple[PlanArea, PlanDraftItem]:
    found = next(((area, item) for area, item in story.sent_items() if item.pk == item_id), None)
    if found is None:
        raise Http404
    return found


def _area(story: PlanStory, decided: NewAreaGrade) -> PlanArea:
    for area in story.areas:
        if area.is_failed and (area.part.pk, area.area.key) == (decided.part_id, decided.area_key):
            return area
    raise Http404


def _own(story: PlanStory, item: PlanDraftItem) -> ItemJudgement:
    return story.own_judgement(item) or ItemJudgement(
        item=item, is_of_office=Viewer.OFFICE in story.case.viewers, version=0
    )


def _settle(story: PlanStory, now: datetime) -> None:
    if story.is_done:
        story.plan.settled_at = now
        story.plan.version += 1
        story.plan.save(update_fields=["settled_at", "version"])
