"""One line of a history: the fact, the words somebody gave with it, and the fields that changed."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kollegium.ui.components.records import Change


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words.

    `words` are what somebody wrote: a reason, a remark. Lines of one action that have the same `alike` say the
    same of several `item`s, and `joined` tells them as one; None stands by itself.
    """

    sentence: str
    words: str = ""
    changes: tuple[Change, ...] = ()
    alike: Hashable = None
    item: Any = None
    joined: Callable[[Sequence["Told"]], "Told"] | None = field(default=None, compare=False)


def folded(lines: Iterable[Told]) -> list[Told]:
    """Tell what was done alike to several things in one line, where the first of them stood."""
    groups: dict[Hashable, list[Told]] = {}
    for number, line in enumerate(lines):
        groups.setdefault(("alone", number) if line.alike is None else line.alike, []).append(line)
    return [
        group[0].joined(group) if len(group) > 1 and group[0].joined else group[0]
        for group in groups.values()
    ]


def items_of(lines: Iterable[Told]) -> list[Any]:
    """Give what the lines tell of, each once, in their order."""
    return list(dict.fromkeys(line.item for line in lines))


def all_changes(lines: Iterable[Told]) -> tuple[Change, ...]:
    """Give the changed fields of all the lines."""
    return tuple(change for line in lines for change in line.changes)
