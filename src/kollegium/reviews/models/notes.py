"""What reviewers write down in the interviews of a visit."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kollegium.domain.interviews import Interviewed
from kollegium.reviews.models.case import ReviewPart
from kollegium.trail.tracking import tracked


class InterviewNoteQuerySet(models.QuerySet["InterviewNote"]):
    """Filters of notes."""

    def standing(self) -> Self:
        """Leave out those that were taken away."""
        return self.filter(removed_at__isnull=True)


@tracked()
class InterviewNote(models.Model):
    """A note from one interview: with whom (a function, no name), when, what was said, which criteria it is about.

    The reviewers' alone, also before the review office. `key` is given where it is written, so that a note sent
    twice from a device is one note. What was written first stays beside what it was changed to.
    """

    key = models.UUIDField(unique=True)
    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="notes")
    author = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    interviewed = models.CharField(max_length=30, choices=[(item.value, item.value) for item in Interviewed])
    heard_at = models.DateTimeField()
    text = models.TextField()
    first_text = models.TextField()
    criteria = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    written_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = InterviewNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(interviewed__in=[item.value for item in Interviewed]),
                name="note_interviewed_known",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="note_not_empty"),
        ]
        indexes = [models.Index(fields=["part", "heard_at"], name="notes_of_part")]

    def __str__(self) -> str:
        return f"note {self.pk} of part {self.part_id} by {self.author_id}"
