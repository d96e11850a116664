"""What reviews leave to the worker."""

from django.utils import timezone

from kollegium import jobs
from kollegium.reviews.actions.offline import forget_ended_copies as forget_copies
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


@jobs.task("reviews.forget_ended_copies", every="47 * * * *")
def forget_ended_copies(timestamp: int) -> None:
    """Forget the keys of copies on devices whose time is up."""
    forget_copies(now=timezone.now())
