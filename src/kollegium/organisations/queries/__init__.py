"""Every read of places that a page or a right needs."""

from kollegium.organisations.queries.lists import (
    PLACE_ORDER,
    UnitFilters,
    UnitNarrowing,
    list_care_providers,
    list_regions,
    list_specialties,
    list_units,
    register_unit_narrowing,
    unit_narrowings,
)
from kollegium.organisations.queries.matching import NearUnit, near_specialties, near_units
from kollegium.organisations.queries.places import (
    get_care_provider_for,
    get_region_for,
    get_specialty_for,
    get_unit_for,
    places_with_hsa_ids,
    specialty_choices,
    specialty_names,
    unit_ids_above,
    unit_ids_with_children,
)

__all__ = [
    "NearUnit",
    "UnitFilters",
    "UnitNarrowing",
    "get_care_provider_for",
    "get_region_for",
    "get_specialty_for",
    "get_unit_for",
    "list_care_providers",
    "list_regions",
    "list_specialties",
    "PLACE_ORDER",
    "list_units",
    "near_specialties",
    "near_units",
    "places_with_hsa_ids",
    "register_unit_narrowing",
    "specialty_choices",
    "specialty_names",
    "unit_ids_above",
    "unit_ids_with_children",
    "unit_narrowings",
]
