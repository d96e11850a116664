"""The answer while the service cannot be used: a page that leans on as little as possible."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def unavailable(request: HttpRequest, *, retry_after: int = 120) -> HttpResponse:
    """Answer 503 while the service is updated or cannot reach its database.

    Units: `retry_after` in seconds.
    """
    response = HttpResponse(render_to_string("503.html"), status=503)
    response.headers["Retry-After"] = str(retry_after)
    return response
