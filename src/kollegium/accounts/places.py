"""The place a role is held at, as rights are checked against it."""

from typing import TYPE_CHECKING

from kollegium.domain.roles import Place

if TYPE_CHECKING:
    from kollegium.organisations.models import CareProvider, Region, Specialty, Unit


def place_of(at: "Region | CareProvider | Unit | Specialty | None") -> Place:
    """Give where a role held at this is held, for the right to give it there; None is the whole country."""
    kind = at._meta.model_name if at is not None else None
    if kind == "unit":
        return at.place  # type: ignore[union-attr]
    if kind == "careprovider":
        # A private company may have units in other regions: its people are not the region's to appoint.
        region_id = None if at.is_private else at.region_id  # type: ignore[union-attr]
        return Place(region_id=region_id, care_provider_id=at.pk)  # type: ignore[union-attr]
    if kind == "region":
        return Place(region_id=at.pk)  # type: ignore[union-attr]
    return Place(specialty_key=at.key) if at is not None else Place()  # type: ignore[union-attr]
