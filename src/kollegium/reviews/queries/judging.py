"""What the reviewers of a case have found: one's own, the others' once all are done, and what they agreed on."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.http import Http404

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.grading import GradeProposal, Verdict, propose_grade
from kollegium.domain.judging import agreed, agreement, is_open, without_verdict
from kollegium.domain.standard import Area, Standard
from kollegium.reviews.models import AreaDone, Grade, GradeRound, Judgement, ReviewPart, VerdictSource
from kollegium.reviews.models import Verdict as StoredVerdict
from kollegium.reviews.queries.open_cases import OpenCase, team_of
from kollegium.ui.statements import prepared_cursor


@dataclass(frozen=True, slots=True)
class OneJudgement:
    """A verdict (or none yet) with its note, and the version a form is filled from."""

    outcome: Verdict | None = None
    note: str = ""
    version: int = 0
    evidence: tuple[str, ...] = ()


NOTHING_YET = OneJudgement()


@dataclass(slots=True)
class JudgedPart:
    """One report of a case as its reviewers have judged it, cut to what the actor may see.

    Shape: `own` criterion → judgement; `others` reviewer's id → criterion → judgement, only of areas that are
    open; `done` area → ids of those done; `reconciled` criterion → what was agreed (its version counts the times);
    `grades` area → the last provisional grade; `team` id → name.
    """

    part: ReviewPart
    standard: Standard
    team: dict[int, str]
    me: int | None
    own: dict[str, OneJudgement] = field(default_factory=dict)
    others: dict[int, dict[str, OneJudgement]] = field(default_factory=dict)
    done: dict[str, set[int]] = field(default_factory=dict)
    reconciled: dict[str, OneJudgement] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)

    def is_done_by_me(self, area: Area) -> bool:
        """Say whether the actor is done with the area."""
        return self.me in self.done.get(area.key, set())

    def is_open(self, area: Area) -> bool:
        """Say whether all of the team are done with the area."""
        return is_open(self.team, self.done.get(area.key, set()))

    def missing(self, area: Area) -> tuple[str, ...]:
        """Give the criteria of the area that the actor has not judged."""
        return without_verdict(area, verdicts_in(self.own))

    def by_reviewer(self) -> dict[int, dict[str, Verdict]]:
        """Give every verdict that is open, the actor's own among them. Shape: id → criterion → verdict."""
        open_keys = {item.key for area in self.standard.areas if self.is_open(area) for item in area.criteria}
        everybody = {**self.others, **({self.me: self.own} if self.me is not None and self.own else {})}
        return {
            number: {key: verdict for key, verdict in verdicts_in(rows).items() if key in open_keys}
            for number, rows in everybody.items()
        }

    def notes_on(self, criterion_key: str) -> list[tuple[str, str]]:
        """Give what each of the team wrote of a criterion, as far as the actor may see it. Shape: (name, note)."""
        everybody = {**self.others, **({self.me: self.own} if self.me is not None else {})}
        return [
            (name, everybody[number][criterion_key].note)
            for number, name in self.team.items()
            if number in everybody
            and criterion_key in everybody[number]
            and everybody[number][criterion_key].note
        ]

    def agreed(self, area: Area) -> dict[str, Verdict]:
        """Give the criteria all judged alike and that are not reconciled yet, when the area is open."""
        if not self.is_open(area):
            return {}
        found = agreed(area, self.by_reviewer())
        return {key: verdict for key, verdict in found.items() if key not in self.reconciled}

    def proposal(self, area: Area) -> GradeProposal:
        """Give what the rule makes of what was reconciled."""
        return propose_grade(area, verdicts_in(self.reconciled))

    def agreement(self) -> float | None:
        """Give how far the reviewers agreed beyond chance, over all open areas."""
        return agreement(self.by_reviewer())


@dataclass(frozen=True, slots=True)
class BeforeJudging:
    """How things stand before a verdict is stored; None for who is not in the team and for another's report."""

    reviewer_id: int | None
    part_id: int | None
    is_done: bool
    stored: Judgement | None


