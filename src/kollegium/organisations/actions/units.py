"""Add, change, rename, merge and close units."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F

from kollegium import jobs
from kollegium.domain.roles import Place
from kollegium.domain.swedish import sort_key
from kollegium.organisations.actions.hsa_ids import clean_hsa_id, hand_over_hsa_id, require_free_hsa_id
from kollegium.organisations.actions.refusals import (
    PlacesRefused,
    check_merge,
    clean_name,
    locked,
    require_right,
)
from kollegium.organisations.models import EarlierName, Unit, UnitSpecialty
from kollegium.organisations.queries.places import unit_ids_with_children
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class UnitValues:
    """What a person says of a unit."""

    name: str
    care_provider_id: int
    region_id: int
    parent_id: int | None = None
    site: str = ""
    hsa_id: str = ""
    specialty_ids: tuple[int, ...] = ()


def add_unit(*, values: UnitValues, by: "Actor") -> Unit:
    """Add a unit and give it. Raises PlacesRefused."""
    require_right(by, Place(region_id=values.region_id, care_provider_id=values.care_provider_id))
    name, columns = clean_name(values.name), _columns(values)
    with recording(by=by, action="organisations.add_unit"):
        _name_must_be_free(values, name, except_pk=None)
        require_free_hsa_id(columns["hsa_id"])
        unit = Unit.objects.create(name=name, sort_key=sort_key(name), **columns)
        _set_specialties(unit, values.specialty_ids)
        refresh_search_text(unit)
    return unit


def change_unit(
    *, unit_id: int, values: UnitValues, renamed_on: date | None, expected_version: int, by: "Actor"
) -> Unit:
    """Change what is said of a unit; a new name keeps the old one as an earlier name. Raises PlacesRefused.

    `renamed_on` is the first day of the new name, None when it only corrects how the name was
    written: then nobody ever used the old one and it is not kept.
    """
    name, columns = clean_name(values.name), _columns(values)
    with recording(by=by, action="organisations.change_unit"):
        unit = locked(Unit, unit_id, expected_version)
        require_right(by, unit.place)
        require_right(by, Place(region_id=values.region_id, care_provider_id=values.care_provider_id))
        _name_must_be_free(values, name, except_pk=unit.pk)
        require_free_hsa_id(columns["hsa_id"], except_for=unit)
        if values.parent_id is not None and values.parent_id in unit_ids_with_children([unit.pk]):
            raise PlacesRefused("parent-below")
        if unit.name != name and renamed_on is not None:
            _keep_name(unit, unit.name, renamed_on)
        unit.name, unit.sort_key, unit.version = name, sort_key(name), unit.version + 1
        for column, value in columns.items():
            setattr(unit, column, value)
        unit.save()
        _set_specialties(unit, values.specialty_ids)
        refresh_search_text(unit)
        jobs.enqueue("reviews.refresh_search", unit_id=unit.pk)
    return unit


def merge_unit(*, unit_id: int, into_id: int, merged_on: date, by: "Actor") -> Unit:
    """Let one unit go up in another and give the other.

    The old unit's reviews stay its own and are reached through the new one; its names are found
    under the new one too; the units below it move. Raises PlacesRefused.
    """
    with recording(by=by, action="organisations.merge_unit"):
        unit, into = locked(Unit, unit_id), locked(Unit, into_id)
        require_right(by, unit.place)
        require_right(by, into.place)
        check_merge(unit, into)
        if into.pk in unit_ids_with_children([unit.pk]):
            raise PlacesRefused("parent-below")
        _keep_name(into, unit.name, merged_on)
        for earlier in EarlierName.objects.filter(unit=unit):
            _keep_name(into, earlier.name, earlier.used_until)
        Unit.objects.filter(parent=unit).update(parent=into)
        missing = set(unit.specialties.values_list("pk", flat=True)) - set(
            into.specialties.values_list("pk", flat=True)
        )
        UnitSpecialty.objects.bulk_create(UnitSpecialty(unit=into, specialty_id=pk) for pk in sorted(missing))
        Unit.objects.filter(pk=unit.pk).update(
            merged_into=into, closed_on=merged_on, version=F("version") + 1
        )
        Unit.objects.filter(pk=into.pk).update(version=F("version") + 1)
        hand_over_hsa_id(unit, into)
        refresh_search_text(into)
    into.refresh_from_db()
    return into


def close_unit(*, unit_id: int, closed_on: date, expected_version: int, by: "Actor") -> Unit:
    """Close a unit; it is kept with everything said of it. Raises PlacesRefused."""
    with recording(by=by, action="organisations.close_unit"):
        unit = locked(Unit, unit_id, expected_version)
        require_right(by, unit.place)
        unit.closed_on, unit.version = closed_on, unit.version + 1
        unit.save(update_fields=["closed_on", "version"])
    return unit


def reopen_unit(*, unit_id: int, expected_version: int, by: "Actor") -> Unit:
    """Open a closed unit again; a merged one stays merged. Raises PlacesRefused."""
    with recording(by=by, action="organisations.reopen_unit"):
        unit = locked(Unit, unit_id, expected_version)
        require_right(by, unit.place)
        if unit.merged_into_id is not None:
            raise PlacesRefused("already-merged")
        unit.closed_on, unit.version = None, unit.version + 1
        unit.save(update_fields=["closed_on", "version"])
    return unit


def refresh_search_text(unit: Unit) -> None:
    """Store the words a unit is found by: its names and its site."""
    names = EarlierName.objects.filter(unit=unit).order_by("pk").values_list("name", flat=True)
    text = "\n".join([unit.name, unit.site, unit.hsa_id, *names])
    Unit.objects.filter(pk=unit.pk).update(search_text=text)


def _columns(values: UnitValues) -> dict[str, Any]:
    return {
        "care_provider_id": values.care_provider_id,
        "region_id": values.region_id,
        "parent_id": values.parent_id,
        "site": " ".join(values.site.split()),
        "hsa_id": clean_hsa_id(values.hsa_id),
    }


def _name_must_be_free(values: UnitValues, name: str, *, except_pk: int | None) -> None:
    taken = Unit.objects.filter(
        care_provider_id=values.care_provider_id,
        name=name,
        site=" ".join(values.site.split()),
        merged_into__isnull=True,
    ).exclude(pk=except_pk)
    if taken.exists():
        raise PlacesRefused("name-taken", name=name)


def _set_specialties(unit: Unit, specialty_ids: tuple[int, ...]) -> None:
    wanted = set(specialty_ids)
    UnitSpecialty.objects.filter(unit=unit).exclude(specialty_id__in=wanted).delete()
    present = set(UnitSpecialty.objects.filter(unit=unit).values_list("specialty_id", flat=True))
    UnitSpecialty.objects.bulk_create(
        UnitSpecialty(unit=unit, specialty_id=pk) for pk in sorted(wanted - present)
    )


def _keep_name(unit: Unit, name: str, used_until: date | None) -> None:
    EarlierName.objects.get_or_create(
        unit=unit, name=name, defaults={"sort_key": sort_key(name), "used_until": used_until}
    )
