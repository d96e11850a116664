"""A person an actor may read about, their roles and their log."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from kollegium.accounts.models import Account, Assignment, Deputyship, Person, PersonMerge
from kollegium.domain.periods import Period, first_day_without
from kollegium.domain.roles import NATIONAL_SCOPE, Permission, Role
from kollegium.trail.queries import LogEntry, log_of_ids

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def get_person_for(actor: "Actor", person_id: int, *, as_of: date) -> Person:
    """Give a person whose details the actor may read. Raises Http404."""
    person = people_reached_by(actor, as_of).filter(pk=person_id).first()
    if person is None:
        raise Http404
    return person


def roles_reached(actor: "Actor", person_ids: Iterable[int], *, as_of: date) -> dict[int, list[Assignment]]:
    """Give the assignments in force at places the actor reaches, with their places.

    Shape: person id → assignments, oldest first; one entry per person. What a person is elsewhere is left out.
    """
    ids = list(person_ids)
    found: dict[int, list[Assignment]] = {person_id: [] for person_id in ids}
    rows = (
        Assignment.objects.filter(person__in=ids)
        .in_force(as_of)
        .within(actor.places(Permission.READ_PEOPLE))
        .select_related("region", "care_provider", "unit", "specialty")
        .order_by("valid_from", "pk")
    )
    for assignment in rows:
        found[assignment.person_id].append(assignment)
    return found


def roles_to_come(actor: "Actor", person: Person, *, as_of: date) -> list[Assignment]:
    """Give the assignments that begin after the day, at places the actor reaches, soonest first."""
    coming = Assignment.objects.filter(person=person, valid_from__gt=as_of)
    reached = coming.within(actor.places(Permission.READ_PEOPLE))
    return list(
        reached.select_related("region", "care_provider", "unit", "specialty").order_by("valid_from", "pk")
    )


def log_of_person(person: Person, *, reached_by: "Actor | None" = None) -> list[LogEntry]:
    """Give the changes of a person, of their log-ins and of their roles, oldest first, removed rows included.

    For somebody else's eyes (`reached_by`): without log-ins and without roles at places the actor does not
    reach, unless the right to read holds for the whole country.
    """
    entries = log_of_ids(Person, [person.pk])
    scope = reached_by.places(Permission.READ_PEOPLE) if reached_by else NATIONAL_SCOPE
    held: QuerySet[Any, int] = ids_ever_of(Assignment, person)
    if scope.national:
        entries += log_of_ids(Account, ids_ever_of(Account, person))
    else:
        held = Assignment.objects.filter(person=person).within(scope).values_list("pk", flat=True)
    entries += log_of_ids(Assignment, held)
    entries += log_of_ids(Deputyship, _ids_of_deputyships(person, held))
    entries += log_of_ids(PersonMerge, _ids_of_merges(person, with_undone=scope.national))
    return sorted(entries, key=lambda entry: entry.at)


def _ids_of_merges(person: Person, *, with_undone: bool) -> QuerySet[PersonMerge, int]:
    """Give the ids of merges around a person. One that was undone names somebody else."""
    merges = PersonMerge.objects.filter(Q(into=person) | Q(person=person))
    return (merges if with_undone else merges.filter(undone_at=None)).values_list("pk", flat=True)


def _ids_of_deputyships(person: Person, assignment_ids: QuerySet[Any, int]) -> QuerySet[Any, int]:
    """Give the ids, of rows that stand or stood, of who stood in for a person in these roles or for whom they did."""
    events: Any = Deputyship._meta.get_field("events").related_model
    around = events.objects.filter(Q(assignment_id__in=assignment_ids) | Q(deputy_id=person.pk))
    found: QuerySet[Any, int] = around.values_list("pgh_obj_id", flat=True).distinct()
    return found


def ids_ever_of(model: type[Account] | type[Assignment], person: Person) -> QuerySet[Any, int]:
    """Give the ids of a person's rows that stand or stood; removed ones are known from the events.

    What went to another person with a merge, or back to another when one was undone, is that person's.
    """
    events: Any = model._meta.get_field("events").related_model
    others = model._default_manager.filter(pk=OuterRef("pgh_obj_id")).exclude(person=person.pk)
    ever = events.objects.filter(~Exists(others), person_id=person.pk)
    found: QuerySet[Any, int] = ever.values_list("pgh_obj_id", flat=True).distinct()
    return found


def people_reached_by(actor: "Actor", as_of: date) -> QuerySet[Person]:
    """Give the people whose details the actor may read on the day; erased ones are left out."""
    scope = actor.places(Permission.READ_PEOPLE)
    if scope.is_empty:
        return Person.objects.none()
    present = Person.objects.present()
    if scope.national:
        return present
    reached = Assignment.objects.in_force(as_of).within(scope)
    return present.filter(pk__in=reached.values("person"))


def people_by_id(person_ids: Iterable[int]) -> dict[int, Person]:
    """Give people by their id."""
    return Person.objects.in_bulk(list(person_ids))


def names_of_people(person_ids: set[int]) -> dict[int, str]:
    """Give names by person id, for the history of changes; an erased person is missing."""
    named = Person.objects.filter(pk__in=person_ids, erased_at__isnull=True)
    return dict(named.values_list("pk", "name"))


def names_of_holders(assignment_ids: set[int]) -> dict[int, str]:
    """Give who holds each role, by the role's id; a role taken away is missing."""
    held = Assignment.objects.filter(pk__in=assignment_ids, person__erased_at__isnull=True)
    return dict(held.values_list("pk", "person__name"))


def first_day_without_administrator(*, as_of: date) -> date | None:
    """Give the first day, from this one on, without an administrator of the country who can log in, or None."""
    held = Assignment.objects.for_the_country().filter(
        role=Role.ADMINISTRATOR, person__accounts__is_active=True
    )
    periods = (Period(first, last) for first, last in held.values_list("valid_from", "valid_until"))
    return first_day_without(periods, as_of)