_JUDGEMENT_COLUMNS = tuple(column.attname for column in Judgement._meta.concrete_fields)
# All that a verdict is checked against, asked at once: it is saved at every pause in typing.
_BEFORE = f"""SELECT m.person_id, p.id,
EXISTS (SELECT 1 FROM reviews_areadone d
        WHERE d.part_id = p.id AND d.area_key = %(area)s AND d.reviewer_id = m.person_id),
{", ".join(f"j.{name}" for name in _JUDGEMENT_COLUMNS)}
FROM (SELECT 1) one
LEFT JOIN (SELECT t.person_id FROM reviews_teammember t JOIN accounts_person a ON a.id = t.person_id
      WHERE t.review_id = %(review)s AND t.released_at IS NULL
        AND (t.person_id = %(person)s OR a.merged_into_id = %(person)s) ORDER BY t.id LIMIT 1) m ON true
LEFT JOIN (SELECT id FROM reviews_reviewpart WHERE id = %(part)s AND review_id = %(review)s) p ON true
LEFT JOIN reviews_judgement j
  ON j.part_id = p.id AND j.criterion_key = %(criterion)s AND j.reviewer_id = m.person_id"""  # noqa: S608 - names of columns


def before_judging(case: OpenCase, part_id: int, area_key: str, criterion_key: str) -> BeforeJudging:
    """Give what a verdict of the actor on a criterion is checked against; one query."""
    values = {
        "review": case.review.pk,
        "person": case.person_id or 0,
        "part": part_id,
        "area": area_key,
        "criterion": criterion_key,
    }
    with prepared_cursor() as cursor:
        cursor.execute(_BEFORE, values)
        row = cursor.fetchone() or (None,) * (3 + len(_JUDGEMENT_COLUMNS))
    reviewer_id, found_part, is_done, *columns = row
    stored = Judgement.from_db(DEFAULT_DB_ALIAS, _JUDGEMENT_COLUMNS, columns) if columns[0] else None
    return BeforeJudging(reviewer_id, found_part, bool(is_done), stored)


def verdicts_in(rows: dict[str, OneJudgement]) -> dict[str, Verdict]:
    """Give the verdicts among judgements; those without one are left out."""
    return {key: row.outcome for key, row in rows.items() if row.outcome is not None}


def parts_of(case: OpenCase) -> list[ReviewPart]:
    """Give the reports that the case consists of, in order."""
    return list(ReviewPart.objects.filter(review=case.review).order_by("position", "pk"))


def part_of_case(case: OpenCase, part_id: int) -> ReviewPart:
    """Give one report of the case. Raises Http404 for another's."""
    found = ReviewPart.objects.filter(review=case.review, pk=part_id).first()
    if found is None:
        raise Http404
    return found


def judged_part(case: OpenCase, part: ReviewPart) -> JudgedPart:
    """Give how a report was judged, as far as the actor may see it; five queries."""
    members = team_of(case.review)
    team = {row["person_id"]: row["person__name"] for row in members}
    # Somebody whose row went up in another is in the team under the earlier one.
    mine = (row for row in members if case.person_id in (row["person_id"], row["person__merged_into"]))
    me = next((row["person_id"] for row in mine if case.person_id is not None), None)
    judged = JudgedPart(part, standards.load(case.review.standard_key), team, me)
    for area_key, number in AreaDone.objects.filter(part=part).values_list("area_key", "reviewer"):
        judged.done.setdefault(area_key, set()).add(number)
    if case.may_read(CaseObject.RECONCILED):
        judged.reconciled = _reconciled(part)
        judged.grades = _provisional(part)
    _add_judgements(judged, case)
    return judged


def _add_judgements(judged: JudgedPart, case: OpenCase) -> None:
    """Add one's own judgements, and others' of the areas that all are done with."""
    area_of = {item.key: area for area in judged.standard.areas for item in area.criteria}
    may_see_others = case.may_read(CaseObject.OTHERS_JUDGEMENT)
    rows: Any = Judgement.objects.filter(part=judged.part).values_list(
        "criterion_key", "reviewer", "outcome", "note", "version", "evidence"
    )
    others: dict[int, dict[str, OneJudgement]] = defaultdict(dict)
    for key, number, outcome, note, version, evidence in rows:
        one = OneJudgement(Verdict(outcome) if outcome else None, note, version, tuple(evidence))
        if number == judged.me:
            judged.own[key] = one
        elif may_see_others and number in judged.team and key in area_of and judged.is_open(area_of[key]):
            others[number][key] = one
    judged.others = dict(others)


def _reconciled(part: ReviewPart) -> dict[str, OneJudgement]:
    rows = StoredVerdict.objects.filter(part=part, source=VerdictSource.RECONCILED).order_by("sequence")
    return {row.criterion_key: OneJudgement(Verdict(row.outcome), row.note, row.sequence) for row in rows}


def _provisional(part: ReviewPart) -> dict[str, Grade]:
    rows = Grade.objects.filter(part=part, round=GradeRound.PROVISIONAL).order_by("sequence")
    return {row.area_key: row for row in rows}
