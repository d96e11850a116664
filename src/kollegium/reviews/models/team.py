"""Who reviews a case, and the steps it has taken."""

from typing import Self

from django.db import models
from django.db.models import Q

from kollegium.reviews.models.case import CaseState, Review
from kollegium.trail.tracking import tracked


class Duty(models.TextChoices):
    """What a member of the team does in it."""

    LEAD = "lead", "lead"
    MEMBER = "member", "member"
    JUNIOR = "junior", "junior"


class TeamMemberQuerySet(models.QuerySet["TeamMember"]):
    """Filters of members of teams."""

    def standing(self) -> Self:
        """Leave out those who were released."""
        return self.filter(released_at__isnull=True)

    def of(self, person_id: int) -> Self:
        """Keep a person's, also those under a row that went up in theirs."""
        return self.filter(models.Q(person=person_id) | models.Q(person__merged_into=person_id))


@tracked()
class TeamMember(models.Model):
    """One reviewer of a case, from the appointment until released; who was released stays on record.

    `explanation` is why this person was chosen, and how a named conflict of interest was judged.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="team")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    duty = models.CharField(max_length=10, choices=Duty.choices)
    explanation = models.TextField(blank=True)
    appointed_at = models.DateTimeField()
    appointed_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    released_at = models.DateTimeField(null=True, blank=True)
    release_reason = models.TextField(blank=True)

    objects = TeamMemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(duty__in=Duty.values), name="team_duty_known"),
            models.UniqueConstraint(
                fields=["review", "person"], condition=Q(released_at__isnull=True), name="team_member_once"
            ),
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(released_at__isnull=True, duty=Duty.LEAD),
                name="team_one_lead",
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | ~Q(release_reason=""),
                name="team_released_with_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "review"], condition=Q(released_at__isnull=True), name="team_of_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.duty} {self.person_id} of {self.review_id}"


@tracked()
class CaseMove(models.Model):
    """One step of a case from a state to the next or back, with its reason. Rows stay."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="moves")
    step = models.CharField(max_length=20)
    from_state = models.CharField(max_length=20, choices=CaseState.choices, blank=True)
    to_state = models.CharField(max_length=20, choices=CaseState.choices)
    reason = models.TextField(blank=True)
    moved_at = models.DateTimeField()
    moved_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(to_state__in=CaseState.values), name="case_move_state_known"),
        ]
        indexes = [models.Index(fields=["review", "moved_at"], name="case_move_of_review")]

    def __str__(self) -> str:
        return f"{self.step} of {self.review_id}"
