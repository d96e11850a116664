"""A role that somebody's employer says they have, and that nobody has decided about yet."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from kollegium.accounts.models.people import Person
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.trail.tracking import tracked

if TYPE_CHECKING:
    from kollegium.domain.roles import Scope
    from kollegium.organisations.models import CareProvider


class ProposalOutcome(models.TextChoices):
    """What became of a proposed role. `settled`: the role came about otherwise, or the person was erased."""

    OPEN = "", "open"
    ACCEPTED = "accepted", "accepted"
    DECLINED = "declined", "declined"
    SETTLED = "settled", "settled"


class DeclineReason(models.TextChoices):
    """Why a proposed role was declined. Choices and no free text, as with the end of a role."""

    NOT_HERE = "not_here", "not_here"
    NOT_THIS_ROLE = "not_this_role", "not_this_role"
    OTHER = "other", "other"


class RoleProposalQuerySet(models.QuerySet["RoleProposal"]):
    """Filters of proposed roles."""

    def open(self) -> Self:
        """Keep those that nobody has decided about."""
        return self.filter(outcome=ProposalOutcome.OPEN)

    def within(self, scope: "Scope") -> Self:
        """Keep those at a place the scope reaches; at no known place they are the whole country's."""
        if scope.national:
            return self
        return self.filter(
            Q(unit__in=Unit.objects.within(scope).values("pk"))
            | Q(care_provider__in=scope.care_provider_ids)
            | Q(care_provider__region__in=scope.region_ids, care_provider__is_private=False)
        )


@tracked()
class RoleProposal(models.Model):
    """A role at the place of an HSA-id, as a log-in at the employer told it. It gives no right.

    Unit and care provider are both None as long as no place here has the HSA-id. `said` is the claim
    that names the role, with its value.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="role_proposals")
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    hsa_id = models.CharField(max_length=64)
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, blank=True)
    care_provider = models.ForeignKey("organisations.CareProvider", models.PROTECT, null=True, blank=True)
    said = models.CharField(max_length=200, blank=True)
    proposed_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=ProposalOutcome.choices, blank=True, default="")
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=16, choices=DeclineReason.choices, blank=True, default="")

    objects = RoleProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "hsa_id"], condition=Q(outcome=""), name="role_proposal_one_open"
            ),
            models.UniqueConstraint(
                fields=["person", "role", "unit"],
                condition=Q(outcome="", unit__isnull=False),
                name="role_proposal_one_open_at_unit",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "care_provider"],
                condition=Q(outcome="", care_provider__isnull=False),
                name="role_proposal_one_open_at_care_provider",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="role_proposal_role_known"
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=True) | Q(care_provider__isnull=True), name="role_proposal_one_place"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_at__isnull=True)
                | Q(outcome__in=["accepted", "declined", "settled"], decided_at__isnull=False),
                name="role_proposal_open_or_decided",
            ),
            models.CheckConstraint(
                condition=Q(outcome="declined", reason__in=DeclineReason.values)
                | (~Q(outcome="declined") & Q(reason="")),
                name="role_proposal_declined_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["-proposed_at", "-id"], name="role_proposal_newest_first")]

    def __str__(self) -> str:
        return f"role proposal {self.pk}"

    @property
    def place(self) -> "Unit | CareProvider | None":
        """Give the place, fetched along; None when no place here has the HSA-id."""
        return self.unit or self.care_provider
