"""Who holds which role at a unit, with where letters to them go."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kollegium.accounts.models import Assignment
from kollegium.accounts.queries.recipients import recipients
from kollegium.domain.roles import Role


@dataclass(frozen=True, slots=True)
class UnitPerson:
    """Somebody at a unit; the address is empty for who cannot be written to."""

    name: str
    email: str
    language: str


def people_at_unit(unit_id: int, roles: Collection[Role], *, as_of: date) -> list[UnitPerson]:
    """Give those who hold one of the roles at the unit on the day, each once, by name. Two queries."""
    held = Assignment.objects.in_force(as_of).filter(
        unit=unit_id, role__in=roles, person__erased_at__isnull=True
    )
    rows = held.order_by("person__sort_key", "person").values_list(
        "person", "person__name", "person__email", "person__language"
    )
    people = {person: UnitPerson(name, email, language) for person, name, email, language in rows}
    reachable = recipients(people.keys())
    return [
        UnitPerson(
            known.name, reachable[person].email if person in reachable else known.email, known.language
        )
        for person, known in people.items()
    ]
