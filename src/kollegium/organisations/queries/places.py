"""Single places, fetched for somebody; and everything below a unit."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

from django.db import connection
from django.http import Http404
from django.utils.translation import get_language

from kollegium.domain.roles import Permission, Reach
from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def unit_ids_with_children(unit_ids: Iterable[int]) -> frozenset[int]:
    """Give the units, everything below them however deep, and what was merged into any of them.

    One query; none for no unit.
    """
    ids = sorted(set(unit_ids))
    if not ids:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE below(id) AS (
                SELECT id FROM organisations_unit WHERE id = ANY(%s)
                UNION
                SELECT child.id FROM organisations_unit child
                JOIN below ON child.parent_id = below.id OR child.merged_into_id = below.id
            )
            SELECT id FROM below
            """,
            [ids],
        )
        return frozenset(row[0] for row in cursor.fetchall())


def unit_ids_above(unit_id: int) -> frozenset[int]:
    """Give the unit, everything it lies under however far up, and what it was merged into; one query.

    The other way round from `unit_ids_with_children`: who holds a role at one of these reaches the unit.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE above(id) AS (
                SELECT %s::bigint
                UNION
                SELECT step.id FROM organisations_unit unit
                JOIN above ON unit.id = above.id
                CROSS JOIN LATERAL (VALUES (unit.parent_id), (unit.merged_into_id)) step(id)
                WHERE step.id IS NOT NULL
            )
            SELECT id FROM above
            """,
            [unit_id],
        )
        return frozenset(row[0] for row in cursor.fetchall())


def get_unit_for(actor: "Actor", unit_id: int) -> Unit:
    """Give the unit with its provider, region, parent and successor. Raises Http404."""
    _may_look(actor)
    related = ("care_provider", "region", "parent", "merged_into")
    unit = Unit.objects.select_related(*related).filter(pk=unit_id).first()
    return unit or _missing()


def get_care_provider_for(actor: "Actor", care_provider_id: int) -> CareProvider:
    """Give the care provider with its region and successor. Raises Http404."""
    _may_look(actor)
    found = CareProvider.objects.select_related("region", "merged_into").filter(pk=care_provider_id)
    return found.first() or _missing()


def get_region_for(actor: "Actor", region_id: int) -> Region:
    """Give the region with its successor. Raises Http404."""
    _may_look(actor)
    return Region.objects.select_related("merged_into").filter(pk=region_id).first() or _missing()


def get_specialty_for(actor: "Actor", specialty_id: int) -> Specialty:
    """Give the specialty with its base specialty and successor. Raises Http404."""
    _may_look(actor)
    found = Specialty.objects.select_related("parent", "merged_into").filter(pk=specialty_id)
    return found.first() or _missing()


def specialty_choices() -> list[tuple[int, str]]:
    """Give (id, name) of every specialty in use, named and ordered in the language of the page."""
    rows = _specialties_in_use().rows()
    if get_language() != "en":
        return [(pk, name) for pk, name, _ in rows]
    return sorted(((pk, name_en or name) for pk, name, name_en in rows), key=lambda row: row[1].casefold())


def specialty_names() -> dict[str, str]:
    """Give the names in the language of the page of those specialties that are called otherwise in it.

    Shape: Swedish name → name; empty, and without a query, where the page is Swedish.
    """
    if get_language() != "en":
        return {}
    return dict(Specialty.objects.exclude(name_en="").values_list("name", "name_en"))


def region_choices() -> list[tuple[int, str]]:
    """Give (id, name) of every region in use, in Swedish order."""
    return [(pk, name) for pk, name in _regions_in_use().rows()]


def care_provider_choices() -> list[tuple[int, str]]:
    """Give (id, name) of every care provider in use, in Swedish order."""
    return [(pk, name) for pk, name in _care_providers_in_use().rows()]


# Forms and filters offer these on every page that holds one of them.
@lru_cache(maxsize=1)
def _specialties_in_use() -> Statement:
    found = Specialty.objects.filter(merged_into__isnull=True, closed_on__isnull=True)
    return Statement.of(found.order_by("sort_key").values_list("pk", "name", "name_en"))


@lru_cache(maxsize=1)
def _regions_in_use() -> Statement:
    found = Region.objects.filter(merged_into__isnull=True)
    return Statement.of(found.order_by("sort_key").values_list("pk", "name"))


@lru_cache(maxsize=1)
def _care_providers_in_use() -> Statement:
    return Statement.of(CareProvider.objects.current().order_by("sort_key").values_list("pk", "name"))


def unit_choices() -> list[tuple[int, str]]:
    """Give (id, name and site) of every unit in use, in Swedish order."""
    found = Unit.objects.current().order_by("sort_key", "pk").values_list("pk", "name", "site")
    return [(pk, f"{name}, {site}" if site and site not in name else name) for pk, name, site in found]


def unit_names(unit: Unit) -> list[dict[str, object]]:
    """Give the earlier names of a unit with the day each was last used, newest first."""
    return list(unit.earlier_names.order_by("-used_until", "sort_key").values("name", "used_until"))


def units_under(unit: Unit) -> list[dict[str, object]]:
    """Give (id, name) of the units that lie directly under a unit, in Swedish order."""
    return list(unit.children.filter(merged_into__isnull=True).order_by("sort_key").values("pk", "name"))


def units_merged_into(unit: Unit) -> list[dict[str, object]]:
    """Give (id, name, day) of the units that went up in a unit, newest first."""
    return list(unit.merged_from.order_by("-closed_on", "sort_key").values("pk", "name", "closed_on"))


def specialties_of(unit: Unit) -> list[dict[str, object]]:
    """Give (id, name, English name, kind) of the specialties a unit trains in, in Swedish order."""
    return list(unit.specialties.order_by("sort_key").values("pk", "name", "name_en", "kind"))


def _may_look(actor: "Actor") -> None:
    if not actor.may(Permission.READ_PLACES):
        _missing()


def _missing() -> NoReturn:
    raise Http404


def places_with_hsa_ids(hsa_ids: Collection[str]) -> dict[tuple[Reach, str], Unit | CareProvider]:
    """Give the units and care providers with these HSA-ids; one that has gone up in another gives the other.

    Shape: (kind of place, HSA-id) → place; an id that no place has is missing.
    """
    found: dict[tuple[Reach, str], Unit | CareProvider] = {}
    kinds: tuple[tuple[Reach, type[Any]], ...] = ((Reach.UNIT, Unit), (Reach.CARE_PROVIDER, CareProvider))
    for reach, model in kinds:
        for place in model.objects.filter(hsa_id__in=[one for one in hsa_ids if one]):
            hsa_id = place.hsa_id
            while place.merged_into is not None:
                place = place.merged_into
            found[reach, hsa_id] = place
    return found
