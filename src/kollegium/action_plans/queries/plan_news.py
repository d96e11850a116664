"""What happened to action plans, as the reminders tell it: sent, sent back, given more time, settled; each on its day."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from kollegium.accounts.queries.answering import ABOVE, AT_THE_UNIT, who_answers
from kollegium.action_plans.models import ItemJudgement, Plan, PlanDraftItem, PlanExtension
from kollegium.action_plans.queries.plan_days import OPEN_STATES, waiting_plans
from kollegium.domain.case_life import FINISHED
from kollegium.domain.roles import Permission, roles_with
from kollegium.notifications.dated import Due
from kollegium.reviews.models import TeamMember
from kollegium.reviews.queries.open_cases import INTERNAL_KINDS

# A plan with the day of what is told of it: review, day, unit and its name.
Row = tuple[int, date, int, str]


def plans_sent(first: date, last: date, as_of: date) -> list[Due]:
    """Give the plans sent between two days that wait, with the office and those of the team who have not judged all.

    Thirteen queries at most.
    """
    rows = _rows(_sent(), first, last)
    if not rows:
        return []
    reviews = [row[0] for row in rows]
    internal = set(
        Plan.objects.filter(review__in=reviews, review__kind__in=INTERNAL_KINDS).values_list(
            "review_id", flat=True
        )
    )
    office = _office([row for row in rows if row[0] not in internal], as_of, Permission.RUN_CASES)
    leads = _office(
        [row for row in rows if row[0] in internal],
        as_of,
        Permission.RUN_CASES,
        Permission.RUN_INTERNAL_CASES,
    )
    judges = _who_still_judges(reviews)
    return [
        Due(
            review,
            day,
            name,
            tuple(sorted({*(leads if review in internal else office)[unit], *judges.get(review, ())})),
        )
        for review, day, unit, name in rows
    ]


def open_plans_sent(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the plans of these reviews that still wait for the office. One query."""
    return _days(_sent(), review_ids)


def plans_sent_back(first: date, last: date, as_of: date) -> list[Due]:
    """Give the plans sent back between two days, with who answers for the unit. Five queries."""
    return _for_unit(_rows(_sent_back(), first, last), as_of)


def open_plans_sent_back(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the plans of these reviews that are to be completed. One query."""
    return _days(_sent_back(), review_ids)


def plans_given_time(first: date, last: date, as_of: date) -> list[Due]:
    """Give the plans that got more time between two days, with who answers for the unit. Five queries."""
    return _for_unit(_rows(_given_time(), first, last), as_of)


def open_plans_given_time(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the plans of these reviews whose last given time still runs. One query."""
    return _days(_given_time(), review_ids)


def plans_settled(first: date, last: date, as_of: date) -> list[Due]:
    """Give the plans judged and decided between two days, with who answers for the unit. Five queries."""
    return _for_unit(_rows(_settled(), first, last), as_of)


def open_plans_settled(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of the plans of these reviews that stand as they were settled. One query."""
    return _days(_settled(), review_ids)


def _sent() -> QuerySet[Plan]:
    waiting = Plan.objects.with_office().filter(review__state__in=OPEN_STATES)
    return waiting.annotate(told_on=TruncDate("sent_at"))


def _sent_back() -> QuerySet[Plan]:
    return waiting_plans().filter(returned_at__isnull=False).annotate(told_on=TruncDate("returned_at"))


def _given_time() -> QuerySet[Plan]:
    """Keep plans with their last extension; what came with sending a plan back is told with that."""
    last = PlanExtension.objects.filter(plan=OuterRef("pk")).order_by("-given_at", "-pk")
    return (
        waiting_plans()
        .annotate(given_at=Subquery(last.values("given_at")[:1]))
        .filter(Q(returned_at__isnull=True) | Q(given_at__gt=F("returned_at")), given_at__isnull=False)
        .annotate(told_on=TruncDate("given_at"))
    )


def _settled() -> QuerySet[Plan]:
    finished = [state.value for state in FINISHED]
    return Plan.objects.filter(settled_at__isnull=False, review__state__in=finished).annotate(
        told_on=TruncDate("settled_at")
    )


def _rows(plans: QuerySet[Plan], first: date, last: date) -> list[Row]:
    found = plans.filter(told_on__range=(first, last)).order_by("told_on", "review_id")
    return list(found.values_list("review_id", "told_on", "review__unit_id", "review__unit__name"))


def _days(plans: QuerySet[Plan], review_ids: Collection[int]) -> set[tuple[int, date]]:
    return set(plans.filter(review__in=review_ids).values_list("review_id", "told_on"))


def _for_unit(rows: Iterable[Row], as_of: date) -> list[Due]:
    rows = list(rows)
    if not rows:
        return []
    people = who_answers({row[2] for row in rows}, AT_THE_UNIT, as_of=as_of, otherwise=ABOVE)
    return [Due(review, day, name, people[unit]) for review, day, unit, name in rows]


def _office(rows: list[Row], as_of: date, *permissions: Permission) -> dict[int, tuple[int, ...]]:
    """Give who decides about the cases. Shape: unit → people."""
    if not rows:
        return {}
    roles = [role for permission in permissions for role in roles_with(permission)]
    return who_answers({row[2] for row in rows}, roles, as_of=as_of)


def _who_still_judges(review_ids: list[int]) -> dict[int, set[int]]:
    """Give those of each team who have not judged every action as it now reads; three queries."""
    sent = PlanDraftItem.objects.filter(plan__review__in=review_ids, item__isnull=False)
    number = Counter(sent.values_list("plan__review_id", flat=True))
    judged = ItemJudgement.objects.filter(
        item__in=sent, is_of_office=False, item_version=F("item__version")
    ).order_by()
    done = {
        (review, person)
        for review, person, count in judged.values("item__plan__review", "person")
        .annotate(count=Count("pk"))
        .values_list("item__plan__review", "person", "count")
        if count >= number[review]
    }
    person = Coalesce("person__merged_into", "person")
    members = TeamMember.objects.standing().filter(review__in=review_ids)
    found: dict[int, set[int]] = {}
    for review, number_of_person in members.values_list("review_id", person):
        if (review, number_of_person) not in done:
            found.setdefault(review, set()).add(number_of_person)
    return found
