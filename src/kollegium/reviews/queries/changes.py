"""What changed lately in the reviews somebody may read: recorded, graded anew, followed up, published."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kollegium.domain.changes import Happening, Subject
from kollegium.domain.roles import Permission, Place
from kollegium.reviews.models import Grade, Review
from kollegium.trail.queries import actors_who_added
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor, Scope

MOST_OF_A_KIND = 100
# It holds the place of the instant from which changes are asked for.
SOME_INSTANT = datetime.min.replace(tzinfo=UTC)

# Each gives: kind, instant, review, person who did it, grade, its part, four texts. {reached} limits the reviews.
# The grades that were there from the beginning came with the review and are no news of their own.
_KINDS = (
    """SELECT 'review-recorded', created_at AS at, id, created_by_id, 0, 0, '', '', '', ''
FROM reviews_review WHERE created_at >= %s AND id IN ({reached}) ORDER BY created_at DESC, id DESC""",
    """SELECT 'area-graded', g.recorded_at AS at, p.review_id, NULL, g.id, g.part_id, g.area_key, g.outcome, g.reason, r.standard_key
FROM reviews_grade g JOIN reviews_reviewpart p ON p.id = g.part_id JOIN reviews_review r ON r.id = p.review_id
WHERE g.recorded_at >= %s AND g.recorded_at > r.created_at AND p.review_id IN ({reached}) ORDER BY g.recorded_at DESC, g.id DESC""",
    """SELECT 'action-reported', n.recorded_at AS at, p.review_id, n.recorded_by_id, 0, 0, n.state, n.note, i.criterion_key, i.area_key
FROM reviews_actionprogress n JOIN reviews_actionplanitem i ON i.id = n.item_id
JOIN reviews_reviewpart p ON p.id = i.part_id
WHERE n.recorded_at >= %s AND p.review_id IN ({reached}) ORDER BY n.recorded_at DESC, n.id DESC""",
    """SELECT 'review-published', published_at AS at, review_id, published_by_id, 0, 0, '', '', '', ''
FROM reviews_publication WHERE published_at >= %s AND review_id IN ({reached}) ORDER BY published_at DESC, id DESC""",
    """SELECT 'publication-withdrawn', withdrawn_at AS at, review_id, withdrawn_by_id, 0, 0, '', '', '', ''
FROM reviews_publication WHERE withdrawn_at >= %s AND review_id IN ({reached}) ORDER BY withdrawn_at DESC, id DESC""",
)
_CHANGED = "c (kind, at, review_id, who, row_id, part_id, first, second, third, fourth)"
_PLACES = """JOIN reviews_review r ON r.id = c.review_id JOIN organisations_unit u ON u.id = r.unit_id
LEFT JOIN organisations_specialty s ON s.id = r.specialty_id"""


class Change(NamedTuple):
    """One row of the statement. `row_id` and `part_id` are those of a grade; what the texts are hangs on the kind."""

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


def changes_for(actor: "Actor", *, since: datetime, most: int = MOST_OF_A_KIND) -> list[Happening]:
    """Give what happened since then to the reviews the actor may read; the newest of each kind, `most` of them.

    Who did it is told to those who may read the history. One query, and two more when a grade was changed; none
    without the right to read.
    """
    scope = actor.places(Permission.READ_REVIEWS)
    if scope.is_empty:
        return []
    found = [Change(*row) for row in _statement(scope, most).rows({SOME_INSTANT: since})]
    grades = [one for one in found if one.kind == "area-graded"]
    before = _outcomes_before(grades)
    actors = actors_who_added(Grade, [one.row_id for one in grades])
    return [_told(actor, one, before.get(one.row_id, ""), _who(one, actors)) for one in found]


@lru_cache(maxsize=128)
def _statement(scope: "Scope", most: int) -> Statement:
    """Give the question for the newest changes of every kind at once."""
    reached, values = Review.objects.within(scope).standing().values("pk").query.sql_with_params()
    kinds = " UNION ALL ".join(f"({kind.format(reached=reached)} LIMIT {most})" for kind in _KINDS)
    return Statement.written(
        f"SELECT c.*, u.name, r.unit_id, u.region_id, u.care_provider_id, s.key FROM ({kinds}) {_CHANGED} {_PLACES}",  # noqa: S608 - values stand apart
        [SOME_INSTANT, *values] * len(_KINDS),
        places=(SOME_INSTANT,),
    )


def _outcomes_before(changed: list[Change]) -> dict[int, str]:
    """Give grade id → the outcome its area had before; the first of an area is missing."""
    if not changed:
        return {}
    grades = Grade.objects.filter(part__in={one.part_id for one in changed}).order_by("recorded_at", "pk")
    last: dict[tuple[int, str], str] = {}
    before: dict[int, str] = {}
    for pk, part_id, area_key, outcome in grades.values_list("pk", "part_id", "area_key", "outcome"):
        if (part_id, area_key) in last:
            before[pk] = last[part_id, area_key]
        last[part_id, area_key] = outcome
    return before


def _who(one: Change, actors: dict[int, str | None]) -> str | None:
    if one.kind == "area-graded":
        return actors.get(one.row_id)
    return None if one.who is None else f"person:{one.who}"


def _told(actor: "Actor", one: Change, outcome_before: str, who: str | None) -> Happening:
    """Give the change as it is told; who did it only to those who may read the history."""
    place = Place(
        region_id=one.region_id,
        care_provider_id=one.care_provider_id,
        unit_id=one.unit_id,
        specialty_key=one.specialty_key,
    )
    is_told = who == actor.key or actor.may(Permission.READ_REVIEW_HISTORY, place)
    return Happening(
        one.at,
        one.kind,
        Subject.REVIEW,
        one.review_id,
        one.unit,
        who if is_told else None,
        _details(one, outcome_before),
    )


def _details(one: Change, outcome_before: str) -> dict[str, str]:
    if one.kind == "area-graded":
        return {
            "area": one.first,
            "old": outcome_before,
            "new": one.second,
            "reason": one.third,
            "standard": one.fourth,
        }
    if one.kind == "action-reported":
        return {"state": one.first, "note": one.second, "about": one.third or one.fourth}
    return {}
