"""What the filters of the list offer: places, specialties and years that have reviews the actor may read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import BigIntegerField, CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Cast, Coalesce, ExtractYear, Lower, NullIf
from django.utils.translation import get_language

from kollegium.organisations.models import CareProvider, Region, Specialty, Unit
from kollegium.reviews.models import Review

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

Choice = tuple[int, str]
MOST_UNITS = 300
YEARS = range(1950, 2200)  # a visit in another year is a slip of the pen


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an address asks for of the filters whose choices are fetched; None is nothing."""

    region_id: int | None = None
    care_provider_id: int | None = None
    specialty_id: int | None = None
    unit_id: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """Choices by filter, each (id, name) in the order of the page's language; years newest first.

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


def names_of_chosen(actor: "Actor", chosen: Chosen) -> FilterChoices:
    """Give of what the filters offer only what is chosen; one query for places, one for a unit, none for none.

    What the actor has no review of is left out, as it is from what is offered.
    """
    if chosen == Chosen():
        return FilterChoices(regions=(), care_providers=(), specialties=(), years=())
    seen = Review.objects.visible_to(actor).standing()
    parts = [
        _with_reviews(model, what, seen.filter(**{path: OuterRef("pk")}), only=number)
        for model, what, path, number in (
            (Region, "region", "unit__region", chosen.region_id),
            (CareProvider, "care_provider", "care_provider", chosen.care_provider_id),
            (Specialty, "specialty", "specialty", chosen.specialty_id),
        )
        if number
    ]
    found = parts[0].union(*parts[1:], all=True) if parts else ()
    names = {what: ((number, label),) for what, number, label, _order in found}
    return FilterChoices(
        regions=names.get("region", ()),
        care_providers=names.get("care_provider", ()),
        specialties=names.get("specialty", ()),
        years=(chosen.year,) if chosen.year in YEARS else (),
        units=_unit_names(seen, Unit.objects.filter(pk=chosen.unit_id)) if chosen.unit_id else (),
    )


def _with_reviews(
    model: type[models.Model], what: str, reviews: "models.QuerySet[Review]", *, only: int | None = None
) -> "models.QuerySet[models.Model, tuple[object, ...]]":
    # From the few places to the many reviews: one look in an index for each place.
    places = model._default_manager.filter(Exists(reviews))
    if only is not None:
        places = places.filter(pk=only)
    label, order = F("name"), F("sort_key")
    if model is Specialty and get_language() == "en":
        # One without an English name keeps its own.
        label = Coalesce(NullIf("name_en", Value("")), "name")
        order = Lower(label)
    return places.annotate(
        what=Value(what), number=Cast(F("pk"), BigIntegerField()), label=label, order=order
    ).values_list("what", "number", "label", "order")


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
    choices = _unit_names(seen, Unit.objects.all())
    return choices if len(choices) <= MOST_UNITS else ()


def _unit_names(seen: "models.QuerySet[Review]", units: "models.QuerySet[Unit]") -> tuple[Choice, ...]:
    rows = (
        units.filter(Exists(seen.filter(unit=OuterRef("pk"))))
        .order_by("sort_key", "pk")
        .values_list("pk", "name", "site")[: MOST_UNITS + 1]
    )
    return tuple((pk, f"{name}, {site}" if site and site not in name else name) for pk, name, site in rows)


def _sorted(rows: list[tuple[str, int, str]]) -> tuple[Choice, ...]:
    return tuple((number, label) for _, number, label in sorted(rows))
