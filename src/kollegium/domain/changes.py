"""What changed lately: the rows a capability offers and the start page merges, one thing at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from kollegium.domain.next_steps import CaseLabel

# After so long away a look is a new visit. Within one, what was news at its beginning stays.
VISIT_ENDS_AFTER = timedelta(minutes=30)
LOOKS_NOTED_EVERY = timedelta(minutes=5)
# A change gets its time a little before it can be seen.
OVERLAP = timedelta(minutes=1)
FIRST_LOOK_BACK = timedelta(days=14)
LONGEST_LOOK_BACK = timedelta(days=90)


class Subject(StrEnum):
    """The kind of thing that changed."""

    REVIEW = "review"
    IMPORT = "import"
    UNIT = "unit"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Happening:
    """One change. `kind` is a stable key that the interface words with `details`.

    `name` is what the thing is called. `actor_key` is None where nobody is known, and for a reader who may
    not know who it was. `case` tells a review from others of the same unit.
    """

    at: datetime
    kind: str
    subject: Subject
    object_id: int
    name: str
    actor_key: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    case: CaseLabel | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ChangedThing:
    """One thing and what happened to it, newest first."""

    subject: Subject
    object_id: int
    name: str
    happenings: tuple[Happening, ...]


def by_thing(happenings: Iterable[Happening]) -> list[ChangedThing]:
    """Give every thing once, the one that changed last first."""
    found: dict[tuple[Subject, int], list[Happening]] = {}
    for happening in newest_first(happenings):
        found.setdefault((happening.subject, happening.object_id), []).append(happening)
    return [
        ChangedThing(subject, object_id, rows[0].name, tuple(rows))
        for (subject, object_id), rows in found.items()
    ]


def newest_first(happenings: Iterable[Happening]) -> list[Happening]:
    """Give changes with the newest first; of one instant in a fixed order."""
    return sorted(
        happenings,
        key=lambda one: (
            -one.at.timestamp(),
            one.subject,
            one.object_id,
            one.kind,
            sorted(one.details.items()),
        ),
    )


@dataclass(frozen=True, slots=True)
class LastLook:
    """When somebody looked last, and when they did so in the visit before this one; None when this is the first."""

    at: datetime
    before_at: datetime | None = None

    def shown_since(self) -> datetime:
        """Give the instant from which changes are shown: the visit before, or some days for who never looked."""
        if self.before_at is None:
            return self.at - FIRST_LOOK_BACK
        return max(self.before_at - OVERLAP, self.at - LONGEST_LOOK_BACK)


def looked(last: LastLook | None, *, now: datetime) -> LastLook:
    """Give what is remembered after a look: somebody who comes back after a while begins a new visit.

    What changed since the visit before is shown as long as this one goes on, so that nothing is lost to whoever
    opens the page twice. A look that is noted late makes more be shown and never less.
    """
    if last is None:
        return LastLook(now)
    if now - last.at >= VISIT_ENDS_AFTER:
        return LastLook(now, last.at)
    return LastLook(now, last.before_at) if now - last.at >= LOOKS_NOTED_EVERY else last
