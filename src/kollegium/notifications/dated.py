"""What capabilities above declare: the kinds of dated things, and who gives the addresses of people."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with a day, and who is to be reminded of it.

    `name` says what it is about, such as the name of a unit; it stands in letters, so it names no single trainee.
    """

    object_id: int
    due_on: date
    name: str
    recipient_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DatedKind:
    """One kind of dated thing: how it is found, when it is reminded of, what it is called and where it stands.

    `steps` are days from the thing's day, before it negative. `find` takes the first and last day, and
    today for whose roles hold, and gives what is open between. `still_open` takes ids and gives (id, day) of those that are still open. `title` takes the
    step and gives the sentence; `url` takes the id. `details` takes ids and tells what the sentence leaves open,
    in whole sentences in the language that is on. `is_news`: it tells what happened on the day, which is no day to
    do anything by and stands in no calendar.
    """

    key: str
    steps: tuple[int, ...]
    find: Callable[[date, date, date], Iterable[Due]]
    still_open: Callable[[Collection[int]], set[tuple[int, date]]]
    title: Callable[[int], str]
    url: Callable[[int], str]
    details: Callable[[Collection[int]], dict[int, str]] | None = None
    is_news: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who can be reminded: logs in, and has an address."""

    person_id: int
    email: str
    language: str


Recipients = Callable[[Collection[int]], dict[int, Recipient]]
_KINDS: dict[str, DatedKind] = {}
_recipients: list[Recipients] = []


def register_dated_kind(kind: DatedKind) -> None:
    """Add a kind of dated thing; called once when its capability starts."""
    _KINDS[kind.key] = kind


def register_recipients(lookup: Recipients) -> None:
    """Say who gives the addresses of people by their ids; called once, when people are set up."""
    _recipients[:] = [lookup]


def dated_kinds() -> tuple[DatedKind, ...]:
    """Give every kind of dated thing."""
    return tuple(_KINDS.values())


def kind_of(key: str) -> DatedKind | None:
    """Give a kind by its key, or None for one that no longer exists."""
    return _KINDS.get(key)


def recipients_of(person_ids: Collection[int]) -> dict[int, Recipient]:
    """Give those of the people who can be reminded. Shape: person id → recipient."""
    return _recipients[0](person_ids) if _recipients and person_ids else {}
