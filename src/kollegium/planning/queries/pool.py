"""The pool of reviewers: who there is, with what, and how much they have to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import Http404

from kollegium.accounts.models import Assignment, Person
from kollegium.domain.case_life import FINISHED, IN_PROGRESS
from kollegium.domain.roles import Permission, Role
from kollegium.organisations.models import CareProvider, Specialty, Unit
from kollegium.organisations.queries.lists import prefix_query
from kollegium.planning.models import (
    MOST_IN_A_YEAR,
    Absence,
    RegionAllowed,
    ReviewerProfile,
    ReviewerTie,
)
from kollegium.reviews.models import TeamMember
from kollegium.ui.keyset import CutPage, OrderColumn, cut

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PAGE_SIZE = 40
MOST_PLACES = 8
BY_NAME = (OrderColumn("sort_key", holds=str), OrderColumn("pk"))
COUNTED_STATES = sorted(IN_PROGRESS | FINISHED)


@dataclass(frozen=True, slots=True)
class PoolFilters:
    """What the pool is narrowed by; empty values narrow nothing."""

    search: str = ""
    specialty_id: int | None = None
    seniority: str = ""
    has_room: bool = False
    available_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewerView:
    """A reviewer with what is known of them; `profile` is not stored yet where `pk` is None."""

    person: Person
    profile: ReviewerProfile
    specialties: list[tuple[str, str]]
    absences: list[Absence]
    ties: list[ReviewerTie]
    booked: int


def keeps_reviewers(actor: "Actor") -> bool:
    """Say whether the actor keeps the pool, of some specialty or all."""
    return actor.may(Permission.KEEP_REVIEWERS)


def reviewers_known_to(actor: "Actor", as_of: date) -> QuerySet[Person]:
    """Keep the reviewers of the specialties that the actor keeps; those held for all are known to every keeper."""
    scope = actor.places(Permission.KEEP_REVIEWERS)
    held = Assignment.objects.in_force(as_of).filter(role=Role.REVIEWER)
    if not scope.national:
        held = held.filter(Q(specialty__key__in=scope.specialty_keys) | Q(specialty__isnull=True))
    if scope.is_empty:
        held = held.none()
    return Person.objects.present().filter(pk__in=held.values("person"))


def with_load(people: QuerySet[Person], year: int) -> QuerySet[Person]:
    """Add `booked`, the reviews whose visit falls in the year, and `most`, how many the reviewer wishes for."""
    return people.annotate(
        booked=load_in(year), most=Coalesce(F("reviewer_profile__most_in_a_year"), Value(MOST_IN_A_YEAR))
    )


def load_in(year: int) -> Coalesce:
    """Give how many reviews of a person have their visit in the year, as a column beside the person."""
    booked = (
        TeamMember.objects.standing()
        .filter(person=OuterRef("pk"), review__visit_from__year=year, review__state__in=COUNTED_STATES)
        .values("person")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(booked, output_field=IntegerField()), Value(0))


def list_reviewers_for(actor: "Actor", filters: PoolFilters, *, as_of: date, cursor: str = "") -> CutPage:
    """Give one page of the pool in Swedish order; three queries. Raises Http404 for who keeps no reviewers.

    Shape: each row has `specialties` (names, empty for one who reviews all), `booked`, `most` and `is_away`.
    """
    if not keeps_reviewers(actor):
        raise Http404
    found = with_load(reviewers_known_to(actor, as_of), as_of.year)
    for word in filters.search.split():
        found = found.filter(name__icontains=word)
    held = Assignment.objects.in_force(as_of).filter(role=Role.REVIEWER)
    if filters.specialty_id:
        own = held.filter(Q(specialty=filters.specialty_id) | Q(specialty__isnull=True))
        found = found.filter(pk__in=own.values("person"))
    if filters.seniority == "junior":
        found = found.filter(reviewer_profile__seniority="junior")
    elif filters.seniority:
        found = found.exclude(reviewer_profile__seniority="junior")
    if filters.has_room:
        found = found.filter(booked__lt=F("most"))
    if filters.available_on:
        found = found.exclude(Exists(_absent(filters.available_on)))
    rows = found.annotate(is_away=Exists(_absent(filters.available_on or as_of))).values(
        "pk",
        "name",
        "sort_key",
        "booked",
        "most",
        "is_away",
        "reviewer_profile__seniority",
        "reviewer_profile__trained_on",
        "reviewer_profile__country",
    )
    page = cut(rows, order=BY_NAME, cursor=cursor, size=PAGE_SIZE, counted=found)
    named = specialties_of((row["pk"] for row in page.rows), as_of=as_of)
    for row in page.rows:
        row["specialties"] = named[row["pk"]]
    return page


def specialties_of(person_ids: Iterable[int], *, as_of: date) -> dict[int, list[tuple[str, str]]]:
    """Give the specialties (name, English name) that each reviewer is held for; one query."""
    named: dict[int, list[tuple[str, str]]] = {pk: [] for pk in person_ids}
    held = Assignment.objects.in_force(as_of).filter(
        role=Role.REVIEWER, person__in=list(named), specialty__isnull=False
    )
    rows = held.order_by("specialty__sort_key", "pk")
    for person_id, name, english in rows.values_list("person", "specialty__name", "specialty__name_en"):
        named[person_id].append((name, english))
    return named


def get_reviewer_for(actor: "Actor", person_id: int, *, as_of: date) -> ReviewerView:
    """Give a reviewer that the actor keeps, or the actor's own page. Raises Http404."""
    known = reviewers_known_to(actor, as_of).filter(pk=person_id)
    if actor.key == f"person:{person_id}" and actor.may(Permission.JUDGE_CASES):
        known = Person.objects.present().filter(pk=person_id)
    person = with_load(known, as_of.year).first()
    if person is None:
        raise Http404
    profile = ReviewerProfile.objects.filter(person=person).first() or ReviewerProfile(person=person)
    ties = ReviewerTie.objects.filter(person=person).select_related("unit", "care_provider")
    return ReviewerView(
        person,
        profile,
        specialties_of([person.pk], as_of=as_of)[person.pk],
        list(Absence.objects.filter(person=person, last__gte=as_of).order_by("first", "pk")),
        list(ties.order_by("kind", "pk")),
        person.booked,
    )


