"""What a visitor sees when the database is lost or too slow: a clear page, and the advice to try again."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

TRY_AGAIN_SECONDS = 30


def fault(request: HttpRequest) -> HttpResponse:
    """Answer 503 when the fault is the database's, otherwise the ordinary 500 page.

    Django calls this while the exception is still being handled, wherever in the program it came from.
    """
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return server_error(request)
    # Rendered without the request: nothing on this page may ask the database for anything.
    page = HttpResponse(render_to_string("503.html"), status=503)
    page["Retry-After"] = str(TRY_AGAIN_SECONDS)
    page["Cache-Control"] = "no-store"
    return page
