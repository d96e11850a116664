"""Rows cut into fragments, each with what it is: a heading, a criterion, a label, or free text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kollegium.domain.reading.rows import Row


class Kind(str):
    """What a fragment of the report is.

    No StrEnum: up to Python 3.11 naming an enum's member is a call, and a report asks some 20,000 times.
    """

    __slots__ = ()

    TEXT: ClassVar[Kind]
    TITLE: ClassVar[Kind]
    PART: ClassVar[Kind]
    LEVEL: ClassVar[Kind]
    LETTER: ClassVar[Kind]
    OVERVIEW: ClassVar[Kind]
    SUMMARY: ClassVar[Kind]
    PLAN: ClassVar[Kind]
    LABEL: ClassVar[Kind]
    CRITERION: ClassVar[Kind]
    GLOSS: ClassVar[Kind]
    SCALE: ClassVar[Kind]
    PREAMBLE: ClassVar[Kind]
    MARK: ClassVar[Kind]
    VERDICT: ClassVar[Kind]
    ADDED: ClassVar[Kind]
    GRADE: ClassVar[Kind]
    FACT: ClassVar[Kind]


for _name in Kind.__annotations__:
    setattr(Kind, _name, Kind(_name.lower()))


@dataclass(slots=True)
class Fragment:
    """A row, or the part of one that is something of its own. Not frozen: matching renames kinds.

    `key` is the area, criterion, list, label or grade it names; `claim` numbers the match it belongs
    to, so that the fragments of one criterion over several lines hold together.
    """

    kind: Kind
    row: Row
    text: str
    key: str = ""
    claim: int = -1
    score: float = 100.0

    @property
    def number(self) -> int:
        """Give the line number in the file."""
        return self.row.number


def line_groups(fragments: list[Fragment], kind: Kind) -> dict[int, list[int]]:
    """Give the claims of one kind.

    Shape: claim number → positions of its fragments, in the order of the file.
    """
    groups: dict[int, list[int]] = {}
    for position, fragment in enumerate(fragments):
        if fragment.kind is kind:
            groups.setdefault(fragment.claim, []).append(position)
    return groups


def line_ranges(fragments: list[Fragment]) -> tuple[tuple[int, int], ...]:
    """Give the line-number ranges of fragments, both ends included, rows in sequence as one range."""
    if len(fragments) == 1:
        return ((fragments[0].number, fragments[0].number),)
    ranges: list[tuple[int, int]] = []
    first = last = -1
    next_index = -1
    for index, number in sorted([(one.row.index, one.row.number) for one in fragments]):
        if index <= next_index:
            last = max(last, number)
        else:
            if first >= 0:
                ranges.append((first, last))
            first = last = number
        next_index = index + 1
    if first >= 0:
        ranges.append((first, last))
    return tuple(ranges)
