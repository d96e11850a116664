"""People who can be asked to review."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from kollegium.accounts.models import Assignment, Person
from kollegium.domain.roles import Role

MOST_REVIEWERS = 20


def find_reviewers(
    *, words: str, as_of: date, specialty_key: str | None = None, other_than: Iterable[int] = ()
) -> list[dict[str, Any]]:
    """Give plain rows (pk, name, specialties) of reviewers whose name holds the words, of the specialty first.

    Shape: `specialties` are pairs of the Swedish and the English name, of those a reviewer is held for; empty for one
    held for all. At most MOST_REVIEWERS. Two queries.
    """
    held = Assignment.objects.in_force(as_of).filter(role=Role.REVIEWER)
    people = Person.objects.filter(pk__in=held.values("person"), erased_at__isnull=True).exclude(
        pk__in=list(other_than)
    )
    for word in words.split():
        people = people.filter(name__icontains=word)
    if specialty_key and not words.split():
        # Nobody is searched for: those of the specialty come to mind first.
        own = held.filter(Q(specialty__key=specialty_key) | Q(specialty__isnull=True))
        people = people.filter(pk__in=own.values("person"))
    rows = list(people.order_by("sort_key", "pk").values("pk", "name")[:MOST_REVIEWERS])
    named: dict[int, list[tuple[str, str]]] = {row["pk"]: [] for row in rows}
    of = held.filter(person__in=list(named)).order_by("specialty__sort_key")
    for person_id, name, name_en in of.values_list("person", "specialty__name", "specialty__name_en"):
        if name:
            named[person_id].append((name, name_en))
    return [{**row, "specialties": named[row["pk"]]} for row in rows]


def is_reviewer(person_id: int, *, as_of: date) -> bool:
    """Say whether the person holds the role of reviewer on the day."""
    return Assignment.objects.in_force(as_of).filter(role=Role.REVIEWER, person=person_id).exists()
