"""The people an actor may read about, their roles and their log."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.http import Http404

from kollegium.accounts.models import Account, Assignment, Person
from kollegium.domain.roles import NATIONAL_SCOPE, Permission, Role
from kollegium.trail.queries import LogEntry, log_of_ids

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def list_people(actor: "Actor", *, search: str = "", as_of: date) -> QuerySet[Person, dict[str, Any]]:
    """Give plain rows (id, name) of the people with a role, on the day, that the actor reaches, in Swedish order.

    With a right over the whole country also those without any role. Every word of the search must stand
    in the name or the e-mail address.
    """
    found = _people_reached_by(actor, as_of)
    for word in search.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return found.order_by("sort_key", "pk").values("pk", "name")


def get_person_for(actor: "Actor", person_id: int, *, as_of: date) -> Person:
    """Give a person whose details the actor may read. Raises Http404."""
    person = _people_reached_by(actor, as_of).filter(pk=person_id).first()
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


def log_of_person(person: Person, *, reached_by: "Actor | None" = None) -> list[LogEntry]:
    """Give the changes of a person, of their log-ins and of their roles, oldest first, removed rows included.

    For somebody else's eyes (`reached_by`): without log-ins and without roles at places the actor does not
    reach, unless the right to read holds for the whole country.
    """
    entries = log_of_ids(Person, [person.pk])
    scope = reached_by.places(Permission.READ_PEOPLE) if reached_by else NATIONAL_SCOPE
    if scope.national:
        entries += log_of_ids(Account, ids_ever_of(Account, person))
        entries += log_of_ids(Assignment, ids_ever_of(Assignment, person))
    else:
        reached = Assignment.objects.filter(person=person).within(scope)
        entries += log_of_ids(Assignment, reached.values_list("pk", flat=True))
    return sorted(entries, key=lambda entry: entry.at)


def ids_ever_of(model: type[Account] | type[Assignment], person: Person) -> list[int]:
    """Give the ids of a person's rows that stand or stood; removed ones are known from the events."""
    events: Any = model._meta.get_field("events").related_model
    return list(events.objects.filter(person_id=person.pk).values_list("pgh_obj_id", flat=True).distinct())


def _people_reached_by(actor: "Actor", as_of: date) -> QuerySet[Person]:
    scope = actor.places(Permission.READ_PEOPLE)
    if scope.is_empty:
        return Person.objects.none()
    present = Person.objects.filter(erased_at__isnull=True)
    if scope.national:
        return present
    reached = Assignment.objects.in_force(as_of).within(scope)
    return present.filter(pk__in=reached.values("person"))


def names_of_people(person_ids: set[int]) -> dict[int, str]:
    """Give names by person id, for the history of changes; an erased person is missing."""
    named = Person.objects.filter(pk__in=person_ids, erased_at__isnull=True)
    return dict(named.values_list("pk", "name"))


def other_administrators(person: Person, *, as_of: date) -> QuerySet[Assignment]:
    """Give the assignments in force, for the whole country, of every other administrator who can log in."""
    everybody = Assignment.objects.for_the_country().in_force(as_of)
    return everybody.filter(role=Role.ADMINISTRATOR, person__accounts__is_active=True).exclude(person=person)
