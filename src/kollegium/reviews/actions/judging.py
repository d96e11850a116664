"""Judge a case: each reviewer apart, then all together, then the grade of each area."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import Http404

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.judging import is_open
from kollegium.domain.standard import Area, Outcome
from kollegium.domain.verdict_evidence import clean_references
from kollegium.reviews.actions.cases import CaseRefused, locked_case
from kollegium.reviews.models import (
    AreaDone,
    Grade,
    GradeRound,
    Judgement,
    ReviewPart,
    TeamMember,
    VerdictSource,
)
from kollegium.reviews.models import Verdict as StoredVerdict
from kollegium.reviews.queries.evidence import evidence_of
from kollegium.reviews.queries.judging import JudgedPart, before_judging, judged_part
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.reviews.summaries import refresh_summary
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class OwnVerdict:
    """A verdict as one reviewer sets it; `outcome` None while only a note is written.

    `evidence` is what it rests on, as references; None leaves what stands.
    """

    part_id: int
    criterion_key: str
    outcome: VerdictOutcome | None
    note: str
    expected_version: int
    evidence: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class AgreedVerdict:
    """A verdict as the team agrees on it. `expected_version` counts how often it was set before."""

    part_id: int
    criterion_key: str
    outcome: VerdictOutcome
    note: str
    expected_version: int


@dataclass(frozen=True, slots=True)
class ProvisionalGrade:
    """The grade of an area as the team proposes it; the reason is needed where it is not the rule's."""

    part_id: int
    area_key: str
    outcome: Outcome
    reason: str
    expected_version: int


def judge(*, review_id: int, verdict: OwnVerdict, now: datetime, by: "Actor") -> Judgement:
    """Keep a reviewer's own verdict on a criterion and give it; what it was before stands in the log.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `area-done`, `changed-meanwhile`.
    """
    with recording(by=by, action="reviews.judge"):
        case = locked_case(review_id, by=by, thing=CaseObject.OWN_JUDGEMENT)
        area = _area_of(case, verdict.criterion_key)
        before = before_judging(case, verdict.part_id, area.key, verdict.criterion_key)
        if before.reviewer_id is None:
            raise CaseRefused("not-allowed-here")
        if before.part_id is None:
            raise Http404
        if before.is_done:
            raise CaseRefused("area-done")
        stored = before.stored or Judgement(
            part_id=before.part_id,
            criterion_key=verdict.criterion_key,
            reviewer_id=before.reviewer_id,
            version=0,
        )
        if stored.version != verdict.expected_version:
            raise CaseRefused("changed-meanwhile")
        stored.outcome = verdict.outcome.value if verdict.outcome else ""
        stored.note = _plain(verdict.note)
        if verdict.evidence is not None:
            stored.evidence = _rests_on(case, stored, verdict.evidence)
        stored.saved_at = now
        stored.version += 1
        stored.save()
    return stored


def finish_area(*, review_id: int, part_id: int, area_key: str, now: datetime, by: "Actor") -> None:
    """Say that the reviewer is done with an area; when all are, they see each other's verdicts on it.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `verdicts-missing`.
    """
    with recording(by=by, action="reviews.finish_area"):
        case, reviewer, part = _judging(review_id, part_id, by)
        missing = judged_part(case, part).missing(_area(case, area_key))
        if missing:
            raise CaseRefused("verdicts-missing", criteria=", ".join(missing))
        AreaDone.objects.get_or_create(
            part=part, area_key=area_key, reviewer_id=reviewer, defaults={"done_at": now}
        )


def reopen_area(*, review_id: int, part_id: int, area_key: str, by: "Actor") -> None:
    """Let a reviewer go on with an area, as long as the others' verdicts have not been shown.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `area-open`.
    """
    with recording(by=by, action="reviews.reopen_area"):
        case, reviewer, part = _judging(review_id, part_id, by)
        _area(case, area_key)
        if _is_open(case, part, area_key):
            raise CaseRefused("area-open")
        AreaDone.objects.filter(part=part, area_key=area_key, reviewer=reviewer).delete()


def reconcile(*, review_id: int, verdict: AgreedVerdict, now: datetime, by: "Actor") -> StoredVerdict:
    """Keep what the team agreed on for a criterion and give it; an earlier one stays on record.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `area-not-open`, `changed-meanwhile`.
    """
    with recording(by=by, action="reviews.reconcile"):
        case, judged = _reconciling(review_id, verdict.part_id, by)
        area = _area_of(case, verdict.criterion_key)
        if not judged.is_open(area):
            raise CaseRefused("area-not-open")
        before = judged.reconciled.get(verdict.criterion_key)
        if (before.version if before else 0) != verdict.expected_version:
            raise CaseRefused("changed-meanwhile")
        return _agreed(judged.part, verdict, now)