def find_places(words: str) -> list[tuple[str, str]]:
    """Give (key, name) of units and care providers whose names hold the words; `unit:12`. Two queries."""
    query = prefix_query(words)
    if query is None:
        return []
    units = Unit.objects.current().filter(search_vector=query).order_by("sort_key", "pk")
    providers = CareProvider.objects.current().order_by("sort_key", "pk")
    for word in words.split():
        providers = providers.filter(name__icontains=word)
    return [
        *((f"care_provider:{pk}", name) for pk, name in providers.values_list("pk", "name")[:MOST_PLACES]),
        *((f"unit:{pk}", name) for pk, name in units.values_list("pk", "name")[:MOST_PLACES]),
    ]


def region_rules_for(actor: "Actor") -> list[dict[str, Any]]:
    """Give the specialties (pk, name, name_en, is_allowed) whose rule of the region the actor sets. Raises Http404."""
    scope = actor.places(Permission.KEEP_REVIEWERS)
    if scope.is_empty:
        raise Http404
    found = Specialty.objects.filter(merged_into__isnull=True, closed_on__isnull=True)
    if not scope.national:
        found = found.filter(key__in=scope.specialty_keys)
    allowed = RegionAllowed.objects.filter(specialty=OuterRef("pk"))
    rows = found.annotate(is_allowed=Exists(allowed)).order_by("sort_key", "pk")
    return list(rows.values("pk", "key", "name", "name_en", "is_allowed"))


def _absent(day: date) -> QuerySet[Absence]:
    return Absence.objects.filter(person=OuterRef("pk"), first__lte=day, last__gte=day)
