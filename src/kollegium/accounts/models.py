"""Person, account and assignment: three things.

A person can have several accounts (a password here, a region's log-in there) and several
assignments at several places for periods. A right follows from an assignment, never from an account.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower
from django.db.models.lookups import LessThanOrEqual

from kollegium.domain.invitations import InvitationState, InvitationTimes, state_of
from kollegium.domain.roles import Role
from kollegium.organisations.models import Unit
from kollegium.trail.tracking import tracked

if TYPE_CHECKING:
    from kollegium.domain.roles import Scope
    from kollegium.organisations.models import CareProvider, Region, Specialty


@tracked(exclude=("hat",))
class Person(models.Model):
    """Somebody who takes part, whether or not they can log in.

    The row of an erased person stays, without anything that tells who it was: what they did keeps its
    place, under nobody's name.
    """

    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400, db_index=True)
    email = models.EmailField(blank=True)
    hsa_id = models.CharField(max_length=64, null=True, blank=True, unique=True)
    language = models.CharField(max_length=2, default="sv")
    erased_at = models.DateTimeField(null=True, blank=True)
    # The role last chosen to work in, for the next session; none is all of them.
    hat = models.ForeignKey("Assignment", models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(language__in=["sv", "en"]), name="person_language_known"),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(name="", sort_key="", email="", hsa_id__isnull=True),
                name="person_erased_tells_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by e-mail address, however it is written."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Give the account with this address, letter case apart. Raises Account.DoesNotExist."""
        return self.get(email=(username or "").strip().lower())


@tracked(exclude=("password", "last_login"))
class Account(AbstractBaseUser):
    """One way for a person to log in. It carries no rights of its own."""

    email = models.EmailField(unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="accounts")
    # The address that waits to be confirmed from its own mailbox; empty when none does.
    new_email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    # Kept beside the factors themselves (allauth's table) so that every page can ask without a query,
    # and so that the change log tells when a factor was set up, removed or reset.
    second_factor_since = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = AccountManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="account_email_lower_case"),
        ]

    def __str__(self) -> str:
        return f"account {self.pk}"


