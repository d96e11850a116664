"""Static files for production: hashed names, compressed, and the many small style files sent as one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "ui/css/kollegium.css"
IMPORT = re.compile(r'@import url\("([\w-]+\.css)"\);\n?')


def bundled(stylesheet: Path) -> str:
    """Return a stylesheet with the files it imports written in their place.

    They stand in the same folder, so the addresses inside them stay true.
    """
    text = stylesheet.read_text(encoding="utf-8")
    return IMPORT.sub(lambda found: (stylesheet.parent / found[1]).read_text(encoding="utf-8"), text)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Writes the stylesheet whole before names are hashed: one request instead of some forty at a first visit.

    Scripts that import one another are led to the hashed names, so that two versions never meet.
    """

    support_js_module_import_aggregation = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name: str | None, force: bool = False) -> str:
        """Give the address of a file; the files are collected before a server starts, so each is looked up once."""
        if name is None or force or name not in self.hashed_files:
            return super().url(name, force)
        if name not in self._addresses:
            self._addresses[name] = super().url(name)
        return self._addresses[name]

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Bundle the stylesheet from its sources, then hash and compress everything.

        Side effects: writes to the folder of collected files.
        """
        source = finders.find(STYLESHEET)
        if source and STYLESHEET in paths and not dry_run:
            self.delete(STYLESHEET)
            self.save(STYLESHEET, ContentFile(bundled(Path(source)).encode()))
            paths[STYLESHEET] = (self, STYLESHEET)
        yield from super().post_process(paths, dry_run, **options)
