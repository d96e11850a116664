"""What changed lately in the reviews somebody may read, and between unit and office in the cases they have a part in.

Recorded, graded, corrected, followed up and published: for all who read the review. A reconsideration and the unit's
feedback: for those to whom the table of a case shows them, as it stands now.
"""

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from django.core.exceptions import EmptyResultSet

from kollegium.domain.case_access import CaseObject, states_showing
from kollegium.domain.changes import Happening, Subject
from kollegium.domain.roles import NO_SCOPE, Permission, Place
from kollegium.reviews.models import Grade, Review
from kollegium.reviews.queries.case_labels import case_label_sql, read_label
from kollegium.reviews.queries.grade_moves import grade_move
from kollegium.reviews.queries.open_cases import PARTS_BY_RIGHT, CaseReach, cases_showing
from kollegium.trail.names import person_id
from kollegium.trail.queries import actors_who_added
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor, Scope

MOST_OF_A_KIND = 100
# They hold the places of the instant from which changes are asked for, and of whose teams count.
SOME_INSTANT = datetime.min.replace(tzinfo=UTC)
SOME_PERSON = -1

# Each gives: kind, instant, review, person who did it, grade, its part, four texts. {reached} limits the reviews.
# The grades that were there from the beginning came with the review and are no news of their own. A corrected grade
# is told by the grade.
_KINDS = (
    """SELECT 'review-recorded', created_at AS at, id, created_by_id, 0, 0, '', '', '', ''
FROM reviews_review WHERE created_at >= %s AND id IN ({reached}) ORDER BY created_at DESC, id DESC""",
    """SELECT 'area-graded', g.recorded_at AS at, p.review_id, NULL, g.id, g.part_id, g.area_key, g.outcome, g.reason, g.round
FROM reviews_grade g JOIN reviews_reviewpart p ON p.id = g.part_id JOIN reviews_review r ON r.id = p.review_id
WHERE g.recorded_at >= %s AND g.recorded_at > r.created_at AND p.review_id IN ({reached}) ORDER BY g.recorded_at DESC, g.id DESC""",
    """SELECT 'action-reported', n.recorded_at AS at, p.review_id, n.recorded_by_id, 0, 0, n.state, n.note, i.criterion_key, i.area_key
FROM reviews_actionprogress n JOIN reviews_actionplanitem i ON i.id = n.item_id
JOIN reviews_reviewpart p ON p.id = i.part_id
WHERE n.recorded_at >= %s AND p.review_id IN ({reached}) ORDER BY n.recorded_at DESC, n.id DESC""",
    """SELECT 'review-corrected', made_at AS at, review_id, made_by_id, 0, 0, what, key, reason, ''
FROM reviews_correction WHERE made_at >= %s AND what <> 'grade' AND review_id IN ({reached}) ORDER BY made_at DESC, id DESC""",
    """SELECT 'review-published', published_at AS at, review_id, published_by_id, 0, 0, '', '', '', ''
FROM reviews_publication WHERE published_at >= %s AND review_id IN ({reached}) ORDER BY published_at DESC, id DESC""",
    """SELECT 'publication-withdrawn', withdrawn_at AS at, review_id, withdrawn_by_id, 0, 0, '', '', '', ''
FROM reviews_publication WHERE withdrawn_at >= %s AND review_id IN ({reached}) ORDER BY withdrawn_at DESC, id DESC""",
)
_AREAS = """(SELECT string_agg(DISTINCT a.area_key, ',') FROM reviews_reconsideredarea a
WHERE a.reconsideration_id = c.id), '', '', ''"""
_RECONSIDERATIONS = (
    f"""SELECT 'reconsideration-asked', c.asked_at AS at, c.review_id, c.asked_by_id, 0, 0, {_AREAS}
FROM reviews_reconsideration c WHERE c.asked_at >= %s AND c.review_id IN ({{reached}}) ORDER BY c.asked_at DESC, c.id DESC""",  # noqa: S608 - our own text
    f"""SELECT 'reconsideration-decided', c.decided_at AS at, c.review_id, c.decided_by_id, 0, 0, {_AREAS}
FROM reviews_reconsideration c WHERE c.decided_at >= %s AND c.review_id IN ({{reached}}) ORDER BY c.decided_at DESC, c.id DESC""",  # noqa: S608 - our own text
)
# Those who only review the case read what the unit says when it agreed to that.
_FEEDBACK = """SELECT CASE WHEN version > 1 THEN 'feedback-changed' ELSE 'feedback-given' END, given_at AS at, review_id,
given_by_id, 0, 0, '', '', '', '' FROM reviews_reviewfeedback
WHERE given_at >= %s AND {condition}review_id IN ({reached}) ORDER BY given_at DESC, id DESC"""
_OF_ALL, _SHARED = _FEEDBACK.replace("{condition}", ""), _FEEDBACK.replace("{condition}", "is_shared AND ")
_CHANGED = "c (kind, at, review_id, who, row_id, part_id, first, second, third, fourth)"
_PLACES = """JOIN reviews_review r ON r.id = c.review_id JOIN organisations_unit u ON u.id = r.unit_id
LEFT JOIN organisations_specialty s ON s.id = r.specialty_id LEFT JOIN reviews_reviewpart p ON p.id = c.part_id"""


