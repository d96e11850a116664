"""The schedule of a visit as each part in the case sees it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import Http404

from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.case_life import State
from kollegium.domain.visit_schedule import SlotKind, Taken, busy_reviewers, days_of
from kollegium.planning.models import SlotReviewer, VisitSlot
from kollegium.reviews.models import Review
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for, team_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# A private talk can be asked for until the visit has been.
ASKED_FOR_IN = (State.PLANNED, State.PREPARING)


@dataclass(frozen=True, slots=True)
class SeenSlot:
    """A slot as somebody sees it.

    `reviewers` are names, empty for the whole team; `gone` those who have left the team since; `taken_by` is told to
    the reviewers alone, empty for everybody else; `is_mine` that the reader has this private talk.
    """

    slot: VisitSlot
    reviewers: tuple[str, ...]
    gone: tuple[str, ...]
    is_busy: bool
    is_outside: bool
    taken_by: str
    is_mine: bool
    may_ask: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """The schedule of a case. `may_write`: the actor may change it; `may_ask`: they may ask for a private talk."""

    case: OpenCase
    slots: tuple[SeenSlot, ...]
    removed: tuple[VisitSlot, ...]
    team: tuple[tuple[int, str], ...]
    days: tuple[date, ...]
    may_write: bool
    may_ask: bool

    @property
    def outside(self) -> tuple[SeenSlot, ...]:
        """Give the slots on days that the visit no longer has."""
        return tuple(one for one in self.slots if one.is_outside)


def get_schedule_for(actor: "Actor", review_id: int) -> Schedule:
    """Give the schedule of a case of which the actor may see it. Raises Http404. Five queries, whatever it holds."""
    case = get_open_case_for(actor, review_id, CaseObject.SCHEDULE)
    rows = list(
        VisitSlot.objects.filter(review=case.review)
        .select_related("taken_by")
        .order_by("day", "starts", "ends", "pk")
    )
    standing = [row for row in rows if row.removed_at is None]
    names_in = reviewers_in([row.pk for row in standing])
    team = team_in(case.review)
    times = [_taken(row, frozenset(names_in.get(row.pk, {})) or frozenset(team)) for row in standing]
    may_ask = _may_ask(case)
    has_one = any(row.taken_by_id in mine(case) for row in standing if row.taken_by_id)
    days = days_of(case.review.visit_from, case.review.visit_to) if case.review.visit_from else ()
    seen = tuple(
        SeenSlot(
            slot=row,
            reviewers=tuple(name for person, name in names_in.get(row.pk, {}).items() if person in team),
            gone=tuple(name for person, name in names_in.get(row.pk, {}).items() if person not in team),
            is_busy=bool(busy_reviewers(time_, times)) and row.kind not in (SlotKind.BREAK,),
            is_outside=row.day not in days,
            taken_by=_taker(case, row),
            is_mine=row.taken_by_id is not None and row.taken_by_id in mine(case),
            may_ask=may_ask and not has_one and row.kind == SlotKind.PRIVATE_TALK and row.taken_by_id is None,
        )
        for row, time_ in zip(standing, times, strict=True)
    )
    may_write = case.may_write(CaseObject.SCHEDULE)
    return Schedule(
        case=case,
        slots=seen,
        removed=tuple(row for row in rows if row.removed_at is not None) if may_write else (),
        team=tuple(team.items()),
        days=days,
        may_write=may_write,
        may_ask=may_ask,
    )


def get_slot_for(actor: "Actor", review_id: int, slot_id: int) -> tuple[Schedule, VisitSlot]:
    """Give a slot that the actor sees, with its schedule. Raises Http404."""
    schedule = get_schedule_for(actor, review_id)
    known = [*(one.slot for one in schedule.slots), *schedule.removed]
    slot = next((one for one in known if one.pk == slot_id), None)
    if slot is None:
        raise Http404
    return schedule, slot


def team_in(review: Review) -> dict[int, str]:
    """Give the standing members of the team, the lead first. Shape: person id → name."""
    return {row["person__merged_into"] or row["person_id"]: row["person__name"] for row in team_of(review)}


def reviewers_in(slot_ids: Collection[int]) -> dict[int, dict[int, str]]:
    """Give who of the team is in each slot; one query. Shape: slot id → person id → name."""
    found: dict[int, dict[int, str]] = {}
    rows = SlotReviewer.objects.filter(slot__in=slot_ids).order_by("pk")
    for slot, person, into, name in rows.values_list("slot", "person", "person__merged_into", "person__name"):
        found.setdefault(slot, {})[into or person] = name
    return found


def times_of(review: Review) -> list[Taken]:
    """Give when the standing slots of a case are and who is in them; the whole team where nobody is named."""
    rows = list(VisitSlot.objects.standing().filter(review=review))
    named, everybody = reviewers_in([row.pk for row in rows]), frozenset(team_in(review))
    return [_taken(row, frozenset(named.get(row.pk, {})) or everybody) for row in rows]


def slots_to_hand_out(review: Review) -> list[VisitSlot]:
    """Give the standing slots of a case without private talks, which are never told outside; one query."""
    rows = VisitSlot.objects.standing().filter(review=review).exclude(kind=SlotKind.PRIVATE_TALK)
    return list(rows.order_by("day", "starts", "ends", "pk"))


def mine(case: OpenCase) -> frozenset[int]:
    """Give the ids the reader goes by."""
    return frozenset({case.person_id} if case.person_id else ())


def _taken(row: VisitSlot, reviewers: frozenset[int]) -> Taken:
    # At a break everybody is free.
    return Taken(
        row.pk, row.day, row.starts, row.ends, frozenset() if row.kind == SlotKind.BREAK else reviewers
    )


def _taker(case: OpenCase, row: VisitSlot) -> str:
    if row.taken_by is None or Viewer.REVIEWER not in case.viewers:
        return ""
    return row.taken_by.name


def _may_ask(case: OpenCase) -> bool:
    """Say whether the reader may ask for a private talk: who works at the unit and does not answer for it."""
    is_staff = Viewer.STAFF in case.viewers and not case.viewers & {
        Viewer.UNIT,
        Viewer.OFFICE,
        Viewer.REVIEWER,
    }
    return is_staff and case.person_id is not None and State(case.review.state) in ASKED_FOR_IN


def slot_rows(review_ids: Collection[int]) -> list[dict[str, Any]]:
    """Give the slots of cases with what a calendar tells of them, those taken away too; one query."""
    rows = VisitSlot.objects.filter(review__in=review_ids)
    return list(
        rows.values(
            "pk",
            "review_id",
            "day",
            "starts",
            "ends",
            "kind",
            "place",
            "taken_by",
            "version",
            "changed_at",
            "removed_at",
        )
    )
