"""What was corrected of a review after it was decided or published, and why: a round of its own, with its day."""

from django.db import models
from django.db.models import Q

from kollegium.reviews.models.case import Review, ReviewPart
from kollegium.trail.tracking import tracked


class Corrected(models.TextChoices):
    """What was corrected."""

    FACTS = "facts", "facts"
    TEXT = "text", "text"
    GRADE = "grade", "grade"
    VERDICT = "verdict", "verdict"
    PLAN_ITEM = "plan", "item of the action plan"


@tracked()
class Correction(models.Model):
    """One correction; what stood before is in the change log. `key` is a section, an area, a criterion or a place in the plan."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="corrections")
    part = models.ForeignKey(ReviewPart, models.CASCADE, null=True, blank=True, related_name="corrections")
    what = models.CharField(max_length=8, choices=Corrected.choices)
    key = models.CharField(max_length=20, blank=True)
    reason = models.TextField()
    corrected_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(what__in=Corrected.values), name="correction_kind_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_with_reason"),
        ]

    def __str__(self) -> str:
        return f"correction of {self.what} {self.key} of {self.review_id}"
