"""The unit's one request that a decision is reconsidered, and what the review office decided about it."""

from django.db import models
from django.db.models import Q

from kollegium.reviews.models.case import Review, ReviewPart
from kollegium.reviews.models.findings import Grade
from kollegium.trail.tracking import tracked


@tracked()
class Reconsideration(models.Model):
    """A request of the unit, once per case; decided when every area asked about has its grade."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="reconsiderations")
    reason = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review"], name="reconsideration_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="reconsideration_with_reason"),
        ]
        indexes = [
            models.Index(
                fields=["asked_at"], condition=Q(decided_at__isnull=True), name="reconsideration_waits"
            )
        ]

    def __str__(self) -> str:
        return f"reconsideration of {self.review_id}"


@tracked()
class ReconsideredArea(models.Model):
    """One area the unit asks about; `grade` is what was decided, also where the first grade stands."""

    reconsideration = models.ForeignKey(Reconsideration, models.CASCADE, related_name="areas")
    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="reconsidered_areas")
    area_key = models.CharField(max_length=8)
    grade = models.OneToOneField(Grade, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reconsideration", "part", "area_key"], name="reconsidered_area_once"
            )
        ]

    def __str__(self) -> str:
        return f"area {self.area_key} of {self.reconsideration_id}"
