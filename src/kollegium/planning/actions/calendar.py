"""Make the address at which one's calendar is followed, make another, and end it."""

import secrets
from datetime import date, datetime
from typing import TYPE_CHECKING

from kollegium.planning.actions.refusals import PlanningRefused
from kollegium.planning.models import CalendarFeed
from kollegium.planning.queries.calendar import digest_of
from kollegium.trail.names import person_id
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def make_feed(*, now: datetime, by: "Actor") -> str:
    """Give the secret of one's own calendar's address; an earlier one leads nowhere from now on.

    The secret is told this once: only its digest is kept. **Raises** PlanningRefused: `not-allowed-here`.
    """
    own = person_id(by.key)
    if own is None:
        raise PlanningRefused("not-allowed-here")
    secret = secrets.token_urlsafe(32)
    with recording(by=by, action="planning.make_feed"):
        CalendarFeed.objects.update_or_create(
            person_id=own, defaults={"digest": digest_of(secret), "made_at": now, "fetched_on": None}
        )
    return secret


def end_feed(*, by: "Actor") -> None:
    """End one's own calendar's address."""
    with recording(by=by, action="planning.end_feed"):
        CalendarFeed.objects.filter(person_id=person_id(by.key) or 0).delete()


def note_fetch(*, feed: CalendarFeed, on: date) -> None:
    """Note the day a calendar was last fetched, so that its owner sees whether it is still followed."""
    CalendarFeed.objects.filter(pk=feed.pk).exclude(fetched_on=on).update(fetched_on=on)
