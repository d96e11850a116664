"""The action plan of a case: what it must and may answer, what is written, what was judged, what the rule says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import F
from django.http import Http404

from kollegium.action_plans.models import ItemJudgement, Plan, PlanDraftItem, PlanExtension
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.case_life import State, Step
from kollegium.domain.grading import Answer, PlanEffect, PlannedAction, effect_of_action_plan
from kollegium.domain.planning_answers import ItemWords, to_answer
from kollegium.domain.standard import Area, Criterion, Outcome
from kollegium.reviews.models import CaseMove, GradeRound, ReviewSource
from kollegium.reviews.queries.case import AreaGrades, CaseGrade, CasePart, ReviewCase
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.queries.whole_case import case_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# One place of a plan: the report's id, the area, and the criterion; "" is the whole area.
Spot = tuple[int, str, str]
AFTER_THE_PLAN = (GradeRound.ACTION_PLAN, GradeRound.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class PlanArea:
    """One area of one report as the plan meets it, with its grades before and after it."""

    part: CasePart
    area: Area
    before: CaseGrade | None
    after: CaseGrade | None
    required: tuple[str, ...]
    offered: tuple[str, ...]

    @property
    def is_failed(self) -> bool:
        """Say whether the plan may lift the area: a person decides about it."""
        return self.before is not None and self.before.outcome is Outcome.FAILED

    def spots(self, keys: tuple[str, ...]) -> list[Spot]:
        """Give the places of these criteria."""
        return [(self.part.pk, self.area.key, key) for key in keys]

    def is_decided_since(self, instant: datetime | None) -> bool:
        """Say whether the area got a grade after the plan as it was last sent."""
        return self.after is not None and instant is not None and self.after.recorded_at >= instant


def plan_areas(whole: ReviewCase) -> list[PlanArea]:
    """Give every area that a plan has something to say about, in the report's order."""
    return [
        one
        for part in whole.parts
        for graded in whole.grades_of(part)
        if (one := _plan_area(part, graded)).required or one.offered or one.is_failed
    ]


def _plan_area(part: CasePart, graded: AreaGrades) -> PlanArea:
    early = [grade for grade in graded.rounds if grade.round not in AFTER_THE_PLAN]
    before = early[-1] if early else None
    first = graded.at_visit
    was_failed = first is not None and first.outcome is Outcome.FAILED
    asked = to_answer(
        graded.area,
        outcome=before.outcome if before else None,
        verdicts=part.outcomes_of_criteria(),
        was_raised=was_failed and before is not None and before.outcome is not Outcome.FAILED,
    )
    after = next((grade for grade in graded.rounds if grade.round == GradeRound.ACTION_PLAN), None)
    return PlanArea(part, graded.area, before, after, asked.required, asked.offered)


@dataclass(frozen=True, slots=True)
class PlanStory:
    """A case's plan with everything about it.

    Shape: `items` place → what is written; `judgements` item id → the words on it, the office's first; `earlier`
    judgement id → what it said before it was changed, oldest first, with the columns of a judgement.
    """

    case: OpenCase
    plan: Plan
    whole: ReviewCase
    areas: tuple[PlanArea, ...]
    items: Mapping[Spot, PlanDraftItem]
    judgements: Mapping[int, tuple[ItemJudgement, ...]]
    extensions: tuple[PlanExtension, ...]
    earlier: Mapping[int, tuple[ItemJudgement, ...]]

    @property
    def required(self) -> tuple[Spot, ...]:
        """Give the places that the plan must answer."""
        return tuple(spot for area in self.areas for spot in area.spots(area.required))

    @property
    def offered(self) -> tuple[Spot, ...]:
        """Give the places that the plan may answer."""
        return tuple(spot for area in self.areas for spot in area.spots(area.offered))

    @property
    def is_unit(self) -> bool:
        """Say whether the actor writes the plan, once it is theirs to write."""
        return Viewer.UNIT in self.case.viewers and self.case.may_write(CaseObject.PLAN)

    @property
    def is_office(self) -> bool:
        """Say whether the actor gives time, sends back and decides."""
        return Viewer.OFFICE in self.case.viewers and self.case.may_write(CaseObject.PLAN)

    @property
    def may_judge(self) -> bool:
        """Say whether the actor judges items now."""
        return self.plan.is_with_office and self.case.may_write(CaseObject.PLAN_JUDGEMENT)

    @property
    def may_read_items(self) -> bool:
        """Say whether the actor reads what is written: the unit does, others when it is sent."""
        return Viewer.UNIT in self.case.viewers or not self.plan.is_with_unit

    def criterion(self, key: str) -> Criterion | None:
        """Give a criterion of the standard, None for the whole area."""
        return self.whole.standard.criterion(key) if key else None

    def sent_items(self) -> Iterator[tuple[PlanArea, PlanDraftItem]]:
        """Give what was sent, area by area in the report's order."""
        for area in self.areas:
            for spot in area.spots((*area.required, *area.offered)):
                item = self.items.get(spot)
                if item is not None and item.item_id is not None:
                    yield area, item

    def word_of_office(self, item: PlanDraftItem) -> ItemJudgement | None:
        """Give the office's judgement of an item as it now reads: the one that counts."""
        found = self.judgements.get(item.pk, ())
        return next((one for one in found if one.is_of_office and one.item_version == item.version), None)

    def own_judgement(self, item: PlanDraftItem) -> ItemJudgement | None:
        """Give the actor's own judgement of an item; the office has one among them."""
        is_of_office = Viewer.OFFICE in self.case.viewers
        return next(
            (
                one
                for one in self.judgements.get(item.pk, ())
                if one.is_of_office == is_of_office and (is_of_office or one.person_id == self.case.person_id)
            ),
            None,
        )

    def unjudged(self, area: PlanArea) -> tuple[str, ...]:
        """Give the keys of an area's sent items that the office has not judged."""
        return tuple(
            item.criterion_key or area.area.key
            for where, item in self.sent_items()
            if where is area and self.word_of_office(item) is None
        )

    def effect(self, area: PlanArea) -> PlanEffect | None:
        """Give what the rule says of a failed area by the office's judgements; None for others."""
        if area.before is None or not area.is_failed:
            return None
        words = ((item, self.word_of_office(item)) for where, item in self.sent_items() if where is area)
        actions = [
            PlannedAction(item.criterion_key, Answer(word.answers) if word else None) for item, word in words
        ]
        return effect_of_action_plan(
            area.area,
            outcome=area.before.outcome,
            verdicts=area.part.outcomes_of_criteria(),
            actions=actions,
        )

    @property
    def to_decide(self) -> tuple[PlanArea, ...]:
        """Give the failed areas that have no decision since the plan was last sent."""
        return tuple(
            area for area in self.areas if area.is_failed and not area.is_decided_since(self.plan.sent_at)
        )

    @property
    def is_done(self) -> bool:
        """Say whether everything sent is judged and every failed area decided."""
        judged = all(self.word_of_office(item) is not None for _, item in self.sent_items())
        return self.plan.is_with_office and judged and not self.to_decide


