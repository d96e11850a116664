"""Let a device keep a reviewer's cases for the visit, and wipe it from afar."""

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.http import Http404

from kollegium.accounts.models import BrowserSession
from kollegium.accounts.sessions import device_of
from kollegium.reviews.models import OfflineCopy
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.accounts.models import Account
    from kollegium.domain.roles import Actor

# Long enough for a visit of two days with the journey home, and no longer.
KEPT_FOR = timedelta(hours=72)
KEY_BYTES = 32


def keep_copy(
    *, account: "Account", session_key: str, key_id: str | None, user_agent: str, now: datetime, by: "Actor"
) -> OfflineCopy:
    """Give the copy of this device, good for 72 hours from now; a new one where there is none of the account's.

    A copy that came from an earlier log-in of the same person goes over to this one.
    """
    with recording(by=by, action="reviews.keep_copy"):
        standing = OfflineCopy.objects.filter(account=account, key_id=key_id, ends_at__gt=now)
        copy = (standing.select_for_update().first() if key_id else None) or OfflineCopy(
            account=account, secret=secrets.token_bytes(KEY_BYTES), made_at=now
        )
        copy.session = BrowserSession.objects.filter(account=account, session_key=session_key).first()
        copy.browser, copy.system = device_of(user_agent)
        copy.renewed_at, copy.ends_at = now, now + KEPT_FOR
        copy.save()
    return copy


def wipe_copy(*, account: "Account", copy_id: int, by: "Actor") -> None:
    """Take the key of one of one's own devices away; it erases what it keeps at its next contact.

    **Raises** Http404 when there is none.
    """
    with recording(by=by, action="reviews.wipe_copy"):
        number, _ = OfflineCopy.objects.filter(account=account, pk=copy_id).delete()
        if not number:
            raise Http404


def end_copies(session_keys: list[str], account_id: int | None) -> None:
    """Take away the keys that came from log-ins which somebody has ended; part of another action.

    With an account also those of its log-ins that had run out before.
    """
    OfflineCopy.objects.filter(session__session_key__in=session_keys).delete()
    if account_id is not None:
        OfflineCopy.objects.filter(account=account_id, session__isnull=True).delete()


def forget_ended_copies(*, now: datetime) -> None:
    """Forget copies whose time is up. Side effects: rows gone."""
    OfflineCopy.objects.filter(ends_at__lte=now).delete()
