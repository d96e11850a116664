"""Choose the role one works in."""

from datetime import date
from typing import TYPE_CHECKING

from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.models import Person
from kollegium.accounts.queries import actor_of_person
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def choose_hat(*, person_id: int, assignment_id: int | None, as_of: date, by: "Actor") -> None:
    """Remember the one of their roles a person works in; None is all of them.

    **Raises** PeopleRefused for somebody else, and for a role the person does not hold on the day.
    """
    if by.key != f"person:{person_id}":
        raise PeopleRefused("not-allowed")
    held = actor_of_person(Person.objects.get(pk=person_id), as_of=as_of).every_role
    if assignment_id is not None and assignment_id not in {one.assignment_id for one in held}:
        raise PeopleRefused("role-not-held")
    with recording(by=by, action="accounts.choose_hat"):
        Person.objects.filter(pk=person_id).update(hat=assignment_id)
