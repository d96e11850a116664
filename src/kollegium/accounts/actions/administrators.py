"""There is always an administrator of the whole country who can log in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection

from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.queries import first_day_without_administrator

# Any fixed number will do, as long as nothing else in the database locks on it.
ADMINISTRATORS_LOCK = 5_301_772


@contextmanager
def keeping_an_administrator(*, as_of: date) -> Iterator[None]:
    """Make a change that may take an administrator away, inside a transaction; one at a time.

    Two people who each remove the other would both find one left: the lock lets the second see what the
    first has done. A change that leaves no gap, or the gap there already was, goes through.

    **Raises** PeopleRefused `last-administrator` when a day without administrator comes nearer.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADMINISTRATORS_LOCK])
    before = first_day_without_administrator(as_of=as_of)
    yield
    after = first_day_without_administrator(as_of=as_of)
    if after is not None and (before is None or after < before):
        raise PeopleRefused("last-administrator", day=after)
