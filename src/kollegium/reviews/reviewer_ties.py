"""What speaks against a reviewer for a case: the capability that plans finds it, the page of the team shows it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kollegium.reviews.models import Review

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class TiesFound:
    """What speaks against one reviewer, in words; `is_conflict`: choosing them needs an explanation."""

    words: tuple[str, ...]
    is_conflict: bool


# The actor, the case, the reviewers asked about and the day → what was found, of those alone who have something.
TieFinder = Callable[["Actor", Review, Collection[int], date], Mapping[int, TiesFound]]
_FINDERS: list[TieFinder] = []


def register_tie_finder(find: TieFinder) -> None:
    """Let a capability above tell what speaks against reviewers; called once when it starts."""
    if find not in _FINDERS:
        _FINDERS.append(find)


def ties_of(
    actor: "Actor", review: Review, person_ids: Collection[int], *, as_of: date
) -> dict[int, TiesFound]:
    """Give what speaks against each of the reviewers, as far as the actor may know it."""
    found: dict[int, TiesFound] = {}
    for find in _FINDERS:
        found.update(find(actor, review, person_ids, as_of))
    return found
