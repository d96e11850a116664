"""The case as a record of an authority: the series of case numbers, and what was handed out of a case."""

from django.db import models
from django.db.models import Q

from kollegium.reviews.models.case import CaseState, Review
from kollegium.trail.tracking import tracked


class CaseNumberSeries(models.Model):
    """The last case number given in a year. Not in the change log: the number stands on the case itself."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


@tracked()
class CaseExport(models.Model):
    """One time that a case was taken out as one file, for a request for public records.

    `request` says which request, not who asked. `files` is the file's own list: name → SHA-256. `withheld` are
    the parts that the office left out after trying them for secrecy, named in the file's `language`. `state` is how far
    the case had come: before the decision only what came in and went out was handed out.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="exports")
    request = models.CharField(max_length=300)
    files = models.JSONField()
    withheld = models.JSONField()
    language = models.CharField(max_length=5, default="sv", db_default="sv")
    state = models.CharField(max_length=20, choices=CaseState.choices, blank=True, db_default="")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(request=""), name="case_export_for_a_request")]
        indexes = [models.Index(fields=["review", "-made_at"], name="exports_of_case")]

    def __str__(self) -> str:
        return f"export of {self.review_id}"
