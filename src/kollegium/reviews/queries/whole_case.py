"""One review with everything that is known of it, fetched in one statement.

The page of a review is what people open most. Ten statements through the models took longer to put
together than the database took to answer them all; here the database gathers the rows itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.http import Http404

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.standard import Outcome
from kollegium.reviews.models import Review
from kollegium.reviews.queries.case import (
    CaseCorrection,
    CaseGrade,
    CasePart,
    CasePlanItem,
    CaseVerdict,
    ProgressNote,
    PublicationState,
    ReviewCase,
)
from kollegium.reviews.queries.one_review import (
    REVIEW_TABLES,
    REVIEW_VALUES,
    fetched_row,
    readable_review,
)

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

Row = TypeVar("Row")
_PARTS = "WITH part AS (SELECT id, key, position FROM reviews_reviewpart WHERE review_id = %(review)s) "
# Each line gives the rows of one table as a list of lists, in the order of the dataclass they become.
_ROWS = """
(SELECT json_agg(json_build_array(id, key) ORDER BY position, id) FROM part),
(SELECT json_agg(name ORDER BY position) FROM reviews_reviewername WHERE review_id = %(review)s),
(SELECT json_agg(json_build_array(part_id, heading, text) ORDER BY part_id, heading, position)
 FROM reviews_summarypoint WHERE part_id IN (SELECT id FROM part)),
(SELECT json_agg(json_build_array(part_id, area_key, narrative, grade_quote) ORDER BY id)
 FROM reviews_areatext WHERE part_id IN (SELECT id FROM part)),
(SELECT json_agg(json_build_array(part_id, g.id, area_key, round, sequence, outcome, reason, p.name, decided_on,
                                  recorded_at) ORDER BY recorded_at, g.id)
 FROM reviews_grade g LEFT JOIN accounts_person p ON p.id = g.decided_by_id
 WHERE part_id IN (SELECT id FROM part)),
(SELECT json_agg(json_build_array(part_id, criterion_key, source, sequence, outcome, note, p.name,
                                  recorded_at) ORDER BY recorded_at, v.id)
 FROM reviews_verdict v LEFT JOIN accounts_person p ON p.id = v.reviewer_id
 WHERE part_id IN (SELECT id FROM part)),
(SELECT json_agg(json_build_array(part_id, id, position, area_key, criterion_key, action, due_text, due_on,
                                  responsible, follow_up_text, follow_up_on, follow_up_responsible, state,
                                  version) ORDER BY part_id, position)
 FROM reviews_actionplanitem WHERE part_id IN (SELECT id FROM part)),
(SELECT json_agg(json_build_array(item_id, n.state, note, recorded_at, p.name) ORDER BY recorded_at, n.id)
 FROM reviews_actionprogress n JOIN reviews_actionplanitem i ON i.id = n.item_id
 LEFT JOIN accounts_person p ON p.id = n.recorded_by_id
 WHERE i.part_id IN (SELECT id FROM part)),
(SELECT json_build_array(id, published_at, withdrawn_at, withdrawal_reason)
 FROM reviews_publication WHERE review_id = %(review)s ORDER BY published_at DESC, id DESC LIMIT 1),
