"""Regions, care providers, units and specialties: what they are called, belong to and became.

A place is never deleted: it closes, or is merged into another, and what was said of it stays.
Every name carries a stored sort key, because the database server may know only byte order.
"""

from typing import TYPE_CHECKING, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q

from kollegium.domain.roles import Place
from kollegium.trail.tracking import tracked

if TYPE_CHECKING:
    from kollegium.domain.roles import Scope


@tracked()
class Region(models.Model):
    """One of the regions: where a unit lies and who commissions its care."""

    code = models.CharField(max_length=2, unique=True)
    name = models.CharField(max_length=200, unique=True)
    sort_key = models.CharField(max_length=400, db_index=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="region_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SpecialtyKind(models.TextChoices):
    """The three kinds of specialty in the regulations."""

    BASE = "base", "basspecialitet"
    BRANCH = "branch", "grenspecialitet"
    ADDITIONAL = "additional", "tilläggsspecialitet"


@tracked()
class Specialty(models.Model):
    """A medical specialty."""

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200, unique=True)
    name_en = models.CharField(max_length=200, blank=True)
    sort_key = models.CharField(max_length=400, db_index=True)
    kind = models.CharField(max_length=12, choices=SpecialtyKind.choices)
    group = models.CharField(max_length=100, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="branches")
    association = models.CharField(max_length=200, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SpecialtyKind.values), name="specialty_kind_known"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="specialty_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CareProviderQuerySet(models.QuerySet["CareProvider"]):
    """Filters of care providers."""

    def current(self) -> Self:
        """Leave out those that have closed or been merged."""
        return self.filter(merged_into__isnull=True, closed_on__isnull=True)


@tracked()
class CareProvider(models.Model):
    """The legal body that gives care and answers for the training: a region or a private company."""

    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400, db_index=True)
    is_private = models.BooleanField(default=False)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="care_providers")
    organisation_number = models.CharField(max_length=20, blank=True)
    hsa_id = models.CharField(max_length=64, blank=True, db_default="")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = CareProviderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(merged_into__isnull=True), name="care_provider_name_once"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="care_provider_not_merged_into_itself",
            ),
            models.UniqueConstraint(
                fields=["hsa_id"], condition=~Q(hsa_id=""), name="care_provider_hsa_id_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitQuerySet(models.QuerySet["Unit"]):
    """Filters of units."""

    def current(self) -> Self:
        """Leave out those that have closed or been merged."""
        return self.filter(merged_into__isnull=True, closed_on__isnull=True)

    def within(self, scope: "Scope") -> Self:
        """Keep the units a scope reaches; a scope over specialties alone reaches no unit as a place."""
        if scope.national:
            return self
        return self.filter(
            Q(region__in=scope.region_ids)
            | Q(care_provider__in=scope.care_provider_ids)
            | Q(pk__in=scope.unit_ids)
        )


@tracked(exclude=("search_text", "search_vector"))
class Unit(models.Model):
    """A place where doctors train: a clinic, a health centre, a team.

    `search_text` holds the name, the earlier names and the place names, kept by the actions.
    """

    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400, db_index=True)
    care_provider = models.ForeignKey(CareProvider, models.PROTECT, related_name="units")
    region = models.ForeignKey(Region, models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    site = models.CharField(max_length=200, blank=True)
    specialties = models.ManyToManyField(Specialty, through="UnitSpecialty", related_name="units")
    hsa_id = models.CharField(max_length=64, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    search_text = models.TextField(blank=True)
    search_vector = models.GeneratedField(
        expression=SearchVector("search_text", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="unit_not_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="unit_not_its_own_parent"
            ),
            models.UniqueConstraint(
                fields=["care_provider", "name", "site"],
                condition=Q(merged_into__isnull=True),
                name="unit_name_once_per_provider_and_site",
            ),
            models.UniqueConstraint(fields=["hsa_id"], condition=~Q(hsa_id=""), name="unit_hsa_id_once"),
        ]
        indexes = [GinIndex(fields=["search_vector"], name="unit_search")]

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> Place:
        """Give the place that rights are checked against."""
        return Place(region_id=self.region_id, care_provider_id=self.care_provider_id, unit_id=self.pk)


@tracked()
class UnitSpecialty(models.Model):
    """That a unit trains doctors in a specialty."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="unit_specialties")
    specialty = models.ForeignKey(Specialty, models.PROTECT, related_name="unit_specialties")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "specialty"], name="unit_specialty_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.specialty_id}"


@tracked()
class EarlierName(models.Model):
    """A name a unit was called before, until a date when it is known."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="earlier_names")
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400)
    used_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "name"], name="earlier_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
