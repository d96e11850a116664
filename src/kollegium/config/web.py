"""The web server: reads the program in once and then divides into processes that share what was read.

Started as `python -m kollegium.config.web` with granian's own arguments, the application last.
"""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import sys
from contextlib import closing
from pathlib import Path
from wsgiref.util import setup_testing_defaults

from granian.cli import entrypoint

from kollegium.jobs.memory import keep_little_memory


def main() -> None:
    """Read the program in and serve it until it is asked to stop."""
    keep_little_memory()
    if sys.platform == "linux":
        copies_share()
        read_in(sys.argv[-1])
        answer_open_pages(sys.argv[-1])
    entrypoint()


def copies_share() -> None:
    """Let granian's processes be copies of this one: only with those is shared what was read in (Linux)."""
    multiprocessing.set_start_method("fork")


def read_in(application: str) -> None:
    """Read in what requests need, so that the processes need not each do so: code, texts, page templates.

    `application` is written `module:name`. No connection to the database is opened: a process may not
    inherit one.
    """
    importlib.import_module(application.partition(":")[0])
    _read_addresses_and_texts()
    _read_templates()
    _leave_to_all()


def answer_open_pages(application: str) -> None:
    """Answer pages that need no log-in, for nobody, so that what first requests leave behind is shared too.

    Python rewrites the code it runs and keeps what it worked out; each copy would do so for itself, some
    12 MB in each. A page that fails now is left to those who ask for it: the database may still be away.

    Side effects: connections to the database, all closed again, with the pool and its threads.
    """
    from django.conf import settings  # noqa: PLC0415 - needs the loaded models
    from django.db import connections  # noqa: PLC0415 - needs the loaded models
    from django.urls import reverse  # noqa: PLC0415 - needs the loaded models

    module, _, name = application.partition(":")
    answer = getattr(importlib.import_module(module), name)
    host = settings.ALLOWED_HOSTS[0].lstrip(".*") or "127.0.0.1"
    for page in ("accounts:login", "comparison:register", "home:start"):
        environ = {"PATH_INFO": reverse(page), "HTTP_HOST": host, "HTTP_X_FORWARDED_PROTO": "https"}
        setup_testing_defaults(environ)
        statuses: list[str] = []
        said = answer(environ, lambda status, headers, failure=None, to=statuses: to.append(status))
        with closing(said):
            for _part in said:
                pass
        if not statuses[0].startswith("2"):
            break
    connections.close_all()
    connections["default"].close_pool()  # type: ignore[attr-defined]
    _leave_to_all()


def _leave_to_all() -> None:
    # What stands from now on is not looked through for garbage, which would write to every shared page.
    gc.collect()
    gc.freeze()


def _read_addresses_and_texts() -> None:
    from django.conf import settings  # noqa: PLC0415 - needs the loaded models
    from django.urls import reverse  # noqa: PLC0415 - needs the loaded models
    from django.utils import translation  # noqa: PLC0415 - needs the loaded models

    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            reverse("home:start")
            translation.gettext("Start")


def _read_templates() -> None:
    from django.apps import apps  # noqa: PLC0415 - needs the loaded models
    from django.template.loader import get_template  # noqa: PLC0415 - needs the loaded models

    for app in apps.get_app_configs():
        if app.name.startswith("kollegium."):
            folder = Path(app.path) / "templates"
            for path in sorted(folder.rglob("*.html")):
                get_template(path.relative_to(folder).as_posix())


if __name__ == "__main__":
    main()
