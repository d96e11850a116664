"""The action plan a unit answered with: one item per criterion it quotes.

The plan is part of what a review's page, list and print show, so its items are stored with the
case; what people do with them stands in the capabilities above.
"""

from django.db import models
from django.db.models import Q

from kollegium.reviews.models.case import ReviewPart
from kollegium.trail.tracking import tracked


class ActionState(models.TextChoices):
    """How far an action has come, as far as the record says."""

    PLANNED = "planned", "planned"
    REPORTED_DONE = "reported_done", "reported done"
    DONE = "done", "done"
    NOT_DONE = "not_done", "not done"
    UNKNOWN = "unknown", "unknown"


OPEN_ACTION_STATES = (ActionState.PLANNED, ActionState.NOT_DONE, ActionState.UNKNOWN)
# What somebody waits for: an action of which nothing is known is not called late.
UNDONE_ACTION_STATES = (ActionState.PLANNED, ActionState.NOT_DONE)


@tracked()
class ActionPlanItem(models.Model):
    """One item of an action plan, in the five fields the field uses, as written and as dates.

    `due_text` and `follow_up_text` are the plan's own words; the dates are there only when the
    words give day, month and year.
    """

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="plan_items")
    position = models.PositiveSmallIntegerField()
    area_key = models.CharField(max_length=8, blank=True)
    criterion_key = models.CharField(max_length=12, blank=True)
    action = models.TextField(blank=True)
    due_text = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)
    responsible = models.TextField(blank=True)
    follow_up_text = models.TextField(blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    follow_up_responsible = models.TextField(blank=True)
    state = models.CharField(max_length=16, choices=ActionState.choices)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "position"], name="plan_item_position_once"),
            models.CheckConstraint(condition=Q(state__in=ActionState.values), name="plan_item_state_known"),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="plan_item_by_due_date"),
            # In the order of their days over all states, so that the first are found without the rest.
            models.Index(
                fields=["due_on"], condition=Q(state__in=UNDONE_ACTION_STATES), name="plan_item_undone"
            ),
        ]

    def __str__(self) -> str:
        return f"plan item {self.position} of part {self.part_id}"


@tracked()
class ActionProgress(models.Model):
    """What somebody reported about an action: how far it has come, and how they know. Rows stay."""

    item = models.ForeignKey(ActionPlanItem, models.CASCADE, related_name="progress")
    state = models.CharField(max_length=16, choices=ActionState.choices)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ActionState.values), name="action_progress_state_known"
            ),
        ]
        indexes = [models.Index(fields=["-recorded_at", "-id"], name="action_progress_newest")]

    def __str__(self) -> str:
        return f"{self.state} of item {self.item_id}"
