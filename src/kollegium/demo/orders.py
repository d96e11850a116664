"""Orders of the demo: one that waits, one of several units, one that was declined."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from kollegium.accounts.queries import actor_of_person
from kollegium.demo.places import DemoPlaces
from kollegium.planning.actions import NewOrder, decline_order, order_reviews
from kollegium.reviews.models import ReviewKind

if TYPE_CHECKING:
    from kollegium.accounts.models import Person

DECLINED_BECAUSE = (
    "Enheten granskades 2025. Beställ gärna igen när nästa granskning närmar sig, eller be om en "
    "genomgång av handlingsplanen."
)


def add_demo_orders(places: DemoPlaces, people: "dict[str, Person]", *, as_of: date) -> None:
    """Add the orders, sent by those who would."""
    specialty_id = places.specialties["allmanmedicin"].pk
    director, head, office = (
        actor_of_person(people[email], as_of=as_of)
        for email in ("region@exempel.se", "chef@exempel.se", "kansli@exempel.se")
    )
    order_reviews(
        new=NewOrder(
            UUID(int=1),
            ReviewKind.EXTERNAL,
            tuple(places.units[name].pk for name in ("Tallmo hälsocentral", "Östanbäcks hälsocentral")),
            specialty_id,
            date(2026, 9, 7),
            date(2026, 11, 13),
            "Eskil Månsgård, region@exempel.se",
            "Gärna i följd, så att studierektorn kan vara med på båda. Inte vecka 44.",
        ),
        as_of=as_of,
        now=datetime(2026, 2, 24, 13, 20, tzinfo=UTC),
        by=director,
    )
    declined = order_reviews(
        new=NewOrder(
            UUID(int=2),
            ReviewKind.SIDE_PLACEMENTS,
            (places.units["Lövbergas hälsocentral"].pk,),
            specialty_id,
            date(2026, 5, 4),
            date(2026, 6, 12),
            "Torsten Ahlmark, chef@exempel.se",
        ),
        as_of=as_of,
        now=datetime(2026, 2, 9, 8, 5, tzinfo=UTC),
        by=head,
    )
    decline_order(
        order_id=declined.pk,
        reason=DECLINED_BECAUSE,
        now=datetime(2026, 2, 11, 9, 40, tzinfo=UTC),
        by=office,
    )
