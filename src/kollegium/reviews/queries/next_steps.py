"""What waits for somebody in the reviews they may read."""

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Min, Q, QuerySet

from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission, Scope
from kollegium.reviews.models import UNDONE_ACTION_STATES, ActionPlanItem, Review
from kollegium.reviews.queries.case_labels import case_label, case_label_sql, case_step
from kollegium.reviews.queries.listing import newest_reviews
from kollegium.reviews.queries.overdue import without_recent_review
from kollegium.reviews.queries.publishing_steps import publishing_steps_for
from kollegium.ui.keyset import COUNT_LIMIT
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

DAYS_AHEAD = 30
STEPS_OF_A_KIND = 5
LATEST = 5
FIRST_LOOK = 60
# They hold the places of reviews and of days in statements that are put together once.
SOME_REVIEW, SOME_FIRST, SOME_LAST = -1, date.min, date.max

NO_REVIEW = 0

_COUNTED_TEXT = f"""SELECT p.review_id, {case_label_sql("u", "r", "s")}, count(*) FILTER (WHERE i.due_on < %s), count(*) FILTER (WHERE i.due_on >= %s)
FROM reviews_actionplanitem i
JOIN reviews_reviewpart p ON p.id = i.part_id JOIN reviews_review r ON r.id = p.review_id
JOIN organisations_unit u ON u.id = r.unit_id LEFT JOIN organisations_specialty s ON s.id = r.specialty_id
WHERE p.review_id = ANY(%s) AND i.due_on <= %s AND i.state = ANY(%s)
GROUP BY p.review_id, u.name, r.id, s.id"""  # noqa: S608 - names of columns
_COUNTED_VALUES = (
    SOME_FIRST,
    SOME_FIRST,
    SOME_REVIEW,
    SOME_LAST,
    [state.value for state in UNDONE_ACTION_STATES],
)
_COUNTED_PLACES = (SOME_REVIEW, SOME_FIRST, SOME_LAST)
_COUNTED = Statement.written(_COUNTED_TEXT, _COUNTED_VALUES, places=_COUNTED_PLACES)


def next_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give late and coming actions, reviews to publish, and reviews to arrange.

    Four queries at most. Who answers for a region or care provider gets the actions unit by unit, others
    review by review.
    """
    return [*_action_steps(actor, as_of), *publishing_steps_for(actor), *_units_overdue(actor, as_of)]


def latest_reviews_for(actor: "Actor") -> list[dict[str, Any]]:
    """Give the newest reviews the actor may read, as the list's plain rows; one query."""
    return newest_reviews(actor.places(Permission.READ_REVIEWS), LATEST)


def _action_steps(actor: "Actor", as_of: date) -> list[NextStep]:
    held = actor.places(Permission.READ_REVIEWS)
    if held.is_empty:
        return []
    if not held.national:
        return _grouped(actor, as_of, by_unit=bool(held.region_ids or held.care_provider_ids))
    return _by_review(held, as_of)


def _grouped(actor: "Actor", as_of: date, *, by_unit: bool) -> list[NextStep]:
    """Give late and coming actions unit by unit or review by review, those due first; one query.

    Who tells how the actions of the own unit go is told of what it promised, others of what is to be followed up.
    """
    late_kind = "promises-late" if actor.may(Permission.REPORT_PROGRESS) and not by_unit else ""
    group, prefix = ("part__review__unit", "unit-") if by_unit else ("part__review", "")
    late, soon = Q(due_on__lt=as_of), Q(due_on__gte=as_of)
    items = ActionPlanItem.objects.filter(
        part__review__in=Review.objects.visible_to(actor).standing(),
        state__in=UNDONE_ACTION_STATES,
        due_on__lte=as_of + timedelta(days=DAYS_AHEAD),
    )
    # Of a unit the name says it; of a review also what tells it from others there.
    told = F("part__review__unit__name") if by_unit else case_label("part__review__")
    rows = items.values(group, told=told).annotate(
        late=Count("pk", filter=late),
        soon=Count("pk", filter=soon),
        late_since=Min("due_on", filter=late),
        soon_from=Min("due_on", filter=soon),
    )
    found = list(rows.order_by())
    steps = []
    for kind, urgency, first in (("late", Urgency.LATE, "late_since"), ("soon", Urgency.SOON, "soon_from")):
        having = sorted((row for row in found if row[kind]), key=lambda row: (row[first], row[group]))
        steps += [
            (NextStep if by_unit else case_step)(
                (kind == "late" and late_kind) or f"{prefix}actions-{kind}",
                urgency,
                row[kind],
                row[group],
                row["told"],
                row[first],
            )
            for row in having[:STEPS_OF_A_KIND]
        ]
        more = sum(row[kind] for row in having[STEPS_OF_A_KIND:])
        if more:
            steps.append(NextStep(f"actions-{kind}-more", urgency, more))
    return steps


