"""What changed lately: the rows a capability offers and the start page merges, one thing at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


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
    not know who it was.
    """

    at: datetime
    kind: str
    subject: Subject
    object_id: int
    name: str
    actor_key: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)


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
