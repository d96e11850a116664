"""What each reviewer finds for themselves, before the team agrees on one verdict."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.reviews.models.case import ReviewPart
from kollegium.trail.tracking import tracked


@tracked()
class Judgement(models.Model):
    """One reviewer's own verdict on one criterion, with a note. What it was before stands in the change log.

    It is the reviewer's alone until all of the team are done with the area. The verdict may be missing while
    only a note has been written. `evidence` is what it rests on, as references (`domain/verdict_evidence.py`).
    """

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="judgements")
    criterion_key = models.CharField(max_length=12)
    reviewer = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    outcome = models.CharField(
        max_length=16, choices=[(item.value, item.value) for item in VerdictOutcome], blank=True
    )
    note = models.TextField(blank=True)
    evidence = ArrayField(models.CharField(max_length=60), default=list, db_default=[], blank=True)
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "criterion_key", "reviewer"], name="judgement_once"),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=[item.value for item in VerdictOutcome]),
                name="judgement_outcome_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion_key} of part {self.part_id} by {self.reviewer_id}"


@tracked()
class AreaDone(models.Model):
    """One reviewer is done with one area: their verdicts on it stand, and are shown when all others' do."""

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="areas_done")
    area_key = models.CharField(max_length=8)
    reviewer = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    done_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "area_key", "reviewer"], name="area_done_once"),
        ]

    def __str__(self) -> str:
        return f"{self.area_key} of part {self.part_id} by {self.reviewer_id}"
