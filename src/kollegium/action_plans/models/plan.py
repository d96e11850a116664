"""The action plan of a review as the unit writes and sends it, and what is judged of it.

What was sent stands with the review (`reviews.ActionPlanItem`), where page, print and board find it; here stands
how it came about.
"""

from typing import Self

from django.db import models
from django.db.models import F, Q

from kollegium.domain.grading import Answer
from kollegium.trail.tracking import tracked


class PlanQuerySet(models.QuerySet["Plan"]):
    """Filters of plans."""

    def with_unit(self) -> Self:
        """Keep those the unit writes: not sent yet, or sent back."""
        return self.filter(Q(sent_at__isnull=True) | Q(returned_at__isnull=False), settled_at__isnull=True)

    def with_office(self) -> Self:
        """Keep those that were sent and wait for the office."""
        return self.filter(sent_at__isnull=False, returned_at__isnull=True, settled_at__isnull=True)


@tracked()
class Plan(models.Model):
    """The plan that a review asks for; `due_on` None: nobody must hand it in by a day.

    It is with the unit until it is sent, and again when it was sent back. `escalated_on` is when the care provider
    was told that it is late; `settled_at` when everything in it was judged and every failed area decided.
    """

    review = models.OneToOneField("reviews.Review", models.CASCADE, related_name="action_plan")
    due_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    return_reason = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    escalated_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True, return_reason="")
                | (Q(returned_at__isnull=False, sent_at__isnull=False) & ~Q(return_reason="")),
                name="plan_returned_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | Q(sent_at__isnull=False, returned_at__isnull=True),
                name="plan_settled_when_sent",
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(settled_at__isnull=True), name="plan_open")]

    def __str__(self) -> str:
        return f"plan of {self.review_id}"

    @property
    def is_with_unit(self) -> bool:
        """Say whether the unit writes it now."""
        return self.settled_at is None and (self.sent_at is None or self.returned_at is not None)

    @property
    def is_with_office(self) -> bool:
        """Say whether it was sent and waits to be judged and decided on."""
        return self.settled_at is None and self.sent_at is not None and self.returned_at is None


@tracked()
class PlanExtension(models.Model):
    """Another day for a plan, given by the office with a reason."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="extensions")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField()
    reason = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="plan_extension_with_reason"),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True) | Q(to_on__gt=F("from_on")), name="plan_extension_is_later"
            ),
        ]

    def __str__(self) -> str:
        return f"plan {self.plan_id} until {self.to_on}"


@tracked()
class PlanDraftItem(models.Model):
    """What the unit answers one criterion with, or a whole area where `criterion_key` is empty.

    The five fields of a plan, and what will show that it was done. `version` counts the savings; `item` is the row
    of the review that it was sent as.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items")
    part = models.ForeignKey("reviews.ReviewPart", models.CASCADE, related_name="+")
    area_key = models.CharField(max_length=8)
    criterion_key = models.CharField(max_length=12, blank=True)
    action = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)
    responsible = models.TextField(blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    follow_up_responsible = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    is_done = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    item = models.OneToOneField(
        "reviews.ActionPlanItem", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "part", "area_key", "criterion_key"], name="plan_draft_item_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.criterion_key or self.area_key} of plan {self.plan_id}"


@tracked()
class ItemJudgement(models.Model):
    """Whether an item answers its criterion: one word of the office's, and one of each reviewer.

    `item_version` is that of the words that were judged: of others it says nothing. `version` counts the changes.
    """

    item = models.ForeignKey(PlanDraftItem, models.CASCADE, related_name="judgements")
    person = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    is_of_office = models.BooleanField()
    answers = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Answer])
    reason = models.TextField()
    item_version = models.PositiveIntegerField()
    judged_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(is_of_office=True), name="item_judgement_of_office_once"
            ),
            models.UniqueConstraint(
                fields=["item", "person"],
                condition=Q(is_of_office=False),
                nulls_distinct=False,
                name="item_judgement_of_reviewer_once",
            ),
            models.CheckConstraint(
                condition=Q(answers__in=[one.value for one in Answer]), name="item_judgement_answer_known"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="item_judgement_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.answers} of {self.item_id}"
