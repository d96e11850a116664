"""The pool of reviewers: what a reviewer has told or the office knows, beside the role itself."""

from django.db import models
from django.db.models import F, Q

from kollegium.domain.staffing import Seniority, TieKind
from kollegium.trail.tracking import tracked

SENIORITIES = [(one.value, one.value) for one in Seniority]
TIE_KINDS = [(one.value, one.value) for one in TieKind]
MOST_IN_A_YEAR = 3


class Country(models.TextChoices):
    """Where a reviewer works."""

    SWEDEN = "SE", "Sweden"
    DENMARK = "DK", "Denmark"
    FINLAND = "FI", "Finland"
    ICELAND = "IS", "Iceland"
    NORWAY = "NO", "Norway"


@tracked()
class ReviewerProfile(models.Model):
    """What is known of one reviewer. Specialties come from the role; without a row the defaults hold."""

    person = models.OneToOneField("accounts.Person", models.CASCADE, related_name="reviewer_profile")
    seniority = models.CharField(max_length=8, choices=SENIORITIES, default=Seniority.SENIOR.value)
    trained_on = models.DateField(null=True, blank=True)
    most_in_a_year = models.PositiveSmallIntegerField(default=MOST_IN_A_YEAR)
    country = models.CharField(max_length=2, choices=Country.choices, default=Country.SWEDEN)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seniority__in=[one.value for one in Seniority]), name="profile_seniority_known"
            ),
            models.CheckConstraint(condition=Q(country__in=Country.values), name="profile_country_known"),
        ]

    def __str__(self) -> str:
        return f"reviewer {self.person_id}"


@tracked()
class Absence(models.Model):
    """Days on which a reviewer does not review, both included. Why is nobody's business."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    first = models.DateField()
    last = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="absence_ends_after_start")
        ]
        indexes = [models.Index(fields=["person", "last"], name="absence_of_person")]

    def __str__(self) -> str:
        return f"{self.first} to {self.last} ({self.person_id})"


@tracked()
class ReviewerTie(models.Model):
    """What ties a reviewer to a unit or a care provider, as the reviewer or the office tells it.

    Kinds and no free text: what one writes of one's ties tends to say too much about others.
    """

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=TIE_KINDS)
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    care_provider = models.ForeignKey(
        "organisations.CareProvider", models.PROTECT, null=True, blank=True, related_name="+"
    )
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in TieKind]), name="tie_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=True, care_provider__isnull=False)
                | Q(unit__isnull=False, care_provider__isnull=True),
                name="tie_to_one_place",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="tie_of_person")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


@tracked()
class RegionAllowed(models.Model):
    """That reviewers of a specialty may review in their own region, because there are too few others."""

    specialty = models.OneToOneField("organisations.Specialty", models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"region allowed for {self.specialty_id}"
