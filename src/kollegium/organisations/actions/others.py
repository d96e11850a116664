"""Add, change and merge care providers, regions and specialties."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.utils.text import slugify

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
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit, UnitSpecialty
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

THE_COUNTRY = Place()


@dataclass(frozen=True, slots=True)
class CareProviderValues:
    """What a person says of a care provider."""

    name: str
    region_id: int | None
    is_private: bool
    organisation_number: str = ""
    hsa_id: str = ""

    def columns(self) -> dict[str, Any]:
        """Give the values as they are stored. Raises PlacesRefused without a name or for a wrong HSA-id."""
        name = clean_name(self.name)
        return {
            "name": name,
            "sort_key": sort_key(name),
            "region_id": self.region_id,
            "is_private": self.is_private,
            "organisation_number": self.organisation_number.strip(),
            "hsa_id": clean_hsa_id(self.hsa_id),
        }


def add_care_provider(*, values: CareProviderValues, by: "Actor") -> CareProvider:
    """Add a care provider and give it. Raises PlacesRefused."""
    require_right(by, Place(region_id=values.region_id))
    columns = values.columns()
    with recording(by=by, action="organisations.add_care_provider"):
        _provider_name_must_be_free(columns["name"], except_pk=None)
        require_free_hsa_id(columns["hsa_id"])
        return CareProvider.objects.create(**columns)


def change_care_provider(
    *, care_provider_id: int, values: CareProviderValues, expected_version: int, by: "Actor"
) -> CareProvider:
    """Change or rename a care provider. Raises PlacesRefused."""
    columns = values.columns()
    with recording(by=by, action="organisations.change_care_provider"):
        provider = locked(CareProvider, care_provider_id, expected_version)
        require_right(by, Place(region_id=provider.region_id, care_provider_id=provider.pk))
        _provider_name_must_be_free(columns["name"], except_pk=provider.pk)
        require_free_hsa_id(columns["hsa_id"], except_for=provider)
        for column, value in columns.items():
            setattr(provider, column, value)
        provider.version += 1
        provider.save()
        jobs.enqueue("reviews.refresh_search", care_provider_id=provider.pk)
    return provider


def merge_care_provider(*, care_provider_id: int, into_id: int, by: "Actor") -> CareProvider:
    """Let one care provider go up in another: its units move. Raises PlacesRefused."""
    with recording(by=by, action="organisations.merge_care_provider"):
        provider, into = locked(CareProvider, care_provider_id), locked(CareProvider, into_id)
        require_right(by, Place(region_id=provider.region_id, care_provider_id=provider.pk))
        require_right(by, Place(region_id=into.region_id, care_provider_id=into.pk))
        check_merge(provider, into)
        taken = Unit.objects.filter(care_provider=into, merged_into__isnull=True)
        for unit in Unit.objects.filter(care_provider=provider, merged_into__isnull=True):
            if taken.filter(name=unit.name, site=unit.site).exists():
                raise PlacesRefused("name-taken", name=unit.name)
        Unit.objects.filter(care_provider=provider).update(care_provider=into, version=F("version") + 1)
        provider.merged_into, provider.version = into, provider.version + 1
        provider.save(update_fields=["merged_into", "version"])
        hand_over_hsa_id(provider, into)
        jobs.enqueue("reviews.refresh_search", care_provider_id=into.pk)
    return into


def add_region(*, code: str, name: str, by: "Actor") -> Region:
    """Add a region and give it. Raises PlacesRefused."""
    require_right(by, THE_COUNTRY)
    name, code = clean_name(name), code.strip()
    with recording(by=by, action="organisations.add_region"):
        _must_be_free(Region, "name", name, "name-taken", except_pk=None)
        _must_be_free(Region, "code", code, "code-taken", except_pk=None)
        return Region.objects.create(code=code, name=name, sort_key=sort_key(name))


def change_region(*, region_id: int, code: str, name: str, expected_version: int, by: "Actor") -> Region:
    """Change a region's name or code. Raises PlacesRefused."""
    name, code = clean_name(name), code.strip()
    with recording(by=by, action="organisations.change_region"):
        region = locked(Region, region_id, expected_version)
        require_right(by, THE_COUNTRY)
        _must_be_free(Region, "name", name, "name-taken", except_pk=region.pk)
        _must_be_free(Region, "code", code, "code-taken", except_pk=region.pk)
        region.name, region.code, region.sort_key = name, code, sort_key(name)
        region.version += 1
        region.save()
        jobs.enqueue("reviews.refresh_search", region_id=region.pk)
    return region


