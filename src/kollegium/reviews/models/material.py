"""What a unit is asked for before the visit, what it hands in, and what is said about it."""

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Q

from kollegium.domain.material import MaterialStatus, OwnerDuty
from kollegium.reviews.models.case import Review
from kollegium.trail.tracking import tracked

STATUSES = [(status.value, status.value) for status in MaterialStatus]
DUTIES = [(duty.value, duty.value) for duty in OwnerDuty]


class MaterialItemQuerySet(models.QuerySet["MaterialItem"]):
    """Filters of what was asked for."""

    def standing(self) -> Self:
        """Leave out what was taken away again."""
        return self.filter(removed_at__isnull=True)


@tracked()
class MaterialItem(models.Model):
    """One thing a unit is asked for in a case: from a request list by its key, or the office's own with a title.

    It waits for a person at the unit, or for whoever has the duty. What is taken away stays on record.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="material")
    list_key = models.CharField(max_length=60, blank=True)
    item_key = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200, blank=True)
    guidance = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=20, choices=STATUSES, default=MaterialStatus.ASKED)
    status_reason = models.TextField(blank=True)
    owner_duty = models.CharField(max_length=30, choices=DUTIES)
    owner = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField()
    # Somebody chose the day, so that it stays where it is when the visit is moved.
    has_own_day = models.BooleanField(default=False, db_default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removal_reason = models.TextField(blank=True)

    objects = MaterialItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in MaterialStatus]),
                name="material_status_known",
            ),
            models.CheckConstraint(
                condition=Q(owner_duty__in=[duty.value for duty in OwnerDuty]), name="material_duty_known"
            ),
            models.CheckConstraint(
                condition=(~Q(item_key="") & ~Q(list_key="")) | (Q(item_key="") & ~Q(title="")),
                name="material_listed_or_titled",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[MaterialStatus.NOT_APPLICABLE, MaterialStatus.ASKED_AGAIN])
                | ~Q(status_reason=""),
                name="material_status_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | ~Q(removal_reason=""),
                name="material_removed_with_reason",
            ),
            # A step taken twice asks for nothing twice, also for what was taken away meanwhile.
            models.UniqueConstraint(
                fields=["review", "item_key"], condition=~Q(item_key=""), name="material_asked_once"
            ),
        ]
        indexes = [models.Index(fields=["review", "position"], name="material_of_review")]

    def __str__(self) -> str:
        return f"{self.item_key or self.title} of {self.review_id}"


@tracked()
class MaterialVersion(models.Model):
    """What was handed in at one time: files, a link, a text, or several of them. Earlier ones stay."""

    item = models.ForeignKey(MaterialItem, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    link = models.URLField(max_length=500, blank=True)
    handed_in_at = models.DateTimeField()
    handed_in_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="material_version_once")]
        # Verdicts point at versions by their numbers.
        triggers = [pgtrigger.ReadOnly(name="number_stays", fields=["item", "number"])]

    def __str__(self) -> str:
        return f"version {self.number} of {self.item_id}"


@tracked()
class MaterialFile(models.Model):
    """One file of a version, under the name it was sent with."""

    # Not `version`: the change log leaves that name out everywhere, as it counts the savings of a row.
    hand_in = models.ForeignKey(MaterialVersion, models.CASCADE, related_name="files")
    stored_file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hand_in", "position"], name="material_file_position_once")
        ]

    def __str__(self) -> str:
        return f"file {self.position} of {self.hand_in_id}"


@tracked()
class MaterialComment(models.Model):
    """A short remark about one thing asked for, read by the unit, the reviewers and the office."""

    item = models.ForeignKey(MaterialItem, models.CASCADE, related_name="comments")
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="material_comment_not_empty")]

    def __str__(self) -> str:
        return f"comment on {self.item_id}"


@tracked()
class MaterialOpening(models.Model):
    """That somebody opened a file for the first time; those who handed it in see who has read it."""

    file = models.ForeignKey(MaterialFile, models.CASCADE, related_name="openings")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "person"], name="material_file_opened_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} opened {self.file_id}"


class MaterialLook(models.Model):
    """When somebody last looked at one thing; what came later is new to them. Not history, so not in the log."""

    item = models.ForeignKey(MaterialItem, models.CASCADE, related_name="looks")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    looked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="material_look_once")]

    def __str__(self) -> str:
        return f"{self.person_id} looked at {self.item_id}"
