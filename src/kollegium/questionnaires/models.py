"""What is stored of questionnaires. The tables are built so that nobody can tell who answered what.

Read `docs/decisions/0020-anonymous-answers.md` before you add a column, an index or a time here.
None of these tables but the round is under the change log, and a test says so.
"""

import uuid

from django.db import models
from django.db.models import Q

from kollegium.domain.statistics import SMALLEST_GROUP
from kollegium.trail.tracking import tracked


class RoundState(models.TextChoices):
    """How far a round has come; the database lets it go forward alone."""

    PREPARING = "preparing", "preparing"
    OPEN = "open", "open"
    CLOSED = "closed", "closed"


@tracked()
class Round(models.Model):
    """The questionnaires of one thing that is looked into. `subject_key` is the asker's own word for it."""

    subject_key = models.CharField(max_length=60, unique=True)
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=RoundState.choices, default=RoundState.PREPARING)
    closes_on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)
    # When everybody who had not answered was last reminded; not whom that was.
    reminded_on = models.DateField(null=True, blank=True)
    reminder_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RoundState.values), name="round_state_known"),
            models.CheckConstraint(
                condition=Q(state=RoundState.PREPARING) | Q(sent_on__isnull=False), name="round_sent_on_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.subject_key}"


class Group(models.Model):
    """Those who are asked the same questions in a round.

    `invited_count` and `is_open` are settled when the round is sent. `answered_count` is empty until it is closed,
    and stays empty for fewer than three: how few they were is told to nobody.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="groups")
    instrument_key = models.CharField(max_length=60)
    is_open = models.BooleanField(default=False)
    invited_count = models.PositiveIntegerField(default=0)
    answered_count = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "instrument_key"], name="group_once_in_round"),
            models.CheckConstraint(
                condition=Q(answered_count__isnull=True)
                | Q(is_open=True)
                | Q(answered_count__gte=SMALLEST_GROUP),
                name="group_answered_by_three_or_unknown",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_key} of round {self.round_id}"


class Invitation(models.Model):
    """Somebody who is asked to answer, until the round is closed. Whether they have stands in no column here."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="invitations")
    name = models.CharField(max_length=200)
    email = models.EmailField()
    language = models.CharField(max_length=2, default="sv")
    is_sent = models.BooleanField(default=False)
    # The first letter was refused; of reminders nothing is kept, for they go to some alone.
    is_undelivered = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "email"], name="invited_once_in_group"),
            models.CheckConstraint(condition=Q(language__in=["sv", "en"]), name="invited_language_known"),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class Link(models.Model):
    """A link that was sent, known by the hash of its token. When the round is closed it leads to nobody."""

    token_hash = models.CharField(max_length=64, primary_key=True)
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    invitation = models.ForeignKey(Invitation, models.SET_NULL, null=True, related_name="links")

    def __str__(self) -> str:
        return "link"


class Draft(models.Model):
    """What somebody has filled in so far: ciphertext under a key that stands in their link alone."""

    key = models.CharField(max_length=64, primary_key=True)
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    content = models.BinaryField()

    def __str__(self) -> str:
        return "draft"


class Spent(models.Model):
    """Who has answered. The application's role can neither read nor write it; the functions of the database can."""

    invitation_id = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return "spent"


class Waiting(models.Model):
    """A sent answer until the round is closed, as ciphertext. Closed to the application's role like `Spent`."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    content = models.BinaryField()

    def __str__(self) -> str:
        return "waiting"


class Answer(models.Model):
    """One answer of a group of three or more: a random key, no time, no author. Written by closing alone."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    group = models.ForeignKey(Group, models.CASCADE, related_name="answers")
    content = models.JSONField()

    def __str__(self) -> str:
        return "answer"


class OpenAnswer(models.Model):
    """An answer given openly, with the name, by somebody who was told so first. Written by sending alone."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="open_answers")
    name = models.CharField(max_length=200)
    content = models.JSONField()

    def __str__(self) -> str:
        return f"open answer {self.pk}"
