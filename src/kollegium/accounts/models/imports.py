"""A list of people that somebody brought in."""

from django.db import models
from django.db.models import Q

from kollegium.accounts.models.people import Person
from kollegium.trail.tracking import tracked


class ImportState(models.TextChoices):
    """How far an import of people has come."""

    PREVIEW = "preview", "preview"
    CONFIRMED = "confirmed", "confirmed"
    UNDONE = "undone", "undone"


# What people wrote and what became of each row stay out of the log: the rows made have logs of their own.
@tracked(exclude=("rows", "made"))
class PeopleImport(models.Model):
    """A list of people that somebody brought in, from the preview until it is undone.

    `rows`: what was written, `[row number, column → text]`, as long as it is a preview. `made`: what
    became of each row since, by ids alone: `{number, person, is_new, assignment, kept}`.
    """

    file_name = models.CharField(max_length=200)
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=ImportState.choices, default=ImportState.PREVIEW)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    row_count = models.PositiveIntegerField()
    rows = models.JSONField(default=list)
    made = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ImportState.values), name="people_import_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="preview") | Q(rows=[]), name="people_import_keeps_no_text"
            ),
        ]

    def __str__(self) -> str:
        return f"people import {self.pk}"