def take_over_agreed(*, review_id: int, part_id: int, area_key: str, now: datetime, by: "Actor") -> int:
    """Keep every verdict of an area that all gave alike, and give how many there were.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `area-not-open`.
    """
    with recording(by=by, action="reviews.take_over_agreed"):
        case, judged = _reconciling(review_id, part_id, by)
        area = _area(case, area_key)
        if not judged.is_open(area):
            raise CaseRefused("area-not-open")
        alike = judged.agreed(area)
        for key, outcome in alike.items():
            _agreed(judged.part, AgreedVerdict(part_id, key, outcome, "", 0), now)
    return len(alike)


def propose_area_grade(*, review_id: int, grade: ProvisionalGrade, now: datetime, by: "Actor") -> Grade:
    """Keep the grade of an area as the team proposes it and give it; earlier ones stay on record.

    **Raises** Http404; CaseRefused: `not-allowed-here`, `not-reconciled`, `outcome-not-in-scale`,
    `reason-missing` where the grade is not one the rule offers, `changed-meanwhile`.
    """
    with recording(by=by, action="reviews.propose_area_grade"):
        case, judged = _reconciling(review_id, grade.part_id, by)
        area = _area(case, grade.area_key)
        missing = [criterion.key for criterion in area.criteria if criterion.key not in judged.reconciled]
        if missing:
            raise CaseRefused("not-reconciled", criteria=", ".join(missing))
        if area.scale.letter_of(grade.outcome) is None:
            raise CaseRefused("outcome-not-in-scale")
        is_overruled = grade.outcome not in judged.proposal(area).outcomes
        if is_overruled and not grade.reason.strip():
            raise CaseRefused("grade-reason-missing")
        before = judged.grades.get(area.key)
        sequence = before.sequence if before else 0
        if sequence != grade.expected_version:
            raise CaseRefused("changed-meanwhile")
        kept = Grade.objects.create(
            part=judged.part,
            area_key=area.key,
            round=GradeRound.PROVISIONAL,
            sequence=sequence + 1,
            outcome=grade.outcome,
            reason=_plain(grade.reason),
            decided_by_id=case.person_id,
            recorded_at=now,
        )
        refresh_summary(case.review)
    return kept


def _plain(words: str) -> str:
    """Give words with the line ends that a device compares with; a form sends others."""
    return words.replace("\r\n", "\n").strip()


def _rests_on(case: OpenCase, stored: Judgement, chosen: tuple[str, ...]) -> list[str]:
    """Give what a verdict rests on; what was not chosen before is looked up in the case."""
    if set(chosen) <= set(stored.evidence):
        return clean_references(chosen, (), stored.evidence)
    known = evidence_of(case, stored.part, "sv")
    return clean_references(chosen, known, stored.evidence)


def _judging(review_id: int, part_id: int, by: "Actor") -> tuple[OpenCase, int, ReviewPart]:
    """Give the case, the reviewer who judges (as the team names them) and the report."""
    case = locked_case(review_id, by=by, thing=CaseObject.OWN_JUDGEMENT)
    members = TeamMember.objects.standing().of(case.person_id or 0).filter(review=review_id)
    reviewer = members.values_list("person", flat=True).first()
    if reviewer is None:
        raise CaseRefused("not-allowed-here")
    return case, reviewer, _part(case, part_id)


def _reconciling(review_id: int, part_id: int, by: "Actor") -> tuple[OpenCase, JudgedPart]:
    case = locked_case(review_id, by=by, thing=CaseObject.RECONCILED)
    return case, judged_part(case, _part(case, part_id))


def _part(case: OpenCase, part_id: int) -> ReviewPart:
    part = ReviewPart.objects.filter(review=case.review, pk=part_id).first()
    if part is None:
        raise Http404
    return part


def _area(case: OpenCase, area_key: str) -> Area:
    standard = standards.load(case.review.standard_key)
    area = next((area for area in standard.areas if area.key == area_key), None)
    if area is None:
        raise Http404
    return area


def _area_of(case: OpenCase, criterion_key: str) -> Area:
    standard = standards.load(case.review.standard_key)
    for area in standard.areas:
        if any(criterion.key == criterion_key for criterion in area.criteria):
            return area
    raise Http404


def _is_open(case: OpenCase, part: ReviewPart, area_key: str) -> bool:
    team = TeamMember.objects.standing().filter(review=case.review).values_list("person", flat=True)
    done = AreaDone.objects.filter(part=part, area_key=area_key).values_list("reviewer", flat=True)
    return is_open(team, done)


def _agreed(part: ReviewPart, verdict: AgreedVerdict, now: datetime) -> StoredVerdict:
    return StoredVerdict.objects.create(
        part=part,
        criterion_key=verdict.criterion_key,
        source=VerdictSource.RECONCILED,
        sequence=verdict.expected_version + 1,
        outcome=verdict.outcome,
        note=_plain(verdict.note),
        recorded_at=now,
    )
