"""How a stored thing comes under the change log, and how an action names itself to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import pghistory
from django.db import models, transaction

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

ModelClass = TypeVar("ModelClass", bound=type[models.Model])


def tracked(*, exclude: tuple[str, ...] = ()) -> Callable[[ModelClass], ModelClass]:
    """Put a model under the change log: every row added, changed or removed leaves an event.

    The triggers stand in the database, so bulk updates and raw SQL are seen too. `exclude` names
    columns that are worked out from others (search text, counts) and say nothing about a decision.
    """
    decorator: Callable[[ModelClass], ModelClass] = pghistory.track(
        pghistory.InsertEvent("added"),
        pghistory.UpdateEvent("changed"),
        pghistory.DeleteEvent("removed"),
        exclude=list(exclude) or None,
    )
    return decorator


@contextmanager
def recording(*, by: "Actor", action: str) -> Iterator[None]:
    """Run one action: a transaction in which every change is logged with actor and action.

    The person's key is kept, not the name, so that erasing a person needs no change to the log.
    """
    with transaction.atomic(), pghistory.context(actor=by.key, action=action):
        yield