class Change(NamedTuple):
    """One row of the statement. `row_id` and `part_id` are those of a grade; what the texts are hangs on the kind.

    `unit` holds the label of the review besides.
    """

    kind: str
    at: datetime
    review_id: int
    who: int | None
    row_id: int
    part_id: int
    first: str
    second: str
    third: str
    fourth: str
    unit: str
    unit_id: int
    region_id: int
    care_provider_id: int
    specialty_key: str | None
    standard_key: str
    part_key: str | None


def changes_for(actor: "Actor", *, since: datetime, most: int = MOST_OF_A_KIND) -> list[Happening]:
    """Give what happened since then to the reviews the actor may read or has a part in; of each kind the newest, `most`.

    Who did it is told to those who may read the history. What one action did alike to several areas is one happening.
    One query, and two more when a grade was changed; none for whom it can concern nothing.
    """
    scope, (reach, person) = actor.places(Permission.READ_REVIEWS), _reach(actor)
    rows = _statement(scope, reach, most).rows({SOME_INSTANT: since, SOME_PERSON: person})
    # Shared feedback of a unit that somebody both answers for and reviews comes twice.
    found = list(dict.fromkeys(Change(*row) for row in rows))
    grades = [one for one in found if one.kind == "area-graded"]
    before = _grades_before(grades)
    actors = actors_who_added(Grade, [one.row_id for one in grades])
    told = [_told(actor, one, _who(one, actors), _details(one)) for one in found if one.kind != "area-graded"]
    for alike in _graded_alike(grades, before, actors):
        first = alike[0]
        told.append(_told(actor, first, _who(first, actors), _details_of_grades(alike, before)))
    return told


def _reach(actor: "Actor") -> tuple[CaseReach, int | None]:
    """Give whose cases show the actor what unit and office said to each other; nothing for most people."""
    held = ((viewer, actor.places(PARTS_BY_RIGHT[viewer])) for viewer in _TOLD_OF_CASES)
    parts = tuple((viewer, scope) for viewer, scope in held if not scope.is_empty)
    person = person_id(actor.key) if actor.may(Permission.JUDGE_CASES) else None
    someone = None if person is None else SOME_PERSON
    return CaseReach(parts, actor.places(Permission.RUN_INTERNAL_CASES), someone), person


# Those who have a part in a case by a right at its place, and are shown something of this.
_TOLD_OF_CASES = tuple(
    viewer
    for viewer in PARTS_BY_RIGHT
    if states_showing(viewer, CaseObject.RECONSIDERATION) or states_showing(viewer, CaseObject.FEEDBACK)
)


