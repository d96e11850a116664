"""What waits for somebody in the material of cases: to be handed in, or to be looked at; and who is reminded."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from kollegium.accounts.queries.answering import who_answers
from kollegium.domain.case_life import State
from kollegium.domain.material import OPEN_STATUSES, MaterialStatus
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission, Role
from kollegium.notifications.dated import Due
from kollegium.reviews.models import MaterialItem, MaterialLook, TeamMember
from kollegium.reviews.queries.material import ANSWERING
from kollegium.reviews.queries.open_cases import places_within
from kollegium.trail.names import person_id

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

DAYS_AHEAD = 21
STEPS_OF_A_KIND = 5
# After the visit nothing more is asked for; the reviewers go on reading until the report is decided.
GIVING_STATES = (State.PREPARING, State.VISITED)
READING_STATES = (State.PREPARING, State.VISITED, State.DRAFT)


def material_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give what the actor's units have to hand in, late or soon, and what is new to a reviewer; one step a case.

    Two queries at most, none for those who neither answer for a unit nor review.
    """
    return [*_to_hand_in(actor, as_of), *_to_look_at(actor)]


def due_material(first: date, last: date, as_of: date) -> list[Due]:
    """Give what is to be handed in between two days, by case and day, with who hands it in; 13 queries at most.

    That is the person who was chosen, while they answer for the unit, otherwise whoever has the duty.
    """
    rows = list(
        _waiting()
        .filter(due_on__range=(first, last))
        .order_by("due_on", "review_id", "pk")
        .values_list("review_id", "due_on", "review__unit__name", "review__unit_id", "owner_id", "owner_duty")
    )
    units = {unit for *_, unit, _, _ in rows}
    answering = who_answers(units, ANSWERING, as_of=as_of) if rows else {}
    on_duty = {
        duty: who_answers(units, (Role(duty),), as_of=as_of, otherwise=ANSWERING)
        for duty in sorted({row[-1] for row in rows})
    }
    people: dict[tuple[int, date, str], set[int]] = {}
    for review_id, due_on, name, unit, owner, duty in rows:
        chosen = (owner,) if owner in answering[unit] else on_duty[duty][unit]
        people.setdefault((review_id, due_on, name), set()).update(chosen)
    return [Due(*about, tuple(sorted(found))) for about, found in people.items()]


def open_material(review_ids: Collection[int]) -> set[tuple[int, date]]:
    """Give (review, day) of what these reviews still wait for; one query."""
    return set(_waiting().filter(review__in=review_ids).values_list("review_id", "due_on"))


def _waiting() -> QuerySet[MaterialItem]:
    return MaterialItem.objects.standing().filter(
        status__in=sorted(OPEN_STATUSES), review__state__in=GIVING_STATES
    )


def _to_hand_in(actor: "Actor", as_of: date) -> list[NextStep]:
    scope = actor.places(Permission.ANSWER_FOR_UNIT)
    if scope.is_empty:
        return []
    waiting = _waiting().filter(places_within(scope, "review__"))
    late, soon = Q(due_on__lt=as_of), Q(due_on__gte=as_of)
    rows = (
        waiting.filter(due_on__lte=as_of + timedelta(days=DAYS_AHEAD))
        .order_by()
        .values("review_id", name=F("review__unit__name"))
        .annotate(
            first=Min("due_on"),
            late=Count("pk", filter=late),
            soon=Count("pk", filter=soon),
            first_late=Min("due_on", filter=late),
            first_soon=Min("due_on", filter=soon),
        )
        .order_by("first", "review_id")[:STEPS_OF_A_KIND]
    )
    return [
        NextStep(f"material-{when}", urgency, row[when], row["review_id"], row["name"], row[f"first_{when}"])
        for when, urgency in (("late", Urgency.LATE), ("soon", Urgency.SOON))
        for row in rows
        if row[when]
    ]


def _to_look_at(actor: "Actor") -> list[NextStep]:
    number = person_id(actor.key)
    if number is None or not actor.may(Permission.JUDGE_CASES):
        return []
    mine = TeamMember.objects.standing().filter(person=number).values("review")
    seen = MaterialLook.objects.filter(
        item=OuterRef("pk"), person=number, looked_at__gte=OuterRef("newest_at")
    )
    new = (
        MaterialItem.objects.standing()
        .filter(review__in=mine, review__state__in=READING_STATES, status=MaterialStatus.HANDED_IN)
        .annotate(newest_at=_newest_version())
        .filter(~Exists(seen))
    )
    rows = (
        new.order_by()
        .values("review_id", name=F("review__unit__name"))
        .annotate(number=Count("pk", distinct=True))
        .order_by("review_id")[:STEPS_OF_A_KIND]
    )
    return [
        NextStep("material-new", Urgency.WAITING, row["number"], row["review_id"], row["name"])
        for row in rows
    ]


def _newest_version() -> Subquery:
    rows = MaterialItem.objects.filter(pk=OuterRef("pk")).order_by().values("pk")
    return Subquery(rows.annotate(newest=Max("versions__handed_in_at")).values("newest"))
