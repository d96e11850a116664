"""Units that have had no review from outside for five years, or never."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from kollegium.domain.next_steps import reviewed_since
from kollegium.domain.roles import Scope
from kollegium.organisations.models import Unit, UnitSpecialty
from kollegium.reviews.models import Review, ReviewKind

# The key of the filter in the list of units.
UNITS_OVERDUE = "no-recent-review"


def without_recent_review(scope: Scope, *, as_of: date) -> QuerySet[Unit]:
    """Give the units in use within a scope that train doctors and have had no external review in five years."""
    external = Review.objects.standing().filter(kind=ReviewKind.EXTERNAL)
    fresh = external.filter(unit=OuterRef("pk"), visit_from__gte=reviewed_since(as_of))
    trains = UnitSpecialty.objects.filter(unit=OuterRef("pk"))
    return Unit.objects.current().within(scope).filter(Exists(trains)).exclude(Exists(fresh))