class BrowserSession(models.Model):
    """A browser in which an account is logged in, in words its owner knows it by. No address is kept."""

    class Method(models.TextChoices):
        """How the person got in."""

        PASSWORD = "password"  # noqa: S105 - a way, no secret
        PASSKEY = "passkey"
        PROVIDER = "provider"

    account = models.ForeignKey(Account, models.CASCADE, related_name="browser_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=20, blank=True)
    system = models.CharField(max_length=20, blank=True)
    method = models.CharField(max_length=20, choices=Method.choices)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"session {self.pk}"


# The kinds of place a role can be held at, as the columns of an assignment.
PLACES = ("region", "care_provider", "unit", "specialty")


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Filters of assignments."""

    def in_force(self, as_of: date) -> Self:
        """Keep those that hold on the day, first and last day included."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of), valid_from__lte=as_of)

    def for_the_country(self) -> Self:
        """Keep those held at no single place."""
        return self.filter(**{f"{place}__isnull": True for place in PLACES})

    def within(self, scope: "Scope") -> Self:
        """Keep those held at a place the scope reaches; held for the whole country they lie in no part of it."""
        if scope.national:
            return self
        return self.filter(
            Q(unit__in=Unit.objects.within(scope).values("pk"))
            | Q(care_provider__in=scope.care_provider_ids)
            | Q(care_provider__region__in=scope.region_ids)
            | Q(region__in=scope.region_ids)
            | Q(specialty__key__in=scope.specialty_keys)
        )


class EndReason(models.TextChoices):
    """Why a role was ended. Choices and no free text: what one writes of a person tends to say too much."""

    LEFT = "left", "left"
    REPLACED = "replaced", "replaced"
    FINISHED = "finished", "finished"
    MISTAKE = "mistake", "mistake"


@tracked()
class Assignment(models.Model):
    """A role a person holds at one place, for a period.

    Place: a region, a care provider, a unit or a specialty; none of them means the whole country.
    Which kinds of place a role can have stands in `domain.roles.ROLES` and is checked by the action.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    region = models.ForeignKey("organisations.Region", models.PROTECT, null=True, blank=True)
    care_provider = models.ForeignKey("organisations.CareProvider", models.PROTECT, null=True, blank=True)
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, blank=True)
    specialty = models.ForeignKey("organisations.Specialty", models.PROTECT, null=True, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=12, choices=EndReason.choices, blank=True, db_default="")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="assignment_role_known"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="assignment_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(end_reason__in=["", *EndReason.values]), name="assignment_end_reason_known"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(
                    Func(
                        F("region"),
                        F("care_provider"),
                        F("unit"),
                        F("specialty"),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="assignment_one_place",
            ),
        ]
        indexes = [models.Index(fields=["person", "role"], name="assignment_person_role")]

    def __str__(self) -> str:
        return f"{self.role} ({self.person_id})"

    @property
    def place(self) -> "Region | CareProvider | Unit | Specialty | None":
        """Give the place the role is held at, fetched along; None is the whole country."""
        return self.unit or self.care_provider or self.region or self.specialty


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


class AbsenceReason(models.TextChoices):
    """Why somebody is away. Choices and no free text, and none that tells of health."""

    HOLIDAY = "holiday", "holiday"
    LEAVE = "leave", "leave"
    DUTY = "duty", "duty"
    OTHER = "other", "other"


class DeputyshipQuerySet(models.QuerySet["Deputyship"]):
    """Filters of deputyships."""

    def in_force(self, as_of: date) -> Self:
        """Keep those that hold on the day, first and last day included."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of), valid_from__lte=as_of)


def _range(kind: str, first: str, last: str) -> Func:
    return Func(F(first), F(last), Value("[]"), function=kind)


# Built from ranges alone: an equality in an exclusion needs btree_gist, which the embedded server lacks.
_SAME_DAYS = (_range("daterange", "valid_from", "valid_until"), RangeOperators.OVERLAPS)
_SAME_ROLE = (_range("int8range", "assignment_id", "assignment_id"), RangeOperators.OVERLAPS)
_SAME_DEPUTY = (_range("int8range", "deputy_id", "deputy_id"), RangeOperators.OVERLAPS)


@tracked()
class Deputyship(models.Model):
    """An absence of somebody from a role, with who stands in; or a standing deputy, absence or none.

    The deputy has the rights of the role at its place while both this and the assignment are in force.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="deputyships")
    deputy = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="deputyships")
    is_standing = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=12, choices=AbsenceReason.choices, blank=True)

    objects = DeputyshipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="deputyship_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(is_standing=True, deputy__isnull=False)
                | Q(is_standing=False, valid_until__isnull=False),
                name="deputyship_standing_or_dated",
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["", *AbsenceReason.values]), name="deputyship_reason_known"
            ),
            ExclusionConstraint(
                name="absence_once_at_a_time",
                expressions=[_SAME_ROLE, _SAME_DAYS],
                condition=Q(is_standing=False),
            ),
            ExclusionConstraint(
                name="standing_deputy_once_at_a_time",
                expressions=[_SAME_ROLE, _SAME_DEPUTY, _SAME_DAYS],
                condition=Q(is_standing=True),
            ),
        ]

    def __str__(self) -> str:
        return f"deputyship {self.pk}"


class ImportState(models.TextChoices):
    """How far an import of people has come."""

    PREVIEW = "preview", "preview"
    CONFIRMED = "confirmed", "confirmed"
    UNDONE = "undone", "undone"


# What people wrote and what became of each row stay out of the log: the rows made have logs of their own.
@tracked(exclude=("rows", "made"))
class PeopleImport(models.Model):
    """A list of people that somebody brought in, from the preview until it is undone.

    `rows`: what was written, `[row number, column → text]`, as long as it is a preview. `made`: what
    became of each row since, by ids alone: `{number, person, is_new, assignment, kept}`.
    """

    file_name = models.CharField(max_length=200)
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=ImportState.choices, default=ImportState.PREVIEW)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    row_count = models.PositiveIntegerField()
    rows = models.JSONField(default=list)
    made = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ImportState.values), name="people_import_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="preview") | Q(rows=[]), name="people_import_keeps_no_text"
            ),
        ]

    def __str__(self) -> str:
        return f"people import {self.pk}"
