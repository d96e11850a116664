"""Slow a flood down: how many requests one visitor may make in a while, counted over all web processes.

Each process counts by itself and adds what it has counted to the shared cache in bundles of a tenth of the
limit. So who reads at a person's pace costs nothing, and a flood costs one write for every bundle. All
processes together let through at most the limit and one bundle more for each further process.
"""

from __future__ import annotations

import hmac
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kollegium.ui import error_views
from kollegium.ui.addresses import address_of

MOST_VISITORS_COUNTED = 100_000
# So many files may somebody who is logged in send in the time in which they may ask for one page.
FILES_FOR_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Limit:
    """How many requests of one kind one visitor may make. Units: `seconds` is the length of the window."""

    name: str
    most: int
    seconds: int = 60

    @property
    def bundle(self) -> int:
        """After how many requests a process tells the others."""
        return max(1, self.most // 10)


def limit_of(request: HttpRequest) -> Limit:
    """Give the limit a request falls under; whatever is not named counts as reading pages."""
    base, path = settings.REQUESTS_PER_MINUTE, request.path_info
    if path in ("/healthz", "/readyz"):
        return Limit("watchers", max(1, base // 2))
    if path == settings.LOGIN_URL:
        return Limit("log-in", max(1, base // 2))
    if path.endswith(".pdf") and path.startswith(reverse("comparison:register")):
        return Limit("prints", max(1, base // 5))
    if request.method == "POST" and path == reverse("ui:accessibility"):
        return Limit("fault-reports", 12, seconds=600)  # each of them is a mail
    return Limit("pages", base)


def limit_of_account(request: HttpRequest, limit: Limit) -> Limit:
    """Give the limit for somebody who is logged in and whose address has used its share.

    A folder of old reports is sent one request a file, some dozens a second.
    """
    if request.method == "POST" and request.path_info.startswith(f"{reverse('report_import:start')}files/"):
        return Limit("files", settings.REQUESTS_PER_MINUTE * FILES_FOR_A_PAGE)
    return limit


@dataclass(slots=True)
class _Count:
    """What is known of one visitor in one window: by all processes, and not yet told to the others."""

    known: int = 0
    fresh: int = 0


class Counters:
    """The counts of one process, and their sum over all of them in the shared cache."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[tuple[str, int, str], _Count] = {}
        self._tidied_at = 0.0

    def is_within(self, limit: Limit, visitor: str, *, now: float) -> bool:
        """Count one request and say whether it is within the limit.

        Units: `now` in seconds since 1970.

        Side effects: at every tenth of the limit, one row of the shared cache. When that cannot be written the
        request is let through: what is lost then is told by the page itself.
        """
        ends_at = (int(now // limit.seconds) + 1) * limit.seconds
        with self._lock:
            self._tidy(now)
            count = self._counts.setdefault((limit.name, ends_at, visitor), _Count())
            if count.known >= limit.most:
                return False  # a flood that is known as one costs nothing more
            count.fresh += 1
            if count.fresh < limit.bundle:
                return count.known + count.fresh <= limit.most
            bundle, count.fresh = count.fresh, 0
        total = _add_shared(f"limit:{limit.name}:{ends_at}:{_veiled(visitor)}", bundle, limit.seconds)
        with self._lock:
            count.known = max(count.known + bundle if total is None else total, count.known)
        return total is None or total <= limit.most

    def forget(self) -> None:
        """Forget what this process has counted."""
        with self._lock:
            self._counts.clear()

    def _tidy(self, now: float) -> None:
        """Let go of windows that are over; and of everything when there are absurdly many visitors."""
        if not 0 <= now - self._tidied_at < 60:
            self._tidied_at = now
            self._counts = {key: count for key, count in self._counts.items() if key[1] > now}
        if len(self._counts) > MOST_VISITORS_COUNTED:
            self._counts.clear()


def _veiled(visitor: str) -> str:
    """Give a text from which nobody without the key can tell the address: counts are no record of visits."""
    return hmac.new(settings.SECRET_KEY.encode(), visitor.encode(), sha256).hexdigest()[:32]


def _add_shared(key: str, hits: int, seconds: int) -> int | None:
    """Add to a count that all processes share and give its sum, or None when the database is out of reach."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                # The cache itself cannot add: without the lock two processes would overwrite each other.
                cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
            total = int(cache.get(key) or 0) + hits
            cache.set(key, total, seconds * 2)
    except DatabaseError:
        return None
    return total


counters = Counters()


class RateLimitMiddleware:
    """Answer 429 to a visitor who asks too much.

    Behind one address stands a whole hospital. So a person who is logged in is counted alone, by their account,
    as soon as the address has used its share: neighbours do not shut each other out.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.REQUESTS_PER_MINUTE:
            limit, now = limit_of(request), time.time()
            if not _is_welcome(request, limit, now):
                return error_views.too_many_requests(
                    request, retry_after=max(1, math.ceil(limit.seconds - now % limit.seconds))
                )
        return self.get_response(request)


def _is_welcome(request: HttpRequest, limit: Limit, now: float) -> bool:
    if counters.is_within(limit, address_of(request), now=now):
        return True
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return False
    return counters.is_within(limit_of_account(request, limit), f"account:{request.user.pk}", now=now)