def get_plan_for(actor: "Actor", review_id: int, *, is_locked: bool = False) -> PlanStory:
    """Give the plan of a case that the actor may see it of; seven queries at most. Raises Http404, also when none is asked for."""
    case = get_open_case_for(actor, review_id, CaseObject.PLAN, is_locked=is_locked)
    return plan_of_case(case)


def plan_of_case(case: OpenCase) -> PlanStory:
    """Give the plan of a case; five queries, six where a judgement was changed. Raises Http404 when none is asked for."""
    plan = Plan.objects.filter(review=case.review).select_related("sent_by", "returned_by").first()
    if plan is None:
        raise Http404
    whole = case_of(case.review)
    items = PlanDraftItem.objects.filter(plan=plan).order_by("pk")
    judged: dict[int, list[ItemJudgement]] = {}
    rows = ItemJudgement.objects.filter(item__plan=plan).select_related("person")
    for row in rows.order_by("-is_of_office", "judged_at", "pk"):
        judged.setdefault(row.item_id, []).append(row)
    extensions = PlanExtension.objects.filter(plan=plan).select_related("given_by").order_by("given_at", "pk")
    return PlanStory(
        case,
        plan,
        whole,
        tuple(plan_areas(whole)),
        {(item.part_id, item.area_key, item.criterion_key): item for item in items},
        {item: tuple(found) for item, found in judged.items()},
        tuple(extensions),
        _earlier([row.pk for found in judged.values() for row in found if row.version > 1]),
    )


def _earlier(judgement_ids: list[int]) -> dict[int, tuple[ItemJudgement, ...]]:
    """Give what judgements said before they were changed, from the log; a query where there are any."""
    if not judgement_ids:
        return {}
    events = ItemJudgement._meta.get_field("events").related_model
    rows = events._default_manager.filter(pgh_obj_id__in=judgement_ids, version__lt=F("pgh_obj__version"))  # type: ignore[union-attr]
    found: dict[int, list[ItemJudgement]] = {}
    for row in rows.select_related("person").order_by("version", "pgh_id"):
        found.setdefault(row.pgh_obj_id, []).append(row)
    return {pk: tuple(words) for pk, words in found.items()}


def closed_without(story: PlanStory) -> CaseMove | None:
    """Give the step that closed the case while the plan was with the unit, with why; None where it did not. One query."""
    if story.case.review.state != State.CLOSED or not story.plan.is_with_unit:
        return None
    return CaseMove.objects.filter(review=story.case.review, step=Step.CLOSE).order_by("-pk").first()


def words_of(item: PlanDraftItem | None) -> ItemWords:
    """Give what is written in an item; nothing for none."""
    if item is None:
        return ItemWords()
    return ItemWords(
        item.action,
        item.due_on,
        item.responsible,
        item.follow_up_on,
        item.follow_up_responsible,
        item.evidence,
        item.is_done,
    )


def has_plan(case: OpenCase) -> bool:
    """Say whether a plan was asked for in a case; one query."""
    return Plan.objects.filter(review=case.review).exists()


def may_have_plan(case: OpenCase) -> bool:
    """Say whether a plan may be asked for in a case, so that its page is of use; no query.

    A plan of a report that was read in came with it.
    """
    return case.review.source == ReviewSource.RECORDED
