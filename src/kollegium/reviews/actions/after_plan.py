"""What an action plan brings into a review: the items as they were sent, and the grade decided after them.

Who may do it, and when, is the plan's own rule (`action_plans`); the case comes locked, inside a change of theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from kollegium.domain.planning_answers import ItemWords
from kollegium.domain.standard import Outcome
from kollegium.domain.swedish import format_date
from kollegium.reviews.actions.refusals import count_up, person_id_of
from kollegium.reviews.models import ActionPlanItem, ActionState, AreaText, Grade, GradeRound
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.summaries import refresh_summary

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


# What is already done when the plan is sent, in the words that plans in the field use.
ALREADY_DONE = "Redan genomfört"


@dataclass(frozen=True, slots=True)
class SentItem:
    """One item of a plan as it was sent; `row` is the id of the row it was sent as before, if it was."""

    part_id: int
    area_key: str
    criterion_key: str
    words: ItemWords
    row: int | None = None


def put_plan_items(case: OpenCase, items: Sequence[SentItem]) -> list[ActionPlanItem]:
    """Store the items as the review's own, in the order given, and give the rows.

    What was sent before is changed in its row, so that the log keeps the first words and what was reported stays.
    """
    stored = ActionPlanItem.objects.select_for_update(of=("self",)).filter(part__review=case.review)
    standing = {item.pk: item for item in stored}
    last = dict(
        ActionPlanItem.objects.filter(part__review=case.review)
        .values_list("part_id")
        .annotate(last=Max("position"))
    )
    rows = [_put(item, standing, last) for item in items]
    count_up(case.review)
    refresh_summary(case.review)
    return rows


def _put(sent: SentItem, standing: Mapping[int, ActionPlanItem], last: dict[int, int]) -> ActionPlanItem:
    words, row = sent.words, standing.get(sent.row or 0)
    if row is None:
        last[sent.part_id] = last.get(sent.part_id, -1) + 1
        row = ActionPlanItem(
            part_id=sent.part_id,
            position=last[sent.part_id],
            area_key=sent.area_key,
            criterion_key=sent.criterion_key,
            state=ActionState.PLANNED,
            version=0,
        )
    before = _told(row)
    row.action, row.responsible = words.action, words.responsible
    row.follow_up_responsible = words.follow_up_responsible
    row.due_on, row.follow_up_on = words.due_on, words.follow_up_on
    was_done = row.due_text.startswith(ALREADY_DONE)
    due_text = format_date(words.due_on) if words.due_on else ""
    row.due_text = f"{ALREADY_DONE} {due_text}".rstrip() if words.is_done else due_text
    # What was reported meanwhile stands unless the plan itself says otherwise than it did.
    if words.is_done != was_done:
        row.state = ActionState.REPORTED_DONE if words.is_done else ActionState.PLANNED
    row.follow_up_text = format_date(words.follow_up_on) if words.follow_up_on else ""
    if row.pk is None or _told(row) != before:
        row.version += 1
        row.save()
    return row


def _told(row: ActionPlanItem) -> tuple[object, ...]:
    return (
        row.action,
        row.due_text,
        row.due_on,
        row.responsible,
        row.follow_up_on,
        row.follow_up_responsible,
    )


@dataclass(frozen=True, slots=True)
class GradeAfterPlan:
    """What is decided of an area after its plan: the same outcome lets the grade stand. `sentence` tells it in the report."""

    part_id: int
    area_key: str
    outcome: Outcome
    reason: str
    sentence: str


def grade_after_plan(case: OpenCase, decided: GradeAfterPlan, *, now: datetime, by: "Actor") -> Grade:
    """Add the grade after the plan and the report's sentence about it, and give it; the grades before it stay."""
    earlier = Grade.objects.filter(
        part=decided.part_id, area_key=decided.area_key, round=GradeRound.ACTION_PLAN
    )
    grade = Grade.objects.create(
        part_id=decided.part_id,
        area_key=decided.area_key,
        round=GradeRound.ACTION_PLAN,
        sequence=(earlier.aggregate(last=Max("sequence"))["last"] or 0) + 1,
        outcome=decided.outcome,
        reason=decided.reason,
        decided_by_id=person_id_of(by),
        decided_on=timezone.localdate(now),
        recorded_at=now,
    )
    text, _ = AreaText.objects.get_or_create(part_id=decided.part_id, area_key=decided.area_key)
    text.grade_quote = decided.sentence
    text.save(update_fields=["grade_quote"])
    count_up(case.review)
    refresh_summary(case.review)
    return grade
