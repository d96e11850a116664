"""Work out anew what lists and search know of reviews, when a place they stand at is renamed."""

from kollegium.reviews.models import Review
from kollegium.reviews.summaries import refresh_summary


def refresh_reviews_at(
    *,
    unit_id: int | None = None,
    care_provider_id: int | None = None,
    region_id: int | None = None,
    specialty_id: int | None = None,
) -> int:
    """Refresh every review at the place named and give how many there were.

    Nothing that a person decided is touched, so the change log is left alone.
    """
    places = {
        "unit": unit_id,
        "unit__care_provider": care_provider_id,
        "unit__region": region_id,
        "specialty": specialty_id,
    }
    named = {column: pk for column, pk in places.items() if pk is not None}
    if not named:
        return 0
    reviews = Review.objects.filter(**named).select_related(
        "unit__care_provider", "unit__region", "specialty"
    )
    count = 0
    for review in reviews.order_by("pk").iterator(chunk_size=200):
        refresh_summary(review)
        count += 1
    return count
