"""What reviews leave to the worker."""

from kollegium import jobs
from kollegium.reviews.actions.refresh import refresh_reviews_at


@jobs.task("reviews.refresh_search")
def refresh_search(
    unit_id: int | None = None,
    care_provider_id: int | None = None,
    region_id: int | None = None,
    specialty_id: int | None = None,
) -> None:
    """Let the reviews at a place that was renamed be found by its new name."""
    refresh_reviews_at(
        unit_id=unit_id,
        care_provider_id=care_provider_id,
        region_id=region_id,
        specialty_id=specialty_id,
    )
