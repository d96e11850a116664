"""Who takes part, and what they choose for themselves."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F

from kollegium.accounts.actions.refusals import PeopleRefused, require
from kollegium.accounts.actions.roles import require_grants_of
from kollegium.accounts.models import Person
from kollegium.domain.roles import Permission
from kollegium.domain.swedish import sort_key
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class PersonValues:
    """What is said of a person."""

    name: str
    email: str = ""
    hsa_id: str = ""
    language: str = "sv"

    def columns(self) -> dict[str, str | None]:
        """Give the values as they are stored. Raises PeopleRefused without a name."""
        name = " ".join(self.name.split())
        if not name:
            raise PeopleRefused("name-missing")
        return {
            "name": name,
            "sort_key": sort_key(name),
            "email": self.email.strip().lower(),
            "hsa_id": "".join(self.hsa_id.split()).upper() or None,
            "language": self.language,
        }


def add_person(*, name: str, email: str = "", hsa_id: str = "", language: str = "sv", by: "Actor") -> Person:
    """Add a person who takes part. Raises PeopleRefused without the right or a name, or when the HSA-id is taken."""
    require(by, Permission.MANAGE_PEOPLE)
    columns = PersonValues(name, email, hsa_id, language).columns()
    with recording(by=by, action="accounts.add_person"):
        _hsa_id_must_be_free(columns["hsa_id"], except_pk=None)
        return Person.objects.create(**columns)


def change_person(*, person_id: int, values: PersonValues, expected_version: int, by: "Actor") -> Person:
    """Change what is said of a person.

    **Raises** PeopleRefused: not allowed, no name, the HSA-id is taken, somebody has changed the person since.
    """
    columns = values.columns()
    with recording(by=by, action="accounts.change_person"):
        person = managed_person(person_id, by=by)
        if person.version != expected_version:
            raise PeopleRefused("changed-meanwhile")
        _hsa_id_must_be_free(columns["hsa_id"], except_pk=person.pk)
        for name, value in columns.items():
            setattr(person, name, value)
        person.version += 1
        person.save(update_fields=[*columns, "version"])
    return person


def choose_language(*, person_id: int, language: str, by: "Actor") -> None:
    """Remember the language a person reads the pages and letters in."""
    if by.key != f"person:{person_id}":
        raise PeopleRefused("not-allowed")
    with recording(by=by, action="accounts.choose_language"):
        Person.objects.filter(pk=person_id).update(language=language, version=F("version") + 1)


def managed_person(person_id: int, *, by: "Actor") -> Person:
    """Fetch a person for changing. Raises PeopleRefused without the right over everything the person is."""
    require(by, Permission.MANAGE_PEOPLE)
    person = Person.objects.select_for_update().present().filter(pk=person_id).first()
    if person is None:
        raise PeopleRefused("unknown-person")
    require_grants_of(by, person)
    return person


def _hsa_id_must_be_free(hsa_id: str | None, *, except_pk: int | None) -> None:
    holder = Person.objects.filter(hsa_id=hsa_id).exclude(pk=except_pk).first() if hsa_id else None
    if holder is not None:
        raise PeopleRefused("hsa-id-taken")