(SELECT json_agg(json_build_array(what, c.key, COALESCE(part.key, ''), reason, corrected_on, made_at)
                 ORDER BY made_at, c.id)
 FROM reviews_correction c LEFT JOIN part ON part.id = c.part_id WHERE c.review_id = %(review)s)"""
# Inside an action the change log puts a statement of its own before everything that does not begin with SELECT,
# and the server prepares no two statements at once.
ROWS_STATEMENT = f"SELECT * FROM ({_PARTS}SELECT {_ROWS}) AS whole"  # noqa: S608 - names of columns
CASE_STATEMENT = (
    f"SELECT * FROM ({_PARTS}SELECT {REVIEW_VALUES}, {_ROWS}"  # noqa: S608 - names of columns
    f" FROM {REVIEW_TABLES} WHERE r.id = %(review)s) AS whole"
)


def get_case_for(actor: "Actor", review_id: int) -> ReviewCase:
    """Give a review the actor may read with everything known of it; one query. Raises Http404."""
    row = fetched_row(CASE_STATEMENT, review_id)
    if row is None:
        raise Http404
    return _case(readable_review(actor, row), row[-10:])


def case_of(review: Review) -> ReviewCase:
    """Give everything known of a review that has been fetched; one query."""
    return _case(review, fetched_row(ROWS_STATEMENT, review.pk) or ())


def _case(review: Review, rows: tuple[Any, ...]) -> ReviewCase:
    parts, names, points, texts, grades, verdicts, items, notes, publication, corrections = rows
    summary = _summary(points or ())
    texts_of = _grouped((part_id, tuple(values)) for part_id, *values in texts or ())
    grades_of = _grouped((part_id, _grade(values)) for part_id, *values in grades or ())
    verdicts_of = _grouped((part_id, _verdict(values)) for part_id, *values in verdicts or ())
    notes_of = _grouped((item_id, _note(values)) for item_id, *values in notes or ())
    plans = _grouped((part_id, _plan_item(values, notes_of)) for part_id, *values in items or ())
    return ReviewCase(
        review=review,
        standard=standards.load(review.standard_key),
        reviewers=tuple(names or ()),
        parts=tuple(
            CasePart(
                pk=pk,
                key=key,
                summary=summary.get(pk, {}),
                texts={area_key: (narrative, quote) for area_key, narrative, quote in texts_of.get(pk, ())},
                grades=tuple(grades_of.get(pk, ())),
                verdicts=tuple(verdicts_of.get(pk, ())),
                plan=tuple(plans.get(pk, ())),
            )
            for pk, key in parts or ()
        ),
        publication=_publication(publication) if publication else None,
        corrections=tuple(_correction(values) for values in corrections or ()),
    )


def _grouped(rows: Iterable[tuple[int, Row]]) -> dict[int, list[Row]]:
    groups: dict[int, list[Row]] = {}
    for owner_id, row in rows:
        groups.setdefault(owner_id, []).append(row)
    return groups


def _summary(rows: Iterable[tuple[int, str, str]]) -> dict[int, dict[str, tuple[str, ...]]]:
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for part_id, heading, text in rows:
        points = found.setdefault(part_id, {})
        points[heading] = (*points.get(heading, ()), text)
    return found


def _grade(values: Sequence[Any]) -> CaseGrade:
    pk, area_key, round_, sequence, outcome, reason, name, day, at = values
    return CaseGrade(
        pk, area_key, round_, sequence, Outcome(outcome), reason, name or "", _day(day), _instant(at)
    )


# Looked up some seventy times a page: a call of the enumeration takes ten times as long.
_OUTCOMES = {outcome.value: outcome for outcome in VerdictOutcome}


def _verdict(values: Sequence[Any]) -> CaseVerdict:
    key, source, sequence, outcome, note, name, at = values
    return CaseVerdict(key, source, sequence, _OUTCOMES[outcome], note, name or "", _instant(at))


def _note(values: Sequence[Any]) -> ProgressNote:
    state, note, at, name = values
    return ProgressNote(state, note, _instant(at), name or "")


def _plan_item(values: Sequence[Any], notes: Mapping[int, list[ProgressNote]]) -> CasePlanItem:
    pk, position, area_key, criterion_key, action, due_text, due_on, *others = values
    responsible, follow_up_text, follow_up_on, follow_up_responsible, state, version = others
    return CasePlanItem(
        pk=pk,
        position=position,
        area_key=area_key,
        criterion_key=criterion_key,
        action=action,
        due_text=due_text,
        due_on=_day(due_on),
        responsible=responsible,
        follow_up_text=follow_up_text,
        follow_up_on=_day(follow_up_on),
        follow_up_responsible=follow_up_responsible,
        state=state,
        version=version,
        progress=tuple(notes.get(pk, ())),
    )


def _publication(values: Sequence[Any]) -> PublicationState:
    pk, published_at, withdrawn_at, reason = values
    return PublicationState(
        pk, _instant(published_at), _instant(withdrawn_at) if withdrawn_at else None, reason
    )


def _correction(values: Sequence[Any]) -> CaseCorrection:
    what, key, part_key, reason, on, made_at = values
    return CaseCorrection(what, key, part_key, reason, date.fromisoformat(on), _instant(made_at))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
