"""Judge anew: a grade of an area, a verdict on a criterion. Each is a new row; the earlier stay."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Max

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.roles import Permission
from kollegium.domain.standard import Outcome
from kollegium.reviews.actions.corrections import WhatCorrected, WhyCorrected, note_correction
from kollegium.reviews.actions.refusals import (
    ReviewRefused,
    check_version,
    count_up,
    locked_review,
    part_of,
    person_id_of,
)
from kollegium.reviews.models import (
    Corrected,
    Grade,
    GradeRound,
    Review,
    ReviewSource,
    Verdict,
    VerdictSource,
)
from kollegium.reviews.queries.corrections import is_corrected_openly
from kollegium.reviews.queries.grade_rounds import DECIDED_ROUNDS, PLAN_ROUNDS, has_plan_for
from kollegium.reviews.summaries import refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class NewGrade:
    """A grade as a person sets it: of which area, in which round, and why."""

    part_id: int
    area_key: str
    round: GradeRound
    outcome: Outcome
    reason: str
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewVerdict:
    """A verdict as a person sets it, with how they know."""

    part_id: int
    criterion_key: str
    outcome: VerdictOutcome
    note: str


def set_grade(*, review_id: int, grade: NewGrade, expected_version: int, now: datetime, by: "Actor") -> Grade:
    """Add a grade to an area and give it; the grades before it stay on record.

    **Raises** ReviewRefused: `not-allowed-here`, `changed-meanwhile`, `reason-missing`, `no-such-area`,
    `outcome-not-in-scale`, `no-such-part`, `taken-back`, `decided-grade-stays`, `plan-missing`, `plan-decides`.
    """
    with recording(by=by, action="reviews.set_grade"):
        review = locked_review(review_id, by=by, permission=Permission.OVERRULE_GRADES)
        check_version(review, expected_version)
        part = part_of(review, grade.part_id)
        if not grade.reason.strip():
            raise ReviewRefused("reason-missing")
        areas = {area.key: area for area in standards.load(review.standard_key).areas}
        if grade.area_key not in areas:
            raise ReviewRefused("no-such-area")
        if areas[grade.area_key].scale.letter_of(grade.outcome) is None:
            raise ReviewRefused("outcome-not-in-scale")
        _require_plan(review, grade)
        _keep_decided(review, grade, now=now, by=by)
        earlier = Grade.objects.filter(part=part, area_key=grade.area_key, round=grade.round)
        stored = Grade.objects.create(
            part=part,
            area_key=grade.area_key,
            round=grade.round,
            sequence=(earlier.aggregate(last=Max("sequence"))["last"] or 0) + 1,
            outcome=grade.outcome,
            reason=grade.reason.strip(),
            decided_by_id=person_id_of(by),
            decided_on=grade.decided_on,
            recorded_at=now,
        )
        count_up(review)
        refresh_summary(review)
    return stored


def _require_plan(review: Review, grade: NewGrade) -> None:
    """Refuse a grade that rests on an action plan where there is none, or before the plan is judged in its place."""
    if grade.round not in PLAN_ROUNDS:
        return
    if not has_plan_for(review, grade.part_id, grade.area_key):
        raise ReviewRefused("plan-missing", area=grade.area_key)
    if grade.round == GradeRound.ACTION_PLAN and review.source == ReviewSource.RECORDED:
        raise ReviewRefused("plan-decides")


def _keep_decided(review: Review, grade: NewGrade, *, now: datetime, by: "Actor") -> None:
    """Refuse another grade in the place of a decided one, and note a correction as what it is."""
    if grade.round == GradeRound.CORRECTION:
        thing = WhatCorrected(Corrected.GRADE, grade.area_key, grade.part_id)
        note_correction(review, thing, why=WhyCorrected(grade.reason, now), by=by)
    elif grade.round in DECIDED_ROUNDS and is_corrected_openly(review):
        raise ReviewRefused("decided-grade-stays")


def set_verdict(
    *, review_id: int, verdict: NewVerdict, expected_version: int, now: datetime, by: "Actor"
) -> Verdict:
    """Add a verdict on a criterion and give it; it counts before what was read or written earlier.

    **Raises** ReviewRefused: `not-allowed-here`, `changed-meanwhile`, `note-missing`,
    `no-such-criterion`, `no-such-part`, `taken-back`, `only-office-corrects`.
    """
    with recording(by=by, action="reviews.set_verdict"):
        review = locked_review(review_id, by=by, permission=Permission.EDIT_REVIEWS)
        check_version(review, expected_version)
        part = part_of(review, verdict.part_id)
        if not verdict.note.strip():
            raise ReviewRefused("note-missing")
        thing = WhatCorrected(Corrected.VERDICT, verdict.criterion_key, part.pk)
        keys = {criterion.key for criterion in standards.load(review.standard_key).criteria}
        if verdict.criterion_key not in keys:
            raise ReviewRefused("no-such-criterion")
        note_correction(review, thing, why=WhyCorrected(verdict.note, now), by=by)
        reviewer_id = person_id_of(by)
        earlier = Verdict.objects.filter(
            part=part,
            criterion_key=verdict.criterion_key,
            source=VerdictSource.RECONCILED,
            reviewer_id=reviewer_id,
        )
        stored = Verdict.objects.create(
            part=part,
            criterion_key=verdict.criterion_key,
            source=VerdictSource.RECONCILED,
            reviewer_id=reviewer_id,
            sequence=(earlier.aggregate(last=Max("sequence"))["last"] or 0) + 1,
            outcome=verdict.outcome,
            note=verdict.note.strip(),
            recorded_at=now,
        )
        count_up(review)
    return stored
