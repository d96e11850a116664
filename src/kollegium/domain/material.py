"""What a unit is asked for before a visit: the request list from its file, and the life of one thing asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from kollegium.domain.reference_file import Table, file_of, read_keyed
from kollegium.domain.standard import is_swedish

FORMAT = "kollegium-material/1"
CURRENT_LIST = "request-list-1"
FOLDER = Path(__file__).parent / "reference" / "material"
# Nobody finds a document overnight: what would have been due already is given this long, but not beyond the visit.
SHORTEST_NOTICE = timedelta(days=7)


class UnknownRequestList(LookupError):
    """No file holds a request list with this key."""


class OwnerDuty(StrEnum):
    """Who at the unit usually has the material; the same words as the roles."""

    HEAD_OF_UNIT = "head_of_unit"
    PROGRAMME_DIRECTOR = "programme_director"


class LinkedSource(StrEnum):
    """What the program holds itself, so that nobody needs to send it."""

    UNIT = "unit"
    PEOPLE = "people"
    PREVIOUS_REVIEW = "previous_review"


class MaterialStatus(StrEnum):
    """Where one thing asked for stands."""

    ASKED = "asked"
    LINKED = "linked"
    HANDED_IN = "handed_in"
    ACCEPTED = "accepted"
    ASKED_AGAIN = "asked_again"
    NOT_APPLICABLE = "not_applicable"


class MaterialAct(StrEnum):
    """What somebody does with one thing asked for."""

    HAND_IN = "hand_in"
    SAY_NOT_APPLICABLE = "say_not_applicable"
    ACCEPT = "accept"
    ASK_AGAIN = "ask_again"


_S = MaterialStatus
# From which status each act is open, and where it leads.
ACTS: dict[MaterialAct, tuple[frozenset[MaterialStatus], MaterialStatus]] = {
    MaterialAct.HAND_IN: (frozenset(_S), _S.HANDED_IN),
    MaterialAct.SAY_NOT_APPLICABLE: (frozenset({_S.ASKED, _S.LINKED, _S.ASKED_AGAIN}), _S.NOT_APPLICABLE),
    MaterialAct.ACCEPT: (frozenset({_S.HANDED_IN, _S.LINKED, _S.NOT_APPLICABLE}), _S.ACCEPTED),
    MaterialAct.ASK_AGAIN: (
        frozenset({_S.HANDED_IN, _S.LINKED, _S.ACCEPTED, _S.NOT_APPLICABLE}),
        _S.ASKED_AGAIN,
    ),
}
# The unit has something left to do.
OPEN_STATUSES = frozenset({_S.ASKED, _S.ASKED_AGAIN})


def may_act(act: MaterialAct, status: MaterialStatus) -> bool:
    """Say whether the act is open for a thing that stands so."""
    return status in ACTS[act][0]


@dataclass(frozen=True, slots=True)
class RequestItem:
    """One thing a unit is asked for. Units: `days_before` in days before the first day of the visit."""

    key: str
    title_sv: str
    title_en: str
    help_sv: str
    help_en: str
    criteria: tuple[str, ...]
    owner: OwnerDuty
    days_before: int
    kinds: frozenset[str]
    linked: LinkedSource | None
    about_people: bool

    def title(self, language: str) -> str:
        """Give the title in the language, in English for any other than Swedish."""
        return self.title_sv if is_swedish(language) else self.title_en

    def help(self, language: str) -> str:
        """Give what exactly is meant, in the language."""
        return self.help_sv if is_swedish(language) else self.help_en


@dataclass(frozen=True, slots=True)
class RequestList:
    """Everything a unit can be asked for, and the standard whose criteria the items name."""

    key: str
    standard: str
    title_sv: str
    title_en: str
    source: str
    items: tuple[RequestItem, ...]

    def items_for(self, kind: str) -> tuple[RequestItem, ...]:
        """Give what a review of this kind asks for, in the file's order."""
        return tuple(item for item in self.items if kind in item.kinds)

    def item(self, key: str) -> RequestItem | None:
        """Give the item with this key."""
        return next((item for item in self.items if item.key == key), None)


def load(key: str = CURRENT_LIST, *, folder: Path = FOLDER) -> RequestList:
    """Give the request list with this key; a file is read once and kept.

    **Raises** UnknownRequestList when no file has the key, ReferenceFileError when the file is broken.
    """
    return _load(key, folder)


@lru_cache(maxsize=16)
def _load(key: str, folder: Path) -> RequestList:
    path = file_of(folder, key)
    if path is None:
        raise UnknownRequestList(key)
    return read_request_list(path)


def read_request_list(path: Path) -> RequestList:
    """Read and check one request list.

    **Raises** ReferenceFileError naming the file, the place and what is wrong there.
    """
    table = read_keyed(path, FORMAT)
    found = RequestList(
        key=path.stem,
        standard=table.text("standard"),
        title_sv=table.text("title_sv"),
        title_en=table.text("title_en"),
        source=table.text("source"),
        items=tuple(_item(entry) for entry in table.tables("items")),
    )
    table.finish()
    table.each_once("items", (item.key for item in found.items))
    return found


def _item(entry: Table) -> RequestItem:
    key, entry = entry.keyed("item")
    linked = entry.text("linked", default="-")
    item = RequestItem(
        key=key,
        title_sv=entry.text("title_sv"),
        title_en=entry.text("title_en"),
        help_sv=entry.text("help_sv"),
        help_en=entry.text("help_en"),
        criteria=entry.texts("criteria"),
        owner=entry.choice("owner", OwnerDuty),
        days_before=entry.count("days_before"),
        kinds=frozenset(entry.texts("kinds", required=True)),
        linked=None if linked == "-" else entry.choice("linked", LinkedSource),
        about_people=entry.flag("about_people", default=False),
    )
    entry.finish()
    return item


def listed(list_key: str, item_key: str) -> RequestItem | None:
    """Give an item of a request list; None for the office's own, and where the file no longer is there."""
    try:
        return load(list_key).item(item_key) if item_key else None
    except UnknownRequestList:
        return None


def usual_due_day(visit_from: date, days_before: int) -> date:
    """Give the day material is due by the list, that long before the visit."""
    return visit_from - timedelta(days=days_before)


def due_day(visit_from: date, days_before: int, *, as_of: date) -> date:
    """Give the day material is due when it is asked for on a day: never before that day.

    When the usual day is passed or nearly so, a week is given, but not beyond the day before the visit.
    """
    usual = usual_due_day(visit_from, days_before)
    if usual >= as_of + SHORTEST_NOTICE:
        return usual
    return max(as_of, min(as_of + SHORTEST_NOTICE, visit_from - timedelta(days=1)))


def moved_due_day(visit_from: date, days_before: int, *, asked_on: date, due_on: date, as_of: date) -> date:
    """Give the new day of what was due by the list, when the visit is moved on a day.

    A later visit gives the day the list would have given from the start. An earlier one takes no more time than
    leaves a week from the day of the move, and makes nothing late that was not.
    """
    by_list = due_day(visit_from, days_before, as_of=asked_on)
    if by_list >= due_on:
        return by_list
    return max(by_list, min(due_on, due_day(visit_from, days_before, as_of=as_of)))


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the material has come in. `done` counts what the unit has nothing left to do with."""

    done: int
    total: int


def progress_of(statuses: Collection[MaterialStatus]) -> Progress:
    """Count what is done of everything asked for."""
    return Progress(sum(status not in OPEN_STATUSES for status in statuses), len(statuses))
