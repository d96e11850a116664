"""An absence from a role, and who stands in."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from kollegium.accounts.models.assignments import Assignment
from kollegium.accounts.models.people import Person
from kollegium.trail.tracking import tracked


class AbsenceReason(models.TextChoices):
    """Why somebody is away. Choices and no free text, and none that tells of health."""

    HOLIDAY = "holiday", "holiday"
    LEAVE = "leave", "leave"
    DUTY = "duty", "duty"
    OTHER = "other", "other"


class DeputyshipQuerySet(models.QuerySet["Deputyship"]):
    """Filters of deputyships."""

    def in_force(self, as_of: date) -> Self:
        """Keep those that hold on the day, first and last day included."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of), valid_from__lte=as_of)


def _range(kind: str, first: str, last: str) -> Func:
    return Func(F(first), F(last), Value("[]"), function=kind)


# Built from ranges alone: an equality in an exclusion needs btree_gist, which the embedded server lacks.
_SAME_DAYS = (_range("daterange", "valid_from", "valid_until"), RangeOperators.OVERLAPS)
_SAME_ROLE = (_range("int8range", "assignment_id", "assignment_id"), RangeOperators.OVERLAPS)
_SAME_DEPUTY = (_range("int8range", "deputy_id", "deputy_id"), RangeOperators.OVERLAPS)


@tracked()
class Deputyship(models.Model):
    """An absence of somebody from a role, with who stands in; or a standing deputy, absence or none.

    The deputy has the rights of the role at its place while both this and the assignment are in force.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="deputyships")
    deputy = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="deputyships")
    is_standing = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=12, choices=AbsenceReason.choices, blank=True)

    objects = DeputyshipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="deputyship_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(is_standing=True, deputy__isnull=False)
                | Q(is_standing=False, valid_until__isnull=False),
                name="deputyship_standing_or_dated",
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["", *AbsenceReason.values]), name="deputyship_reason_known"
            ),
            ExclusionConstraint(
                name="absence_once_at_a_time",
                expressions=[_SAME_ROLE, _SAME_DAYS],
                condition=Q(is_standing=False),
            ),
            ExclusionConstraint(
                name="standing_deputy_once_at_a_time",
                expressions=[_SAME_ROLE, _SAME_DEPUTY, _SAME_DAYS],
                condition=Q(is_standing=True),
            ),
        ]

    def __str__(self) -> str:
        return f"deputyship {self.pk}"
