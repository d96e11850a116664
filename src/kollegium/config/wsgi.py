"""The entry point of the web server."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from kollegium.config import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kollegium.config.settings")
database.bound_waiting(settings.DATABASES["default"], statement_seconds=settings.STATEMENT_SECONDS)
_pages = get_wsgi_application()

from kollegium.config.bodies import in_time  # noqa: E402 - needs the program loaded

application = in_time(_pages)
