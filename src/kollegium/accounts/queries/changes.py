"""What changed lately in what a person is here: roles given, ended and taken away."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kollegium.accounts.models import PLACES, Assignment
from kollegium.domain.changes import Happening, Subject
from kollegium.trail.names import person_id
from kollegium.trail.queries import log_of_ids
from kollegium.ui.statements import Statement

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_ROLES = 100
# They hold the places of a person and of the instant from which changes are asked for.
SOME_PERSON, SOME_INSTANT = -1, datetime.min.replace(tzinfo=UTC)


def changes_for(actor: "Actor", *, since: datetime) -> list[Happening]:
    """Give what happened since then to the actor's own roles that stand; at most three queries."""
    own = person_id(actor.key)
    if own is None:
        return []
    touched = {pk for (pk,) in _touched().rows({SOME_PERSON: own, SOME_INSTANT: since})}
    if not touched:
        return []
    found = Assignment.objects.filter(pk__in=touched).select_related(*PLACES)
    roles = {item.pk: item for item in found}
    told = []
    for entry in log_of_ids(Assignment, roles):
        if entry.at >= since:
            item = roles[entry.object_id]
            kind = "role-given" if entry.label == "added" else "role-changed"
            details = {
                "role": item.role,
                "until": item.valid_until.isoformat() if item.valid_until else "",
                "place_en": item.specialty.name_en if item.specialty else "",
            }
            name = item.place.name if item.place else ""
            told.append(Happening(entry.at, kind, Subject.ROLE, item.pk, name, entry.actor_key, details))
    return told


@lru_cache(maxsize=1)
def _touched() -> Statement:
    """Give the question for a person's roles that were given or changed."""
    events: Any = Assignment._meta.get_field("events").related_model
    rows = events.objects.filter(person_id=SOME_PERSON, pgh_created_at__gte=SOME_INSTANT)
    return Statement.of(rows.values_list("pgh_obj_id")[:MOST_ROLES], places=(SOME_PERSON, SOME_INSTANT))
