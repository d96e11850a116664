"""All of a report's judgement, fetched in one statement.

Seventy criteria with everybody's verdicts, what they rest on and what was agreed: eight statements through the models
took longer to put together than the database took to answer them. Here the database gathers the rows itself, as in
`whole_case.py`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.grading import Verdict
from kollegium.domain.verdict_evidence import EvidenceItem
from kollegium.reviews.models import Grade, ReviewPart
from kollegium.reviews.queries.evidence import added_items, material_items, note_items
from kollegium.reviews.queries.judging import JudgedPart, OneJudgement
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.ui.statements import prepared_cursor

_PART = "(SELECT id FROM chosen)"
# Each line gives the rows of one table as a list of lists; what of it the actor may see is decided below.
_STATEMENT = f"""SELECT * FROM (
WITH part AS (SELECT id, key, position FROM reviews_reviewpart WHERE review_id = %(review)s),
chosen AS (SELECT id FROM part ORDER BY key = %(part)s::text DESC, position, id LIMIT 1)
SELECT {_PART},
(SELECT json_agg(json_build_array(id, key) ORDER BY position, id) FROM part),
(SELECT json_agg(json_build_array(m.person_id, p.merged_into_id, p.name) ORDER BY m.duty = 'lead' DESC, m.id)
 FROM reviews_teammember m JOIN accounts_person p ON p.id = m.person_id
 WHERE m.review_id = %(review)s AND m.released_at IS NULL),
(SELECT json_agg(json_build_array(area_key, reviewer_id)) FROM reviews_areadone WHERE part_id = {_PART}),
(SELECT json_agg(json_build_array(criterion_key, reviewer_id, outcome, note, version, evidence))
 FROM reviews_judgement WHERE part_id = {_PART}),
(SELECT json_agg(json_build_array(criterion_key, outcome, note, sequence) ORDER BY sequence)
 FROM reviews_verdict WHERE part_id = {_PART} AND source = 'reconciled'),
(SELECT json_agg(json_build_array(area_key, outcome, reason, sequence) ORDER BY sequence)
 FROM reviews_grade WHERE part_id = {_PART} AND round = 'provisional'),
(SELECT json_agg(json_build_array(id, list_key, item_key, title,
  (SELECT json_agg(json_build_object('number', v.number, 'at', v.handed_in_at) ORDER BY v.number)
   FROM reviews_materialversion v WHERE v.item_id = i.id), status) ORDER BY position, id)
 FROM reviews_materialitem i WHERE review_id = %(review)s AND removed_at IS NULL),
(SELECT json_agg(json_build_array(id, interviewed, heard_at, criteria, text) ORDER BY heard_at, id)
 FROM reviews_interviewnote WHERE part_id = {_PART} AND removed_at IS NULL)
) AS whole"""  # noqa: S608 - names of columns
# Looked up some two hundred times a page: a call of the enumeration takes ten times as long.
_OUTCOMES: dict[str, Verdict | None] = {"": None, **{verdict.value: verdict for verdict in Verdict}}


@dataclass(frozen=True, slots=True)
class WholeJudgement:
    """A report as its reviewers have judged it, and what their verdicts rest on, cut to what the actor may see."""

    judged: JudgedPart
    parts: list[ReviewPart]
    evidence: dict[str, EvidenceItem] = field(default_factory=dict)


def whole_judgement(case: OpenCase, part_key: str, language: str) -> WholeJudgement:
    """Give the judgement of the report with this key, or of the first; one query, and those of added sources."""
    with prepared_cursor() as cursor:
        cursor.execute(_STATEMENT, {"review": case.review.pk, "part": part_key})
        row: tuple[Any, ...] = cursor.fetchone() or ()
    part_id, parts, team, done, judgements, agreed, grades, items, notes = row
    found = [ReviewPart(pk=pk, key=key, review_id=case.review.pk) for pk, key in parts or ()]
    part = next(one for one in found if one.pk == part_id)
    judged = _judged(case, part, team or ())
    for area_key, number in done or ():
        judged.done.setdefault(area_key, set()).add(number)
    if case.may_read(CaseObject.RECONCILED):
        judged.reconciled = {
            key: OneJudgement(_OUTCOMES[outcome], note, sequence)
            for key, outcome, note, sequence in agreed or ()
        }
        judged.grades = {area_key: _grade(area_key, *values) for area_key, *values in grades or ()}
    _add_judgements(judged, case, judgements or ())
    evidence = [
        *material_items(case, items or (), language),
        *note_items(
            case,
            part,
            [
                (pk, who, datetime.fromisoformat(at), criteria, text)
                for pk, who, at, criteria, text in notes or ()
            ],
        ),
        *added_items(case, part, language),
    ]
    return WholeJudgement(judged, found, {item.reference: item for item in evidence})


def _judged(case: OpenCase, part: ReviewPart, team: Sequence[tuple[int, int | None, str]]) -> JudgedPart:
    mine = (
        number
        for number, merged_into, _ in team
        if case.person_id is not None and case.person_id in (number, merged_into)
    )
    names = {number: name for number, _, name in team}
    return JudgedPart(part, standards.load(case.review.standard_key), names, next(mine, None))


def _grade(area_key: str, outcome: str, reason: str, sequence: int) -> Grade:
    return Grade(area_key=area_key, outcome=outcome, reason=reason, sequence=sequence)


def _add_judgements(judged: JudgedPart, case: OpenCase, rows: Sequence[Sequence[Any]]) -> None:
    """Add one's own judgements, and others' of the areas that all are done with."""
    open_keys = {
        criterion.key for area in judged.standard.areas if judged.is_open(area) for criterion in area.criteria
    }
    may_see_others = case.may_read(CaseObject.OTHERS_JUDGEMENT)
    others: dict[int, dict[str, OneJudgement]] = defaultdict(dict)
    for key, number, outcome, note, version, evidence in rows:
        one = OneJudgement(_OUTCOMES[outcome], note, version, tuple(evidence))
        if number == judged.me:
            judged.own[key] = one
        elif may_see_others and number in judged.team and key in open_keys:
            others[number][key] = one
    judged.others = dict(sorted(others.items()))
