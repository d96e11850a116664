"""The answers while the service cannot be used, or not in that way: pages that lean on as little as possible."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def unavailable(request: HttpRequest, *, retry_after: int = 120) -> HttpResponse:
    """Answer 503 while the service is updated or cannot reach its database.

    Units: `retry_after` in seconds.
    """
    response = HttpResponse(render_to_string("503.html"), status=503)
    response.headers["Retry-After"] = str(retry_after)
    return response


def too_many_requests(request: HttpRequest, *, retry_after: int) -> HttpResponse:
    """Answer 429 to a visitor who asks too much in a while.

    Units: `retry_after` in seconds.
    """
    response = HttpResponse(render_to_string("429.html", {"seconds": retry_after}), status=429)
    response.headers["Retry-After"] = str(retry_after)
    response.headers["Cache-Control"] = "no-store"
    return response


def too_large(request: HttpRequest) -> HttpResponse:
    """Answer 413 to a form that holds more than the page takes; nothing of it was read."""
    response = HttpResponse(render_to_string("413.html"), status=413)
    response.headers["Cache-Control"] = "no-store"
    return response
