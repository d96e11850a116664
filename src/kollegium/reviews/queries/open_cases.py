"""Cases as those who take part in them see them: who has which part, what each may see, the list of cases."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Case, CharField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.http import Http404

from kollegium.domain.case_access import (
    Access,
    CaseObject,
    Viewer,
    access,
    states_open_to_all,
    states_seen_by,
    states_showing,
)
from kollegium.domain.case_life import IN_PROGRESS, State, Step, steps_from
from kollegium.domain.material import OPEN_STATUSES
from kollegium.domain.roles import Permission, Scope
from kollegium.reviews.models import (
    CaseMove,
    Duty,
    FactCheck,
    MaterialItem,
    Remark,
    Review,
    ReviewKind,
    TeamMember,
)
from kollegium.reviews.queries.one_review import (
    REVIEW_TABLES,
    REVIEW_VALUES,
    place_of,
    review_of_row,
)
from kollegium.trail.names import person_id
from kollegium.ui.keyset import CutPage, OrderColumn, cut
from kollegium.ui.statements import prepared_cursor

if TYPE_CHECKING:
    from kollegium.domain.material import OPEN_STATUSES
from kollegium.domain.roles import Actor

PAGE_SIZE = 30
# Led by the director of training at the care provider or region, not by the review office.
INTERNAL_KINDS = (ReviewKind.INTERNAL, ReviewKind.SELF_EVALUATION)
PARTS_BY_RIGHT = {
    Viewer.OFFICE: Permission.RUN_CASES,
    Viewer.COORDINATOR: Permission.COORDINATE_CASES,
    Viewer.UNIT: Permission.ANSWER_FOR_UNIT,
    Viewer.STAFF: Permission.KNOW_OF_CASES,
    Viewer.ONLOOKER: Permission.READ_REVIEWS,
}
BEFORE_THE_VISIT = (State.PLANNED, State.PREPARING)
TO_JUDGE = (State.VISITED, State.DRAFT)
# After the visit nothing more is asked for.
GIVING_STATES = (State.PREPARING, State.VISITED)
# The case, and whether somebody is in its team, also under a row that went up in theirs.
_CASES = f"""SELECT {REVIEW_VALUES}, EXISTS (
SELECT 1 FROM reviews_teammember t JOIN accounts_person a ON a.id = t.person_id
WHERE t.review_id = r.id AND t.released_at IS NULL
  AND (t.person_id = %(person)s OR a.merged_into_id = %(person)s))
FROM {REVIEW_TABLES} WHERE r.id"""  # noqa: S608 - names of columns
_OPEN = f"{_CASES} = %(wanted)s"
_OPEN_ONES = f"{_CASES} = ANY(%(wanted)s)"
_LOCKED = f"{_OPEN} FOR UPDATE OF r"
ORDER = (
    OrderColumn("visit_from", nullable=True, holds=date),
    OrderColumn("pk"),
)


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case with the parts that the actor has in it."""

    review: Review
    viewers: frozenset[Viewer]
    person_id: int | None

    def may_read(self, thing: CaseObject) -> bool:
        """Say whether the actor may see this of the case as it stands."""
        return access(self.viewers, self.review.state, thing) >= Access.READ

    def may_write(self, thing: CaseObject) -> bool:
        """Say whether the actor may change this of the case as it stands."""
        return access(self.viewers, self.review.state, thing) >= Access.WRITE

    @property
    def steps(self) -> tuple[Step, ...]:
        """Give the steps that the actor may take with the case now."""
        return steps_from(State(self.review.state), self.viewers)


def get_open_case_for(
    actor: "Actor", review_id: int, thing: CaseObject = CaseObject.FACTS, *, is_locked: bool = False
) -> OpenCase:
    """Give a case of which the actor may see the thing; one query. Raises Http404.

    With `is_locked` the case is locked until the transaction ends.
    """
    found = _opened(_LOCKED if is_locked else _OPEN, review_id, actor, thing)
    if not found:
        raise Http404
    return found[0]


def open_cases_of(actor: "Actor", review_ids: Collection[int], thing: CaseObject) -> list[OpenCase]:
    """Give those of the cases of which the actor may see the thing, in the order of the ids; one query."""
    found = {case.review.pk: case for case in _opened(_OPEN_ONES, list(review_ids), actor, thing)}
    return [found[review_id] for review_id in review_ids if review_id in found]


