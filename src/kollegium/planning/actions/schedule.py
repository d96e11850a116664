"""Plan a visit slot by slot: propose, add, change, move along, take away, and ask for a private talk."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.http import Http404

from kollegium.domain.case_access import CaseObject
from kollegium.domain.visit_schedule import (
    SlotKind,
    Taken,
    busy_reviewers,
    days_of,
    days_to_move,
    exists_by_the_clock,
    usual_schedule,
)
from kollegium.planning.actions.refusals import PlanningRefused
from kollegium.planning.models import SlotReviewer, VisitSlot
from kollegium.planning.queries.schedule import get_schedule_for, team_in, times_of
from kollegium.reviews.actions.cases import locked_case
from kollegium.reviews.models import Review
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_TRAINEES = 60


@dataclass(frozen=True, slots=True)
class SlotValues:
    """What a slot is: a local day and times, what happens, where, with whom, and who of the team is in it (empty: all)."""

    kind: SlotKind
    day: date
    starts: time
    ends: time
    place: str = ""
    with_whom: str = ""
    reviewer_ids: tuple[int, ...] = ()


def propose_schedule(*, review_id: int, trainees: int, now: datetime, by: "Actor") -> int:
    """Write a usual schedule over the days of the visit, where there is none yet, and give how many slots.

    **Raises** Http404; PlanningRefused: `not-allowed-here`, `no-visit-days`, `has-schedule`.
    """
    with recording(by=by, action="planning.propose_schedule"):
        review = _writable(review_id, by).review
        if review.visit_from is None:
            raise PlanningRefused("no-visit-days")
        if VisitSlot.objects.standing().filter(review=review).exists():
            raise PlanningRefused("has-schedule")
        days = days_of(review.visit_from, review.visit_to)
        slots = [
            VisitSlot(
                key=uuid4(),
                review=review,
                day=days[slot.day],
                starts=_at(slot.starts),
                ends=_at(slot.ends),
                kind=slot.kind.value,
                changed_at=now,
            )
            for slot in usual_schedule(len(days), max(0, min(trainees, MOST_TRAINEES)))
        ]
        VisitSlot.objects.bulk_create(slots)
    return len(slots)


def add_slot(*, review_id: int, key: UUID, values: SlotValues, now: datetime, by: "Actor") -> VisitSlot:
    """Add a slot and give it; one sent again with the same key is the one that stands.

    **Raises** Http404; PlanningRefused: `not-allowed-here`, `no-visit-days`, `outside-visit`,
    `period-ends-before-start`, `no-such-time`, `reviewer-busy`, `not-in-team`.
    """
    with recording(by=by, action="planning.add_slot"):
        case = _writable(review_id, by)
        standing = VisitSlot.objects.filter(key=key).first()
        if standing is not None:
            if standing.review_id != case.review.pk:
                raise Http404
            return standing
        slot = VisitSlot(key=key, review=case.review, version=0)
        _put(slot, values, case, now)
    return slot


def change_slot(
    *, review_id: int, slot_id: int, values: SlotValues, expected_version: int, now: datetime, by: "Actor"
) -> VisitSlot:
    """Change a slot and give it. Who had a private talk has it no more when it becomes something else.

    **Raises** Http404; PlanningRefused: as `add_slot`, and `changed-meanwhile`.
    """
    with recording(by=by, action="planning.change_slot"):
        case = _writable(review_id, by)
        slot = _slot(case, slot_id)
        if slot.version != expected_version or slot.removed_at is not None:
            raise PlanningRefused("changed-meanwhile")
        if values.kind is not SlotKind.PRIVATE_TALK:
            slot.taken_by, slot.taken_at = None, None
        _put(slot, values, case, now)
    return slot


def take_slot_away(*, review_id: int, slot_id: int, now: datetime, by: "Actor") -> VisitSlot:
    """Take a slot away; it can be put back. **Raises** Http404; PlanningRefused: `not-allowed-here`."""
    with recording(by=by, action="planning.take_slot_away"):
        slot = _slot(_writable(review_id, by), slot_id)
        slot.removed_at, slot.changed_at = slot.removed_at or now, now
        slot.version += 1
        slot.save()
    return slot


def put_slot_back(*, review_id: int, slot_id: int, now: datetime, by: "Actor") -> VisitSlot:
    """Put back a slot that was taken away; whoever has another private talk by now keeps that one.

    **Raises** Http404; PlanningRefused: `not-allowed-here`.
    """
    with recording(by=by, action="planning.put_slot_back"):
        case = _writable(review_id, by)
        slot = _slot(case, slot_id)
        others = VisitSlot.objects.standing().filter(review=case.review, taken_by=slot.taken_by_id)
        if slot.taken_by_id and others.exclude(pk=slot.pk).exists():
            slot.taken_by, slot.taken_at = None, None
        slot.removed_at, slot.changed_at = None, now
        slot.version += 1
        slot.save()
    return slot


def move_schedule(*, review_id: int, now: datetime, by: "Actor") -> int:
    """Move every slot by as many days as the visit was moved, and give how many days.

    **Raises** Http404; PlanningRefused: `not-allowed-here`, `no-visit-days`, `does-not-fit`.
    """
    with recording(by=by, action="planning.move_schedule"):
        review = _writable(review_id, by).review
        if review.visit_from is None:
            raise PlanningRefused("no-visit-days")
        slots = list(VisitSlot.objects.standing().select_for_update().filter(review=review))
        days = days_of(review.visit_from, review.visit_to)
        by_days = days_to_move([slot.day for slot in slots], review.visit_from)
        moved = [slot.day + timedelta(days=by_days) for slot in slots]
        if not set(moved) <= set(days):
            raise PlanningRefused("does-not-fit")
        for slot, day in zip(slots, moved, strict=True):
            slot.day, slot.changed_at, slot.version = day, now, slot.version + 1
        VisitSlot.objects.bulk_update(slots, ["day", "changed_at", "version"])
    return by_days


def ask_for_talk(*, review_id: int, slot_id: int, now: datetime, by: "Actor") -> VisitSlot:
    """Ask for a private talk with a reviewer: who asked is told to the reviewers alone, and stands in no log.

    **Raises** Http404; PlanningRefused: `talk-taken`, `has-a-talk`, `not-allowed-here`.
    """
    with recording(by=by, action="planning.ask_for_talk"):
        get_open_case_for(by, review_id, CaseObject.SCHEDULE, is_locked=True)
        schedule = get_schedule_for(by, review_id)
        if not schedule.may_ask:
            raise PlanningRefused("not-allowed-here")
        if any(one.is_mine for one in schedule.slots):
            raise PlanningRefused("has-a-talk")
        slot = _slot(schedule.case, slot_id)
        if slot.kind != SlotKind.PRIVATE_TALK or slot.removed_at is not None:
            raise Http404
        if slot.taken_by_id is not None:
            raise PlanningRefused("talk-taken")
        VisitSlot.objects.filter(pk=slot.pk).update(
            taken_by=schedule.case.person_id, taken_at=now, changed_at=now
        )
    return slot


def leave_talk(*, review_id: int, slot_id: int, now: datetime, by: "Actor") -> None:
    """Leave one's private talk to somebody else. **Raises** Http404 for one that is not one's own."""
    with recording(by=by, action="planning.leave_talk"):
        case = get_open_case_for(by, review_id, CaseObject.SCHEDULE, is_locked=True)
        own = VisitSlot.objects.standing().filter(
            review=case.review, pk=slot_id, taken_by=case.person_id or 0
        )
        if not own.update(taken_by=None, taken_at=None, changed_at=now):
            raise Http404


def _writable(review_id: int, by: "Actor") -> OpenCase:
    return locked_case(review_id, by=by, thing=CaseObject.SCHEDULE)


def _slot(case: OpenCase, slot_id: int) -> VisitSlot:
    slot = VisitSlot.objects.select_for_update().filter(review=case.review, pk=slot_id).first()
    if slot is None:
        raise Http404
    return slot


def _put(slot: VisitSlot, values: SlotValues, case: OpenCase, now: datetime) -> None:
    _check(slot, values, case.review)
    slot.kind, slot.day, slot.starts, slot.ends = values.kind.value, values.day, values.starts, values.ends
    slot.place, slot.with_whom = values.place.strip(), values.with_whom.strip()
    slot.changed_at, slot.version = now, slot.version + 1
    slot.save()
    _set_reviewers(slot, values.reviewer_ids)


def _check(slot: VisitSlot, values: SlotValues, review: Review) -> None:
    if review.visit_from is None:
        raise PlanningRefused("no-visit-days")
    if values.day not in days_of(review.visit_from, review.visit_to):
        raise PlanningRefused("outside-visit")
    if values.ends <= values.starts:
        raise PlanningRefused("period-ends-before-start")
    if not (exists_by_the_clock(values.day, values.starts) and exists_by_the_clock(values.day, values.ends)):
        raise PlanningRefused("no-such-time")
    team = team_in(review)
    if not set(values.reviewer_ids) <= set(team):
        raise PlanningRefused("not-in-team")
    if values.kind is SlotKind.BREAK:
        return
    present = frozenset(values.reviewer_ids) or frozenset(team)
    here = Taken(slot.pk or 0, values.day, values.starts, values.ends, present)
    busy = busy_reviewers(here, times_of(review))
    if busy:
        names = ", ".join(name for person, name in team.items() if person in busy)
        raise PlanningRefused("reviewer-busy", names=names)


def _set_reviewers(slot: VisitSlot, person_ids: Collection[int]) -> None:
    rows = SlotReviewer.objects.filter(slot=slot)
    standing = set(rows.values_list("person", flat=True))
    rows.exclude(person__in=person_ids).delete()
    SlotReviewer.objects.bulk_create(
        SlotReviewer(slot=slot, person_id=number) for number in person_ids if number not in standing
    )


def _at(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
