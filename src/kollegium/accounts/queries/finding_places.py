"""Places a role can be held at, found by name for those who may give it there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, QuerySet

from kollegium.domain.roles import ROLES, Permission, Reach, Role, Scope
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.organisations.queries.lists import prefix_query

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_PLACES = 30
MANY = frozenset({Reach.UNIT, Reach.CARE_PROVIDER})
THE_COUNTRY = "country"
AnyPlace = Region | CareProvider | Unit | Specialty
MODELS: dict[Reach, Any] = {
    Reach.REGION: Region,
    Reach.CARE_PROVIDER: CareProvider,
    Reach.UNIT: Unit,
    Reach.SPECIALTY: Specialty,
}


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place to choose. `key` is `unit:12`, or `country`; `detail` tells it from others of the same name."""

    key: str
    name: str
    detail: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """What a search gave; `is_cut` when there are more than are shown."""

    places: tuple[FoundPlace, ...] = ()
    is_cut: bool = False


def find_places(
    actor: "Actor",
    words: str,
    reaches: frozenset[Reach],
    permission: Permission = Permission.MANAGE_PEOPLE,
) -> FoundPlaces:
    """Give the places of these kinds where the actor holds the right and whose names hold all the words.

    Regions and specialties are few and are all shown without a word; of the others the first ones, in
    Swedish order.
    """
    scope = actor.places(permission)
    found: list[FoundPlace] = []
    if Reach.NATIONAL in reaches and scope.national:
        found.append(FoundPlace(THE_COUNTRY, "", "", Reach.NATIONAL))
    for reach in (Reach.REGION, Reach.CARE_PROVIDER, Reach.SPECIALTY, Reach.UNIT):
        if reach in reaches:
            found += _rows(reach, scope, words)
    most = MOST_PLACES if reaches & MANY else len(found)
    return FoundPlaces(tuple(found[:most]), len(found) > most)


def place_by_key(key: str) -> AnyPlace | None:
    """Give the place with this key, or None for the whole country. Raises LookupError for no such place."""
    if key == THE_COUNTRY:
        return None
    kind, _separator, number = key.partition(":")
    if kind not in set(MODELS) or not (number.isascii() and number.isdigit()) or len(number) > 18:
        raise LookupError(key)
    place: AnyPlace | None = MODELS[Reach(kind)].objects.filter(pk=int(number)).first()
    if place is None:
        raise LookupError(key)
    return place


def reaches_of(role: Role | None) -> frozenset[Reach]:
    """Give the kinds of place a role can be held at; of no role, none."""
    return ROLES[role].reaches if role is not None else frozenset()


def _rows(reach: Reach, scope: Scope, words: str) -> Iterator[FoundPlace]:
    rows = _named(_within(reach, scope), reach, words).order_by("sort_key", "pk")
    if reach in MANY:
        rows = rows[: MOST_PLACES + 1]
    if reach is Reach.UNIT:
        for row in rows.values(
            "pk", "name", "site", provider=F("care_provider__name"), area=F("region__name")
        ):
            where = (row["site"], row["provider"], row["area"])
            detail = ", ".join(dict.fromkeys(part for part in where if part and part != row["name"]))
            yield FoundPlace(f"{reach.value}:{row['pk']}", row["name"], detail, reach)
        return
    for pk, name in rows.values_list("pk", "name"):
        yield FoundPlace(f"{reach.value}:{pk}", name, "", reach)


def _within(reach: Reach, scope: Scope) -> QuerySet[Any]:
    if reach is Reach.UNIT:
        return Unit.objects.current().within(scope)
    if reach is Reach.CARE_PROVIDER:
        providers = CareProvider.objects.current()
        mine = Q(pk__in=scope.care_provider_ids) | Q(region__in=scope.region_ids, is_private=False)
        return providers if scope.national else providers.filter(mine)
    if reach is Reach.REGION:
        regions = Region.objects.filter(merged_into__isnull=True)
        return regions if scope.national else regions.filter(pk__in=scope.region_ids)
    specialties = Specialty.objects.filter(merged_into__isnull=True, closed_on__isnull=True)
    return specialties if scope.national else specialties.filter(key__in=scope.specialty_keys)


def _named(rows: QuerySet[Any], reach: Reach, words: str) -> QuerySet[Any]:
    if reach is Reach.UNIT:
        query = prefix_query(words)
        return rows if query is None else rows.filter(search_vector=query)
    for word in words.split():
        rows = rows.filter(name__icontains=word)
    return rows
