"""What the program holds of a unit that would else be asked for: the previous review, who works there, the unit."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Q

from kollegium.accounts.models import Assignment
from kollegium.domain.material import LinkedSource
from kollegium.domain.roles import Permission, Role
from kollegium.organisations.models import Unit
from kollegium.reviews.models import ActionPlanItem, Review
from kollegium.reviews.queries.one_review import place_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# Those around a trainee, and those who answer for the training, in the order they are told.
FUNCTIONS = (
    Role.TRAINEE,
    Role.MAIN_SUPERVISOR,
    Role.PLACEMENT_SUPERVISOR,
    Role.PROGRAMME_DIRECTOR,
    Role.HEAD_OF_UNIT,
    Role.MEDICAL_LEAD,
)
SUPERVISING = (Role.MAIN_SUPERVISOR, Role.PLACEMENT_SUPERVISOR)


@dataclass(frozen=True, slots=True)
class HeldFunction:
    """How many at a unit have a function on the day, and since when the newest of them."""

    role: Role
    count: int
    newest_from: date


@dataclass(frozen=True, slots=True)
class HeldReview:
    """The previous review as whoever may read the case's material may see it: no name, and not its whole text.

    Shape: `actions` are rows with criterion_key, area_key, action, due_on, due_text and state.
    """

    review: Review
    grades: dict[str, str]
    actions: list[dict[str, Any]]
    is_readable: bool


def is_held(review: Review, source: LinkedSource, *, as_of: date) -> bool:
    """Say whether the program holds anything of this kind about the unit of a case."""
    if source is LinkedSource.PEOPLE:
        return _at(review, as_of).filter(role__in=(Role.TRAINEE, *SUPERVISING)).exists()
    if source is LinkedSource.PREVIOUS_REVIEW:
        return _previous(review) is not None
    return True


def held_functions(review: Review, *, as_of: date) -> list[HeldFunction]:
    """Give how many at the unit of a case have each function; numbers alone, no names; one query."""
    rows = (
        _at(review, as_of)
        .filter(role__in=FUNCTIONS)
        .values("role")
        .annotate(count=Count("person", distinct=True), newest=Max("valid_from"))
        .order_by("role")
    )
    found = [HeldFunction(Role(row["role"]), row["count"], row["newest"]) for row in rows]
    return sorted(found, key=lambda item: FUNCTIONS.index(item.role))


def held_unit(review: Review) -> Unit:
    """Give the unit of a case with what is known of it; two queries."""
    return (
        Unit.objects.select_related("region", "care_provider", "parent")
        .prefetch_related("unit_specialties__specialty")
        .get(pk=review.unit_id)
    )


def held_review(actor: "Actor", review: Review) -> HeldReview | None:
    """Give the newest decided review of the same unit and specialty before this case; three queries."""
    previous = _previous(review)
    if previous is None:
        return None
    actions = (
        ActionPlanItem.objects.filter(part__review=previous)
        .order_by("part__position", "position", "pk")
        .values("criterion_key", "area_key", "action", "due_on", "due_text", "state")
    )
    return HeldReview(
        review=previous,
        grades=dict(previous.area_outcomes or {}),
        actions=list(actions),
        is_readable=actor.may(Permission.READ_REVIEWS, place_of(previous)),
    )


def _previous(review: Review) -> Review | None:
    return (
        Review.objects.standing()
        .filter(unit=review.unit_id, standard_key=review.standard_key, specialty=review.specialty_id)
        .exclude(pk=review.pk)
        .select_related("unit", "specialty")
        .order_by("-visit_from", "-pk")
        .first()
    )


def _at(review: Review, as_of: date) -> Any:
    people = Q(person__erased_at__isnull=True, person__merged_into__isnull=True)
    return Assignment.objects.in_force(as_of).filter(people, unit=review.unit_id)
