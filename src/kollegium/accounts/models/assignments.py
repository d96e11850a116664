"""A role somebody holds at a place for a period."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import LessThanOrEqual

from kollegium.accounts.models.people import Person
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.trail.tracking import tracked

if TYPE_CHECKING:
    from kollegium.domain.roles import Scope
    from kollegium.organisations.models import CareProvider, Region, Specialty

# The kinds of place a role can be held at, as the columns of an assignment.
PLACES = ("region", "care_provider", "unit", "specialty")


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Filters of assignments."""

    def in_force(self, as_of: date) -> Self:
        """Keep those that hold on the day, first and last day included."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of), valid_from__lte=as_of)

    def for_the_country(self) -> Self:
        """Keep those held at no single place."""
        return self.filter(**{f"{place}__isnull": True for place in PLACES})

    def within(self, scope: "Scope") -> Self:
        """Keep those held at a place the scope reaches; held for the whole country they lie in no part of it."""
        if scope.national:
            return self
        return self.filter(
            Q(unit__in=Unit.objects.within(scope).values("pk"))
            | Q(care_provider__in=scope.care_provider_ids)
            | Q(care_provider__region__in=scope.region_ids)
            | Q(region__in=scope.region_ids)
            | Q(specialty__key__in=scope.specialty_keys)
        )


class EndReason(models.TextChoices):
    """Why a role was ended. Choices and no free text: what one writes of a person tends to say too much."""

    LEFT = "left", "left"
    REPLACED = "replaced", "replaced"
    FINISHED = "finished", "finished"
    MISTAKE = "mistake", "mistake"


@tracked()
class Assignment(models.Model):
    """A role a person holds at one place, for a period.

    Place: a region, a care provider, a unit or a specialty; none of them means the whole country.
    Which kinds of place a role can have stands in `domain.roles.ROLES` and is checked by the action.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    region = models.ForeignKey("organisations.Region", models.PROTECT, null=True, blank=True)
    care_provider = models.ForeignKey("organisations.CareProvider", models.PROTECT, null=True, blank=True)
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, blank=True)
    specialty = models.ForeignKey("organisations.Specialty", models.PROTECT, null=True, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=12, choices=EndReason.choices, blank=True, db_default="")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="assignment_role_known"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="assignment_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(end_reason__in=["", *EndReason.values]), name="assignment_end_reason_known"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(
                    Func(
                        F("region"),
                        F("care_provider"),
                        F("unit"),
                        F("specialty"),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="assignment_one_place",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "role"], name="assignment_person_role"),
            models.Index(fields=["role", "-valid_from", "-id"], name="assignment_role_newest_first"),
            models.Index(fields=["-valid_from", "-id"], name="assignment_newest_first"),
            models.Index(fields=["person", "-valid_from", "-id"], name="assignment_newest_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.role} ({self.person_id})"

    @property
    def place(self) -> "Region | CareProvider | Unit | Specialty | None":
        """Give the place the role is held at, fetched along; None is the whole country."""
        return self.unit or self.care_provider or self.region or self.specialty
