"""What is stored of reminders: each one once, the letters they went out in, and how each person wants them.

The words of a reminder are not stored: they are told anew in the reader's language.
"""

from typing import Self

from django.db import models
from django.db.models import Q

from kollegium.trail.tracking import tracked


class MailMode(models.TextChoices):
    """How somebody wants reminders by mail."""

    AT_ONCE = "at_once", "at once"
    DAILY = "daily", "once a day"
    NONE = "none", "not at all"


@tracked(exclude=("refused_address", "refused_at"))
class MailSettings(models.Model):
    """How one person wants reminders by mail; without a row the defaults hold.

    `refused_address` is the digest of an address that the mail server refused for good: nothing is sent to it
    any more, until the person has another.
    """

    person = models.OneToOneField("accounts.Person", models.CASCADE, related_name="mail_settings")
    mail = models.CharField(max_length=8, choices=MailMode.choices, default=MailMode.DAILY)
    quiet_from = models.PositiveSmallIntegerField(default=20)
    quiet_until = models.PositiveSmallIntegerField(default=7)
    quiet_weekends = models.BooleanField(default=True)
    refused_address = models.CharField(max_length=64, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(mail__in=MailMode.values), name="mail_mode_known"),
            models.CheckConstraint(
                condition=Q(quiet_from__lte=23, quiet_until__lte=23), name="mail_quiet_hours_exist"
            ),
        ]

    def __str__(self) -> str:
        return f"mail settings of {self.person_id}"


class LetterState(models.TextChoices):
    """What became of a letter. Dropped is one whose reminders were all done or read before it went."""

    QUEUED = "queued", "queued"
    SENT = "sent", "sent"
    DROPPED = "dropped", "dropped"
    REFUSED = "refused", "refused"
    FAILED = "failed", "failed"


class ReminderLetter(models.Model):
    """One letter with reminders to one person. `digest_on` is the local day of a digest, which there is one of."""

    recipient = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    digest_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=LetterState.choices, default=LetterState.QUEUED)
    created_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipient", "digest_on"], name="letter_one_digest_a_day"),
            models.CheckConstraint(condition=Q(state__in=LetterState.values), name="letter_state_known"),
        ]
        indexes = [
            models.Index(fields=["created_at"], condition=Q(state="queued"), name="letter_queued"),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk}"


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Filters of reminders."""

    def unread(self) -> Self:
        """Keep what is neither read nor cancelled."""
        return self.filter(read_at__isnull=True, cancelled_at__isnull=True)


class Reminder(models.Model):
    """That one person is reminded of one thing's day, one step of it: a row there can be only once.

    It is its own record, so that it is not in the change log besides.
    """

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    recipient = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    due_on = models.DateField()
    step = models.SmallIntegerField()
    name = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    letter = models.ForeignKey(
        ReminderLetter, models.SET_NULL, null=True, blank=True, related_name="reminders"
    )

    objects = ReminderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "recipient", "due_on", "step"], name="reminder_once"
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "-created_at", "-id"], name="reminder_newest"),
            models.Index(
                fields=["recipient"],
                condition=Q(read_at__isnull=True, cancelled_at__isnull=True),
                name="reminder_unread",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} on {self.due_on} ({self.step})"
