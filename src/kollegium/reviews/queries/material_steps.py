"""What waits for somebody in the material of cases: to be handed in, or to be looked at; and who is reminded."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Subquery

from kollegium.accounts.queries.answering import who_answers
from kollegium.domain.case_life import State
from kollegium.domain.material import OPEN_STATUSES, MaterialStatus
from kollegium.domain.next_steps import NextStep, Urgency, first_few
from kollegium.domain.roles import Permission, Role
from kollegium.notifications.dated import Due
from kollegium.reviews.models import MaterialItem, MaterialLook, TeamMember
from kollegium.reviews.queries.case_labels import case_label, case_step
from kollegium.reviews.queries.material import ANSWERING
from kollegium.reviews.queries.open_cases import GIVING_STATES, places_within
from kollegium.trail.names import person_id

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

DAYS_AHEAD = 21
STEPS_OF_A_KIND = 5
MOST_CASES = 200
# The reviewers go on reading until the report is decided.
READING_STATES = (State.PREPARING, State.VISITED, State.DRAFT)


def material_steps_for(actor: "Actor", *, as_of: date) -> list[NextStep]:
    """Give what the actor's units have to hand in, late or soon, and what is new to a reviewer; one step a case.

    The first few of each kind, and in how many more cases there is some.

    Two queries at most, none for those who neither answer for a unit nor review.
    """
    return [*_to_hand_in(actor, as_of), *_to_look_at(actor)]


def due_material(first: date, last: date, as_of: date) -> list[Due]:
    """Give what is to be handed in between two days, by case and day, with who hands it in; 13 queries at most.

    That is the person who was chosen, while they answer for the unit, otherwise whoever has the duty.
    """
    rows = (
        waiting_material()
        .filter(due_on__range=(first, last))
        .order_by("due_on", "review_id", "pk")
        .values_list("review_id", "due_on", "review__unit__name", "review__unit_id", "owner_id", "owner_duty")
    )
    return hands_in(list(rows), as_of)


def hands_in(rows: Sequence[tuple[Any, ...]], as_of: date) -> list[Due]:
    """Give who hands in what waits, by case and day; twelve queries at most.

    Shape: each row is the review, the day, the unit's name and id, who was chosen, and the duty.
    """
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
    return set(waiting_material().filter(review__in=review_ids).values_list("review_id", "due_on"))


def waiting_material() -> QuerySet[MaterialItem]:
    """Keep what units are still to hand in."""
    return MaterialItem.objects.standing().filter(
        status__in=sorted(OPEN_STATUSES), review__state__in=GIVING_STATES
    )


def _to_hand_in(actor: "Actor", as_of: date) -> list[NextStep]:
    scope = actor.places(Permission.ANSWER_FOR_UNIT)
    if scope.is_empty:
        return []
    waiting = waiting_material().filter(places_within(scope, "review__"))
    late, soon = Q(due_on__lt=as_of), Q(due_on__gte=as_of)
    rows = (
        waiting.filter(due_on__lte=as_of + timedelta(days=DAYS_AHEAD))
        .order_by()
        .values("review_id", name=case_label("review__"))
        .annotate(
            first=Min("due_on"),
            late=Count("pk", filter=late),
            soon=Count("pk", filter=soon),
            first_late=Min("due_on", filter=late),
            first_soon=Min("due_on", filter=soon),
        )
        .order_by("first", "review_id")[:MOST_CASES]
    )
    return [
        step
        for when, urgency in (("late", Urgency.LATE), ("soon", Urgency.SOON))
        for step in first_few(_steps_of(f"material-{when}", urgency, when, rows), STEPS_OF_A_KIND)
    ]


def _steps_of(kind: str, urgency: Urgency, when: str, rows: Iterable[dict[str, Any]]) -> list[NextStep]:
    return [
        case_step(kind, urgency, row[when], row["review_id"], row["name"], row[f"first_{when}"])
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
        .values("review_id", name=case_label("review__"))
        .annotate(number=Count("pk", distinct=True))
        .order_by("review_id")[:MOST_CASES]
    )
    steps = [
        case_step("material-new", Urgency.WAITING, row["number"], row["review_id"], row["name"])
        for row in rows
    ]
    return first_few(steps, STEPS_OF_A_KIND)


def _newest_version() -> Subquery:
    rows = MaterialItem.objects.filter(pk=OuterRef("pk")).order_by().values("pk")
    return Subquery(rows.annotate(newest=Max("versions__handed_in_at")).values("newest"))