@lru_cache(maxsize=128)
def _statement(scope: "Scope", reach: CaseReach, most: int) -> Statement:
    """Give the question for the newest changes of every kind at once, or for nothing."""
    reviews = Review.objects.within(scope).standing() if not scope.is_empty else None
    cases = replace(reach, person=None)
    asked = [
        *((kind, reviews) for kind in _KINDS),
        *((kind, cases_showing(reach, CaseObject.RECONSIDERATION)) for kind in _RECONSIDERATIONS),
        (_OF_ALL, cases_showing(cases, CaseObject.FEEDBACK)),
        (_SHARED, cases_showing(CaseReach((), NO_SCOPE, reach.person), CaseObject.FEEDBACK)),
    ]
    kinds, values = [], []
    for kind, rows in asked:
        try:
            reached, limits = rows.values("pk").query.sql_with_params() if rows is not None else ("", ())
        except EmptyResultSet:
            continue
        if reached:
            kinds.append(f"({kind.format(reached=reached)} LIMIT {most})")
            values += [SOME_INSTANT, *limits]
    if not kinds:
        return Statement("")
    return Statement.written(
        f"SELECT c.*, {case_label_sql('u', 'r', 's')}, r.unit_id, u.region_id, u.care_provider_id, s.key, r.standard_key, p.key"  # noqa: S608 - values stand apart
        f" FROM ({' UNION ALL '.join(kinds)}) {_CHANGED} {_PLACES}",
        values,
        places=(SOME_INSTANT, SOME_PERSON),
    )


def _grades_before(changed: list[Change]) -> dict[int, tuple[str, str]]:
    """Give grade id → round and outcome its area had before; the first of an area is missing."""
    if not changed:
        return {}
    grades = Grade.objects.filter(part__in={one.part_id for one in changed}).order_by("recorded_at", "pk")
    last: dict[tuple[int, str], tuple[str, str]] = {}
    before: dict[int, tuple[str, str]] = {}
    for pk, part_id, area_key, round_, outcome in grades.values_list(
        "pk", "part_id", "area_key", "round", "outcome"
    ):
        if (part_id, area_key) in last:
            before[pk] = last[part_id, area_key]
        last[part_id, area_key] = (round_, outcome)
    return before


def _graded_alike(
    grades: list[Change], before: dict[int, tuple[str, str]], actors: dict[int, str | None]
) -> list[list[Change]]:
    """Give the grades of one action that came about in the same way and with the same reason together."""
    alike: dict[tuple[object, ...], list[Change]] = {}
    for one in grades:
        move = grade_move(before.get(one.row_id), (one.fourth, one.second))
        key = (one.part_id, one.at, actors.get(one.row_id), one.fourth, move, one.third)
        alike.setdefault(key, []).append(one)
    return list(alike.values())


def _who(one: Change, actors: dict[int, str | None]) -> str | None:
    if one.kind == "area-graded":
        return actors.get(one.row_id)
    return None if one.who is None else f"person:{one.who}"


def _told(actor: "Actor", one: Change, who: str | None, details: dict[str, str]) -> Happening:
    """Give the change as it is told; who did it only to those who may read the history."""
    place = Place(
        region_id=one.region_id,
        care_provider_id=one.care_provider_id,
        unit_id=one.unit_id,
        specialty_key=one.specialty_key,
    )
    is_told = who == actor.key or actor.may(Permission.READ_REVIEW_HISTORY, place)
    unit, case = read_label(one.unit)
    return Happening(
        one.at,
        one.kind,
        Subject.REVIEW,
        one.review_id,
        unit,
        who if is_told else None,
        details,
        case,
    )


def _details_of_grades(grades: list[Change], before: dict[int, tuple[str, str]]) -> dict[str, str]:
    """Give what is told of grades that came about alike; areas and outcomes stand in the same order, by commas."""
    grades = sorted(grades, key=lambda one: one.first)
    first = grades[0]
    olds = [before.get(one.row_id, ("", ""))[1] for one in grades]
    return {
        "move": grade_move(before.get(first.row_id), (first.fourth, first.second)),
        "areas": ",".join(one.first for one in grades),
        "old": ",".join(olds),
        "new": ",".join(one.second for one in grades),
        "round": first.fourth,
        "reason": first.third,
        "standard": first.standard_key,
        "part": first.part_key or "",
    }


def _details(one: Change) -> dict[str, str]:
    if one.kind == "action-reported":
        return {"state": one.first, "note": one.second, "about": one.third or one.fourth}
    if one.kind == "review-corrected":
        return {"what": one.first, "key": one.second, "reason": one.third}
    if one.kind.startswith("reconsideration"):
        return {"areas": one.first or "", "standard": one.standard_key}
    return {}
