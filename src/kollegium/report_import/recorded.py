"""A proposal's fields → the review that confirming writes; what nobody knows is left out."""

import re
from datetime import date
from typing import Any

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Area, Outcome
from kollegium.report_import.drafts import Draft
from kollegium.report_import.paths import SUMMARY_HEADINGS, area_path, plan_path, verdict_path
from kollegium.reviews.models import (
    OPEN_ACTION_STATES,
    ActionState,
    CaseState,
    GradeRound,
    ReviewKind,
    VerdictSource,
)
from kollegium.reviews.printed_words import WORDS
from kollegium.reviews.recorded import (
    RecordedArea,
    RecordedGrade,
    RecordedPart,
    RecordedPlanItem,
    RecordedReview,
    RecordedVerdict,
)

# Stored beside the report's own Swedish words, so it is Swedish too.
GIVEN_BY_A_PERSON = "Angiven av en person vid importen; står inte i rapportens text."
# The columns of the case; longer words stay whole in the reading.
LONGEST_DATE_TEXT = 200
LONGEST_NAME = 300

# As our own print says what the grade now rests on; an older report tells in sentences, and of plans alone.
_PRINTED_ROUNDS = {
    round_: tuple(f"({words.grade_rests_on[round_]})" for words in WORDS.values())
    for round_ in (GradeRound.RECONSIDERED, GradeRound.FOLLOW_UP, GradeRound.CORRECTION)
}
_SPEAKS_OF_PLAN = re.compile(
    r"handlingsplan|ändra[dt]s?\b|kvarstår|action plan|changed|remains", re.IGNORECASE
)


def recorded_review(
    draft: Draft, *, unit_id: int, care_provider_id: int | None, specialty_id: int | None
) -> RecordedReview:
    """Give the whole review as plain values."""
    visit, report_date = draft.value("visit"), draft.value("report_date")
    part = recorded_part(draft)
    is_open = any(item.state in OPEN_ACTION_STATES for item in part.plan_items)
    return RecordedReview(
        unit_id=unit_id,
        care_provider_id=care_provider_id,
        specialty_id=specialty_id,
        standard_key=draft.standard.key,
        kind=ReviewKind(draft.value("kind")),
        state=CaseState.FOLLOW_UP if is_open else CaseState.CLOSED,
        visit_from=day(visit["from"]),
        visit_to=day(visit["to"]),
        visit_text=visit["text"][:LONGEST_DATE_TEXT],
        report_date=day(report_date["date"]),
        report_date_text=report_date["text"][:LONGEST_DATE_TEXT],
        reviewers=tuple(name[:LONGEST_NAME] for name in draft.value("reviewers")),
        parts=(part,),
    )


def recorded_part(draft: Draft) -> RecordedPart:
    """Give the one report that a file holds."""
    summary = {
        heading: tuple(point["text"] for point in draft.value(heading)) for heading in SUMMARY_HEADINGS
    }
    return RecordedPart(
        strengths=summary["strengths"],
        weaknesses=summary["weaknesses"],
        improvements=summary["improvements"],
        areas=_areas(draft),
        grades=tuple(grade for area in draft.standard.areas for grade in area_grades(draft, area)),
        verdicts=_verdicts(draft),
        plan_items=tuple(_plan_item(draft, number) for number in draft.plan_numbers),
    )


def area_grades(draft: Draft, area: Area) -> tuple[RecordedGrade, ...]:
    """Give an area's grades as rows: the decided one, and the one after it with what that rests on."""
    at_visit = _outcome(draft, area, "grade_at_visit")
    now = _outcome(draft, area, "grade_now")
    quote = draft.value(area_path(area.key, "grade_quote"))
    later = printed_round(quote) or GradeRound.ACTION_PLAN
    is_later = (
        later is not GradeRound.ACTION_PLAN
        or bool(_SPEAKS_OF_PLAN.search(quote))
        or area.key in draft.plan_area_keys()
    )
    if now is not None and at_visit is None and not is_later:
        at_visit, field_name = now, "grade_now"
    else:
        field_name = "grade_at_visit"
    grades = []
    if at_visit is not None:
        reason = _grade_reason(draft, area, field_name, "" if is_later else quote)
        grades.append(RecordedGrade(area.key, GradeRound.DECISION, at_visit, reason))
    if now is not None and (is_later or now is not at_visit):
        reason = _grade_reason(draft, area, "grade_now", quote)
        grades.append(RecordedGrade(area.key, later, now, reason))
    return tuple(grades)


def printed_round(quote: str) -> GradeRound | None:
    """Give the round that a sentence of our own print names, None for any other sentence and for a plan."""
    ends = (round_ for round_, words in _PRINTED_ROUNDS.items() if quote.rstrip(" .").endswith(words))
    return next(ends, None)


def _outcome(draft: Draft, area: Area, name: str) -> Outcome | None:
    letter = draft.value(area_path(area.key, name))
    return area.scale.outcome_of(letter) if letter else None


def _grade_reason(draft: Draft, area: Area, name: str, quote: str) -> str:
    if draft.field(area_path(area.key, name)).is_changed:
        return f"{quote}\n\n{GIVEN_BY_A_PERSON}" if quote else GIVEN_BY_A_PERSON
    return quote


def _areas(draft: Draft) -> tuple[RecordedArea, ...]:
    texts = (
        RecordedArea(
            area.key,
            narrative=draft.value(area_path(area.key, "narrative")),
            grade_quote=draft.value(area_path(area.key, "grade_quote")),
        )
        for area in draft.standard.areas
    )
    return tuple(text for text in texts if text.narrative or text.grade_quote)


def _verdicts(draft: Draft) -> tuple[RecordedVerdict, ...]:
    """Give what is certain: not met for each criterion a plan quotes, and what is ticked or filled in."""
    known = {criterion.key for criterion in draft.standard.criteria}
    quoted = dict.fromkeys(
        key
        for number in draft.plan_numbers
        if (key := draft.value(plan_path(number, "criterion"))["criterion"]) in known
    )
    from_plan = [RecordedVerdict(key, Verdict.NOT_MET, VerdictSource.ACTION_PLAN) for key in quoted]
    ticked = []
    for criterion in draft.standard.criteria:
        found = draft.field(verdict_path(criterion.key))
        if found.value:
            note = GIVEN_BY_A_PERSON if found.is_changed else ""
            ticked.append(RecordedVerdict(criterion.key, Verdict(found.value), VerdictSource.IMPORTED, note))
    return (*from_plan, *ticked)


def _plan_item(draft: Draft, number: int) -> RecordedPlanItem:
    values: dict[str, Any] = {
        name: draft.value(plan_path(number, name))
        for name in ("criterion", "action", "due", "responsible", "follow_up", "follow_up_responsible")
    }
    due, follow_up = values["due"], values["follow_up"]
    return RecordedPlanItem(
        area_key=values["criterion"]["area"] or "",
        criterion_key=values["criterion"]["criterion"] or "",
        action=values["action"],
        due_text=due["text"],
        due_on=day(due["date"]),
        responsible=values["responsible"],
        follow_up_text=follow_up["text"],
        follow_up_on=day(follow_up["date"]),
        follow_up_responsible=values["follow_up_responsible"],
        state=plan_state(due),
    )


def plan_state(due: dict[str, Any]) -> ActionState:
    """Give how far an action has come, by the plan's own words: done, given a day, or unknown."""
    if due["done"]:
        return ActionState.REPORTED_DONE
    return ActionState.PLANNED if due["date"] else ActionState.UNKNOWN


def day(text: str | None) -> date | None:
    """Give an ISO date as a date."""
    return date.fromisoformat(text) if text else None
