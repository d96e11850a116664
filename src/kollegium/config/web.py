"""The web server: reads the program in once and then divides into processes that share what was read.

Started as `python -m kollegium.config.web` with granian's own arguments, the application last.
"""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import sys
from pathlib import Path

from granian.cli import entrypoint

from kollegium.jobs.memory import keep_little_memory


def main() -> None:
    """Read the program in and serve it until it is asked to stop."""
    keep_little_memory()
    if sys.platform == "linux":
        # What was read in is shared only with processes that are copies of this one.
        multiprocessing.set_start_method("fork")
        read_in(sys.argv[-1])
    entrypoint()


def read_in(application: str) -> None:
    """Read in what requests need, so that the processes need not each do so: code, texts, page templates.

    `application` is written `module:name`. No connection to the database is opened: a process may not
    inherit one.
    """
    importlib.import_module(application.partition(":")[0])
    _read_addresses_and_texts()
    _read_templates()
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
