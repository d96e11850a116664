"""What is looked through for people, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """Why a passage is taken for a person, surest first."""

    REVIEWER = "reviewer"
    TITLED = "titled"
    FIRST_NAME = "first_name"
    CAPITALS = "capitals"
    INITIALS = "initials"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Passage:
    """One free text of a report. `names_people` marks fields that hold people (responsible, reviewer)."""

    path: str
    text: str
    names_people: bool = False


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where a name stands: characters [start, end) of a passage; the title beside it is included."""

    path: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class PersonFound:
    """One person a report names, with every place.

    `key` is the name folded to lower case; `function` is what is proposed to stand instead, in the
    form a list wants; each place carries the form its sentence wants.
    """

    key: str
    name: str
    kind: NameKind
    function: str
    places: tuple[NamePlace, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One name in one passage before the same person's names are put together."""

    path: str
    start: int
    end: int
    name: str
    kind: NameKind
    title: str
    opens_sentence: bool
    in_people_field: bool
