"""What a request took inside the server, told in a Server-Timing header; and its SQL, kept for the bare view."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.http import HttpRequest, HttpResponse

KEEP_HEADER = "X-Bench-Keep"


@dataclass(frozen=True, slots=True)
class Ran:
    """A statement that a request ran; `is_prepared` where the server keeps its plan."""

    sql: str
    params: Any
    is_prepared: bool


# Name of an operation → the statements it ran, in this process.
KEPT: dict[str, list[Ran]] = {}


@dataclass(slots=True)
class Statements:
    """Counts, times and keeps the statements of one request."""

    seconds: float = 0.0
    ran: list[Ran] = field(default_factory=list)

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Run a statement on behalf of Django."""
        start = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.seconds += time.perf_counter() - start
            self.ran.append(Ran(sql, params, isinstance(context["cursor"].cursor, ServerBindingCursor)))


class TimingMiddleware:
    """Adds `Server-Timing`: app (all of the server's time), cpu, db (both ms) and the number of statements."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        statements = Statements()
        start, used = time.perf_counter(), time.thread_time()
        with connection.execute_wrapper(statements):
            response = self.get_response(request)
        taken, used = time.perf_counter() - start, time.thread_time() - used
        response["Server-Timing"] = (
            f"app;dur={1000 * taken:.3f}, cpu;dur={1000 * used:.3f}, "
            f'db;dur={1000 * statements.seconds:.3f};desc="{len(statements.ran)}"'
        )
        if name := request.headers.get(KEEP_HEADER):
            KEPT[name] = statements.ran
        return response
