"""Who takes part: a person, and the accounts they log in with."""

from typing import Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Concat, Lower

from kollegium.trail.tracking import tracked

# What a sort key writes for å, ä and ö is written back, and an address falls into its words.
WRITTEN_AS = ("{|}.@-_+", "åäö     ")


class PersonQuerySet(models.QuerySet["Person"]):
    """Filters of people."""

    def present(self) -> Self:
        """Keep those who can be found and changed: neither erased nor merged into another row."""
        return self.filter(erased_at__isnull=True, merged_into__isnull=True)

    def merged_without_log_in(self) -> Self:
        """Keep the rows merged into another that nobody could log in with.

        What stands in them was written by those who keep people in order, and still tells who is meant.
        """
        return self.filter(
            merged_into__isnull=False, merges__undone_at__isnull=True, merges__moved__log_ins=[]
        )


@tracked(exclude=("hat", "search_vector"))
class Person(models.Model):
    """Somebody who takes part, whether or not they can log in.

    The row of an erased person stays, without anything that tells who it was: what they did keeps its
    place, under nobody's name. A row merged into another stays too: what was done under it says so.
    """

    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400, db_index=True)
    email = models.EmailField(blank=True)
    hsa_id = models.CharField(max_length=64, null=True, blank=True, unique=True)
    language = models.CharField(max_length=2, default="sv")
    erased_at = models.DateTimeField(null=True, blank=True)
    # The row that goes on for the same human being; that one is never merged itself, so there are no chains.
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_rows")
    # The role last chosen to work in, for the next session; none is all of them.
    hat = models.ForeignKey("Assignment", models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    # Of the sort key and not the name: in lower case and without foreign accents, whatever the server's locale.
    search_vector = models.GeneratedField(
        expression=SearchVector(
            Func(
                Concat("sort_key", Value(" "), "email", output_field=models.TextField()),
                *(Value(text) for text in WRITTEN_AS),
                function="translate",
                output_field=models.TextField(),
            ),
            config="simple",
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(fields=["search_vector"], name="person_search"),
            models.Index(
                fields=["sort_key", "id"],
                condition=Q(erased_at__isnull=True, merged_into__isnull=True),
                name="person_by_name",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(language__in=["sv", "en"]), name="person_language_known"),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(name="", sort_key="", email="", hsa_id__isnull=True),
                name="person_erased_tells_nothing",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="person_not_its_own_double",
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

    # Fetched along with the account of a session, see `backends`.
    unread_reminders: int = 0

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = AccountManager()

    class Meta:
        indexes = [models.Index("person", condition=Q(is_active=False), name="account_closed")]
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="account_email_lower_case"),
        ]

    def __str__(self) -> str:
        return f"account {self.pk}"
