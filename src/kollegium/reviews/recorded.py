"""A whole review as plain values, as an import or the demo hands it over to be recorded."""

from dataclasses import dataclass, field
from datetime import date

from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import (
    ActionState,
    CaseState,
    GradeRound,
    ReviewKind,
    ReviewSource,
    VerdictSource,
)


@dataclass(frozen=True, slots=True)
class RecordedArea:
    """The text of one area."""

    area_key: str
    narrative: str = ""
    grade_quote: str = ""


@dataclass(frozen=True, slots=True)
class RecordedGrade:
    """A grade of one area in one round."""

    area_key: str
    round: GradeRound
    outcome: Outcome
    reason: str = ""
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class RecordedVerdict:
    """A verdict on one criterion."""

    criterion_key: str
    outcome: VerdictOutcome
    source: VerdictSource
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordedPlanItem:
    """One item of the action plan, in the plan's words and as dates where the words give them."""

    area_key: str = ""
    criterion_key: str = ""
    action: str = ""
    due_text: str = ""
    due_on: date | None = None
    responsible: str = ""
    follow_up_text: str = ""
    follow_up_on: date | None = None
    follow_up_responsible: str = ""
    state: ActionState = ActionState.UNKNOWN


@dataclass(frozen=True, slots=True)
class RecordedPart:
    """One report of the review: the whole, or one of the parts of an AT review."""

    key: str = "whole"
    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    improvements: tuple[str, ...] = ()
    areas: tuple[RecordedArea, ...] = ()
    grades: tuple[RecordedGrade, ...] = ()
    verdicts: tuple[RecordedVerdict, ...] = ()
    plan_items: tuple[RecordedPlanItem, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedReview:
    """A review of one unit in one specialty, with everything that is known of it."""

    unit_id: int
    standard_key: str
    kind: ReviewKind = ReviewKind.EXTERNAL
    state: CaseState = CaseState.CLOSED
    source: ReviewSource = ReviewSource.IMPORT
    care_provider_id: int | None = None
    specialty_id: int | None = None
    case_number: str | None = None
    visit_from: date | None = None
    visit_to: date | None = None
    visit_text: str = ""
    report_date: date | None = None
    report_date_text: str = ""
    reviewers: tuple[str, ...] = ()
    parts: tuple[RecordedPart, ...] = field(default_factory=lambda: (RecordedPart(),))
