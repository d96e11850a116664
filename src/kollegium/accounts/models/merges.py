"""Two rows that were one person, made one."""

from django.db import models
from django.db.models import F, Q

from kollegium.accounts.models.people import Person
from kollegium.trail.tracking import tracked


class MergeReason(models.TextChoices):
    """Why there were two rows. Choices and no free text, as with the end of a role."""

    ADDED_TWICE = "added_twice", "added twice"
    OTHER_ADDRESS = "other_address", "other address"
    OTHER_NAME = "other_name", "other name"


@tracked()
class PersonMerge(models.Model):
    """One row of a person that went up in another, until it is undone.

    `moved`: what went along, by ids alone and by what it was: `log_ins`, `roles`, `deputyships`, `proposals`,
    `settled`, `invitations`, `rows` (merged into it before); `ended`: the roles both held, as they were
    (`id`, `valid_until`, `end_reason`); `email`, `hsa_id`: whether the other had none and took it over.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    into = models.ForeignKey(Person, models.PROTECT, related_name="merges_here")
    reason = models.CharField(max_length=16, choices=MergeReason.choices)
    merged_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    moved = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(undone_at__isnull=True), name="person_merged_once"
            ),
            models.CheckConstraint(condition=~Q(person=F("into")), name="person_merge_of_two"),
            models.CheckConstraint(
                condition=Q(reason__in=MergeReason.values), name="person_merge_reason_known"
            ),
        ]

    def __str__(self) -> str:
        return f"merge {self.pk}"
