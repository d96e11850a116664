"""The draft as the unit was sent it, and what the unit remarked on and was answered."""

from typing import Self

from django.db import models
from django.db.models import Q

from kollegium.reviews.models.case import Review, ReviewPart
from kollegium.trail.tracking import tracked


class FactCheckQuerySet(models.QuerySet["FactCheck"]):
    """Filters of fact checks."""

    def standing(self) -> Self:
        """Keep those that go on: at most one of a case."""
        return self.filter(ended_at__isnull=True)


@tracked()
class FactCheck(models.Model):
    """One time that the draft was with the unit; a draft taken back and sent anew begins another.

    `draft` is frozen when it is sent. Shape: a list of parts, each with `part` (id), `key`, `sections` (key and
    text, in the report's order) and `grades` (area key → outcome). `finished` is the unit's word that it is done.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="fact_checks")
    number = models.PositiveSmallIntegerField()
    draft = models.JSONField()
    due_on = models.DateField()
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = FactCheckQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="fact_check_once"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(ended_at__isnull=True), name="fact_check_one_at_a_time"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(ended_at__isnull=True, finished_at__isnull=True),
                name="fact_check_waits",
            )
        ]

    def __str__(self) -> str:
        return f"fact check {self.number} of {self.review_id}"


class RemarkKind(models.TextChoices):
    """What is the matter with a passage."""

    WRONG = "wrong", "wrong"
    MISSING = "missing", "missing"
    UNCLEAR = "unclear", "unclear"


class RemarkOutcome(models.TextChoices):
    """What became of a remark."""

    CHANGED = "changed", "changed"
    UNCHANGED = "unchanged", "unchanged"


@tracked()
class Remark(models.Model):
    """What the unit says of one passage of the draft it was sent, and the answer.

    The passage is kept in words and by its place in the frozen text, so it can be shown also when the report
    has changed. `version` counts the answers given.
    """

    fact_check = models.ForeignKey(FactCheck, models.CASCADE, related_name="remarks")
    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="remarks")
    section_key = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    quote = models.TextField(blank=True)
    kind = models.CharField(max_length=10, choices=RemarkKind.choices)
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=RemarkOutcome.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RemarkKind.values), name="remark_kind_known"),
            models.CheckConstraint(condition=~Q(text=""), name="remark_not_empty"),
            models.CheckConstraint(
                condition=Q(outcome="", answer="", answered_at__isnull=True)
                | (Q(outcome__in=RemarkOutcome.values, answered_at__isnull=False) & ~Q(answer="")),
                name="remark_answered_with_why",
            ),
        ]
        indexes = [models.Index(fields=["fact_check", "written_at"], name="remarks_of_check")]

    def __str__(self) -> str:
        return f"remark on {self.section_key} of {self.fact_check_id}"
