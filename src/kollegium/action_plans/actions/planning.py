"""The plan until it is sent: opened by the decision, written and sent by the unit, given more time by the office."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from kollegium.action_plans.models import Plan, PlanDraftItem, PlanExtension
from kollegium.action_plans.queries.plans import (
    PlanStory,
    Spot,
    get_plan_for,
    plan_areas,
    plan_of_case,
    words_of,
)
from kollegium.domain.case_access import CaseObject
from kollegium.domain.case_life import Step
from kollegium.domain.errors import Refused
from kollegium.domain.planning_answers import ItemWords, plan_due, warnings_about
from kollegium.reviews.actions.after_plan import SentItem, put_plan_items
from kollegium.reviews.actions.cases import CaseRefused, add_check, add_concern, add_effect, locked_case
from kollegium.reviews.actions.refusals import person_id_of
from kollegium.reviews.models import Review
from kollegium.reviews.queries.whole_case import case_of
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


class PlanRefused(Refused):
    """A change of an action plan, or a judgement of it, is refused.

    Codes: `not-allowed-here`, `changed-meanwhile`, `plan-not-with-unit`, `plan-not-with-office`, `item-required`,
    `item-sent`, `plan-incomplete`, `plan-empty`, `warnings-unseen`, `reason-missing`, `day-not-later`, `day-in-past`,
    `area-decided`, `items-unjudged`, `outcome-not-in-scale`.
    """


def open_plan(review: Review, *, decided_on: date) -> Plan | None:
    """Give the plan that a decided review asks for, made when it is missing; None where nothing falls short.

    It has a last day where something must be answered in an area whose grade a plan lifts. Runs inside a change.
    """
    areas = plan_areas(case_of(review))
    if not any(area.required or area.offered for area in areas):
        return None
    lifts = any(area.required and area.area.scale.action_plan_lifts for area in areas)
    due_on = plan_due(decided_on, months=settings.ACTION_PLAN_MONTHS, lifts=lifts)
    return Plan.objects.get_or_create(review=review, defaults={"due_on": due_on})[0]


@dataclass(frozen=True, slots=True)
class NewWords:
    """What is written at one place of the plan; `seen_version` is that of the form, 0 for a place not written yet."""

    spot: Spot
    words: ItemWords
    seen_version: int


def save_item(*, review_id: int, new: NewWords, by: "Actor") -> PlanDraftItem:
    """Keep what the unit writes at one place of the plan, and give it; what stood before is in the log.

    **Raises** Http404; CaseRefused; PlanRefused: `not-allowed-here`, `plan-not-with-unit`, `changed-meanwhile`.
    """
    with recording(by=by, action="action_plans.save_item"):
        story = _written(review_id, by)
        if new.spot not in {*story.required, *story.offered}:
            raise Http404
        item = story.items.get(new.spot)
        if (item.version if item else 0) != new.seen_version:
            raise PlanRefused("changed-meanwhile")
        part_id, area_key, criterion_key = new.spot
        item = item or PlanDraftItem(
            plan=story.plan, part_id=part_id, area_key=area_key, criterion_key=criterion_key, version=0
        )
        if item.pk is not None and words_of(item) == new.words:
            return item
        for name in ItemWords.__slots__:
            setattr(item, name, getattr(new.words, name))
        item.version += 1
        item.save()
        _count_up(story.plan)
    return item


def remove_item(*, review_id: int, spot: Spot, by: "Actor") -> None:
    """Take away what is written at a place that need not be answered.

    **Raises** Http404; CaseRefused; PlanRefused: `not-allowed-here`, `plan-not-with-unit`, `item-required`, `item-sent`.
    """
    with recording(by=by, action="action_plans.remove_item"):
        story = _written(review_id, by)
        item = story.items.get(spot)
        if item is None:
            raise Http404
        if spot in story.required:
            raise PlanRefused("item-required")
        # The review shows it, and something may have been reported about it.
        if item.item_id is not None:
            raise PlanRefused("item-sent")
        item.delete()
        _count_up(story.plan)


def send_plan(
    *, review_id: int, expected_version: int, has_seen_warnings: bool, now: datetime, by: "Actor"
) -> Plan:
    """Send the plan to the office: its items become the review's, for everybody who reads that.

    **Raises** Http404; CaseRefused; PlanRefused: `not-allowed-here`, `plan-not-with-unit`, `changed-meanwhile`,
    `plan-incomplete`, `plan-empty`, and `warnings-unseen` where something is warned of and nobody says it was seen.
    """
    with recording(by=by, action="action_plans.send_plan"):
        story = _written(review_id, by)
        plan = story.plan
        if plan.version != expected_version:
            raise PlanRefused("changed-meanwhile")
        written = written_items(story)
        missing = incomplete(story)
        if missing:
            raise PlanRefused("plan-incomplete", keys=", ".join(_named(spot) for spot in missing))
        if not written:
            raise PlanRefused("plan-empty")
        today = timezone.localdate(now)
        is_warned = any(
            warnings_about(words_of(item), story.criterion(spot[2]), as_of=today)
            for spot, item in written.items()
        )
        if is_warned and not has_seen_warnings:
            raise PlanRefused("warnings-unseen")
        sent = [SentItem(*spot, words_of(item), item.item_id) for spot, item in written.items()]
        for item, row in zip(written.values(), put_plan_items(story.case, sent), strict=True):
            item.item = row
            item.save(update_fields=["item"])
        plan.sent_at, plan.sent_by_id = now, person_id_of(by)
        plan.returned_at, plan.returned_by_id, plan.return_reason = None, None, ""
        plan.escalated_on = None
        _count_up(plan)
    return plan


def extend_plan(*, review_id: int, to_on: date, reason: str, now: datetime, by: "Actor") -> PlanExtension:
    """Give the unit until a later day.

    **Raises** Http404; CaseRefused; PlanRefused: `not-allowed-here`, `plan-not-with-unit`, `reason-missing`,
    `day-not-later`, `day-in-past`.
    """
    with recording(by=by, action="action_plans.extend_plan"):
        story = _of_office(review_id, by)
        if not story.plan.is_with_unit:
            raise PlanRefused("plan-not-with-unit")
        return _extended(story.plan, to_on, reason, now=now, by=by)


def return_plan(*, review_id: int, to_on: date, reason: str, now: datetime, by: "Actor") -> Plan:
    """Send a plan back to the unit to be completed by a day; what was sent and judged stays on record.

    **Raises** Http404; CaseRefused; PlanRefused: `not-allowed-here`, `plan-not-with-office`, `reason-missing`,
    `day-in-past`.
    """
    with recording(by=by, action="action_plans.return_plan"):
        story = _of_office(review_id, by)
        plan = story.plan
        if plan.is_with_unit:
            raise PlanRefused("plan-not-with-office")
        if not reason.strip():
            raise PlanRefused("reason-missing")
        if to_on < timezone.localdate(now):
            raise PlanRefused("day-in-past")
        plan.settled_at = None
        plan.returned_at, plan.returned_by_id, plan.return_reason = now, person_id_of(by), reason.strip()
        if plan.due_on is None or to_on > plan.due_on:
            _extended(plan, to_on, reason, now=now, by=by)
        else:
            _count_up(plan)
    return plan


def written_items(story: PlanStory) -> dict[Spot, PlanDraftItem]:
    """Give what would be sent, in the report's order; a place that may be answered and is empty is left out."""
    places = (spot for area in story.areas for spot in area.spots((*area.required, *area.offered)))
    return {
        spot: item
        for spot in places
        if (item := story.items.get(spot)) is not None
        and (spot in story.required or not words_of(item).is_empty)
    }


