"""Tell a lost database from a fault of ours, so that visitors get the page that is true."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.views.defaults import server_error

from kollegium.ui import error_views

TRY_AGAIN_SECONDS = 30


def fault(request: HttpRequest) -> HttpResponse:
    """Answer 503 when the fault is the database's, otherwise 500.

    Django calls this while the exception is still being handled, wherever in the program it came from.
    """
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return server_error(request)
    page = error_views.unavailable(request, retry_after=TRY_AGAIN_SECONDS)
    page["Cache-Control"] = "no-store"
    return page
