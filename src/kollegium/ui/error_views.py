"""Answers when something failed: pages that lean on as little as possible."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 in plain words; also the handler that the address table names."""
    return _plain_page("500.html", 500)


def unavailable(request: HttpRequest, *, retry_after: int = 120) -> HttpResponse:
    """Answer 503 while the service is updated or cannot reach its database.

    Units: `retry_after` in seconds.
    """
    response = _plain_page("503.html", 503)
    response.headers["Retry-After"] = str(retry_after)
    return response


def _plain_page(template: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(template, {"stylesheet": _stylesheet()}), status=status)


def _stylesheet() -> str:
    # Before the static files are collected their addresses cannot be told: the page then goes without a look.
    try:
        return static("ui/css/kollegium.css")
    except ValueError:
        return ""
