"""What of a review was made public: the text exactly as it was previewed."""

from django.db import models
from django.db.models import Q

from kollegium.reviews.models.case import Review
from kollegium.trail.tracking import tracked


@tracked()
class Publication(models.Model):
    """One act of publishing: names replaced by functions, sentences left out, and who decided.

    `content` is the public report as it was shown in the preview (the printed report's values as
    JSON); `choices` keeps what was decided about each name and each sentence. A correction is a new
    publication; the earlier one is withdrawn and stays on record.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="publications")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    content = models.JSONField()
    choices = models.JSONField(default=list)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review"], condition=Q(withdrawn_at__isnull=True), name="publication_one_standing"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawal_reason=""),
                name="publication_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"publication {self.pk} of {self.review_id}"
