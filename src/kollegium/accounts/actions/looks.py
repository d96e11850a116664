"""Remember when somebody looked at what changed."""

from datetime import datetime
from typing import TYPE_CHECKING

from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.models import Look
from kollegium.domain.changes import LastLook, looked
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.accounts.actors import PersonActor


def note_look(*, now: datetime, by: "PersonActor") -> LastLook:
    """Note that the person looks at what changed, in the role they work in, and give from when on it is news.

    Written at most every five minutes, so that opening the page again costs one query.

    **Raises** PeopleRefused for whoever is no person.
    """
    own = getattr(by, "person_id", None)
    if own is None:
        raise PeopleRefused("not-allowed")
    hat_id = by.hat.assignment_id if by.hat else None
    row = Look.objects.filter(person_id=own, hat_id=hat_id).values("at", "before_at").first()
    last = LastLook(**row) if row else None
    look = looked(last, now=now)
    if look != last:
        values = {"at": look.at, "before_at": look.before_at}
        with recording(by=by, action="accounts.note_look"):
            Look.objects.update_or_create(person_id=own, hat_id=hat_id, defaults=values)
    return look
