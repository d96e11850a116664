"""What waits for somebody in the material of cases: to be handed in, or to be looked at."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, Max, Min, OuterRef, QuerySet, Subquery

from kollegium.domain.case_life import State
from kollegium.domain.material import OPEN_STATUSES, MaterialStatus
from kollegium.domain.next_steps import NextStep, Urgency
from kollegium.domain.roles import Permission
from kollegium.reviews.models import MaterialItem, MaterialLook, TeamMember
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

    Three queries at most, none for those who neither answer for a unit nor review.
    """
    return [*_to_hand_in(actor, as_of), *_to_look_at(actor)]


def _to_hand_in(actor: "Actor", as_of: date) -> list[NextStep]:
    scope = actor.places(Permission.ANSWER_FOR_UNIT)
    if scope.is_empty:
        return []
    waiting = MaterialItem.objects.standing().filter(
        places_within(scope, "review__"),
        status__in=sorted(OPEN_STATUSES),
        review__state__in=GIVING_STATES,
    )
    soon = waiting.filter(due_on__gte=as_of, due_on__lte=as_of + timedelta(days=DAYS_AHEAD))
    return [
        *_by_case(waiting.filter(due_on__lt=as_of), "material-late", Urgency.LATE),
        *_by_case(soon, "material-soon", Urgency.SOON),
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
    return _by_case(new, "material-new", Urgency.WAITING, has_day=False)


def _newest_version() -> Subquery:
    rows = MaterialItem.objects.filter(pk=OuterRef("pk")).order_by().values("pk")
    return Subquery(rows.annotate(newest=Max("versions__handed_in_at")).values("newest"))


def _by_case(
    items: QuerySet[MaterialItem], kind: str, urgency: Urgency, *, has_day: bool = True
) -> list[NextStep]:
    """Give a step for each case, those whose first thing is due first."""
    rows = (
        items.order_by()
        .values("review_id", name=F("review__unit__name"))
        .annotate(number=Count("pk", distinct=True), first=Min("due_on"))
        .order_by("first", "review_id")[:STEPS_OF_A_KIND]
    )
    return [
        NextStep(
            kind, urgency, row["number"], row["review_id"], row["name"], row["first"] if has_day else None
        )
        for row in rows
    ]
