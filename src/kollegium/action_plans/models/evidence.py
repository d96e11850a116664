"""What shows that an action was done: a file, a link or a few words, each version kept."""

from typing import Self

from django.db import models
from django.db.models import Q

from kollegium.trail.tracking import tracked


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Filters of evidence."""

    def standing(self) -> Self:
        """Keep what neither a newer version has replaced nor anybody has withdrawn."""
        return self.filter(replaced_by__isnull=True, withdrawn_at__isnull=True)


@tracked()
class Evidence(models.Model):
    """One piece of evidence for one action. A row is never changed but to withdraw it.

    A new version is a row of its own that points to the one it replaces.
    """

    item = models.ForeignKey("reviews.ActionPlanItem", models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    link = models.URLField(max_length=500, blank=True)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    replaces = models.OneToOneField(
        "self", models.RESTRICT, null=True, blank=True, related_name="replaced_by"
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(link="") | Q(file__isnull=False), name="evidence_shows_something"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawal_reason=""),
                name="evidence_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk} of item {self.item_id}"
