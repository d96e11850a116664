"""What stands in somebody's calendar: the visits they have a part in, their slots, and the days of their own tasks."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.http import Http404

from kollegium.accounts.models import Person
from kollegium.accounts.queries import actor_of_person
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.roles import Role, Scope
from kollegium.domain.visit_schedule import SlotKind
from kollegium.notifications.dated import kind_of
from kollegium.notifications.models import Reminder
from kollegium.planning.models import CalendarFeed
from kollegium.planning.queries.schedule import reviewers_in, slot_rows
from kollegium.reviews.models import Review
from kollegium.reviews.queries.open_cases import OpenCase, cases_reached, open_cases_of, reach_of
from kollegium.trail.names import person_id

if TYPE_CHECKING:
    from kollegium.accounts.actors import PersonActor
    from kollegium.domain.roles import Actor

MOST_CASES = 60
MOST_TASKS = 300
# What was taken away is told as cancelled for so long; afterwards every calendar has heard of it.
TOLD_AS_CANCELLED = timedelta(days=60)
TASKS_SINCE = timedelta(days=60)
FOR_THE_UNIT = frozenset(
    {
        SlotKind.OPENING,
        SlotKind.HEAD_OF_UNIT,
        SlotKind.PROGRAMME_DIRECTOR,
        SlotKind.WALK_THROUGH,
        SlotKind.FEEDBACK,
        SlotKind.OTHER,
    }
)
FOR_STAFF = frozenset({SlotKind.OPENING, SlotKind.FEEDBACK})


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry. `starts` and `ends` are local wall-clock times, None for whole days (`first` to `last`, both included).

    `key` stays the same for good, `sequence` grows with each change. `kind` and `name` are worded by who writes the file.
    """

    key: str
    kind: str
    name: str
    first: date
    last: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    sequence: int = 0
    changed_at: datetime | None = None
    is_cancelled: bool = False
    path: str = ""


def feed_of(actor: "Actor") -> CalendarFeed | None:
    """Give the actor's own feed, or None when there is none."""
    return CalendarFeed.objects.filter(person_id=person_id(actor.key) or 0).first()


def digest_of(secret: str) -> str:
    """Give what is kept of a feed's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def get_feed(secret: str) -> CalendarFeed:
    """Give the feed with this secret. Raises Http404 for one that never was, was ended, or of somebody erased."""
    feed = CalendarFeed.objects.select_related("person").filter(digest=digest_of(secret)).first()
    if feed is None or feed.person.erased_at is not None:
        raise Http404
    return feed


def entries_of(person: Person, *, as_of: date) -> list[CalendarEntry]:
    """Give what stands in a person's calendar, by the roles they hold today; nothing for somebody without a part."""
    actor = actor_of_person(person, as_of=as_of)
    found = [*_visits(actor, as_of), *_tasks(person, as_of)]
    return sorted(found, key=lambda entry: (entry.first, entry.starts or time.min, entry.key))


def _visits(actor: "PersonActor", as_of: date) -> Iterator[CalendarEntry]:
    reach, _own = reach_of(actor)
    near = tuple((viewer, scope) for viewer, scope in reach.parts if viewer in (Viewer.UNIT, Viewer.STAFF))
    reviews = cases_reached(replace(reach, parts=near, internal=Scope()))
    ids = list(
        reviews.filter(visit_from__isnull=False)
        .order_by("-visit_from", "pk")
        .values_list("pk", flat=True)[:MOST_CASES]
    )
    slots: dict[int, list[dict[str, Any]]] = {}
    for row in slot_rows(ids):
        slots.setdefault(row["review_id"], []).append(row)
    named = reviewers_in([row["pk"] for rows in slots.values() for row in rows])
    for case in open_cases_of(actor, ids, CaseObject.SCHEDULE):
        yield _visit(case.review)
        for row in slots.get(case.review.pk, ()):
            is_told = row["removed_at"] is None or row["removed_at"].date() >= as_of - TOLD_AS_CANCELLED
            if is_told and _is_in(row, case, actor, named.get(row["pk"], {})):
                yield _slot(row, case.review)


def _visit(review: Review) -> CalendarEntry:
    assert review.visit_from is not None
    return CalendarEntry(
        key=f"visit-{review.pk}",
        kind="visit",
        name=review.unit.name,
        first=review.visit_from,
        last=review.visit_to or review.visit_from,
        sequence=review.version,
        path=f"{review.pk}",
    )


def _slot(row: dict[str, Any], review: Review) -> CalendarEntry:
    is_private = row["kind"] == SlotKind.PRIVATE_TALK
    return CalendarEntry(
        key=f"slot-{row['pk']}",
        kind=row["kind"],
        # A calendar is seen by others than its owner: of a private talk it tells the time alone.
        name="" if is_private else review.unit.name,
        first=row["day"],
        last=row["day"],
        starts=row["starts"],
        ends=row["ends"],
        place="" if is_private else row["place"],
        sequence=row["version"],
        changed_at=row["changed_at"],
        is_cancelled=row["removed_at"] is not None,
        path="" if is_private else f"{review.pk}",
    )


def _is_in(row: dict[str, Any], case: OpenCase, actor: "PersonActor", named: dict[int, str]) -> bool:
    """Say whether somebody takes part in a slot, as far as part and function tell."""
    if Viewer.REVIEWER in case.viewers:
        return not named or actor.person_id in named
    if row["kind"] == SlotKind.PRIVATE_TALK:
        return row["taken_by"] == actor.person_id
    if Viewer.UNIT in case.viewers:
        return row["kind"] in FOR_THE_UNIT
    is_trainee = any(held.role is Role.TRAINEE for held in actor.every_role)
    own = SlotKind.TRAINEES if is_trainee else SlotKind.SUPERVISORS
    return row["kind"] in FOR_STAFF or row["kind"] == own


def _tasks(person: Person, as_of: date) -> Iterator[CalendarEntry]:
    """Give the days the person was reminded of and that still hold: each thing once, and no news."""
    rows = Reminder.objects.filter(
        recipient=person, cancelled_at__isnull=True, due_on__gte=as_of - TASKS_SINCE
    ).order_by("due_on", "kind", "object_id")
    for kind, object_id, due_on, name in dict.fromkeys(
        rows.values_list("kind", "object_id", "due_on", "name")[:MOST_TASKS]
    ):
        declared = kind_of(kind)
        if declared is not None and not declared.is_news:
            yield CalendarEntry(f"task-{kind}-{object_id}", f"task:{kind}", name, due_on, due_on)
