"""Links that capabilities above add to the page of a review, such as the file it was read from."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class ReviewLink:
    """One link on the page of a review."""

    label: str | Promise
    url: str
    icon: str = ""


LinkFinder = Callable[[Actor, int], list[ReviewLink]]
_FINDERS: list[LinkFinder] = []


def register_review_links(finder: LinkFinder) -> None:
    """Add links to every review; `finder` takes actor and review id. Called once when a capability starts."""
    if finder not in _FINDERS:
        _FINDERS.append(finder)


def links_of_review(actor: Actor, review_id: int) -> list[ReviewLink]:
    """Give the links of a review that the actor may follow."""
    return [link for finder in _FINDERS for link in finder(actor, review_id)]
