"""What the filters of the list offer: places, specialties and years that have reviews the actor may read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import BigIntegerField, CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Cast, ExtractYear

from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.reviews.models import Review

if TYPE_CHECKING:
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
    rows = _with_reviews(Region, "region", seen.filter(unit__region=OuterRef("pk"))).union(
        _with_reviews(CareProvider, "care_provider", seen.filter(care_provider=OuterRef("pk"))),
        _with_reviews(Specialty, "specialty", seen.filter(specialty=OuterRef("pk"))),
        _years(seen),
        all=True,
    )
    by_kind: dict[str, list[tuple[str, int, str]]] = {}
    for what, number, label, order in rows:
        by_kind.setdefault(what, []).append((order, number, label))
    return FilterChoices(
        regions=_sorted(by_kind.get("region", [])),
        care_providers=_sorted(by_kind.get("care_provider", [])),
        specialties=_sorted(by_kind.get("specialty", [])),
        years=tuple(sorted((number for _, number, _ in by_kind.get("year", [])), reverse=True)),
        units=_units(seen, region_id, care_provider_id),
    )


def _with_reviews(
    model: type[models.Model], what: str, reviews: "models.QuerySet[Review]"
) -> "models.QuerySet[models.Model, tuple[object, ...]]":
    # From the few places to the many reviews: one look in an index for each place.
    return (
        model._default_manager.filter(Exists(reviews))
        .annotate(
            what=Value(what),
            number=Cast(F("pk"), BigIntegerField()),
            label=F("name"),
            order=F("sort_key"),
        )
        .values_list("what", "number", "label", "order")
    )


def _years(seen: "models.QuerySet[Review]") -> "models.QuerySet[Review, tuple[object, ...]]":
    return (
        seen.filter(visit_from__isnull=False)
        .annotate(
            what=Value("year"),
            number=ExtractYear("visit_from", output_field=BigIntegerField()),
            label=Value(""),
            order=Cast(ExtractYear("visit_from"), CharField()),
        )
        .values_list("what", "number", "label", "order")
        .distinct()
    )


def _units(
    seen: "models.QuerySet[Review]", region_id: int | None, care_provider_id: int | None
) -> tuple[Choice, ...]:
    if region_id:
        seen = seen.filter(unit__region_id=region_id)
    if care_provider_id:
        seen = seen.filter(care_provider_id=care_provider_id)
    rows = list(
        Unit.objects.filter(Exists(seen.filter(unit=OuterRef("pk"))))
        .order_by("sort_key", "pk")
        .values_list("pk", "name", "site")[: MOST_UNITS + 1]
    )
    if len(rows) > MOST_UNITS:
        return ()
    return tuple((pk, f"{name}, {site}" if site and site not in name else name) for pk, name, site in rows)


def _sorted(rows: list[tuple[str, int, str]]) -> tuple[Choice, ...]:
    return tuple((number, label) for _, number, label in sorted(rows))
