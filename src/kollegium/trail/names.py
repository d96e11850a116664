"""Names for the actors of the log, asked of the capability that knows people, and for the pages read."""

from collections.abc import Callable, Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _

PeopleNames = Callable[[set[int]], dict[int, str]]
_people_names: list[PeopleNames] = []
_page_names: dict[str, str | Promise] = {}


def register_page(page: str, name: str | Promise) -> None:
    """Say what a kind of page in the reading log is called; called once, when its capability is set up.

    The name is read by the person the page is about: "The page about you".
    """
    _page_names[page] = name


def page_name(page: str) -> str:
    """Give the name of a kind of page, or its key for one that no longer exists."""
    return str(_page_names.get(page, page))


def register_people_names(lookup: PeopleNames) -> None:
    """Say who gives names by person id; called once, when people are set up."""
    _people_names[:] = [lookup]


def names_of_actors(actor_keys: Iterable[str | None]) -> dict[str | None, str]:
    """Give the words for each actor key: a name, the system's part, or that nobody is known."""
    keys = set(actor_keys)
    ids = {number for key in keys if (number := person_id(key)) is not None}
    ids |= {number for key in keys for number in deputy_for(key)}
    names = _people_names[0](ids) if _people_names and ids else {}
    return {key: _words(key, names) for key in keys}


def person_id(actor_key: str | None) -> int | None:
    """Give the person's id in an actor key, or None for the system or an unknown hand."""
    kind, _separator, number = (actor_key or "").partition(" ")[0].partition(":")
    return int(number) if kind == "person" and number.isdigit() else None


def deputy_for(actor_key: str | None) -> tuple[int, ...]:
    """Give the ids of the people an actor key says the actor stood in for (`person:12 for 3`)."""
    _actor, _separator, others = (actor_key or "").partition(" for ")
    return tuple(int(number) for number in others.split(",") if number.isdigit())


def as_deputy(name: str, others: Iterable[str]) -> str:
    """Say a name together with the names of those somebody stood in for."""
    words = {"name": name, "others": ", ".join(others)}
    return _("%(name)s (deputy for %(others)s)") % words


def _words(key: str | None, names: dict[int, str]) -> str:
    if key is None:
        return _("Directly in the database")
    number = person_id(key)
    if number is None:
        return _("Kollegium (%(part)s)") % {"part": key.partition(":")[2]}
    nobody = _("A person who has been erased")
    name, others = names.get(number, nobody), deputy_for(key)
    return as_deputy(name, (names.get(other, nobody) for other in others)) if others else name