def incomplete(story: PlanStory) -> list[Spot]:
    """Give the places that lack something: those that must be answered, and those somebody has begun."""
    begun = [spot for spot in written_items(story) if spot not in story.required]
    return [spot for spot in (*story.required, *begun) if words_of(story.items.get(spot)).lacks]


def _named(spot: Spot) -> str:
    return spot[2] or spot[1]


def _extended(plan: Plan, to_on: date, reason: str, *, now: datetime, by: "Actor") -> PlanExtension:
    if not reason.strip():
        raise PlanRefused("reason-missing")
    if to_on < timezone.localdate(now):
        raise PlanRefused("day-in-past")
    if plan.due_on is not None and to_on <= plan.due_on:
        raise PlanRefused("day-not-later")
    given = PlanExtension.objects.create(
        plan=plan,
        from_on=plan.due_on,
        to_on=to_on,
        reason=reason.strip(),
        given_at=now,
        given_by_id=person_id_of(by),
    )
    plan.due_on, plan.escalated_on = to_on, None
    _count_up(plan)
    return given


def _written(review_id: int, by: "Actor") -> PlanStory:
    story = plan_of_case(locked_case(review_id, by=by, thing=CaseObject.PLAN))
    if not story.is_unit:
        raise PlanRefused("not-allowed-here")
    if not story.plan.is_with_unit:
        raise PlanRefused("plan-not-with-unit")
    return story


def _of_office(review_id: int, by: "Actor") -> PlanStory:
    story = get_plan_for(by, review_id, is_locked=True)
    if not story.is_office:
        raise PlanRefused("not-allowed-here")
    return story


def _count_up(plan: Plan) -> None:
    plan.version += 1
    plan.save()


def _open_when_decided(review: Review, now: datetime, by: "Actor") -> None:
    open_plan(review, decided_on=timezone.localdate(now))


def _is_settled(review: Review) -> None:
    """Let no case be closed while the unit waits for what is said of its plan."""
    if Plan.objects.with_office().filter(review=review).exists():
        raise CaseRefused("plan-waits")


def _is_answered(review: Review, _now: datetime) -> None:
    """Ask for why where a case is closed without the plan that must answer what fell short."""
    plan = Plan.objects.filter(review=review).first()
    if plan is not None and not plan.is_with_unit:
        return
    asked = [area.area.key for area in plan_areas(case_of(review)) if area.required]
    if asked:
        code = "plan-sent-back" if plan is not None and plan.returned_at else "plan-not-sent"
        raise CaseRefused(code, areas=", ".join(dict.fromkeys(asked)))


def join_the_case() -> None:
    """Let a decision open the plan, and what of it is open keep its case open, or ask for why. Called once at the start."""
    add_effect(Step.DECIDE, _open_when_decided)
    add_check(Step.CLOSE, _is_settled)
    add_concern(Step.CLOSE, _is_answered)
