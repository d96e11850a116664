"""The static files agree with each other and with the record of what we keep from others."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from kollegium.ui.templatetags.ui_frame import SCRIPTS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/kollegium"
STATIC = PACKAGE / "ui/static/ui"
RECORDS = sorted([*STATIC.rglob("VENDOR.toml"), *(ROOT / "tests/browser/vendor").rglob("VENDOR.toml")])
STYLES = sorted((STATIC / "css").glob("*.css"))


def templates() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("templates/**/*.html"))


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.parent.name)
def test_vendored_files_are_those_of_the_record(record: Path) -> None:
    told = tomllib.loads(record.read_text(encoding="utf-8"))
    here = {path.name for path in record.parent.iterdir()} - {"VENDOR.toml"}

    assert {"name", "version", "licence", "sha256"} == set(told)
    assert "://" not in record.read_text(encoding="utf-8")
    assert {name: hashlib.sha256((record.parent / name).read_bytes()).hexdigest() for name in here} == told[
        "sha256"
    ]


def test_every_style_is_in_use_and_every_import_exists() -> None:
    imported = set(
        re.findall(r'@import url\("([^"]+)"\)', (STATIC / "css/kollegium.css").read_text(encoding="utf-8"))
    )
    linked = set(re.findall(r"ui/css/([\w-]+\.css)", templates()))

    assert imported | linked == {path.name for path in STYLES}


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_style_uses_tokens_that_exist_and_no_colour_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", "".join(style.read_text(encoding="utf-8") for style in STYLES)))

    assert set(re.findall(r"var\((--[\w-]+)", text)) <= known
    assert "!important" not in text
    if path.name != "tokens.css":
        assert re.findall(r"#[0-9a-f]{3,8}\b", text) == []


def test_every_script_is_in_use_and_every_loaded_script_exists() -> None:
    loaded = {f"{name}.js" for name in SCRIPTS} | set(re.findall(r"ui/js/([\w-]+\.js)", templates()))

    assert loaded == {path.name for path in (STATIC / "js").glob("*.js")}


def test_every_icon_that_is_asked_for_is_in_the_sprite() -> None:
    drawn = set(
        re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons/sprite.svg").read_text(encoding="utf-8"))
    )
    templates = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("templates/**/*.html"))
    asked = set(re.findall(r'{% icon "([\w-]+)"', templates)) | set(
        re.findall(r'\bicon="([\w-]+)"', templates)
    )
    code = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "ui/components").glob("*.py"))
    asked |= set(re.findall(r'icon\("([\w-]+)"', code))

    assert asked - drawn == set()
    assert drawn == set((ROOT / "tools/icons.txt").read_text(encoding="utf-8").split())
