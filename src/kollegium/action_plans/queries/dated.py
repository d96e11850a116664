"""The actions with a day, as the reminders take them: gathered by review and day, so that one letter tells of all."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from kollegium.accounts.queries.answering import ABOVE, AT_THE_UNIT, who_answers
from kollegium.domain.roles import Role
from kollegium.notifications.dated import Due
from kollegium.reviews.models import UNDONE_ACTION_STATES, ActionPlanItem, ActionState, Review

# Somebody waits for the follow-up of these; of what nothing is known nobody does.
NOT_FOLLOWED_UP = (*UNDONE_ACTION_STATES, ActionState.REPORTED_DONE)


def due_actions(first: date, last: date, as_of: date) -> list[Due]:
    """Give the actions to be done between two days, by review and day, with who does them. Five queries."""
    return _gathered("due_on", first, last, as_of, roles=AT_THE_UNIT)


def due_follow_ups(first: date, last: date, as_of: date) -> list[Due]:
    """Give the actions to be followed up between two days, by review and day, with who follows up. Five queries."""
    return _gathered("follow_up_on", first, last, as_of, roles=(Role.HEAD_OF_UNIT,))


def open_due_actions(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the actions of these reviews that are still to be done. One query."""
    return _open("due_on", review_ids)


def open_follow_ups(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the actions of these reviews that are still to be followed up. One query."""
    return _open("follow_up_on", review_ids)


def _gathered(column: str, first: date, last: date, as_of: date, *, roles: tuple[Role, ...]) -> list[Due]:
    rows = (
        _standing(column)
        .filter(**{f"{column}__range": (first, last)})
        # What was merged goes on in its successor; at a unit that has closed nobody is left to be reminded.
        .filter(
            Q(part__review__unit__closed_on__isnull=True) | Q(part__review__unit__merged_into__isnull=False)
        )
        .order_by(column, "part__review_id")
        .values_list("part__review_id", column, "part__review__unit_id", "part__review__unit__name")
        .distinct()
    )
    found = list(rows)
    people = who_answers({unit for _, _, unit, _ in found}, roles, as_of=as_of, otherwise=ABOVE)
    return [Due(review, day, name, people[unit]) for review, day, unit, name in found]


def _open(column: str, review_ids: Collection[int]) -> set[tuple[int, date]]:
    rows = _standing(column).filter(part__review__in=review_ids, **{f"{column}__isnull": False})
    return set(rows.values_list("part__review_id", column))


def _standing(column: str) -> QuerySet[ActionPlanItem]:
    states = UNDONE_ACTION_STATES if column == "due_on" else NOT_FOLLOWED_UP
    reviews = Review.objects.standing()
    return ActionPlanItem.objects.filter(state__in=states, part__review__in=reviews)
