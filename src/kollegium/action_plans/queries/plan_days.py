"""The days of action plans, as the reminders take them: to be handed in, and so late that the care provider is told."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from kollegium.accounts.queries.answering import ABOVE, AT_THE_UNIT, who_answers
from kollegium.action_plans.models import Plan
from kollegium.domain.case_life import State
from kollegium.domain.roles import Role
from kollegium.notifications.dated import Due

# The unit writes its plan as long as the case is open.
OPEN_STATES = (State.DECIDED.value, State.FOLLOW_UP.value)


def waiting_plans() -> QuerySet[Plan]:
    """Keep the plans that are with a unit which goes on, in an open case."""
    at_an_open_unit = Q(review__unit__closed_on__isnull=True) | Q(review__unit__merged_into__isnull=False)
    return Plan.objects.with_unit().filter(at_an_open_unit, review__state__in=OPEN_STATES)


def due_plans(first: date, last: date, as_of: date) -> list[Due]:
    """Give the plans to be handed in between two days, with who answers for the unit. Five queries."""
    return _found("due_on", first, last, as_of, AT_THE_UNIT, ABOVE)


def open_due_plans(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the plans of these reviews that are still to be handed in. One query."""
    found = waiting_plans().filter(review__in=review_ids, due_on__isnull=False)
    return set(found.values_list("review_id", "due_on"))


def last_days(review_ids: Collection[int]) -> dict[int, date]:
    """Give until when the plans of these reviews are to be handed in, of those that have a day. One query."""
    found = Plan.objects.filter(review__in=review_ids, due_on__isnull=False)
    return dict(found.values_list("review_id", "due_on"))


def due_plan_escalations(first: date, last: date, as_of: date) -> list[Due]:
    """Give the plans told upwards between two days, with the care provider's officers. Five queries."""
    return _found("escalated_on", first, last, as_of, (Role.CARE_PROVIDER_OFFICER,), ())


def open_plan_escalations(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the plans that were told upwards and are still late. One query."""
    found = waiting_plans().filter(review__in=review_ids, escalated_on__isnull=False)
    return set(found.values_list("review_id", "escalated_on"))


def _found(
    column: str, first: date, last: date, as_of: date, roles: tuple[Role, ...], otherwise: tuple[Role, ...]
) -> list[Due]:
    rows = list(
        waiting_plans()
        .filter(**{f"{column}__range": (first, last)})
        .order_by(column, "review_id")
        .values_list("review_id", column, "review__unit_id", "review__unit__name")
    )
    people = who_answers({unit for _, _, unit, _ in rows}, roles, as_of=as_of, otherwise=otherwise)
    return [Due(review, day, name, people[unit]) for review, day, unit, name in rows]
