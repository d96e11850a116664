"""What a review found: summary points, texts of areas, grades and verdicts, each kept for good.

A grade or verdict is never changed. A new judgement of the same thing in the same round gets the
next `sequence`; the highest counts, the earlier stay.
"""

from django.db import models
from django.db.models import Q

from kollegium.domain.grading import Verdict as VerdictOutcome
from kollegium.domain.standard import Outcome
from kollegium.reviews.models.case import ReviewPart
from kollegium.trail.tracking import tracked


class SummaryHeading(models.TextChoices):
    """The three boxes at the start of a report."""

    STRENGTHS = "strengths", "strengths"
    WEAKNESSES = "weaknesses", "weaknesses"
    IMPROVEMENTS = "improvements", "improvements"


@tracked()
class SummaryPoint(models.Model):
    """One point under strengths, weaknesses or areas for improvement."""

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="summary_points")
    heading = models.CharField(max_length=12, choices=SummaryHeading.choices)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "heading", "position"], name="summary_point_once"),
            models.CheckConstraint(
                condition=Q(heading__in=SummaryHeading.values), name="summary_heading_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading} {self.position} of part {self.part_id}"


@tracked()
class AreaText(models.Model):
    """What the reviewers wrote about one area, and the sentence that tells its grade."""

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="area_texts")
    area_key = models.CharField(max_length=8)
    narrative = models.TextField(blank=True)
    grade_quote = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "area_key"], name="area_text_once")]

    def __str__(self) -> str:
        return f"area {self.area_key} of part {self.part_id}"


class GradeRound(models.TextChoices):
    """When in the case a grade was set, in that order."""

    PROVISIONAL = "provisional", "provisional"
    DECISION = "decision", "decision"
    # As the unit asked; on the strength of a plan a grade moves later.
    RECONSIDERED = "reconsidered", "reconsidered"
    ACTION_PLAN = "action_plan", "action plan"
    FOLLOW_UP = "follow_up", "follow-up"
    CORRECTION = "correction", "correction"


@tracked()
class Grade(models.Model):
    """The outcome of one area in one round; no row means that nothing is known."""

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="grades")
    area_key = models.CharField(max_length=8)
    round = models.CharField(max_length=12, choices=GradeRound.choices)
    sequence = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=24, choices=[(item.value, item.value) for item in Outcome])
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    decided_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "area_key", "round", "sequence"], name="grade_once"),
            models.CheckConstraint(condition=Q(round__in=GradeRound.values), name="grade_round_known"),
            models.CheckConstraint(
                condition=Q(outcome__in=[item.value for item in Outcome]), name="grade_outcome_known"
            ),
        ]
        indexes = [
            models.Index(fields=["-recorded_at", "-id"], name="grade_newest"),
            # What is public lacks such a grade that came later; they are few among all grades.
            models.Index(
                fields=["part", "recorded_at"],
                condition=Q(round__in=["action_plan", "follow_up"]),
                name="grade_after_plan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_key} {self.round} of part {self.part_id}"


class VerdictSource(models.TextChoices):
    """Where a verdict comes from."""

    REVIEWER = "reviewer", "reviewer"
    RECONCILED = "reconciled", "reconciled"
    ACTION_PLAN = "action_plan", "action plan"
    IMPORTED = "imported", "imported"


@tracked()
class Verdict(models.Model):
    """The verdict on one criterion from one source; no row means that nothing is known."""

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="verdicts")
    criterion_key = models.CharField(max_length=12)
    source = models.CharField(max_length=12, choices=VerdictSource.choices)
    reviewer = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    sequence = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=16, choices=[(item.value, item.value) for item in VerdictOutcome])
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["part", "criterion_key", "source", "reviewer", "sequence"],
                nulls_distinct=False,
                name="verdict_once",
            ),
            models.CheckConstraint(condition=Q(source__in=VerdictSource.values), name="verdict_source_known"),
            models.CheckConstraint(
                condition=Q(outcome__in=[item.value for item in VerdictOutcome]),
                name="verdict_outcome_known",
            ),
        ]
        indexes = [models.Index(fields=["criterion_key", "outcome"], name="verdict_by_criterion")]

    def __str__(self) -> str:
        return f"{self.criterion_key} of part {self.part_id}"
