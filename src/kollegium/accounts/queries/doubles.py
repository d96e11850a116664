"""Rows that are likely one person: the same address, or the same name at the same care provider."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce

from kollegium.accounts.models import Account, Assignment, Person
from kollegium.accounts.queries.people import people_reached_by
from kollegium.domain.roles import Permission

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_PAIRS = 50
# Of more than so many rows with one address or name at one provider the address is a mailbox of many, or a fault.
MOST_ALIKE = 6


class Likeness(StrEnum):
    """What two rows have in common."""

    ADDRESS = "address"
    NAME_AND_PLACE = "name-and-place"


@dataclass(frozen=True, slots=True)
class LikelyDouble:
    """Two rows that may be one person, the older first."""

    first_id: int
    second_id: int
    likeness: Likeness


def likely_doubles(actor: "Actor", *, as_of: date) -> list[LikelyDouble]:
    """Give pairs of rows that are likely one person, of people the actor manages; at most MOST_PAIRS, three queries.

    Same HSA-id cannot be: no two rows have it. Two rows with an HSA-id each are still offered, for one human
    being has one at each employer.
    """
    if not actor.may(Permission.MANAGE_PEOPLE):
        return []
    reached = people_reached_by(actor, as_of)
    groups = [(Likeness.ADDRESS, ids) for ids in _by_address(reached.values("pk"))]
    groups += [(Likeness.NAME_AND_PLACE, ids) for ids in _by_name_and_provider(reached.values("pk"))]
    found: dict[tuple[int, int], LikelyDouble] = {}
    for likeness, ids in groups:
        for first, second in combinations(sorted(ids), 2):
            found.setdefault((first, second), LikelyDouble(first, second, likeness))
    return list(found.values())[:MOST_PAIRS]


def _by_address(reached: object) -> Iterable[set[int]]:
    """Give the rows that share an address, to be reached at or to log in with."""
    contact = Person.objects.present().filter(pk__in=reached).exclude(email="")
    owners: dict[str, set[int]] = {}
    shared = contact.values("email").annotate(rows=Count("pk")).filter(rows__gt=1).values("email")
    for pk, email in contact.filter(email__in=shared).values_list("pk", "email"):
        owners.setdefault(email, set()).add(pk)
    log_ins = Account.objects.filter(person__in=reached, person__merged_into__isnull=True)
    others = Person.objects.present().filter(pk__in=reached)
    crossing = log_ins.filter(email__in=contact.values("email")).exclude(person__email=F("email"))
    addresses = dict(crossing.values_list("email", "person_id"))
    for pk, email in others.filter(email__in=list(addresses)).values_list("pk", "email"):
        owners.setdefault(email, set()).update({pk, addresses[email]})
    return (ids for _email, ids in sorted(owners.items()) if 1 < len(ids) <= MOST_ALIKE)


def _by_name_and_provider(reached: object) -> Iterable[set[int]]:
    """Give the rows of one name that have or had a role at the same care provider."""
    provider = Coalesce("unit__care_provider_id", "care_provider_id")
    held = Assignment.objects.filter(
        Q(unit__isnull=False) | Q(care_provider__isnull=False), person__in=reached
    ).exclude(person__sort_key="")
    alike = (
        held.annotate(provider=provider)
        .values("person__sort_key", "provider")
        .annotate(people=Count("person", distinct=True))
        .filter(people__gt=1, people__lte=MOST_ALIKE)
        .order_by("person__sort_key", "provider")
    )
    wanted = {(row["person__sort_key"], row["provider"]) for row in alike[:MOST_PAIRS]}
    names = {name for name, _provider in wanted}
    owners: dict[tuple[str, int], set[int]] = {}
    rows = held.filter(person__sort_key__in=names).annotate(provider=provider)
    for key, at, pk in rows.values_list("person__sort_key", "provider", "person_id"):
        if (key, at) in wanted:
            owners.setdefault((key, at), set()).add(pk)
    return (ids for _key, ids in sorted(owners.items()))
