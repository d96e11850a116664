"""Invented reports in the field's own layout, written apart from the reader, field by field."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kollegium import extraction
from kollegium.domain.reading import read

FOLDER = Path(__file__).parent / "unseen"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


def test_unseen_reports_have_expected_readings() -> None:
    assert NAMES
    assert tuple(sorted(path.stem for path in FOLDER.glob("*.json"))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_read_unseen_report_gives_every_field_and_doubt(name: str) -> None:
    source = FOLDER / f"{name}.txt"
    expected = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))

    text = extraction.extract(source.read_bytes(), file_name=source.name)
    reading = read(text, file_name=source.name).as_json()

    doubts = reading.pop("doubts")
    assert {doubt["code"] for doubt in doubts} == set(expected.pop("doubts"))
    assert reading == expected


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n").encode("utf-16"), id="utf-16-crlf"),
        pytest.param(lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ").encode(), id="ligatures"),
        pytest.param(lambda text: text.replace("\n\n", "\n\n\n\n").encode(), id="blank-lines-doubled"),
        pytest.param(lambda text: text.replace(" och ", " och\u00a0").encode(), id="fixed-spaces"),
    ],
)
def test_read_unseen_report_is_the_same_however_saved(name: str, printed: Callable[[str], bytes]) -> None:
    source = FOLDER / f"{name}.txt"
    expected = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))

    text = extraction.extract(printed(source.read_text("utf-8")), file_name=source.name)
    reading = read(text, file_name=source.name).as_json()

    del reading["doubts"], expected["doubts"]
    assert reading == expected
