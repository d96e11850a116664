"""Rows cut into fragments, each with what it is: a heading, a criterion, a label, or free text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kollegium.domain.reading.rows import Row


class Kind(StrEnum):
    """What a fragment of the report is."""

    TEXT = "text"
    TITLE = "title"
    PART = "part"
    LEVEL = "level"
    LETTER = "letter"
    OVERVIEW = "overview"
    SUMMARY = "summary"
    PLAN = "plan"
    LABEL = "label"
    CRITERION = "criterion"
    GLOSS = "gloss"
    SCALE = "scale"
    PREAMBLE = "preamble"
    MARK = "mark"
    VERDICT = "verdict"
    ADDED = "added"
    GRADE = "grade"
    FACT = "fact"


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
    ranges: list[tuple[int, int]] = []
    last_index = -2
    for fragment in sorted(fragments, key=lambda one: one.row.index):
        if fragment.row.index in (last_index, last_index + 1) and ranges:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], fragment.number))
        else:
            ranges.append((fragment.number, fragment.number))
        last_index = fragment.row.index
    return tuple(ranges)
