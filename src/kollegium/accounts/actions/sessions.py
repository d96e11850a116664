"""Ending sessions: one's own one by one, or all of an account."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.sessions.models import Session

from kollegium.accounts import sessions
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.models import Account, BrowserSession
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


def end_own_session(*, account: Account, session_id: int, by: "Actor") -> None:
    """End one of one's own sessions. Raises PeopleRefused when there is none by that id."""
    with recording(by=by, action="accounts.end_session"):
        key = (
            BrowserSession.objects.filter(account=account, pk=session_id)
            .values_list("session_key", flat=True)
            .first()
        )
        if key is None or by.key != f"person:{account.person_id}":
            raise PeopleRefused("unknown-session")
        sessions.end([key])


def end_other_sessions(*, account: Account, keep: str | None, by: "Actor") -> int:
    """End every session of one's own but the one to keep, and give how many ended."""
    if by.key != f"person:{account.person_id}":
        raise PeopleRefused("not-allowed")
    with recording(by=by, action="accounts.end_other_sessions"):
        return end_sessions_of(account, keep=keep)


def end_sessions_of(account: Account, *, keep: str | None = None) -> int:
    """End every session of an account but one, as part of an action, and give how many ended."""
    others = BrowserSession.objects.filter(account=account).exclude(session_key=keep or "")
    keys = list(others.values_list("session_key", flat=True))
    sessions.end(keys, of_account=account.pk)
    return len(keys)


def log_out(*, session_key: str | None, by: "Actor") -> None:
    """End the session that its owner logs out of."""
    with recording(by=by, action="accounts.log_out"):
        sessions.end([session_key] if session_key else [])


def forget_ended_sessions(*, now: datetime) -> None:
    """Forget sessions that have run out, and the browsers they were. Side effects: rows gone."""
    Session.objects.filter(expire_date__lte=now).delete()
    BrowserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
