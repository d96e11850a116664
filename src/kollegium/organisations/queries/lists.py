"""Lists of places: searched, filtered and ordered; the pages cut them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import Promise

from kollegium.domain.roles import Permission, Scope
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.ui.keyset import OrderColumn, ordering

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

UNIT_COLUMNS = (
    "pk",
    "name",
    "sort_key",
    "site",
    "closed_on",
    "merged_into_id",
    "merged_into__name",
    "care_provider_id",
    "care_provider__name",
    "region_id",
    "region__name",
)


# All places stand in Swedish order of their names.
PLACE_ORDER = (OrderColumn("sort_key", holds=str), OrderColumn("pk"))


@dataclass(frozen=True, slots=True)
class UnitFilters:
    """What a list of units is narrowed by; None and an empty search narrow nothing."""

    search: str = ""
    region_id: int | None = None
    care_provider_id: int | None = None
    specialty_id: int | None = None
    with_closed: bool = False
    only: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class UnitNarrowing:
    """A filter another capability adds to the list: whoever holds the permission may keep only these units."""

    label: str | Promise
    permission: Permission
    keep: Callable[[Scope, date], QuerySet[Unit]]


_NARROWINGS: dict[str, UnitNarrowing] = {}


def register_unit_narrowing(key: str, narrowing: UnitNarrowing) -> None:
    """Add a filter to the list of units; called once when a capability starts."""
    _NARROWINGS[key] = narrowing


def unit_narrowings(actor: "Actor") -> list[tuple[str, str | Promise]]:
    """Give key and label of the filters of other capabilities whose right reaches the actor some unit."""
    scopes = {key: actor.places(one.permission) for key, one in _NARROWINGS.items()}
    # A right over a specialty alone reaches reviews, and no unit as a place.
    return [
        (key, _NARROWINGS[key].label)
        for key, scope in scopes.items()
        if scope.national or scope.region_ids or scope.care_provider_ids or scope.unit_ids
    ]


def list_units(actor: "Actor", filters: UnitFilters) -> QuerySet[Unit, dict[str, Any]]:
    """Give plain rows of units in Swedish order; every word of the search must begin a word of the unit's."""
    if not actor.may(Permission.READ_PLACES):
        return Unit.objects.none().values(*UNIT_COLUMNS)
    units = Unit.objects.all() if filters.with_closed else Unit.objects.current()
    if filters.region_id:
        units = units.filter(region_id=filters.region_id)
    if filters.care_provider_id:
        units = units.filter(care_provider_id=filters.care_provider_id)
    if filters.specialty_id:
        units = units.filter(unit_specialties__specialty_id=filters.specialty_id)
    query = prefix_query(filters.search)
    if query is not None:
        units = units.filter(search_vector=query)
    narrowing = _NARROWINGS.get(filters.only)
    if narrowing is not None and filters.as_of is not None:
        units = units.filter(
            pk__in=narrowing.keep(actor.places(narrowing.permission), filters.as_of).values("pk")
        )
    return units.order_by(*ordering(PLACE_ORDER)).values(*UNIT_COLUMNS)


def prefix_query(search: str) -> SearchQuery | None:
    """Give a query in which every word is the beginning of a word, or None when nothing is asked for."""
    words = ["".join(char for char in word if char.isalnum()) for word in search.lower().split()]
    words = [word for word in words if word]
    if not words:
        return None
    return SearchQuery(" & ".join(f"{word}:*" for word in words), config="simple", search_type="raw")


def list_care_providers(actor: "Actor", search: str = "") -> QuerySet[CareProvider, dict[str, Any]]:
    """Give plain rows of care providers in use with the number of their units, in Swedish order."""
    if not actor.may(Permission.READ_PLACES):
        return CareProvider.objects.none().values("pk")
    found = CareProvider.objects.current()
    for word in search.split():
        found = found.filter(name__icontains=word)
    return (
        found.annotate(unit_count=Count("units", filter=_CURRENT_UNITS))
        .order_by(*ordering(PLACE_ORDER))
        .values("pk", "sort_key", "name", "is_private", "unit_count", region_name=F("region__name"))
    )


def list_regions(actor: "Actor", search: str = "") -> QuerySet[Region, dict[str, Any]]:
    """Give plain rows of regions with the number of their units, in Swedish order."""
    if not actor.may(Permission.READ_PLACES):
        return Region.objects.none().values("pk")
    found = Region.objects.filter(merged_into__isnull=True)
    for word in search.split():
        found = found.filter(name__icontains=word)
    return (
        found.annotate(unit_count=Count("units", filter=_CURRENT_UNITS))
        .order_by(*ordering(PLACE_ORDER))
        .values("pk", "sort_key", "code", "name", "unit_count")
    )


def list_specialties(actor: "Actor", search: str = "") -> QuerySet[Specialty, dict[str, Any]]:
    """Give plain rows of specialties in use with the number of units that train in them."""
    if not actor.may(Permission.READ_PLACES):
        return Specialty.objects.none().values("pk")
    found = Specialty.objects.filter(merged_into__isnull=True, closed_on__isnull=True)
    for word in search.split():
        found = found.filter(Q(name__icontains=word) | Q(name_en__icontains=word))
    return (
        found.annotate(
            unit_count=Count(
                "units",
                filter=Q(units__merged_into__isnull=True, units__closed_on__isnull=True),
                distinct=True,
            )
        )
        .order_by(*ordering(PLACE_ORDER))
        .values("pk", "sort_key", "key", "name", "name_en", "kind", "group", "unit_count")
    )


_CURRENT_UNITS = Q(units__merged_into__isnull=True, units__closed_on__isnull=True)
