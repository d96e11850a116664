"""One review with everything that is known of it, as plain values; the page, the print and publishing use it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.standard import Area, Outcome, Standard
from kollegium.reviews.models import (
    OPEN_ACTION_STATES,
    GradeRound,
    Review,
    ReviewSource,
    VerdictSource,
)

ROUND_ORDER = {round_.value: order for order, round_ in enumerate(GradeRound)}
# Grades that what is public must not lack for long.
OPEN_ROUNDS = (
    GradeRound.RECONSIDERED,
    GradeRound.ACTION_PLAN,
    GradeRound.FOLLOW_UP,
    GradeRound.CORRECTION,
)
# Which source counts when several speak of one criterion: what people agreed on before what one wrote,
# and what a plan quotes (certainly not met) before what was read from marks on paper.
SOURCE_ORDER = (
    VerdictSource.RECONCILED,
    VerdictSource.REVIEWER,
    VerdictSource.ACTION_PLAN,
    VerdictSource.IMPORTED,
)


@dataclass(frozen=True, slots=True)
class CaseGrade:
    """One grade of one area in one round."""

    pk: int
    area_key: str
    round: str
    sequence: int
    outcome: Outcome
    reason: str
    decided_by: str
    decided_on: date | None
    recorded_at: datetime


class CaseVerdict(NamedTuple):
    """One verdict on one criterion from one source; a tuple, since a page makes some seventy."""

    criterion_key: str
    source: str
    sequence: int
    outcome: VerdictOutcome
    note: str
    reviewer: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """What somebody reported about an action."""

    state: str
    note: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class CasePlanItem:
    """One item of the action plan."""

    pk: int
    position: int
    area_key: str
    criterion_key: str
    action: str
    due_text: str
    due_on: date | None
    responsible: str
    follow_up_text: str
    follow_up_on: date | None
    follow_up_responsible: str
    state: str
    version: int
    progress: tuple[ProgressNote, ...] = ()

    def is_overdue(self, as_of: date) -> bool:
        """Say whether the action should have been done before the day and is not reported done."""
        return self.state in OPEN_ACTION_STATES and self.due_on is not None and self.due_on < as_of

    @property
    def is_open(self) -> bool:
        """Say whether the action still waits to be done."""
        return self.state in OPEN_ACTION_STATES


@dataclass(frozen=True, slots=True)
class AreaGrades:
    """How one area was graded: the standing grade of every round, in order; empty when nothing is known.

    `is_hinted_passed` tells that nothing is known but that the action plan leaves the area out, so that
    it was hardly failed. It is a hint, never a grade.
    """

    area: Area
    rounds: tuple[CaseGrade, ...] = ()
    is_hinted_passed: bool = False

    @property
    def now(self) -> CaseGrade | None:
        """Give the grade that counts now."""
        return self.rounds[-1] if self.rounds else None

    @property
    def at_visit(self) -> CaseGrade | None:
        """Give the grade before any action plan, follow-up or correction."""
        early = [
            grade for grade in self.rounds if grade.round in (GradeRound.PROVISIONAL, GradeRound.DECISION)
        ]
        return early[-1] if early else None

    @property
    def has_moved(self) -> bool:
        """Say whether the grade now differs from the one at the visit."""
        first, now = self.at_visit, self.now
        return first is not None and now is not None and first.outcome != now.outcome

    @property
    def rests_on_plan(self) -> bool:
        """Say whether the grade now was set on the strength of an action plan not yet followed up."""
        return self.now is not None and self.now.round == GradeRound.ACTION_PLAN


@dataclass(frozen=True, slots=True)
class CasePart:
    """One report of the review: texts, grades, verdicts and plan.

    Shape: `summary` heading → points; `texts` area key → (narrative, sentence about the grade);
    `grades` and `verdicts` hold every row ever written, oldest first.
    """

    pk: int
    key: str
    summary: dict[str, tuple[str, ...]]
    texts: dict[str, tuple[str, str]]
    grades: tuple[CaseGrade, ...]
    verdicts: tuple[CaseVerdict, ...]
    plan: tuple[CasePlanItem, ...]

    def standing_verdicts(self) -> dict[str, CaseVerdict]:
        """Give the verdict that counts on each criterion. Shape: criterion key → verdict."""
        standing: dict[str, CaseVerdict] = {}
        for verdict in self.verdicts:
            known = standing.get(verdict.criterion_key)
            if known is None or _weight(verdict) >= _weight(known):
                standing[verdict.criterion_key] = verdict
        return standing

    def outcomes_of_criteria(self) -> dict[str, VerdictOutcome]:
        """Give what counts on each criterion, as the grading rule takes it."""
        return {key: verdict.outcome for key, verdict in self.standing_verdicts().items()}

    def grades_of(self, area: Area, *, is_import: bool) -> AreaGrades:
        """Give how one area was graded."""
        newest: dict[str, CaseGrade] = {}
        for grade in self.grades:
            if grade.area_key == area.key:
                known = newest.get(grade.round)
                if known is None or grade.sequence > known.sequence:
                    newest[grade.round] = grade
        rounds = tuple(sorted(newest.values(), key=lambda grade: ROUND_ORDER[grade.round]))
        return AreaGrades(area, rounds, is_import and not rounds and self._plan_leaves_out(area))

    def _plan_leaves_out(self, area: Area) -> bool:
        _, quote = self.texts.get(area.key, ("", ""))
        mentioned = any(
            item.area_key == area.key or item.criterion_key in [criterion.key for criterion in area.criteria]
            for item in self.plan
        )
        return bool(self.plan) and area.scale.action_plan_lifts and not quote and not mentioned


@dataclass(frozen=True, slots=True)
class CaseCorrection:
    """What was corrected after the decision or publication; `part_key` is empty for the whole review."""

    what: str
    key: str
    part_key: str
    reason: str
    corrected_on: date
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PublicationState:
    """Whether the review is public: since when and by whom, or that it was withdrawn and why."""

    pk: int
    published_at: datetime
    withdrawn_at: datetime | None
    withdrawal_reason: str

    @property
    def is_public(self) -> bool:
        """Say whether everybody can read it now."""
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class ReviewCase:
    """One review with everything that is known of it."""

    review: Review
    standard: Standard
    reviewers: tuple[str, ...]
    parts: tuple[CasePart, ...]
    publication: PublicationState | None = None
    corrections: tuple[CaseCorrection, ...] = ()

    @property
    def is_import(self) -> bool:
        """Say whether the review was read from a report rather than made here."""
        return self.review.source == ReviewSource.IMPORT

    @property
    def is_corrected_openly(self) -> bool:
        """Say whether a change is told as a correction: decided here, or ever public."""
        return not self.is_import or self.publication is not None

    @property
    def is_behind(self) -> bool:
        """Say whether what is public lacks a later correction, or a grade that was decided anew or after a plan."""
        if self.publication is None or not self.publication.is_public:
            return False
        moved = [
            grade.recorded_at for part in self.parts for grade in part.grades if grade.round in OPEN_ROUNDS
        ]
        instants = [*moved, *(one.made_at for one in self.corrections)]
        return any(at > self.publication.published_at for at in instants)

    def narrative_of(self, part: CasePart, area_key: str) -> str:
        """Give what the report says of an area, with the sentence about its grade after the action plan.

        A report that was read in has that sentence among its own words.
        """
        narrative, sentence = part.texts.get(area_key, ("", ""))
        if self.is_import or not sentence or sentence in narrative:
            return narrative
        return f"{narrative}\n\n{sentence}" if narrative else sentence

    def grades_of(self, part: CasePart) -> tuple[AreaGrades, ...]:
        """Give how every area of the standard was graded in one part, in the standard's order."""
        return tuple(part.grades_of(area, is_import=self.is_import) for area in self.standard.areas)


def _weight(verdict: CaseVerdict) -> tuple[int, datetime, int]:
    return (-SOURCE_ORDER.index(VerdictSource(verdict.source)), verdict.recorded_at, verdict.sequence)
