"""What confirming a proposal would write, and what would stay unknown, in words."""

from dataclasses import dataclass

from django.utils.translation import get_language, gettext, ngettext

from kollegium.domain.standard import Area
from kollegium.organisations.wording import specialty_name
from kollegium.report_import.drafts import Draft
from kollegium.report_import.labels import LABELS, criterion_text, value_text
from kollegium.report_import.models import ImportProposal
from kollegium.report_import.recorded import GIVEN_BY_A_PERSON, recorded_part
from kollegium.report_import.showing import not_failed_hint
from kollegium.reviews.models import OPEN_ACTION_STATES, CaseState, GradeRound, VerdictSource
from kollegium.reviews.recorded import RecordedGrade, RecordedPart
from kollegium.reviews.wording import ACTION_STATE_NAMES, ROUND_NAMES, ROUND_NOTES, STATE_NAMES
from kollegium.ui.components.grades import Mark, ShownGrade, Tile


@dataclass(frozen=True, slots=True)
class WrittenGrade:
    """One grade that is written: the area, the mark, the round and the reason."""

    area_key: str
    title: str
    mark: Mark
    round: str
    reason: str
    by_a_person: bool


@dataclass(frozen=True, slots=True)
class WrittenAction:
    """One item of the plan that is written."""

    criterion: str
    action: str
    state: str


@dataclass(frozen=True, slots=True)
class Written:
    """Everything the check page tells. Shape: `facts` and `lists` label → text; `unknown` sentences."""

    facts: list[tuple[str, str]]
    tiles: list[Tile]
    grades: list[WrittenGrade]
    lists: list[tuple[str, list[str]]]
    narrative_count: int
    not_met: list[str]
    ticked_count: int
    actions: list[WrittenAction]
    case_state: str
    unknown: list[str]


def what_is_written(draft: Draft, proposal: ImportProposal) -> Written:
    """Give what confirming writes, from the very values it writes."""
    part = recorded_part(draft)
    is_open = any(item.state in OPEN_ACTION_STATES for item in part.plan_items)
    return Written(
        facts=_facts(draft, proposal),
        tiles=[_tile(draft, area, part) for area in draft.standard.areas],
        grades=[_grade(draft, grade) for grade in part.grades],
        lists=[
            (str(LABELS[heading]), list(getattr(part, heading)))
            for heading in ("strengths", "weaknesses", "improvements")
        ],
        narrative_count=sum(bool(area.narrative) for area in part.areas),
        not_met=[
            criterion_text(None, verdict.criterion_key, draft.standard)
            for verdict in part.verdicts
            if verdict.source == VerdictSource.ACTION_PLAN
        ],
        ticked_count=sum(verdict.source == VerdictSource.IMPORTED for verdict in part.verdicts),
        actions=[
            WrittenAction(
                criterion_text(item.area_key or None, item.criterion_key or None, draft.standard),
                item.action,
                str(ACTION_STATE_NAMES[item.state]),
            )
            for item in part.plan_items
        ],
        case_state=str(STATE_NAMES[CaseState.FOLLOW_UP if is_open else CaseState.CLOSED]),
        unknown=_unknown(draft, proposal, part),
    )


def _facts(draft: Draft, proposal: ImportProposal) -> list[tuple[str, str]]:
    unit, specialty = proposal.chosen_unit, proposal.chosen_specialty
    rows = [
        (gettext("Unit"), unit.name if unit else ""),
        (gettext("Care provider"), unit.care_provider.name if unit else ""),
        (gettext("Specialty"), specialty_name(specialty) if specialty else ""),
        (gettext("Standard"), draft.standard.title(get_language() or "sv")),
    ]
    for path in ("kind", "visit", "report_date"):
        value = draft.value(path)
        rows.append((str(LABELS[path]), value_text(path, value) if _is_known(value) else ""))
    rows.append((str(LABELS["reviewers"]), ", ".join(draft.value("reviewers"))))
    return rows


def _is_known(value: object) -> bool:
    return any(value.values()) if isinstance(value, dict) else bool(value)


def _tile(draft: Draft, area: Area, part: RecordedPart) -> Tile:
    marks = {
        grade.round: Mark(grade.outcome, area.scale.letter_of(grade.outcome))
        for grade in part.grades
        if grade.area_key == area.key
    }
    earlier = marks.get(GradeRound.DECISION)
    later, after = next(((key, mark) for key, mark in marks.items() if key in ROUND_NOTES), ("", None))
    note = str(ROUND_NOTES[later]) if after else not_failed_hint(draft, area)
    shown = ShownGrade(after or earlier or Mark(), earlier if after else None, note=note)
    return Tile(area.key, area.title(get_language() or "sv"), shown)


def _grade(draft: Draft, grade: RecordedGrade) -> WrittenGrade:
    area = draft.standard.area(grade.area_key)
    return WrittenGrade(
        area_key=area.key,
        title=area.title(get_language() or "sv"),
        mark=Mark(grade.outcome, area.scale.letter_of(grade.outcome)),
        round=str(ROUND_NAMES[grade.round]),
        reason=grade.reason.removesuffix(GIVEN_BY_A_PERSON).strip(),
        by_a_person=grade.reason.endswith(GIVEN_BY_A_PERSON),
    )


def _unknown(draft: Draft, proposal: ImportProposal, part: RecordedPart) -> list[str]:
    sentences = []
    if proposal.chosen_specialty is None:
        sentences.append(gettext("the specialty"))
    if not draft.value("visit")["from"]:
        sentences.append(gettext("the day of the visit"))
    if not draft.value("report_date")["date"]:
        sentences.append(gettext("the day of the report"))
    if not draft.value("reviewers"):
        sentences.append(gettext("who the reviewers were"))
    graded = {grade.area_key for grade in part.grades}
    ungraded = [area.key for area in draft.standard.areas if area.key not in graded]
    if ungraded:
        sentences.append(
            ngettext("the grade of area %(areas)s", "the grades of the areas %(areas)s", len(ungraded))
            % {"areas": ", ".join(ungraded)}
        )
    judged = {verdict.criterion_key for verdict in part.verdicts}
    unjudged = len(draft.standard.criteria) - len(judged)
    if unjudged:
        sentences.append(
            ngettext("the verdict on %(count)s criterion", "the verdicts on %(count)s criteria", unjudged)
            % {"count": unjudged}
        )
    return sentences