def merge_region(*, region_id: int, into_id: int, by: "Actor") -> Region:
    """Let one region go up in another: its units and care providers move. Raises PlacesRefused."""
    with recording(by=by, action="organisations.merge_region"):
        region, into = locked(Region, region_id), locked(Region, into_id)
        require_right(by, THE_COUNTRY)
        check_merge(region, into)
        Unit.objects.filter(region=region).update(region=into, version=F("version") + 1)
        CareProvider.objects.filter(region=region).update(region=into, version=F("version") + 1)
        region.merged_into, region.version = into, region.version + 1
        region.save(update_fields=["merged_into", "version"])
        jobs.enqueue("reviews.refresh_search", region_id=into.pk)
    return into


def add_specialty(*, name: str, name_en: str, kind: str, parent_id: int | None, by: "Actor") -> Specialty:
    """Add a specialty and give it; its key is made from the name and never changes. Raises PlacesRefused."""
    require_right(by, THE_COUNTRY)
    name = clean_name(name)
    key = slugify(name.lower().translate(str.maketrans("åäöéü", "aaoeu")))[:80]
    with recording(by=by, action="organisations.add_specialty"):
        _must_be_free(Specialty, "name", name, "name-taken", except_pk=None)
        _must_be_free(Specialty, "key", key, "name-taken", except_pk=None)
        return Specialty.objects.create(
            key=key,
            name=name,
            name_en=" ".join(name_en.split()),
            sort_key=sort_key(name),
            kind=kind,
            parent_id=parent_id,
        )


def change_specialty(
    *,
    specialty_id: int,
    name: str,
    name_en: str,
    kind: str,
    parent_id: int | None,
    expected_version: int,
    by: "Actor",
) -> Specialty:
    """Change or rename a specialty. Raises PlacesRefused."""
    name = clean_name(name)
    with recording(by=by, action="organisations.change_specialty"):
        specialty = locked(Specialty, specialty_id, expected_version)
        require_right(by, THE_COUNTRY)
        _must_be_free(Specialty, "name", name, "name-taken", except_pk=specialty.pk)
        specialty.name, specialty.name_en = name, " ".join(name_en.split())
        specialty.sort_key, specialty.kind = sort_key(name), kind
        specialty.parent_id = parent_id if parent_id != specialty.pk else None
        specialty.version += 1
        specialty.save()
        jobs.enqueue("reviews.refresh_search", specialty_id=specialty.pk)
    return specialty


def merge_specialty(*, specialty_id: int, into_id: int, by: "Actor") -> Specialty:
    """Let one specialty go up in another: units train in the other; old reviews keep theirs.

    **Raises** PlacesRefused.
    """
    with recording(by=by, action="organisations.merge_specialty"):
        specialty, into = locked(Specialty, specialty_id), locked(Specialty, into_id)
        require_right(by, THE_COUNTRY)
        check_merge(specialty, into)
        there = set(UnitSpecialty.objects.filter(specialty=into).values_list("unit_id", flat=True))
        UnitSpecialty.objects.filter(specialty=specialty, unit_id__in=there).delete()
        UnitSpecialty.objects.filter(specialty=specialty).update(specialty=into)
        specialty.merged_into, specialty.version = into, specialty.version + 1
        specialty.save(update_fields=["merged_into", "version"])
    return into


def _provider_name_must_be_free(name: str, *, except_pk: int | None) -> None:
    if CareProvider.objects.filter(name=name, merged_into__isnull=True).exclude(pk=except_pk).exists():
        raise PlacesRefused("name-taken", name=name)


def _must_be_free(
    model: type[Region] | type[Specialty], column: str, value: str, code: str, *, except_pk: int | None
) -> None:
    if model.objects.filter(**{column: value}).exclude(pk=except_pk).exists():  # type: ignore[attr-defined]
        raise PlacesRefused(code, name=value)
