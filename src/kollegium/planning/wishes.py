"""What was wished in the order that a case came of, for the pages where its days are set."""

from typing import TYPE_CHECKING

from django.urls import reverse

from kollegium.domain.roles import Permission
from kollegium.planning.queries.orders import order_of
from kollegium.reviews.case_wishes import Wish
from kollegium.reviews.models import Review
from kollegium.reviews.queries.one_review import place_of

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def wish_found(actor: "Actor", review: Review) -> Wish | None:
    """Give what was wished, None for a case that was opened without an order; one query."""
    order = order_of(review)
    if order is None:
        return None
    may_open = actor.may(Permission.ORDER_REVIEWS, place_of(review))
    url = reverse("planning:order", args=[order.pk]) if may_open else ""
    return Wish(order.wished_from, order.wished_to, order.note, order.contact, url)
