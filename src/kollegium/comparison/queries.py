"""What everybody may read: standing publications, and nothing of the cases behind them.

Every value comes from the publication itself, also what is searched and filtered by, so that a
correction of the case, or a name in it, cannot reach the register before it is published.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.db.models.functions import ExtractYear
from django.http import Http404

from kollegium.domain.swedish import sort_key
from kollegium.reviews.content import Content
from kollegium.reviews.models import CaseState, Publication
from kollegium.reviews.queries.search import search_query
from kollegium.ui.keyset import CutPage, OrderColumn, cut

PAGE_SIZE = 30
HIDDEN_STATES = (CaseState.TAKEN_BACK, CaseState.WITHDRAWN)
ORDER = (
    OrderColumn("visited_on", descending=True, nullable=True, holds=date),
    OrderColumn("pk", descending=True),
)


@dataclass(frozen=True, slots=True)
class RegisterFilters:
    """What the register is narrowed by; empty values narrow nothing."""

    search: str = ""
    region: str = ""
    specialty: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class RegisterChoices:
    """What the filters offer, from the publications themselves, in Swedish order; years newest first."""

    regions: tuple[str, ...]
    specialties: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PublicReview:
    """One published review as everybody may read it."""

    publication_id: int
    review_id: int
    published_at: datetime
    content: Content


def list_published(filters: RegisterFilters, *, cursor: str = "") -> CutPage:
    """Give one page of the register, newest visit first; two queries."""
    rows = _standing()
    if filters.region:
        rows = rows.filter(region_name=filters.region)
    if filters.specialty:
        rows = rows.filter(specialty_name=filters.specialty)
    if filters.year:
        rows = rows.filter(visited_on__range=(date(filters.year, 1, 1), date(filters.year, 12, 31)))
    query = search_query(filters.search)
    if query is not None:
        rows = rows.filter(search_vector=query)
    values = rows.values("pk", "review_id", "published_at", "visited_on", "listing")
    return cut(values, order=ORDER, cursor=cursor, size=PAGE_SIZE)


def register_choices() -> RegisterChoices:
    """Give what the filters offer; one query."""
    rows = set(
        _standing()
        .annotate(year=ExtractYear("visited_on"))
        .values_list("region_name", "specialty_name", "year")
        .distinct()
    )
    return RegisterChoices(
        regions=tuple(sorted({region for region, _, _ in rows if region}, key=sort_key)),
        specialties=tuple(sorted({specialty for _, specialty, _ in rows if specialty}, key=sort_key)),
        years=tuple(sorted({year for _, _, year in rows if year}, reverse=True)),
    )


def get_published(review_id: int) -> PublicReview:
    """Give the standing publication of a review.

    **Raises** Http404 for a review that there is not, never was public, or is no longer: from outside
    they look the same.
    """
    found = _standing().filter(review_id=review_id)
    row = found.values_list("pk", "review_id", "published_at", "content").first()
    if row is None:
        raise Http404
    return PublicReview(*row)


def _standing() -> QuerySet[Publication]:
    return (
        Publication.objects.filter(withdrawn_at__isnull=True)
        .exclude(review__state__in=HIDDEN_STATES)
        .order_by("pk")
    )