def _opened(question: str, wanted: int | list[int], actor: "Actor", thing: CaseObject) -> list[OpenCase]:
    number = person_id(actor.key)
    with prepared_cursor() as cursor:
        cursor.execute(question, {"wanted": wanted, "person": 0 if number is None else number})
        rows = cursor.fetchall()
    cases = []
    for *values, is_in_team in rows:
        review = review_of_row(tuple(values))
        viewers = _viewers(actor, review, is_reviewer=number is None or is_in_team)
        cases.append(OpenCase(review, viewers, number))
    return [case for case in cases if case.may_read(CaseObject.FACTS) and case.may_read(thing)]


def _viewers(actor: "Actor", review: Review, *, is_reviewer: bool) -> frozenset[Viewer]:
    place = place_of(review)
    found = {viewer for viewer, right in PARTS_BY_RIGHT.items() if actor.may(right, place)}
    if review.kind in INTERNAL_KINDS and actor.may(Permission.RUN_INTERNAL_CASES, place):
        found.add(Viewer.OFFICE)
    if is_reviewer:
        found.add(Viewer.REVIEWER)
    return frozenset(found)


class Waits(StrEnum):
    """What a case waits for."""

    VISIT_OVER = "visit-over"
    VISIT_AHEAD = "visit-ahead"
    TO_JUDGE = "to-judge"
    TO_CALIBRATE = "to-calibrate"
    TO_DECIDE = "to-decide"
    MATERIAL = "material"


def cases_that_wait(waits: Waits, *, as_of: date) -> Q:
    """Give the condition that a case waits for this: the same on the start page and in the list."""
    if waits is Waits.TO_JUDGE:
        return Q(state__in=TO_JUDGE)
    if waits is Waits.TO_CALIBRATE:
        return _is_checked(as_of)
    if waits is Waits.TO_DECIDE:
        return Q(state=State.CALIBRATION)
    if waits is Waits.MATERIAL:
        waiting = MaterialItem.objects.standing().filter(status__in=sorted(OPEN_STATUSES))
        return Q(state__in=GIVING_STATES) & Q(pk__in=waiting.values("review"))
    days = Q(visit_to__gte=as_of) | Q(visit_to__isnull=True, visit_from__gte=as_of)
    if waits is Waits.VISIT_OVER:
        days = Q(visit_to__lt=as_of) | Q(visit_to__isnull=True, visit_from__lt=as_of)
    return Q(state__in=BEFORE_THE_VISIT) & days


