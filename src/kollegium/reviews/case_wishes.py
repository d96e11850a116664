"""What whoever ordered a review wished: the capability that takes orders tells it, the pages that set days show it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kollegium.domain.case_access import CaseObject
from kollegium.domain.case_life import State

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor
    from kollegium.reviews.models import Review
    from kollegium.reviews.queries.open_cases import OpenCase

# Once the unit prepares itself, the days are agreed on.
WISHED_IN = (State.ORDERED, State.PLANNED)


@dataclass(frozen=True, slots=True)
class Wish:
    """The wished period, both days included, what was written, whom to reach, and the order's page if it may be opened."""

    first: date
    last: date
    note: str
    contact: str
    url: str = ""


WishFinder = Callable[["Actor", "Review"], Wish | None]
_FINDERS: list[WishFinder] = []


def register_wish_finder(find: WishFinder) -> None:
    """Let a capability above tell what was wished; called once when it starts."""
    if find not in _FINDERS:
        _FINDERS.append(find)


def wish_of(actor: "Actor", case: "OpenCase") -> Wish | None:
    """Give what was wished for a case, to those who set its days, until it is prepared; one query, none for others."""
    if case.review.state not in WISHED_IN or not case.may_write(CaseObject.FACTS):
        return None
    return next((wish for find in _FINDERS if (wish := find(actor, case.review)) is not None), None)
