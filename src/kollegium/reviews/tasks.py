"""What reviews leave to the worker."""

from contextlib import suppress

from django.utils import timezone

from kollegium import jobs
from kollegium.reviews.actions.offline import forget_ended_copies as forget_copies
from kollegium.reviews.actions.refresh import refresh_reviews_at
from kollegium.reviews.models import Reconsideration
from kollegium.reviews.queries.reconsideration import people_of_office, people_of_unit
from kollegium.reviews.reconsideration_letters import letter_about
from kollegium.ui.mail import AddressRefused, send_letter


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


@jobs.task("reviews.tell_of_reconsideration")
def tell_of_reconsideration(reconsideration_id: int, *, is_decided: bool) -> None:
    """Write to the office that the unit asks, or to the unit that it is decided; one job for each reader."""
    asked = Reconsideration.objects.select_related("review").get(pk=reconsideration_id)
    readers = people_of_unit if is_decided else people_of_office
    for person_id in sorted(readers(asked.review, timezone.localdate())):
        jobs.enqueue(
            "reviews.send_reconsideration_letter",
            only_once=f"reconsideration:{asked.pk}:{is_decided}:{person_id}",
            reconsideration_id=asked.pk,
            person_id=person_id,
            is_decided=is_decided,
        )


@jobs.task("reviews.send_reconsideration_letter")
def send_reconsideration_letter(reconsideration_id: int, person_id: int, *, is_decided: bool) -> None:
    """Send one letter about a reconsideration; a mail server that does not answer is tried again."""
    letter = letter_about(reconsideration_id, person_id=person_id, is_decided=is_decided)
    if letter is None:
        return
    text, address = letter
    with suppress(AddressRefused):
        send_letter(text, to=address)
