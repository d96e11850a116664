"""What of the demo is public: the office's choices, made the way a person would make them."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from kollegium.accounts.models import Person
from kollegium.accounts.queries import actor_of_person
from kollegium.demo.places import unit_rows
from kollegium.domain.naming import Decision, NameChoice, SentenceChoice
from kollegium.reviews.actions.publish import PublicationChoices, examine, publish_review
from kollegium.reviews.models import Review
from kollegium.reviews.queries.whole_case import case_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

# The newest reviews wait for the office, so that publishing can be tried.
PUBLISHED_BEFORE = date(2025, 9, 1)
OFFICE = "kansli@exempel.se"


def publish_demo_reviews(*, as_of: date) -> int:
    """Publish the hand-made reviews with an early visit and give how many were published now.

    Those that were published before are left as they are.
    """
    office = Person.objects.get(accounts__email=OFFICE)
    actor = actor_of_person(office, as_of=as_of)
    chosen = Review.objects.filter(
        unit__name__in=[row["name"] for row in unit_rows()],
        visit_from__lt=PUBLISHED_BEFORE,
        publications__isnull=True,
    )
    for review in chosen.order_by("visit_from", "pk"):
        _publish(review, actor)
    return len(chosen)


def _publish(review: Review, actor: "Actor") -> None:
    examination = examine(case_of(review))
    choices = PublicationChoices(
        names={person.key: NameChoice(Decision.REPLACE, person.function) for person in examination.people},
        sentences={item.key: SentenceChoice(Decision.LEAVE_OUT) for item in examination.sentences},
    )
    publish_review(
        review_id=review.pk,
        choices=choices,
        fingerprint=examination.fingerprint,
        now=_published_at(review),
        by=actor,
    )


def _published_at(review: Review) -> datetime:
    return review.created_at + timedelta(days=60)
