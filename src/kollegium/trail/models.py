"""What the trail stores of its own: seals over the change log, erasures, and who has read about whom.

The application's role may add rows here and read them, nothing else.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Seal(models.Model):
    """One link of the chain: a keyed code over everything that was logged since the seal before it.

    `number` runs 1, 2, 3 … without a gap. `columns` says which columns of which table the rows' digests
    cover (table → names), so that a column added by a later migration breaks nothing. `root` is the
    digest of the rows' digests in order. `mac` covers all the other columns with a key that is not in
    the database. `takes_late_rows` marks a seal that an operator ordered over rows older than allowed.
    """

    number = models.BigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField()
    event_count = models.PositiveIntegerField()
    columns = models.JSONField()
    takes_late_rows = models.BooleanField(default=False)
    root = models.BinaryField(max_length=32)
    previous_mac = models.BinaryField(max_length=32)
    mac = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"seal {self.number}"


class Erasure(models.Model):
    """That a person's rows were taken out of the change log, with a keyed code over which rows.

    Without it, a row that is gone counts as removed. `root` is the digest of the erased rows' positions.
    """

    number = models.BigIntegerField(primary_key=True)
    erased_at = models.DateTimeField()
    event_count = models.PositiveIntegerField()
    root = models.BinaryField(max_length=32)
    mac = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"erasure {self.number}"


class SealedEvent(models.Model):
    """One row of the log under a seal: its salted digest, at its place in the order of all sealed rows.

    The salt goes when the row is erased: the digest that stays then tells nothing about what stood there.
    The pointers carry no constraint of the database: a hundred thousand rows are added in one statement,
    and `kollegium verify` checks them more sharply than a constraint could.
    """

    position = models.BigIntegerField(primary_key=True)
    table = models.CharField(max_length=63)
    event_id = models.BigIntegerField()
    salt = models.BinaryField(max_length=16, null=True)
    digest = models.BinaryField(max_length=32)
    seal = models.ForeignKey(
        Seal, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="events"
    )
    erasure = models.ForeignKey(
        Erasure, models.DO_NOTHING, db_constraint=False, db_index=False, null=True, related_name="events"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "event_id"], name="sealed_event_once"),
            models.CheckConstraint(
                condition=Q(erasure__isnull=True, salt__isnull=False)
                | Q(erasure__isnull=False, salt__isnull=True),
                name="sealed_event_has_salt_until_erased",
            ),
        ]
        indexes = [
            models.Index(
                fields=["erasure"], condition=Q(erasure__isnull=False), name="sealed_event_by_erasure"
            )
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.event_id}"


class ReadingRecord(models.Model):
    """That somebody opened a page with another person's details.

    `page` is the kind of page (`accounts.person`), `object_id` which one. People are kept as ids, so that
    erasing a person needs no change here.
    """

    at = models.DateTimeField(default=timezone.now)
    actor_key = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    page = models.CharField(max_length=60)
    object_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["subject_id", "-at", "-id"], name="reading_by_subject")]

    def __str__(self) -> str:
        return f"{self.page} {self.object_id}"
