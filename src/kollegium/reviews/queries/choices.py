"""What the filters of the list offer: places, specialties and years that have reviews the actor may read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import CharField, F, IntegerField, Value
from django.db.models.functions import Cast, ExtractYear

from kollegium.reviews.models import Review

if TYPE_CHECKING:
    from django.db import models

    from kollegium.domain.roles import Actor

Choice = tuple[int, str]
MOST_UNITS = 300


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """Choices by filter, each (id, name) in Swedish order; years newest first.

    `units` is empty while there are too many to choose from: narrow by region or care provider first.
    """

    regions: tuple[Choice, ...]
    care_providers: tuple[Choice, ...]
    specialties: tuple[Choice, ...]
    years: tuple[int, ...]
    units: tuple[Choice, ...] = ()


def filter_choices_for(
    actor: "Actor", *, region_id: int | None = None, care_provider_id: int | None = None
) -> FilterChoices:
    """Give what the filters offer; two queries."""
    seen = Review.objects.visible_to(actor).standing()
    rows = _distinct(seen, "region", "unit__region").union(
        _distinct(seen, "care_provider", "care_provider"),
        _distinct(seen, "specialty", "specialty"),
        seen.filter(visit_from__isnull=False)
        .annotate(
            what=Value("year"),
            number=ExtractYear("visit_from", output_field=IntegerField()),
            label=Value(""),
            key=Cast(ExtractYear("visit_from"), CharField()),
        )
        .values_list("what", "number", "label", "key"),
    )
    by_kind: dict[str, list[tuple[str, int, str]]] = {}
    for what, number, label, key in rows:
        by_kind.setdefault(what, []).append((key, number, label))
    return FilterChoices(
        regions=_sorted(by_kind.get("region", [])),
        care_providers=_sorted(by_kind.get("care_provider", [])),
        specialties=_sorted(by_kind.get("specialty", [])),
        years=tuple(sorted((number for _, number, _ in by_kind.get("year", [])), reverse=True)),
        units=_units(seen, region_id, care_provider_id),
    )


def _distinct(
    seen: "models.QuerySet[Review]", what: str, path: str
) -> "models.QuerySet[Review, tuple[object, ...]]":
    return (
        seen.filter(**{f"{path}__isnull": False})
        .annotate(
            what=Value(what),
            number=Cast(F(f"{path}__pk"), IntegerField()),
            label=F(f"{path}__name"),
            key=F(f"{path}__sort_key"),
        )
        .values_list("what", "number", "label", "key")
    )


def _units(
    seen: "models.QuerySet[Review]", region_id: int | None, care_provider_id: int | None
) -> tuple[Choice, ...]:
    if region_id:
        seen = seen.filter(unit__region_id=region_id)
    if care_provider_id:
        seen = seen.filter(care_provider_id=care_provider_id)
    rows = list(
        seen.order_by("unit__sort_key", "unit_id")
        .values_list("unit_id", "unit__name", "unit__site")
        .distinct()[: MOST_UNITS + 1]
    )
    if len(rows) > MOST_UNITS:
        return ()
    return tuple((pk, f"{name}, {site}" if site and site not in name else name) for pk, name, site in rows)


def _sorted(rows: list[tuple[str, int, str]]) -> tuple[Choice, ...]:
    return tuple((number, label) for _, number, label in sorted(rows))
