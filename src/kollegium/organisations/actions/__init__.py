"""Every write of places."""

from kollegium.organisations.actions.others import (
    CareProviderValues,
    add_care_provider,
    add_region,
    add_specialty,
    change_care_provider,
    change_region,
    change_specialty,
    merge_care_provider,
    merge_region,
    merge_specialty,
)
from kollegium.organisations.actions.refusals import PlacesRefused
from kollegium.organisations.actions.units import (
    UnitValues,
    add_unit,
    change_unit,
    close_unit,
    merge_unit,
    reopen_unit,
)

__all__ = [
    "CareProviderValues",
    "PlacesRefused",
    "UnitValues",
    "add_care_provider",
    "add_region",
    "add_specialty",
    "add_unit",
    "change_care_provider",
    "change_region",
    "change_specialty",
    "change_unit",
    "close_unit",
    "merge_care_provider",
    "merge_region",
    "merge_specialty",
    "merge_unit",
    "reopen_unit",
]