def _by_review(scope: Scope, as_of: date) -> list[NextStep]:
    """Give late and coming actions of the reviews whose first is due first, of each kind, and how many more there are.

    Two queries, one for none.
    """
    last = as_of + timedelta(days=DAYS_AHEAD)
    late, soon, are_more = _first_by_review(scope, as_of, last)
    if not late and not soon:
        return []
    values = {SOME_FIRST: as_of, SOME_REVIEW: sorted({*late, *soon}), SOME_LAST: last}
    counted = _counted_with_all(scope) if are_more else _COUNTED
    told = {pk: (name, counts) for pk, name, *counts in counted.rows(values)}
    _, in_all = told.get(NO_REVIEW, ("", (0, 0)))
    return [
        *_steps_of("late", Urgency.LATE, late, {pk: (told[pk][0], told[pk][1][0]) for pk in late}, in_all[0]),
        *_steps_of("soon", Urgency.SOON, soon, {pk: (told[pk][0], told[pk][1][1]) for pk in soon}, in_all[1]),
    ]


def _steps_of(
    kind: str, urgency: Urgency, firsts: dict[int, date], told: dict[int, tuple[str, int]], in_all: int
) -> list[NextStep]:
    """Give a step for each review, and one for what the others hold of the number in all."""
    steps = [
        case_step(f"actions-{kind}", urgency, told[pk][1], pk, told[pk][0], on) for pk, on in firsts.items()
    ]
    more = min(in_all, COUNT_LIMIT) - sum(step.count for step in steps)
    if more > 0:
        steps.append(NextStep(f"actions-{kind}-more", urgency, more, is_capped=in_all > COUNT_LIMIT))
    return steps


def _first_by_review(scope: Scope, as_of: date, last: date) -> tuple[dict[int, date], dict[int, date], bool]:
    """Give review id → day of its first action, the first reviews only, late and to come; and whether there are more.

    The index gives the actions in the order of their days, so that the first few name the reviews and
    those of the whole country need not be grouped. Where a review has very many, more are looked at.
    """
    looked_at = FIRST_LOOK
    while True:
        rows = _first_actions(scope, looked_at).rows({SOME_FIRST: as_of, SOME_LAST: last})
        kinds: tuple[dict[int, date], dict[int, date]] = ({}, {})
        seen = [0, 0]
        for review_id, due_on in sorted(rows, key=lambda row: (row[1], row[0])):
            kind = int(due_on >= as_of)
            seen[kind] += 1
            kinds[kind].setdefault(review_id, due_on)
        if all(
            len(firsts) >= STEPS_OF_A_KIND or number < looked_at
            for firsts, number in zip(kinds, seen, strict=True)
        ):
            late, soon = (dict(list(firsts.items())[:STEPS_OF_A_KIND]) for firsts in kinds)
            return late, soon, max(map(len, kinds)) > STEPS_OF_A_KIND or looked_at in seen
        looked_at *= 10


@lru_cache(maxsize=128)
def _first_actions(scope: Scope, number: int) -> Statement:
    """Give the question for so many actions that were due first, and as many to come, of the reviews in reach."""
    found = [
        rows.order_by("due_on", "part__review").values_list("part__review", "due_on")[:number]
        for rows in _late_and_soon(scope)
    ]
    (late, values), (soon, more) = (rows.query.sql_with_params() for rows in found)
    # Each cut by itself, so that each is found by the index.
    return Statement.written(
        f"({late}) UNION ALL ({soon})",  # put together by the models
        (*values, *more),
        places=(SOME_FIRST, SOME_LAST),
    )


@lru_cache(maxsize=128)
def _counted_with_all(scope: Scope) -> Statement:
    """Give the question for what the reviews shown hold, and in a last row how many there are of each kind in all."""
    found = [rows.order_by().values("pk")[: COUNT_LIMIT + 1] for rows in _late_and_soon(scope)]
    (late, values), (soon, more) = (rows.query.sql_with_params() for rows in found)
    counted = ", ".join(f"(SELECT count(*) FROM ({rows}) AS found)" for rows in (late, soon))  # noqa: S608 - put together by the models
    return Statement.written(
        f"{_COUNTED_TEXT} UNION ALL SELECT %s, '', {counted}",
        (*_COUNTED_VALUES, NO_REVIEW, *values, *more),
        places=_COUNTED_PLACES,
    )


def _late_and_soon(scope: Scope) -> tuple[QuerySet[ActionPlanItem], QuerySet[ActionPlanItem]]:
    reviews = Review.objects.within(scope).standing()
    items = ActionPlanItem.objects.filter(part__review__in=reviews, state__in=UNDONE_ACTION_STATES)
    return items.filter(due_on__lt=SOME_FIRST), items.filter(due_on__gte=SOME_FIRST, due_on__lte=SOME_LAST)


def _units_overdue(actor: "Actor", as_of: date) -> list[NextStep]:
    """Count the units of the actor's region or care provider without a review from outside in five years."""
    held = actor.places(Permission.READ_REVIEWS)
    area = Scope(region_ids=held.region_ids, care_provider_ids=held.care_provider_ids)
    if held.national or area.is_empty:
        return []
    # The list the step leads to holds all the actor reads about, so the same are counted.
    count = without_recent_review(held, as_of=as_of).count()
    return [NextStep("units-overdue", Urgency.LATE, count)] if count else []
