"""Both example reports, field by field, when they are at hand beside the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kollegium.domain.reading import read
from kollegium.extraction.text import text_lines

REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"
NAMES = ("palliative-unit", "health-centre")


@pytest.mark.parametrize("name", NAMES)
def test_read_example_report_gives_every_field_as_expected(name: str) -> None:
    source = REPORTS / f"{name}.txt"
    if not source.is_file():
        pytest.skip("the example reports are not beside the repository")
    expected = json.loads((REPORTS / f"{name}.expected.json").read_text("utf-8"))

    reading = read(text_lines(source.read_bytes()), file_name=source.name).as_json()

    del reading["doubts"]
    expected.pop("doubts", None)
    assert reading == expected
