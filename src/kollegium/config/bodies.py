"""How much a visitor may send, and for how long one waits for it.

The server hands a request over before its body has come. Whoever sends a byte now and then would keep a
thread waiting, and a handful of such visitors everybody else.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from kollegium.ui import error_views
from kollegium.ui.numbers import typed_number
from kollegium.ui.security import most_bytes_for

PATIENCE_SECONDS = 20.0
SLOWEST_BYTES_A_SECOND = 50_000
CROWDED_SECONDS = 0.5

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class BodySizeMiddleware:
    """Answer 413 before anything is read when more is announced than a form can hold.

    A page may take more, and the few that take many files measure for themselves, so that they can say what is
    too large.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: object
    ) -> HttpResponse | None:
        """Refuse a body that is too large for the page it is sent to."""
        length = typed_number(request.META.get("CONTENT_LENGTH") or "0")
        most = most_bytes_for(view)
        is_small = most is None or (length is not None and length <= most)
        return None if is_small else error_views.too_large(request)


class SlowBody(OSError):
    """The body did not come in time. Django takes it as a visitor who has gone."""


class WaitingRoom:
    """Counts the threads that wait for bodies, so that some are always left for those who only read."""

    def __init__(self, threads: int) -> None:
        self._lock = threading.Lock()
        self._waiting = 0
        self._patient = max(1, threads // 2)

    def wait_for(self, read: Callable[[], bytes], seconds: float) -> bytes:
        """Give what is read, or give up after the time; sooner when half of the threads wait already.

        **Raises** SlowBody.
        """
        box: list[bytes] = []
        # The server's read cannot be broken off: it ends when the visitor closes the connection.
        reader = threading.Thread(target=lambda: box.append(read()), daemon=True)
        with self._lock:
            self._waiting += 1
            is_crowded = self._waiting > self._patient
        try:
            reader.start()
            reader.join(min(seconds, CROWDED_SECONDS) if is_crowded else seconds)
        finally:
            with self._lock:
                self._waiting -= 1
        if not box:
            raise SlowBody
        return box[0]


class TimedInput:
    """A request's body whose reading ends in time. Units: `length` in bytes."""

    def __init__(self, body: Any, length: int, room: WaitingRoom) -> None:
        self._body = body
        self._room = room
        self._ends_at = time.monotonic() + PATIENCE_SECONDS + length / SLOWEST_BYTES_A_SECOND

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes. **Raises** SlowBody."""
        return self._timed(lambda: self._body.read(size))

    def readline(self, size: int = -1) -> bytes:
        """Give the next line. **Raises** SlowBody."""
        return self._timed(lambda: self._body.readline(size))

    def _timed(self, read: Callable[[], bytes]) -> bytes:
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise SlowBody
        return self._room.wait_for(read, left)


def in_time(application: Application, *, threads: int | None = None) -> Application:
    """Give the application with bodies that come in time or not at all."""
    room = WaitingRoom(threads or settings.WEB_THREADS)

    def timed(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if length := typed_number(environ.get("CONTENT_LENGTH")):
            environ["wsgi.input"] = TimedInput(environ["wsgi.input"], length, room)
        return application(environ, start_response)

    return timed
