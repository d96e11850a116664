"""What is said of a proposed grade when it is compared with those of other reviews."""

from django.db import models
from django.db.models import Q

from kollegium.reviews.models.case import ReviewPart
from kollegium.trail.tracking import tracked


class Advice(models.TextChoices):
    """What is advised about a proposed grade."""

    KEEP = "keep", "keep"
    RECONSIDER = "reconsider", "reconsider"


@tracked()
class CalibrationComment(models.Model):
    """One comment on the proposed grade of one area, with an advice. Rows stay; the last advice counts.

    The reviewers of the case may answer it once.
    """

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="calibration")
    area_key = models.CharField(max_length=8)
    advice = models.CharField(max_length=12, choices=Advice.choices)
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    answer = models.TextField(blank=True, default="", db_default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(advice__in=Advice.values), name="calibration_advice_known"),
            models.CheckConstraint(condition=~Q(text=""), name="calibration_not_empty"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="calibration_answered_with_words",
            ),
        ]
        indexes = [models.Index(fields=["part", "area_key", "written_at"], name="calibration_of_area")]

    def __str__(self) -> str:
        return f"{self.advice} {self.area_key} of part {self.part_id}"
