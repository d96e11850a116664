"""The review as a case: of which unit, in which specialty, by which standard, in which state."""

from typing import TYPE_CHECKING, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import CombinedSearchVector, SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q

from kollegium.domain.case_life import FINISHED, IN_PROGRESS
from kollegium.domain.roles import Permission
from kollegium.trail.tracking import tracked

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor, Scope


class ReviewKind(models.TextChoices):
    """What kind of review it is."""

    EXTERNAL = "external", "external"
    INTERNAL = "internal", "internal"
    SELF_EVALUATION = "self_evaluation", "self-evaluation"
    SIDE_PLACEMENTS = "side_placements", "side placements"
    AT = "at", "AT"


class CaseState(models.TextChoices):
    """Where the case stands, from order to closing; taken back is an import that was undone."""

    ORDERED = "ordered", "ordered"
    PLANNED = "planned", "planned"
    PREPARING = "preparing", "preparing"
    VISITED = "visited", "visited"
    DRAFT = "draft", "draft"
    FACT_CHECK = "fact_check", "fact check"
    CALIBRATION = "calibration", "calibration"
    DECIDED = "decided", "decided"
    FOLLOW_UP = "follow_up", "follow-up"
    CLOSED = "closed", "closed"
    WITHDRAWN = "withdrawn", "withdrawn"
    TAKEN_BACK = "taken_back", "taken back"


class ReviewSource(models.TextChoices):
    """How the review came into the record."""

    RECORDED = "recorded", "recorded"
    IMPORT = "import", "import"


class ReviewQuerySet(models.QuerySet["Review"]):
    """Filters of reviews."""

    def visible_to(self, actor: "Actor") -> Self:
        """Keep the reviews the actor may read: by region, care provider, unit or specialty."""
        return self.reached_by(actor, Permission.READ_REVIEWS)

    def reached_by(self, actor: "Actor", permission: Permission) -> Self:
        """Keep the reviews at places where the actor holds the permission."""
        return self.within(actor.places(permission))

    def within(self, scope: "Scope") -> Self:
        """Keep the reviews at places that the scope reaches."""
        if scope.national:
            return self
        return self.filter(
            Q(unit__region__in=scope.region_ids)
            | Q(unit__care_provider__in=scope.care_provider_ids)
            | Q(unit__in=scope.unit_ids)
            | Q(specialty__key__in=scope.specialty_keys)
        )

    def standing(self) -> Self:
        """Keep what was decided: leave out cases in progress, imports taken back and cases withdrawn."""
        return self.filter(state__in=sorted(FINISHED))


@tracked(exclude=("search_text", "search_vector", "area_outcomes", "unknown_area_count", "open_action_count"))
class Review(models.Model):
    """One review of one unit in one specialty by one standard.

    `standard_key` names the standard's file with its edition (`spur-st-2021`); a new edition is a
    new key. The last block of columns repeats what the rows of the case say, for lists and search;
    `reviews.actions.summaries` keeps them and `kollegium verify` compares them.
    """

    kind = models.CharField(max_length=20, choices=ReviewKind.choices)
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, related_name="reviews")
    care_provider = models.ForeignKey(
        "organisations.CareProvider", models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    specialty = models.ForeignKey(
        "organisations.Specialty", models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    standard_key = models.CharField(max_length=60)
    state = models.CharField(max_length=20, choices=CaseState.choices)
    source = models.CharField(max_length=12, choices=ReviewSource.choices)
    case_number = models.CharField(max_length=40, null=True, blank=True, unique=True)
    visit_from = models.DateField(null=True, blank=True)
    visit_to = models.DateField(null=True, blank=True)
    visit_text = models.CharField(max_length=200, blank=True)
    report_date = models.DateField(null=True, blank=True)
    report_date_text = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        "accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    taken_back_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    area_outcomes = models.JSONField(default=dict, blank=True)
    unknown_area_count = models.PositiveSmallIntegerField(default=0)
    open_action_count = models.PositiveSmallIntegerField(default=0)
    search_text = models.TextField(blank=True)
    search_vector = models.GeneratedField(
        expression=CombinedSearchVector(
            SearchVector("search_text", config="swedish"),
            "||",
            SearchVector("search_text", config="simple"),
            config=None,
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    # Filled by the queries that fetch one review with its places; None where nobody asked.
    was_public: bool | None = None

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ReviewKind.values), name="review_kind_known"),
            models.CheckConstraint(condition=Q(state__in=CaseState.values), name="review_state_known"),
            models.CheckConstraint(condition=Q(source__in=ReviewSource.values), name="review_source_known"),
            models.CheckConstraint(
                condition=Q(visit_from__isnull=True)
                | Q(visit_to__isnull=True)
                | Q(visit_to__gte=F("visit_from")),
                name="review_visit_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(state=CaseState.TAKEN_BACK) | ~Q(taken_back_reason=""),
                name="review_taken_back_with_reason",
            ),
        ]
        indexes = [
            GinIndex(fields=["search_vector"], name="review_search"),
            models.Index(fields=["-created_at", "-id"], name="review_newest_recorded"),
            GinIndex(fields=["area_outcomes"], name="review_area_outcomes", opclasses=["jsonb_path_ops"]),
            models.Index(F("visit_from").desc(nulls_last=True), F("id").desc(), name="review_newest"),
            models.Index(fields=["unit", "visit_from"], name="review_of_unit"),
            # Few of all reviews are in progress, and every start page asks for them.
            models.Index(
                fields=["state", "visit_from"],
                condition=Q(state__in=sorted(IN_PROGRESS)),
                name="review_in_progress",
            ),
        ]

    def __str__(self) -> str:
        return f"review {self.pk}"


@tracked()
class ReviewPart(models.Model):
    """One report of a review: the whole (`whole`), or one of the five of an AT review."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="parts")
    key = models.SlugField(max_length=40, default="whole")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "key"], name="review_part_once")]

    def __str__(self) -> str:
        return f"{self.key} of {self.review_id}"


@tracked()
class ReviewerName(models.Model):
    """A reviewer of the case: the person when known, else the name as the report prints it."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="reviewer_names")
    person = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "position"], name="reviewer_position_once")]

    def __str__(self) -> str:
        return f"reviewer {self.position} of {self.review_id}"
