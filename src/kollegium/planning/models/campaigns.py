"""A campaign: several cases planned together, and the teams that were proposed for them."""

from django.db import models
from django.db.models import F, Q

from kollegium.reviews.models import Duty
from kollegium.trail.tracking import tracked


@tracked()
class Campaign(models.Model):
    """Cases that are planned together within a period, so that journeys and reviewers suffice."""

    name = models.CharField(max_length=120)
    first = models.DateField()
    last = models.DateField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="campaign_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def mark(self) -> str:
        """Give what tells that somebody has changed it meanwhile."""
        return f"{self.first}|{self.last}|{self.name}"


@tracked()
class CampaignCase(models.Model):
    """A case in a campaign; in one at a time."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="cases")
    review = models.OneToOneField("reviews.Review", models.CASCADE, related_name="campaign_case")

    def __str__(self) -> str:
        return f"case {self.review_id} in {self.campaign_id}"


class ProposalState(models.TextChoices):
    """How far a proposal of teams has come."""

    WAITING = "waiting", "waiting"
    WORKING = "working", "working"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class TeamProposal(models.Model):
    """Teams that the solver proposed for the cases of a campaign. Not under the change log: it decides nothing.

    `is_proven`: no other choice costs noticeably less; otherwise the time was up.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="proposals")
    state = models.CharField(max_length=8, choices=ProposalState.choices, default=ProposalState.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)
    is_proven = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ProposalState.values), name="team_proposal_state_known"
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="team_proposal_percent"),
        ]
        indexes = [models.Index(fields=["campaign", "-id"], name="team_proposal_newest")]

    def __str__(self) -> str:
        return f"proposal {self.pk} ({self.state})"


class SeatState(models.TextChoices):
    """What a person has decided about a proposed reviewer."""

    OPEN = "open", "open"
    TAKEN = "taken", "taken"
    LEFT_OUT = "left_out", "left out"


class ProposedSeat(models.Model):
    """One reviewer proposed for one case, with what was found about the choice.

    Shape of `facts`: `findings` (reason and day), `booked`, `most`, `cost`, `is_own` (of the specialty itself) and
    `others` (how many more reviewers of the specialty could have taken part on those days).
    """

    proposal = models.ForeignKey(TeamProposal, models.CASCADE, related_name="seats")
    review = models.ForeignKey("reviews.Review", models.CASCADE, related_name="+")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    duty = models.CharField(max_length=10, choices=Duty.choices)
    facts = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=SeatState.choices, default=SeatState.OPEN)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "review", "person"], name="seat_once"),
            models.CheckConstraint(condition=Q(state__in=SeatState.values), name="seat_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.review_id}"
