"""The schedule of a visit, slot by slot, and the addresses calendars are followed at."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from kollegium.domain.visit_schedule import SlotKind
from kollegium.trail.tracking import tracked

SLOT_KINDS = [(one.value, one.value) for one in SlotKind]


class VisitSlotQuerySet(models.QuerySet["VisitSlot"]):
    """Filters of slots."""

    def standing(self) -> Self:
        """Leave out those that were taken away."""
        return self.filter(removed_at__isnull=True)


# Who asked for a private talk stands in no log: the head of unit may read what happened to a case.
@tracked(exclude=("taken_by", "taken_at", "changed_at"))
class VisitSlot(models.Model):
    """One slot of a visit: local wall-clock times of a day, what happens, where, and with whom in words of function.

    `key` is drawn when the form is shown, so that a form sent twice is one slot. A slot taken away stays, for the
    calendars that hold it. `taken_by` is the one who has a private talk.
    """

    key = models.UUIDField(unique=True)
    review = models.ForeignKey("reviews.Review", models.CASCADE, related_name="visit_slots")
    day = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    kind = models.CharField(max_length=20, choices=SLOT_KINDS)
    place = models.CharField(max_length=120, blank=True)
    with_whom = models.CharField(max_length=160, blank=True)
    taken_by = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = VisitSlotQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in SlotKind]), name="slot_kind_known"
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="slot_ends_after_start"),
            models.CheckConstraint(
                condition=Q(taken_by__isnull=True) | Q(kind=SlotKind.PRIVATE_TALK.value),
                name="slot_taken_is_private_talk",
            ),
            models.UniqueConstraint(
                fields=["review", "taken_by"],
                condition=Q(removed_at__isnull=True, taken_by__isnull=False),
                name="slot_one_private_talk_each",
            ),
        ]
        indexes = [
            models.Index(fields=["review", "day", "starts"], name="slots_of_review"),
            models.Index(
                fields=["taken_by"], condition=Q(taken_by__isnull=False), name="slot_of_who_took_it"
            ),
        ]

    def __str__(self) -> str:
        return f"slot {self.pk} of {self.review_id}"


@tracked()
class SlotReviewer(models.Model):
    """A member of the team who is in a slot; none means all of them."""

    slot = models.ForeignKey(VisitSlot, models.CASCADE, related_name="reviewers")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slot", "person"], name="slot_reviewer_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in slot {self.slot_id}"


class CalendarFeed(models.Model):
    """The address at which somebody's calendar is followed: only the digest of its secret is kept, one for each person.

    Not under the change log: it tells when somebody looks at their calendar, and nothing of anybody else's.
    """

    person = models.OneToOneField("accounts.Person", models.CASCADE, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    fetched_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"
