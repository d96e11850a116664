"""Where sessions are kept: Django's own table, asked with a statement that is written out."""

from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from kollegium.ui.statements import prepared_cursor

_STATEMENT = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Django's sessions in the database.

    Every request fetches its session; putting that question together through the model took longer than the answer.
    """

    def load(self) -> dict[str, Any]:
        """Give what the session holds; a key that is unknown or has run out is forgotten and holds nothing."""
        with prepared_cursor() as cursor:
            cursor.execute(_STATEMENT, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row[0])
