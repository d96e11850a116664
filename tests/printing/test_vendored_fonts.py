"""The fonts are the files the vendor published."""

import hashlib
import tomllib

from kollegium.printing.font import FONT, characters_of_the_font


def test_vendored_files_are_listed_and_unchanged() -> None:
    folder = FONT.parent
    listed = tomllib.loads((folder / "VENDOR.toml").read_text())["sha256"]

    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != "VENDOR.toml"
    }

    assert found == listed


def test_font_has_swedish_letters_and_boxes_but_no_emoji() -> None:
    characters = characters_of_the_font()

    assert {ord(c) for c in "åäöÅÄÖéü–•☐☑§½≥"} <= characters
    assert ord("😀") not in characters
