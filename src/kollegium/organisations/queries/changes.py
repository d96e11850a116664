"""What changed lately in the units somebody has a part in: renamed, merged, closed."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kollegium.domain.changes import Happening, Subject
from kollegium.domain.roles import Permission
from kollegium.organisations.models import Unit
from kollegium.trail.queries import LogEntry, log_of_ids
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor, Scope

MOST_UNITS = 50
# It holds the place of the instant from which changes are asked for.
SOME_INSTANT = datetime.min.replace(tzinfo=UTC)


def changes_for(actor: "Actor", *, since: datetime) -> list[Happening]:
    """Give the units the actor's roles reach whose name or standing changed since then; three queries at most."""
    scope = actor.places(Permission.READ_PLACES)
    if scope.is_empty:
        return []
    ids = {pk for (pk,) in _changed(scope).rows({SOME_INSTANT: since})}
    if not ids:
        return []
    entries = log_of_ids(Unit, ids)
    told = [told for entry in entries if entry.at >= since for told in _told(entry)]
    others = {int(one.details["into"]) for one in told if "into" in one.details}
    units = Unit.objects.in_bulk({one.object_id for one in told} | others)
    return [_for_reader(actor, one, units) for one in told if one.object_id in units]


@lru_cache(maxsize=128)
def _changed(scope: "Scope") -> Statement:
    """Give the question for the units that the scope reaches and that were changed last."""
    events: Any = Unit._meta.get_field("events").related_model
    changed = events.objects.filter(pgh_label="changed", pgh_created_at__gte=SOME_INSTANT)
    reached = changed.filter(pgh_obj_id__in=Unit.objects.within(scope).values("pk"))
    rows = reached.order_by("-pgh_id").values_list("pgh_obj_id")[:MOST_UNITS]
    return Statement.of(rows, places=(SOME_INSTANT,))


def _told(entry: LogEntry) -> list[Happening]:
    if entry.label != "changed":
        return []
    found = []
    for change in entry.changes:
        if change.field == "name":
            found.append(("unit-renamed", {"old": str(change.old), "new": str(change.new)}))
        elif change.field == "merged_into_id" and change.new:
            found.append(("unit-merged", {"into": str(change.new)}))
        elif change.field == "closed_on" and not any(
            item.field == "merged_into_id" for item in entry.changes
        ):
            found.append(("unit-closed" if change.new else "unit-opened", {}))
    return [
        Happening(entry.at, kind, Subject.UNIT, entry.object_id, "", entry.actor_key, details)
        for kind, details in found
    ]


def _for_reader(actor: "Actor", one: Happening, units: dict[int, Unit]) -> Happening:
    """Give the change with names in it; who did it is told to those who may read the history of the place."""
    unit, details = units[one.object_id], dict(one.details)
    if "into" in details:
        details["into"] = units[int(details["into"])].name
    is_told = one.actor_key == actor.key or actor.may(Permission.MANAGE_PLACES, unit.place)
    return replace(one, name=unit.name, details=details, actor_key=one.actor_key if is_told else None)
