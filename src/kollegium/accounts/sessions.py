"""The browsers an account is logged in with: noted at log-in, kept fresh, named in words, ended one by one."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.models import Session

from kollegium.accounts.models import BrowserSession

if TYPE_CHECKING:
    from django.http import HttpRequest

    from kollegium.accounts.models import Account

PROVED_AT = "proved_at"
IS_STRONG = "is_strong"
SEEN_AT = "seen_at"
SEEN_EVERY = timedelta(minutes=10)
RECENT = timedelta(minutes=10)

# The first that fits is the answer: the names stand inside one another (Edge says Chrome, Chrome says Safari).
BROWSERS = (
    ("edge", re.compile(r"Edg(e|A|iOS)?/")),
    ("opera", re.compile(r"OPR/")),
    ("samsung", re.compile(r"SamsungBrowser/")),
    ("firefox", re.compile(r"Firefox/|FxiOS/")),
    ("chrome", re.compile(r"Chrome/|CriOS/")),
    ("safari", re.compile(r"Safari/")),
)
SYSTEMS = (
    ("iphone", re.compile(r"iPhone")),
    ("ipad", re.compile(r"iPad")),
    ("android", re.compile(r"Android")),
    ("windows", re.compile(r"Windows")),
    ("mac", re.compile(r"Macintosh|Mac OS X")),
    ("chromeos", re.compile(r"CrOS")),
    ("linux", re.compile(r"Linux")),
)


def device_of(user_agent: str) -> tuple[str, str]:
    """Give the keys of browser and system that a browser says it is; empty for one we do not know."""
    browser = next((key for key, pattern in BROWSERS if pattern.search(user_agent)), "")
    system = next((key for key, pattern in SYSTEMS if pattern.search(user_agent)), "")
    return browser, system


def note(request: "HttpRequest", account: "Account", *, method: str, now: datetime) -> None:
    """Note that the account is logged in with this browser.

    Side effects: a row, and the session's own notes: when it was seen, and that it ends at a fixed time, however much it is used.
    """
    request.session.set_expiry(now + timedelta(seconds=settings.SESSION_COOKIE_AGE))
    if not request.session.session_key:
        request.session.save()
    browser, system = device_of(request.headers.get("User-Agent", ""))
    BrowserSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={"account": account, "browser": browser, "system": system, "method": method, "seen_at": now},
        create_defaults={
            "account": account,
            "browser": browser,
            "system": system,
            "method": method,
            "seen_at": now,
            "started_at": now,
        },
    )
    request.session[SEEN_AT] = now.timestamp()


def keep_fresh(request: "HttpRequest", *, now: datetime) -> None:
    """Note that the browser is still used, at most every ten minutes.

    A session that was given a new key (after a change of password) takes its row along.
    """
    seen = request.session.get(SEEN_AT)
    if seen is None or now.timestamp() - seen < SEEN_EVERY.total_seconds():
        return
    BrowserSession.objects.filter(session_key=request.session.session_key).update(seen_at=now)
    request.session[SEEN_AT] = now.timestamp()


def move(old_key: str | None, new_key: str | None) -> None:
    """Let a session's row follow it to its new key."""
    if old_key and new_key:
        BrowserSession.objects.filter(session_key=old_key).update(session_key=new_key)


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """Something that a device of an account keeps to be used without a network, and how to have it wiped."""

    browser: str
    system: str
    renewed_at: datetime
    ends_at: datetime
    wipe_url: str


# What ends with a session, by its key; and, with the id of an account, what its sessions left that had run out.
AtEnd = Callable[[list[str], int | None], None]
CopiesOf = Callable[["Account", datetime], list[KeptCopy]]
_AT_END: list[AtEnd] = []
_COPIES: list[CopiesOf] = []


def register_copies(copies_of: CopiesOf, at_end: AtEnd) -> None:
    """Let a capability above keep something on devices: it is listed with the sessions and ends with them."""
    if copies_of not in _COPIES:
        _COPIES.append(copies_of)
        _AT_END.append(at_end)


def copies_of(account: "Account", *, now: datetime) -> list[KeptCopy]:
    """Give everything that devices of the account keep."""
    return [copy for listed in _COPIES for copy in listed(account, now)]


def end(keys: list[str], *, of_account: int | None = None) -> None:
    """End sessions: their next request has to log in. Side effects: rows gone, and what devices keep loses its key.

    With an account, what sessions of it left that had run out goes too.
    """
    for at_end in _AT_END:
        at_end(keys, of_account)
    Session.objects.filter(session_key__in=keys).delete()
    BrowserSession.objects.filter(session_key__in=keys).delete()


def was_proved_recently(request: "HttpRequest") -> bool:
    """Say whether the person proved who they are within the last ten minutes, in this session."""
    proved = request.session.get(PROVED_AT, 0)
    return time.time() - proved < RECENT.total_seconds()
