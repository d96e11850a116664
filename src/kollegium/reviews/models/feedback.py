"""What a unit says of the review it had."""

from django.db import models

from kollegium.reviews.models.case import Review
from kollegium.trail.tracking import tracked


@tracked()
class ReviewFeedback(models.Model):
    """The feedback on one review, changed until the case is closed.

    `form_key` names the file of questions. `is_shared`: the reviewers of the case may read it too.
    """

    review = models.OneToOneField(Review, models.CASCADE, related_name="feedback")
    form_key = models.CharField(max_length=60)
    answers = models.JSONField()
    is_shared = models.BooleanField(default=False)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["-given_at", "-review"], name="feedback_newest_first")]

    def __str__(self) -> str:
        return f"feedback on {self.review_id}"
