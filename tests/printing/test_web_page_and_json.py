"""The web page and the JSON hold every word of the tree, and a person's words stay words."""

import dataclasses
import json
import re
from collections.abc import Iterator
from enum import Enum
from html.parser import HTMLParser
from typing import Any

import pytest

from kollegium.domain.standard import load
from kollegium.printing import to_html, to_json
from kollegium.printing.tree import Run
from kollegium.reviews.report import report_document
from kollegium.reviews.report_data import report_data
from tests.printing.test_hostile_text import HOSTILE, with_text
from tests.printing.trees import SVG, every_block, whole_review


class _Page(HTMLParser):
    """Everything a browser would show or know of a page: words, tags, attributes."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.words += [value for name, value in attrs if name in ("content", "alt") and value]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def words_of(value: Any) -> Iterator[str]:
    """Give every text that stands anywhere in a tree."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words_of(part)
    elif isinstance(value, Run):
        yield value.text
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name != "language" and getattr(value, field.name) != SVG:
                yield from words_of(getattr(value, field.name))


@pytest.mark.parametrize(
    "document",
    [every_block(), every_block("en"), report_document(whole_review(), load("spur-st-2021"), "en")],
    ids=["blocks-sv", "blocks-en", "review"],
)
def test_every_word_of_the_tree_is_in_both(document) -> None:
    page, data = _Page(to_html(document)).text, json.loads(to_json(document))
    in_json = set(_strings(data))
    words = [" ".join(word.split()) for word in words_of(document)]

    missing = [word for word in words if word and word not in page]
    # A box that has points prints no word for being empty, in any format.
    assert set(missing) <= {
        box.when_empty for block in document.blocks for box in getattr(block, "boxes", ())
    }
    assert [word for word in words_of(document) if word not in in_json] == []


def test_page_has_language_headings_tables_with_heads_and_nothing_from_outside() -> None:
    page = _Page(to_html(every_block("sv")))
    heads = [attributes["scope"] for tag, attributes in page.tags if tag == "th"]

    assert ("html", {"lang": "sv"}) in page.tags
    assert [tag for tag, _ in page.tags if re.fullmatch(r"h\d", tag)] == [
        "h1", "h2", "h2", "h2", "h3", "h4", "h4",
    ]  # fmt: skip
    assert heads.count("col") == 5 + 3 + 2
    assert ("span", {"lang": "sv"}) in page.tags
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "link", "iframe", "object", "svg"})
    assert [attributes["src"][:14] for tag, attributes in page.tags if tag == "img"] == ["data:image/svg"]
    policy = next(attributes["content"] for tag, attributes in page.tags if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize(
    "text",
    [*HOSTILE.values(), "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>"],
    ids=[*HOSTILE, "script", "attribute", "style"],
)
def test_what_a_person_pastes_is_only_words(text: str) -> None:
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    page = _Page(to_html(with_text(text)))

    assert page.text.count(clean) >= 8
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in _Page(to_html(with_text("ord"))).tags]
    assert clean in " ".join(json.loads(to_json(with_text(text)))["author"].split())


def test_json_says_what_is_known_in_codes_and_null_for_the_rest() -> None:
    standard = load("spur-st-2021")
    report = whole_review()

    said = json.loads(
        to_json(report_document(report, standard, "sv"), data=report_data(report, standard, "sv"))
    )

    assert (said["format"], said["data"]["format"]) == ("kollegium-document/1", "kollegium-report/1")
    areas = {area["key"]: area for area in said["data"]["areas"]}
    assert list(areas) == [area.key for area in standard.areas]
    assert areas["D"]["grade_at_visit"] == {"letter": "D", "outcome": "failed"}
    assert areas["D"]["grade_now"] == {"letter": "C", "outcome": "passed_with_remarks"}
    assert (areas["B"]["grade_now"], areas["B"]["narrative"], said["data"]["case_number"]) == (None,) * 3
    verdicts = {row["key"]: row["verdict"] for row in areas["A"]["criteria"]}
    assert (verdicts["A1"], verdicts["A2"], verdicts["A3"]) == ("met", "partly_met", None)
    assert said["data"]["action_plan"][0]["due"] == {"text": None, "from": "2025-09-30", "to": "2025-09-30"}
    assert said["data"]["action_plan"][1]["due"] is None


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(part)
