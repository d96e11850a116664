"""Who takes part, and what they choose for themselves."""

from typing import TYPE_CHECKING

from kollegium.accounts.actions.refusals import PeopleRefused, require
from kollegium.accounts.models import Person
from kollegium.domain.roles import Permission
from kollegium.domain.swedish import sort_key
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def add_person(*, name: str, email: str = "", language: str = "sv", by: "Actor") -> Person:
    """Add a person who takes part. Raises PeopleRefused without the right or without a name."""
    require(by, Permission.MANAGE_PEOPLE)
    name = " ".join(name.split())
    if not name:
        raise PeopleRefused("name-missing")
    with recording(by=by, action="accounts.add_person"):
        return Person.objects.create(
            name=name, sort_key=sort_key(name), email=email.strip().lower(), language=language
        )


def choose_language(*, person_id: int, language: str, by: "Actor") -> None:
    """Remember the language a person reads the pages and letters in."""
    if by.key != f"person:{person_id}":
        raise PeopleRefused("not-allowed")
    with recording(by=by, action="accounts.choose_language"):
        Person.objects.filter(pk=person_id).update(language=language)