def _is_checked(as_of: date) -> Q:
    """Keep the cases whose draft the unit is done with, or has had its time for, with every remark answered."""
    standing = FactCheck.objects.standing()
    over = standing.filter(Q(finished_at__isnull=False) | Q(due_on__lt=as_of))
    unanswered = Remark.objects.filter(outcome="", fact_check__in=standing)
    return (
        Q(state=State.FACT_CHECK)
        & Q(pk__in=over.values("review"))
        & ~Q(pk__in=unanswered.values("fact_check__review"))
    )


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What the list of cases is narrowed by; empty values narrow nothing."""

    search: str = ""
    state: str = ""
    kind: str = ""
    mine: bool = False
    waits: Waits | None = None


def list_cases_for(actor: "Actor", filters: CaseFilters, *, as_of: date, cursor: str = "") -> CutPage:
    """Give one page of the cases in progress that the actor knows of, the nearest visit first; two queries.

    Shape: `lead` of each row is the name of who leads the team, None where nobody does or not all may know.
    """
    found = filtered_cases(cases_known_to(actor), actor, filters, as_of=as_of)
    rows = found.annotate(lead=_lead()).values(
        "pk",
        "kind",
        "state",
        "lead",
        "case_number",
        "visit_from",
        "visit_to",
        "unit__name",
        "unit__site",
        "unit__region__name",
        "specialty__name",
        "specialty__name_en",
    )
    return cut(rows, order=ORDER, cursor=cursor, size=PAGE_SIZE, counted=found)


def _lead() -> Case:
    leads = TeamMember.objects.standing().filter(review=OuterRef("pk"), duty=Duty.LEAD)
    known = When(
        state__in=sorted(states_open_to_all(CaseObject.TEAM)), then=Subquery(leads.values("person__name"))
    )
    return Case(known, default=Value(None), output_field=CharField())


@dataclass(frozen=True, slots=True)
class CaseReach:
    """Which cases in progress somebody may know of: where they have which part, and whose teams count.

    Shape: `parts` pairs a part with the places it is had at; `internal` are the places whose internal reviews
    they lead; `person` is the id looked for in teams, or None.
    """

    parts: tuple[tuple[Viewer, Scope], ...]
    internal: Scope
    person: int | None


def reach_of(actor: "Actor", *, someone: int | None = None) -> tuple[CaseReach, int | None]:
    """Give the reach of an actor, and their own id; `someone` stands in for the id in what is kept for many."""
    held = ((viewer, actor.places(right)) for viewer, right in PARTS_BY_RIGHT.items())
    parts = tuple((viewer, scope) for viewer, scope in held if not scope.is_empty)
    number = person_id(actor.key)
    looked_for = number if someone is None or number is None else someone
    return CaseReach(parts, actor.places(Permission.RUN_INTERNAL_CASES), looked_for), number


def cases_known_to(actor: "Actor") -> QuerySet[Review]:
    """Keep the cases in progress that the actor may know of, by part and state."""
    return cases_reached(reach_of(actor)[0])


def cases_reached(reach: CaseReach) -> QuerySet[Review]:
    """Keep the cases in progress within a reach, by part and state."""
    known = Q(pk__in=[])
    for viewer, scope in reach.parts:
        known |= places_within(scope) & _in_states_of(viewer)
    if not reach.internal.is_empty:
        known |= places_within(reach.internal) & Q(kind__in=INTERNAL_KINDS)
    if reach.person is not None:
        known |= Q(pk__in=reviewed_by(reach.person)) & _in_states_of(Viewer.REVIEWER)
    return Review.objects.filter(known, state__in=sorted(IN_PROGRESS))


def cases_showing(reach: CaseReach, thing: CaseObject) -> QuerySet[Review]:
    """Keep the cases of which somebody with this reach may see the thing as they stand, also finished ones."""
    shown = Q(pk__in=[])
    for viewer, scope in reach.parts:
        states = states_showing(viewer, thing)
        if states:
            shown |= places_within(scope) & Q(state__in=sorted(states))
    if not reach.internal.is_empty:
        of_office = Q(kind__in=INTERNAL_KINDS, state__in=sorted(states_showing(Viewer.OFFICE, thing)))
        shown |= places_within(reach.internal) & of_office
    if reach.person is not None:
        of_reviewer = Q(state__in=sorted(states_showing(Viewer.REVIEWER, thing)))
        shown |= Q(pk__in=reviewed_by(reach.person)) & of_reviewer
    return Review.objects.filter(shown)


def filtered_cases(
    cases: QuerySet[Review], actor: "Actor", filters: CaseFilters, *, as_of: date
) -> QuerySet[Review]:
    """Keep the cases that match every filter; the search looks for words in unit, place and case number."""
    for word in filters.search.split():
        cases = cases.filter(
            Q(unit__name__icontains=word)
            | Q(unit__site__icontains=word)
            | Q(case_number__icontains=word)
            | Q(specialty__name__icontains=word)
        )
    if filters.state:
        cases = cases.filter(state=filters.state)
    if filters.kind:
        cases = cases.filter(kind=filters.kind)
    if filters.waits:
        cases = cases.filter(cases_that_wait(filters.waits, as_of=as_of))
    if filters.mine:
        cases = cases.filter(pk__in=reviewed_by(person_id(actor.key) or 0))
    return cases


def reviewed_by(number: int) -> QuerySet[TeamMember, int]:
    """Give the ids of the cases in whose teams somebody is."""
    return TeamMember.objects.standing().of(number).values_list("review", flat=True)


def _in_states_of(viewer: Viewer) -> Q:
    return Q(state__in=sorted(states_seen_by(viewer)))


def places_within(scope: Scope, path: str = "") -> Q:
    """Give the condition that a case lies at a place the scope reaches; `path` leads to the case."""
    if scope.national:
        return Q()
    return (
        Q(**{f"{path}unit__region__in": scope.region_ids})
        | Q(**{f"{path}unit__care_provider__in": scope.care_provider_ids})
        | Q(**{f"{path}unit__in": scope.unit_ids})
        | Q(**{f"{path}specialty__key__in": scope.specialty_keys})
    )


def team_of(review: Review) -> list[dict[str, Any]]:
    """Give the standing members of a team with their names, the lead first; one query."""
    rows = (
        TeamMember.objects.standing()
        .filter(review=review)
        .values(
            "pk", "person_id", "person__merged_into", "person__name", "duty", "explanation", "appointed_at"
        )
    )
    rank = {"lead": 0, "member": 1, "junior": 2}
    return sorted(rows, key=lambda row: (rank[row["duty"]], row["appointed_at"], row["pk"]))


def moves_of(review: Review) -> list[CaseMove]:
    """Give the steps a case has taken, oldest first."""
    return list(CaseMove.objects.filter(review=review).order_by("moved_at", "pk"))
