"""What must not stand anywhere in the repository, and what templates must not hold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.house.sources import ROOT, name_of, templates, text_files

# Built from pieces, because the repository must not hold the words themselves.
FORBIDDEN = tuple(
    "".join(pieces)
    for pieces in (
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/Us", "ers/"),
        ("/mn", "t/"),
        ("py", "pi.org"),
        ("pythonhos", "ted.org"),
        ("npm", "js.org"),
        ("npm", "js.com"),
        ("arti", "factory"),
        ("--index", "-url"),
        ("--extra-", "index-url"),
        ("TO", "DO"),
        ("FIX", "ME"),
        ("XX", "X "),
    )
)
INLINE = {
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE),
    "inline style": re.compile(r"<style\b", re.IGNORECASE),
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "script address": re.compile(r"javascript:", re.IGNORECASE),
    "outside address": re.compile(
        r"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']?(?:https?:)?//", re.IGNORECASE
    ),
}


@pytest.mark.parametrize("word", FORBIDDEN, ids=[f"word-{number}" for number in range(len(FORBIDDEN))])
def test_nothing_tells_of_a_machine_or_of_unfinished_work(word: str) -> None:
    found = [
        f"{name_of(path)}:{number}"
        for path in text_files()
        if word in (content := path.read_text(encoding="utf-8", errors="replace"))
        for number, line in enumerate(content.splitlines(), start=1)
        if word in line
    ]

    assert found == []


def test_nobody_from_the_example_reports_is_named_here() -> None:
    reports = sorted((ROOT.parent / "shared" / "reports").glob("*.expected.json"))
    if not reports:
        pytest.skip("no example reports beside the repository")
    names = {name for report in reports for name in _names_in(json.loads(report.read_text(encoding="utf-8")))}

    assert names
    found = [
        name_of(path)
        for path in text_files()
        if any(name in path.read_text(encoding="utf-8", errors="replace") for name in names)
    ]
    assert found == []


def _names_in(reading: dict[str, Any]) -> set[str]:
    people = " ; ".join(
        item[field] or ""
        for item in reading["action_plan"]
        for field in ("responsible", "follow_up_responsible")
    )
    return set(re.findall(r"[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö]+", people)) | {reading["unit"] or people}


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.txt")), ids=name_of)
def test_locked_versions_hold_no_address(path: Path) -> None:
    content = path.read_text(encoding="utf-8")

    assert ":" + "//" not in content
    assert "--hash=sha256:" in content


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_template_is_fit_for_a_strict_content_policy(path: Path) -> None:
    content = path.read_text(encoding="utf-8")

    assert [name for name, pattern in INLINE.items() if pattern.search(content)] == []


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<script>go()</script>", "inline script"),
        ('<script type="module">go()</script>', "inline script"),
        ("<STYLE>p{}</STYLE>", "inline style"),
        ('<p class="x" style="color:red">', "style attribute"),
        ('<a href="#" onclick="go()">', "event attribute"),
        ('<a href="javascript:go()">', "script address"),
        ('<script src="//elsewhere.example/x.js"></script>', "outside address"),
    ],
)
def test_the_patterns_see_what_they_are_for(markup: str, name: str) -> None:
    assert [key for key, pattern in INLINE.items() if pattern.search(markup)] == [name]


@pytest.mark.parametrize(
    "markup",
    [
        '<script type="module" src="{% static \'ui/js/app.js\' %}"></script>',
        '<p class="style" data-on="x">on = style = fine</p>',
        '<link rel="stylesheet" href="{% static \'ui/css/app.css\' %}">',
    ],
)
def test_the_patterns_leave_good_markup_alone(markup: str) -> None:
    assert [key for key, pattern in INLINE.items() if pattern.search(markup)] == []
