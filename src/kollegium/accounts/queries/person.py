"""One person, for those who keep people in order."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.http import Http404

from kollegium.accounts.models import PLACES, Account, Assignment, Deputyship, Person
from kollegium.accounts.places import place_of
from kollegium.accounts.queries.people import get_person_for
from kollegium.domain.roles import Permission, Role, may_grant

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def get_managed_person_for(actor: "Actor", person_id: int, *, as_of: date) -> Person:
    """Give a person the actor sees, when the actor may give people roles at all. Raises Http404."""
    if not actor.may(Permission.MANAGE_PEOPLE):
        raise Http404
    return get_person_for(actor, person_id, as_of=as_of)


def may_manage(actor: "Actor", person: Person) -> bool:
    """Say whether the actor may change who a person is and how they log in.

    Only over somebody whose every role, also an earlier one, the actor might give: a changed address could
    otherwise be a way into rights the actor does not have.
    """
    return actor.may(Permission.MANAGE_PEOPLE) and might_give_all_roles(actor, person)


def might_give_all_roles(actor: "Actor", person: Person) -> bool:
    """Say whether the actor might give every role the person holds or has held, for themselves or as a deputy."""
    theirs = Q(person=person) | Q(pk__in=Deputyship.objects.filter(deputy=person).values("assignment"))
    held = Assignment.objects.filter(theirs).select_related(*PLACES)
    return all(may_grant(actor, Role(item.role), place_of(item.place)) for item in held)


def get_role_to_end_for(actor: "Actor", assignment_id: int, *, as_of: date) -> Assignment:
    """Give a role that has not ended and is the actor's to take away, with person and place. Raises Http404."""
    assignment = Assignment.objects.select_related("person", *PLACES).filter(pk=assignment_id).first()
    if assignment is None or (assignment.valid_until is not None and assignment.valid_until < as_of):
        raise Http404
    get_managed_person_for(actor, assignment.person_id, as_of=as_of)
    if not may_grant(actor, Role(assignment.role), place_of(assignment.place)):
        raise Http404
    return assignment


def accounts_of(person: Person) -> list[dict[str, Any]]:
    """Give plain rows (id, address, open or closed, last used, second step) of a person's log-ins, oldest first."""
    found = Account.objects.filter(person=person).order_by("pk")
    return list(found.values("pk", "email", "is_active", "last_login", "second_factor_since"))


def reaches_person(actor: "Actor", person: Person, *, as_of: date) -> bool:
    """Say whether the actor may open the person's page."""
    try:
        get_person_for(actor, person.pk, as_of=as_of)
    except Http404:
        return False
    return True


def person_with_address(email: str) -> Person | None:
    """Give the person known under an e-mail address, if any: who logs in with it, or the first who has no log-in.

    Who can log in writes their own contact address, and may write anybody's: it tells nothing of who they are.
    """
    address = email.strip().lower()
    if not address:
        return None
    logs_in = Person.objects.filter(accounts__email=address).first()
    added = Person.objects.present().filter(email=address, accounts__isnull=True).order_by("pk").first()
    return logs_in or added or merged_with_address(address)


def merged_with_address(address: str) -> Person | None:
    """Give the person into whom a row without log-in was merged that had this contact address, if any."""
    rows = Person.objects.merged_without_log_in().filter(email=address).select_related("merged_into")
    row = rows.order_by("pk").first()
    return row.merged_into if row else None
