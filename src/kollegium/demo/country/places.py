"""Care providers and units of the larger demos, spread over the regions by how many people live there."""

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from kollegium.demo.country.names import place_names, unit_name
from kollegium.domain.swedish import sort_key
from kollegium.organisations.actions import CareProviderValues, add_care_provider
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit, UnitSpecialty
from kollegium.trail.copying import copy_in, reserved_ids
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.demo.places import DemoPlaces
    from kollegium.demo.sizes import Size
    from kollegium.domain.roles import Actor

# Inhabitants in hundred thousands, rounded: only to make large regions large.
WEIGHTS = {"01": 24, "03": 4, "05": 5, "12": 14, "14": 18}
USUAL_WEIGHT = 3
# Every second unit is a health centre; the other specialties share the rest.
HEALTH_CENTRE_SHARE = 0.5
PRIVATE_SHARE = 0.2
SECOND_SPECIALTY_SHARE = 0.15
UNITS_OF_A_PRIVATE_PROVIDER = 12


@dataclass(frozen=True, slots=True)
class AddedUnit:
    """A unit that was added, with the specialties it trains in, the main one first."""

    unit: Unit
    specialties: tuple[Specialty, ...]


def add_units(places: "DemoPlaces", size: "Size", rng: Random, *, by: "Actor") -> list[AddedUnit]:
    """Add so many units that there are as many as the size says, with their care providers, and give them."""
    count = size.units - len(places.units)
    regions = [places.regions[code] for code in size.region_codes or sorted(places.regions)]
    public = {region.pk: _public_provider(region, places, by) for region in regions}
    private = _private_providers(regions, count, rng, by)
    names = place_names(rng)
    specialties = sorted(places.specialties.values(), key=lambda item: item.key)
    weights = [WEIGHTS.get(region.code, USUAL_WEIGHT) for region in regions]
    added: list[AddedUnit] = []
    taken: set[tuple[int, str, str]] = set()
    ids = reserved_ids(Unit, count)
    while len(added) < count:
        region = rng.choices(regions, weights)[0]
        trained = _trained(places.specialties["allmanmedicin"], specialties, rng)
        provider = public[region.pk]
        if private.get(region.pk) and rng.random() < PRIVATE_SHARE:
            provider = rng.choice(private[region.pk])
        site = rng.choice(names)
        name = unit_name(trained[0].key, trained[0].name, site, rng)
        if (provider.pk, name, site) in taken:
            continue
        taken.add((provider.pk, name, site))
        added.append(AddedUnit(_unit(ids[len(added)], name, site, provider, region), trained))
    with recording(by=by, action="organisations.add_unit"):
        copy_in([item.unit for item in added])
        copy_in(
            [
                UnitSpecialty(unit_id=item.unit.pk, specialty_id=specialty.pk)
                for item in added
                for specialty in item.specialties
            ]
        )
    return added


def _unit(pk: int, name: str, site: str, provider: CareProvider, region: Region) -> Unit:
    return Unit(
        pk=pk,
        name=name,
        sort_key=sort_key(name),
        care_provider=provider,
        region=region,
        site=site,
        search_text="\n".join([name, site, ""]),
    )


def _trained(general_practice: Specialty, specialties: list[Specialty], rng: Random) -> tuple[Specialty, ...]:
    if rng.random() < HEALTH_CENTRE_SHARE:
        return (general_practice,)
    main = rng.choice(specialties)
    if main != general_practice and rng.random() < SECOND_SPECIALTY_SHARE:
        second = rng.choice(specialties)
        return (main, second) if second != main else (main,)
    return (main,)


def _public_provider(region: Region, places: "DemoPlaces", by: "Actor") -> CareProvider:
    known = next(
        (item for item in places.providers.values() if item.region_id == region.pk and not item.is_private),
        None,
    )
    values = CareProviderValues(region.name, region.pk, is_private=False)
    return known or add_care_provider(values=values, by=by)


def _private_providers(
    regions: list[Region], unit_count: int, rng: Random, by: "Actor"
) -> dict[int, list[CareProvider]]:
    """Give region id → private care providers."""
    found: dict[int, list[CareProvider]] = {}
    count = max(1, round(unit_count * PRIVATE_SHARE / UNITS_OF_A_PRIVATE_PROVIDER))
    for name in place_names(rng)[:count]:
        region = rng.choice(regions)
        values = CareProviderValues(f"{name} Vård AB", region.pk, is_private=True)
        provider = add_care_provider(values=values, by=by)
        found.setdefault(region.pk, []).append(provider)
    return found
