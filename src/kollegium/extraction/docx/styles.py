"""Paragraph styles and numbering of a DOCX: names, weight, list labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kollegium.extraction.docx.names import WORD, is_on, value_of

_LEVEL_MARK = re.compile(r"%(\d)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_INHERITANCE = 12


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says; `numbering` is the list (id, level) its paragraphs belong to."""

    name: str
    bold: bool = False
    numbering: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class _Level:
    number_format: str
    label: str
    start: int


class Styles:
    """The paragraph styles of a document, by id."""

    def __init__(self, root: Any) -> None:
        self._elements: dict[str, Any] = {}
        self._known: dict[str, ParagraphStyle] = {}
        self._default = ""
        if root is None:
            return
        for element in root.iter(f"{WORD}style"):
            if element.get(f"{WORD}type") == "paragraph":
                key = str(element.get(f"{WORD}styleId", ""))
                self._elements[key] = element
                if element.get(f"{WORD}default") in {"1", "true"}:
                    self._default = key

    def style(self, key: str | None) -> ParagraphStyle:
        """Return the style of an id; paragraphs without one have the default style."""
        known = key or self._default
        if known not in self._known:
            self._known[known] = self._read(known)
        return self._known[known]

    def _read(self, key: str) -> ParagraphStyle:
        name = value_of(self._elements.get(key), "name") or key
        bold: bool | None = None
        numbering: tuple[str, int] | None = None
        current: str | None = key
        for _ in range(_MAX_INHERITANCE):
            element = self._elements.get(current or "")
            if element is None:
                break
            if bold is None:
                bold = is_on(element.find(f"{WORD}rPr"), "b")
            numbering = numbering or numbering_of(element.find(f"{WORD}pPr"))
            current = value_of(element, "basedOn")
        return ParagraphStyle(name=name, bold=bool(bold), numbering=numbering)


class Numbering:
    """The lists of a document; counts along, so paragraphs must be asked for in their order."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._abstract: dict[str, str] = {}
        if root is None:
            return
        for abstract in root.iter(f"{WORD}abstractNum"):
            key = str(abstract.get(f"{WORD}abstractNumId", ""))
            for level in abstract.iter(f"{WORD}lvl"):
                self._levels[key, _number(level.get(f"{WORD}ilvl"))] = _Level(
                    number_format=value_of(level, "numFmt") or "decimal",
                    label=value_of(level, "lvlText") or "",
                    start=_number(value_of(level, "start"), 1),
                )
        for number in root.iter(f"{WORD}num"):
            self._abstract[str(number.get(f"{WORD}numId", ""))] = value_of(number, "abstractNumId") or ""

    def label(self, key: str, level: int) -> str | None:
        """Return the label of the next paragraph of a list ("B."), "" for a bullet, None for no list."""
        abstract = self._abstract.get(key)
        form = self._levels.get((abstract, level)) if abstract is not None else None
        if abstract is None or form is None:
            return None
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, form.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if form.number_format in {"bullet", "none"}:
            return ""
        return _LEVEL_MARK.sub(lambda mark: self._counted(abstract, int(mark.group(1)) - 1), form.label)

    def _counted(self, abstract: str, level: int) -> str:
        form = self._levels.get((abstract, level))
        if form is None:
            return ""
        return _written(self._counts[abstract].get(level, form.start), form.number_format)


def numbering_of(properties: Any) -> tuple[str, int] | None:
    """Return list id and level from paragraph properties, or None outside lists."""
    element = properties.find(f"{WORD}numPr") if properties is not None else None
    if element is None:
        return None
    key = value_of(element, "numId")
    return (key, _number(value_of(element, "ilvl"))) if key is not None else None


def _number(text: object, default: int = 0) -> int:
    try:
        return int(str(text))
    except ValueError:
        return default


def _written(number: int, number_format: str) -> str:
    if number_format in {"upperLetter", "lowerLetter"} and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if number_format == "upperLetter" else letter
    if number_format in {"upperRoman", "lowerRoman"} and 1 <= number <= 39:
        rest, out = number, ""
        for amount, sign in _ROMAN:
            while rest >= amount:
                out, rest = out + sign, rest - amount
        return out.upper() if number_format == "upperRoman" else out
    return str(number)
