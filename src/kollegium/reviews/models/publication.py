"""What of a review was made public: the text exactly as it was previewed."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import CombinedSearchVector, SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q

from kollegium.reviews.models.case import Review
from kollegium.trail.tracking import tracked


@tracked(exclude=("visited_on", "region_name", "specialty_name", "listing", "search_text", "search_vector"))
class Publication(models.Model):
    """One act of publishing: names replaced by functions, sentences left out, and who decided.

    `content` is the public report as it was shown in the preview (the printed report's values as
    JSON); `choices` keeps what was decided about each name and each sentence. A correction is a new
    publication; the earlier one is withdrawn and stays on record. The last block of columns repeats
    the content for the register's list and search: the register asks the case for nothing.
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

    visited_on = models.DateField(null=True, blank=True)
    region_name = models.CharField(max_length=200, blank=True)
    specialty_name = models.CharField(max_length=200, blank=True)
    listing = models.JSONField(default=dict, blank=True)
    search_text = models.TextField(blank=True)
    search_vector = models.GeneratedField(
        expression=CombinedSearchVector(
            SearchVector("search_text", config="swedish"),
            "||",
            SearchVector("search_text", config="simple"),
            config=None,
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        indexes = [
            GinIndex(fields=["search_vector"], name="publication_search"),
            models.Index(F("visited_on").desc(nulls_last=True), F("id").desc(), name="publication_newest"),
            models.Index(fields=["-published_at", "-id"], name="publication_newest_act"),
            models.Index(
                fields=["-withdrawn_at", "-id"],
                condition=Q(withdrawn_at__isnull=False),
                name="publication_newest_withdrawn",
            ),
        ]
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
