"""How a stored thing comes under the change log, and how an action names itself to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import pghistory
from django.db import connection, models, transaction

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

    The person's key is kept, not the name, so that erasing a person needs no change to the log. An
    action that is part of another is logged under the outer one: that is what the person did.
    """
    if _in_context():
        with transaction.atomic():
            yield
        return
    # Who stands in for others is told apart from who acts in their own right, and a person with several
    # roles acts in one of them.
    capacity, deputy_for = getattr(by, "capacity", ""), list(getattr(by, "deputy_for", ()))
    more = ({"role": capacity} if capacity else {}) | ({"deputy_for": deputy_for} if deputy_for else {})
    with transaction.atomic(), pghistory.context(actor=by.key, action=action, **more):
        yield
    _forget_actor()


def _forget_actor() -> None:
    # The context is set for the whole transaction. When this one goes on, as part of a larger one,
    # a later change must not be laid to an action that has ended.
    if connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('pghistory.context_id', '', true),"
                " set_config('pghistory.context_metadata', '', true)"
            )


def _in_context() -> bool:
    return hasattr(pghistory.runtime._tracker, "value")
