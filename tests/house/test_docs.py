"""The pages in docs/ are in step with the data and with each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kollegium.domain.grading import GradingReason, RegradingReason, Verdict
from kollegium.domain.standard import Outcome, RequirementLevel, available, load
from tests.house.sources import ROOT, name_of, text_files

DOCS = ROOT / "docs"
SOURCE_ENTRY = re.compile(r"^\| `([a-z0-9-]+)` \|", re.MULTILINE)
LINK = re.compile(r"\[[^\]]+\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)\s]*)?\)")


def source_keys() -> list[str]:
    return SOURCE_ENTRY.findall((DOCS / "sources.md").read_text(encoding="utf-8"))


def test_sources_are_listed_once_in_order() -> None:
    assert source_keys() == sorted(set(source_keys()))


@pytest.mark.parametrize("key", available())
def test_every_source_a_standard_names_is_explained(key: str) -> None:
    named = {source for criterion in load(key).criteria for source in criterion.source.split(", ")}

    assert named - set(source_keys()) == set()


def test_every_source_explained_is_used() -> None:
    used = {
        path: path.read_text(encoding="utf-8")
        for path in text_files()
        if path.suffix in (".toml", ".py", ".md")
    }
    used.pop(DOCS / "sources.md")
    everything = "\n".join(used.values())

    assert [
        key for key in source_keys() if not re.search(rf"(?<![a-z0-9-]){key}(?![a-z0-9-])", everything)
    ] == []


@pytest.mark.parametrize("path", [path for path in text_files() if path.suffix == ".md"], ids=name_of)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    targets = LINK.findall(path.read_text(encoding="utf-8"))

    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("code", [*RequirementLevel, *Outcome, *Verdict], ids=str)
def test_glossary_explains_every_stored_code_of_the_rule(code: str) -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")

    assert f"`{code.value}`" in glossary  # type: ignore[attr-defined]


def test_reasons_are_stable_keys() -> None:
    keys = [reason.value for enumeration in (GradingReason, RegradingReason) for reason in enumeration]

    assert [key for key in keys if not re.fullmatch(r"[a-z]+(-[a-z]+)*", key)] == []
