"""What a page must answer to somebody, worked out from the table, the roles and where the thing lies."""

from dataclasses import dataclass, field
from typing import Any

from kollegium.domain.roles import Permission
from tests.matrix.table import Page
from tests.matrix.viewpoints import Spot, Viewpoint


@dataclass(frozen=True, slots=True)
class Thing:
    """Something an address names.

    `ids` are the values of the address (name → value), `unknown` those of a thing there is not. `owner` is
    the key of the viewpoint it belongs to; `is_there` is False for what nobody may find.
    """

    key: str
    ids: dict[str, Any]
    unknown: dict[str, Any] = field(default_factory=dict)
    spots: tuple[Spot, ...] = ()
    owner: str = ""
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class Marker:
    """A text that stands in private data. `ways` are the rights that open it; `is_public` opens it to all."""

    text: str
    ways: tuple[tuple[Permission, Thing], ...] = ()
    is_public: bool = False


def may(viewpoint: Viewpoint, permission: Permission, thing: Thing) -> bool:
    """Say whether a right opens a thing: by its place, or as one's own."""
    if thing.owner and thing.owner == viewpoint.key:
        return viewpoint.holds(permission)
    return viewpoint.holds(permission, thing.spots)


def may_show(viewpoint: Viewpoint, marker: Marker) -> bool:
    """Say whether a page shown to the viewpoint may hold the marker."""
    return marker.is_public or any(may(viewpoint, permission, thing) for permission, thing in marker.ways)


def answers(page: Page, viewpoint: Viewpoint, thing: Thing, method: str) -> tuple[int, ...]:
    """Give the status codes a request may be answered with."""
    allowed = page.get if method == "GET" else page.post
    if not page.is_open and viewpoint.is_visitor:
        return (302,)
    if page.gate and page.see and not viewpoint.holds(page.see):
        return (404,)
    if not allowed:
        return (405,)
    if not thing.is_there or not _sees(page, viewpoint, thing):
        return (404,)
    if page.change and not _changes(page.change, viewpoint, thing):
        return (403,)
    return allowed


def _sees(page: Page, viewpoint: Viewpoint, thing: Thing) -> bool:
    if page.also and not viewpoint.holds(page.also):
        return False
    if page.see is None:
        return True
    if page.anywhere or not page.about or thing.owner == "anybody":
        return viewpoint.holds(page.see)
    return may(viewpoint, page.see, thing)


def _changes(permission: Permission, viewpoint: Viewpoint, thing: Thing) -> bool:
    return viewpoint.holds(permission, thing.spots or None)
