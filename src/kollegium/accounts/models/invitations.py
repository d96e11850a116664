"""An invitation to come in to a role at a place."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.db.models.lookups import LessThanOrEqual

from kollegium.accounts.models.assignments import PLACES
from kollegium.accounts.models.people import Person
from kollegium.domain.invitations import InvitationState, InvitationTimes, state_of
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.trail.tracking import tracked

if TYPE_CHECKING:
    from kollegium.domain.roles import Scope
    from kollegium.organisations.models import CareProvider, Region, Specialty


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Filters of invitations."""

    def open(self) -> Self:
        """Keep those that are neither accepted nor withdrawn; they may have expired."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)

    def within(self, scope: "Scope") -> Self:
        """Keep those to a role at a place the scope reaches."""
        if scope.national:
            return self
        return self.filter(
            Q(unit__in=Unit.objects.within(scope).values("pk"))
            | Q(care_provider__in=scope.care_provider_ids)
            | Q(care_provider__region__in=scope.region_ids, care_provider__is_private=False)
            | Q(region__in=scope.region_ids)
        )


@tracked(exclude=("token_hash",))
class Invitation(models.Model):
    """A letter that lets somebody come in to one role at one place (none: the whole country).

    The link in the letter carries a secret of which only the hash is kept; a new letter makes a new secret,
    and the old link is dead. What it grants stands in the assignment that accepting it makes.
    """

    name = models.CharField(max_length=200)
    email = models.EmailField()
    language = models.CharField(max_length=2, default="sv")
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    region = models.ForeignKey("organisations.Region", models.PROTECT, null=True, blank=True)
    care_provider = models.ForeignKey("organisations.CareProvider", models.PROTECT, null=True, blank=True)
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, blank=True)
    specialty = models.ForeignKey("organisations.Specialty", models.PROTECT, null=True, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    invited_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    undelivered_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="accepted_invitations"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email", "role", *PLACES],
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                nulls_distinct=False,
                name="invitation_one_open",
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="invitation_email_lower_case"),
            models.CheckConstraint(condition=Q(language__in=["sv", "en"]), name="invitation_language_known"),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="invitation_role_known"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="invitation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(
                    Func(
                        *(F(place) for place in PLACES),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="invitation_one_place",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False, withdrawn_at__isnull=True),
                name="invitation_accepted_by_somebody_and_not_withdrawn",
            ),
        ]
        indexes = [models.Index(fields=["-created_at", "-id"], name="invitation_newest_first")]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    @property
    def place(self) -> "Region | CareProvider | Unit | Specialty | None":
        """Give the place of the role, fetched along; None is the whole country."""
        return self.unit or self.care_provider or self.region or self.specialty

    def state(self, *, now: datetime) -> InvitationState:
        """Give where the invitation stands at an instant."""
        times = InvitationTimes(self.expires_at, self.undelivered_at, self.accepted_at, self.withdrawn_at)
        return state_of(times, now=now)
