"""Why a change to a place is refused, and the checks every such change begins with."""

from typing import TYPE_CHECKING, TypeVar

from django.db import models

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission, Place

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

PlaceModel = TypeVar("PlaceModel", bound=models.Model)


class PlacesRefused(Refused):
    """A change to places is refused.

    Codes: `not-allowed`, `name-missing`, `name-taken`, `code-taken`, `changed-meanwhile`,
    `merge-into-itself`, `merge-into-merged`, `already-merged`, `parent-below`, `closed-before-today`,
    `hsa-id-wrong`, `hsa-id-taken`.
    """


def require_right(by: "Actor", place: Place) -> None:
    """Raise PlacesRefused unless the actor may manage the place."""
    if not by.may(Permission.MANAGE_PLACES, place):
        raise PlacesRefused("not-allowed")


def clean_name(name: str) -> str:
    """Give the name with single spaces. Raises PlacesRefused when nothing is left."""
    cleaned = " ".join(name.split())
    if not cleaned:
        raise PlacesRefused("name-missing")
    return cleaned


def locked(model: type[PlaceModel], pk: int, expected_version: int | None = None) -> PlaceModel:
    """Fetch a row for changing. Raises PlacesRefused when somebody has changed it since it was shown."""
    row = model._default_manager.select_for_update().get(pk=pk)
    if expected_version is not None and row.version != expected_version:  # type: ignore[attr-defined]
        raise PlacesRefused("changed-meanwhile")
    return row


def check_merge(row: models.Model, into: models.Model) -> None:
    """Raise PlacesRefused when the two cannot become one."""
    if row.pk == into.pk:
        raise PlacesRefused("merge-into-itself")
    if row.merged_into_id is not None:  # type: ignore[attr-defined]
        raise PlacesRefused("already-merged")
    if into.merged_into_id is not None:  # type: ignore[attr-defined]
        raise PlacesRefused("merge-into-merged")
