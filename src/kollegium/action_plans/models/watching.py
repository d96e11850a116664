"""What a region asks for after a review, and what came of it: actions told upwards, extra internal reviews."""

from typing import Self

from django.db import models
from django.db.models import Q

from kollegium.trail.tracking import tracked

USUAL_DAYS, USUAL_MONTHS = 30, 6


@tracked()
class RegionRules(models.Model):
    """What one region asks for; without a row the usual holds: 30 days, and no extra review.

    `extra_since` is the day the extra review was asked for: reviews decided before it open nothing.
    """

    region = models.OneToOneField("organisations.Region", models.PROTECT, related_name="follow_up_rules")
    escalate_after_days = models.PositiveSmallIntegerField(default=USUAL_DAYS)
    wants_extra_review = models.BooleanField(default=False)
    extra_within_months = models.PositiveSmallIntegerField(default=USUAL_MONTHS)
    extra_since = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(wants_extra_review=False) | Q(extra_since__isnull=False),
                name="extra_review_since_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"rules of region {self.region_id}"


class EscalationQuerySet(models.QuerySet["Escalation"]):
    """Filters of actions told upwards."""

    def open(self) -> Self:
        """Keep those whose action is still late."""
        return self.filter(ended_on__isnull=True)


@tracked()
class Escalation(models.Model):
    """That an action was so late that the care provider was told. `due_on` is the day it was late from."""

    item = models.ForeignKey("reviews.ActionPlanItem", models.CASCADE, related_name="escalations")
    due_on = models.DateField()
    escalated_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = EscalationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "due_on"], name="escalation_once")]
        indexes = [
            models.Index(fields=["item"], condition=Q(ended_on__isnull=True), name="escalation_open"),
        ]

    def __str__(self) -> str:
        return f"escalation of item {self.item_id}"


class ExtraReviewQuerySet(models.QuerySet["ExtraReview"]):
    """Filters of extra internal reviews."""

    def open(self) -> Self:
        """Keep those that are neither done nor dismissed."""
        return self.filter(done_by__isnull=True, dismissed_at__isnull=True)


@tracked()
class ExtraReview(models.Model):
    """That a failed external review asks for an internal one of the same unit and specialty by a day."""

    review = models.OneToOneField("reviews.Review", models.CASCADE, related_name="extra_review")
    decided_on = models.DateField()
    due_on = models.DateField()
    done_by = models.ForeignKey("reviews.Review", models.SET_NULL, null=True, blank=True, related_name="+")
    dismissed_at = models.DateTimeField(null=True, blank=True)
    dismissed_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    dismissal_reason = models.TextField(blank=True)

    objects = ExtraReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(dismissed_at__isnull=True) | ~Q(dismissal_reason=""),
                name="extra_review_dismissed_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["due_on", "id"], name="extra_review_by_day")]

    def __str__(self) -> str:
        return f"extra review after {self.review_id}"
