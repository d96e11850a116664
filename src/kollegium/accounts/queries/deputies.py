"""Absences and deputies: who stands in for whom, in which role, when."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from kollegium.accounts.models import PLACES, Account, Assignment, Deputyship, Person
from kollegium.accounts.places import place_of
from kollegium.accounts.queries.people import people_reached_by
from kollegium.accounts.queries.people_list import role_rows_reached
from kollegium.domain.roles import ROLES_WITH_DEPUTIES, Permission, Role, may_grant

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_DEPUTIES = 10
WITH_NAMES = ("deputy", "assignment__person", *(f"assignment__{place}" for place in PLACES))


def may_arrange_deputies(actor: "Actor", assignment: Assignment) -> bool:
    """Say whether the actor may say who stands in for somebody in a role: for themselves, or as who gives the role."""
    is_own = actor.key == f"person:{assignment.person_id}"
    if is_own:
        return True
    manages = actor.may(Permission.MANAGE_PEOPLE)
    return manages and may_grant(actor, Role(assignment.role), place_of(assignment.place))


def roles_with_deputies(person: Person, *, as_of: date) -> list[Assignment]:
    """Give a person's roles, in force or to come, in which somebody can stand in, soonest first."""
    held = Assignment.objects.filter(person=person, role__in=ROLES_WITH_DEPUTIES)
    held = held.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of))
    return list(held.select_related(*PLACES).order_by("valid_from", "pk"))


def deputyships_around(
    person: Person, *, as_of: date, within: Iterable[int] | None = None
) -> list[Deputyship]:
    """Give the absences and deputies of a person and the times they stand in for others, soonest first.

    Those that have ended are left out, and with `within` those of other roles than these.
    """
    found = Deputyship.objects.filter(Q(assignment__person=person) | Q(deputy=person))
    found = found.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of))
    if within is not None:
        found = found.filter(Q(assignment__in=list(within)) | Q(deputy=person))
    return list(found.select_related(*WITH_NAMES).order_by("valid_from", "pk"))


def standing_in(around: Iterable[Deputyship], person: Person, *, as_of: date) -> list[Deputyship]:
    """Give those of a person's `deputyships_around` that give the person rights on the day; no query."""
    return [
        item
        for item in around
        if item.deputy_id == person.pk and _holds(item, as_of) and _holds(item.assignment, as_of)
    ]


def _holds(period: Deputyship | Assignment, as_of: date) -> bool:
    return period.valid_from <= as_of and (period.valid_until is None or period.valid_until >= as_of)


def get_deputyship_for(actor: "Actor", deputyship_id: int, *, as_of: date) -> Deputyship:
    """Give an absence or deputyship that has not ended and that the actor may end. Raises Http404."""
    found = Deputyship.objects.select_related(*WITH_NAMES).filter(pk=deputyship_id).first()
    if found is None or (found.valid_until is not None and found.valid_until < as_of):
        raise Http404
    if not may_arrange_deputies(actor, found.assignment):
        raise Http404
    return found


def find_deputies(actor: "Actor", words: str, *, other_than: int, as_of: date) -> list[dict[str, Any]]:
    """Give plain rows (pk, name, roles) of people who can log in and whose name or address holds the words.

    Of those the actor reads about; a whole e-mail address finds its owner wherever they are. `roles` are rows
    of `role_rows_reached`: what the actor may know, and no address, which people write themselves. Two queries.
    """
    if not words.split():
        return []
    can_log_in = Exists(Account.objects.filter(person=OuterRef("pk"), is_active=True))
    reached = people_reached_by(actor, as_of).filter(can_log_in)
    for word in words.split():
        reached = reached.filter(Q(name__icontains=word) | Q(email__icontains=word))
    whole = Person.objects.present().filter(can_log_in, accounts__email=words.strip().lower())
    either = Person.objects.filter(Q(pk__in=reached.values("pk")) | Q(pk__in=whole.values("pk")))
    rows = either.exclude(pk=other_than).order_by("sort_key", "pk").values("pk", "name")[:MOST_DEPUTIES]
    roles = role_rows_reached(actor, [row["pk"] for row in rows], as_of=as_of)
    return [{**row, "roles": roles[row["pk"]]} for row in rows]
