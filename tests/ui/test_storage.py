"""Collected static files: one stylesheet with everything in it, and names that change with the content."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

from kollegium.ui.storage import IMPORT, bundled

CSS = Path(__file__).resolve().parents[2] / "src/kollegium/ui/static/ui/css"


def test_bundle_holds_every_part_in_order() -> None:
    names = IMPORT.findall((CSS / "kollegium.css").read_text(encoding="utf-8"))

    whole = bundled(CSS / "kollegium.css")

    places = [whole.index((CSS / name).read_text(encoding="utf-8")) for name in names]
    assert len(names) > 20
    assert places == sorted(places)
    assert "@import" not in whole
    assert whole.index("@layer reset, base") < places[0]


@pytest.mark.parametrize("times", [1, 2], ids=["first time", "again"])
def test_collected_stylesheet_is_whole_and_hashed(times: int, settings: object, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    settings.STORAGES = settings.STORAGES | {  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "kollegium.ui.storage.BundledStaticFilesStorage"}
    }

    for _ in range(times):
        call_command("collectstatic", interactive=False, verbosity=0)

    address = staticfiles_storage.url("ui/css/kollegium.css")
    collected = (tmp_path / address.removeprefix("/static/")).read_text(encoding="utf-8")
    assert re.fullmatch(r"/static/ui/css/kollegium\.[0-9a-f]{12}\.css", address)
    assert "@import" not in collected
    assert re.search(r'url\("../fonts/inter-latin-wght-normal\.[0-9a-f]{12}\.woff2"\)', collected)
