"""What changed lately in what a person is here: roles given, ended and taken away."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from kollegium.accounts.models import PLACES, Assignment
from kollegium.domain.changes import Happening, Subject
from kollegium.trail.names import person_id
from kollegium.trail.queries import log_of_ids

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

MOST_ROLES = 100


def changes_for(actor: "Actor", *, since: datetime) -> list[Happening]:
    """Give what happened since then to the actor's own roles that stand; at most three queries."""
    own = person_id(actor.key)
    if own is None:
        return []
    events: Any = Assignment._meta.get_field("events").related_model
    touched = events.objects.filter(person_id=own, pgh_created_at__gte=since).values_list(
        "pgh_obj_id", flat=True
    )
    found = Assignment.objects.filter(pk__in=set(touched[:MOST_ROLES])).select_related(*PLACES)
    roles = {item.pk: item for item in found}
    if not roles:
        return []
    told = []
    for entry in log_of_ids(Assignment, roles):
        if entry.at >= since:
            item = roles[entry.object_id]
            kind = "role-given" if entry.label == "added" else "role-changed"
            details = {
                "role": item.role,
                "until": item.valid_until.isoformat() if item.valid_until else "",
            }
            name = item.place.name if item.place else ""
            told.append(Happening(entry.at, kind, Subject.ROLE, item.pk, name, entry.actor_key, details))
    return told
