"""An uploaded report on its way to becoming a review: file, readings, corrections, decision."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from kollegium.domain.roles import Permission
from kollegium.trail.names import person_id
from kollegium.trail.tracking import tracked

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


class BatchQuerySet(models.QuerySet["ImportBatch"]):
    """Filters of batches."""

    def visible_to(self, actor: "Actor") -> Self:
        """Keep the batches the actor may work on: their own, and all for a national right to import.

        A proposal has no place until a unit is chosen, so it is seen by the one who brought it.
        """
        scope = actor.places(Permission.IMPORT_REVIEWS)
        if scope.national:
            return self
        if scope.is_empty:
            return self.none()
        own = Q(created_by_key=actor.key)
        person = person_id(actor.key)
        if person is not None:
            # What was brought in under a row that was merged into theirs is theirs to go on with.
            own |= Q(created_by__merged_into=person)
        return self.filter(own)


@tracked()
class ImportBatch(models.Model):
    """The files one person dropped on the page at one time.

    `form_key` comes with the page the files are dropped on, so that the same form sent twice, or sent
    on after a lost connection, lands in the same batch.
    """

    form_key = models.UUIDField(null=True, blank=True, unique=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    created_by_key = models.CharField(max_length=60, db_index=True)

    objects = BatchQuerySet.as_manager()

    def __str__(self) -> str:
        return f"batch {self.pk}"


class ProposalState(models.TextChoices):
    """Where an uploaded file stands."""

    WAITING = "waiting", "waiting"
    PROPOSED = "proposed", "proposed"
    REFUSED = "refused", "refused"
    DUPLICATE = "duplicate", "duplicate"
    CONFIRMED = "confirmed", "confirmed"
    TAKEN_BACK = "taken_back", "taken back"
    DISCARDED = "discarded", "discarded"


SETTLED_STATES = (ProposalState.TAKEN_BACK, ProposalState.DISCARDED)
"""States in which a file may be brought again as if for the first time."""


class ProposalQuerySet(models.QuerySet["ImportProposal"]):
    """Filters of proposals."""

    def visible_to(self, actor: "Actor") -> Self:
        """Keep the proposals of the batches the actor may work on."""
        if actor.places(Permission.IMPORT_REVIEWS).national:
            return self
        return self.filter(batch__in=ImportBatch.objects.visible_to(actor))

    def live(self) -> Self:
        """Leave out those that were refused, are copies of another, or have been given up."""
        return self.filter(state__in=[ProposalState.WAITING, ProposalState.PROPOSED, ProposalState.CONFIRMED])


@tracked(exclude=("lines", "open_doubt_count"))
class ImportProposal(models.Model):
    """One file and what is to become of it.

    `file_name` is text for people, never a path. `lines` is the original as read, for showing it beside
    the fields. Shape: a list of `[number, page, text]`. `refusal_code` is a code of `extraction` or of
    the reader. `read_unit` repeats the reading's unit for the list. `chosen_unit` and
    `chosen_specialty` are what a person picked from the register. `review` is set on confirming.
    """

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="proposals")
    stored_file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    file_name = models.CharField(max_length=255)
    state = models.CharField(max_length=12, choices=ProposalState.choices)
    refusal_code = models.CharField(max_length=40, blank=True)
    duplicate_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="duplicates")
    lines = models.JSONField(default=list, blank=True)
    page_count = models.PositiveIntegerField(default=0)
    read_unit = models.CharField(max_length=200, blank=True)
    open_doubt_count = models.PositiveSmallIntegerField(default=0)
    chosen_unit = models.ForeignKey(
        "organisations.Unit", models.PROTECT, null=True, blank=True, related_name="+"
    )
    chosen_specialty = models.ForeignKey(
        "organisations.Specialty", models.PROTECT, null=True, blank=True, related_name="+"
    )
    review = models.OneToOneField(
        "reviews.Review", models.PROTECT, null=True, blank=True, related_name="import_proposal"
    )
    taken_back_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    objects = ProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "stored_file", "file_name"],
                condition=~Q(state__in=SETTLED_STATES),
                name="proposal_file_once_in_batch",
            ),
            models.UniqueConstraint(
                fields=["batch", "file_name"],
                condition=Q(stored_file__isnull=True),
                name="proposal_unstored_once_in_batch",
            ),
            models.CheckConstraint(condition=Q(state__in=ProposalState.values), name="proposal_state_known"),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.CONFIRMED) | Q(review__isnull=False),
                name="proposal_confirmed_has_review",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.REFUSED) | ~Q(refusal_code=""),
                name="proposal_refused_with_code",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.TAKEN_BACK) | ~Q(taken_back_reason=""),
                name="proposal_taken_back_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["batch", "state"], name="proposal_by_state")]

    def __str__(self) -> str:
        return f"proposal {self.pk}"


@tracked(exclude=("reading", "places"))
class ProposalReading(models.Model):
    """What one version of the reader read in the file; kept for good.

    The first is what is proposed. A later one changes nothing by itself: it is compared with the first,
    and a person takes over field by field. `reading` is the reader's JSON object, its doubts with their
    page and the values of their sentence; `places` maps a field's path to its line ranges.
    """

    proposal = models.ForeignKey(ImportProposal, models.CASCADE, related_name="readings")
    reader_version = models.CharField(max_length=20)
    reading = models.JSONField()
    places = models.JSONField(default=dict)
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "reader_version"], name="proposal_reading_once"),
        ]

    def __str__(self) -> str:
        return f"reading {self.reader_version} of {self.proposal_id}"


@tracked()
class FieldDecision(models.Model):
    """What a person decided about one field: its value, in place of or confirming what was read.

    `path` is the reader's field path, or a list's (`strengths`); the shape of `value` for each path is
    described in `drafts`. `version` counts the saves, so that
    two people who change the same field are told instead of one losing words.
    """

    proposal = models.ForeignKey(ImportProposal, models.CASCADE, related_name="decisions")
    path = models.CharField(max_length=120)
    value = models.JSONField(null=True)
    decided_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["proposal", "path"], name="field_decision_once")]

    def __str__(self) -> str:
        return f"{self.path} of {self.proposal_id}"


@tracked()
class DoubtAnswer(models.Model):
    """That a person has looked at a doubt of the reader and what they said."""

    proposal = models.ForeignKey(ImportProposal, models.CASCADE, related_name="doubt_answers")
    doubt_key = models.CharField(max_length=200)
    answer = models.CharField(max_length=20)
    answered_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "doubt_key"], name="doubt_answer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.doubt_key} of {self.proposal_id}"


class Presence(models.Model):
    """That a person has a proposal open; seen by the others who have it open. Not a record of reading."""

    proposal = models.ForeignKey(ImportProposal, models.CASCADE, related_name="presences")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["proposal", "person"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.proposal_id}"
