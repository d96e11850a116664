"""The invented care providers and units of the demo, from `places.toml`."""

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kollegium.organisations.actions import (
    CareProviderValues,
    UnitValues,
    add_care_provider,
    add_unit,
    change_unit,
)
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.organisations.reference import load_reference_places

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

RENAMED_ON = date(2017, 1, 1)


@dataclass(slots=True)
class DemoPlaces:
    """What was added, found by name or key.

    Shape: regions by county code, specialties by key, care providers and units by name.
    """

    regions: dict[str, Region]
    specialties: dict[str, Specialty]
    providers: dict[str, CareProvider] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)

    def named(self, name: str) -> Region | Specialty | CareProvider | Unit:
        """Give the place of that name, code or key. Raises KeyError."""
        for places in (self.units, self.providers, self.regions, self.specialties):
            if name in places:
                return places[name]  # type: ignore[index, no-any-return]
        raise KeyError(name)


def unit_rows() -> list[dict[str, Any]]:
    """Give the rows of the units as the file has them."""
    rows: list[dict[str, Any]] = _file()["unit"]
    return rows


def add_demo_places(*, by: "Actor") -> DemoPlaces:
    """Add regions, specialties, care providers and units, and give them by name."""
    load_reference_places(by=by)
    places = DemoPlaces(
        regions={item.code: item for item in Region.objects.all()},
        specialties={item.key: item for item in Specialty.objects.all()},
    )
    by_key = {}
    for row in _file()["provider"]:
        values = CareProviderValues(
            row["name"], places.regions[row["region"]].pk, is_private=row.get("private", False)
        )
        provider = add_care_provider(values=values, by=by)
        places.providers[provider.name] = by_key[row["key"]] = provider
    for row in unit_rows():
        places.units[row["name"]] = _add_unit(row, by_key[row["provider"]], places, by)
    return places


def _add_unit(row: dict[str, Any], provider: CareProvider, places: DemoPlaces, by: "Actor") -> Unit:
    parent = places.units.get(row.get("parent", ""))
    values = UnitValues(
        name=row.get("earlier", [row["name"]])[0],
        care_provider_id=provider.pk,
        region_id=provider.region_id or 0,
        parent_id=parent.pk if parent else None,
        site=row["site"],
        specialty_ids=tuple(places.specialties[key].pk for key in row["specialties"]),
    )
    unit = add_unit(values=values, by=by)
    if unit.name != row["name"]:
        renamed = replace(values, name=row["name"])
        unit = change_unit(unit_id=unit.pk, values=renamed, renamed_on=RENAMED_ON, expected_version=1, by=by)
    return unit


def _file() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))
