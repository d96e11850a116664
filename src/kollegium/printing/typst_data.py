"""A document tree as the JSON that the typst templates read."""

import dataclasses
import json
import re
from enum import Enum
from typing import Any

from kollegium.printing.characters import REPLACEMENT, breakable, printable
from kollegium.printing.tree import Document, Run

PAGE_LABELS = {"sv": "sida {page} av {pages}", "en": "page {page} of {pages}"}
_REGIONS = {"sv": "SE", "en": "GB"}


def as_json(document: Document, *, only: frozenset[int] | None = None) -> str:
    """Give ``document`` as JSON; with ``only``, characters whose code point is not in it are replaced.

    Shape: an object per dataclass with its fields and ``kind`` (its name in lower case, words joined by
    hyphens); a run is ``{"pieces": [[text, unbroken], …], "style": "", "language": null}``.
    """
    data = _Encoder(only).encode(document)
    before, between, after = re.split(r"\{pages?\}", PAGE_LABELS[document.language])
    data["region"] = _REGIONS[document.language]
    data["page_label"] = [before, between, after]
    data["dated"] = [document.dated.year, document.dated.month, document.dated.day]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


class _Encoder:
    """Turns dataclasses into plain values, cleaning every text on the way."""

    def __init__(self, only: frozenset[int] | None) -> None:
        self._only = only

    def encode(self, value: Any) -> Any:
        if isinstance(value, Run):
            return self._run(value)
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, tuple):
            return [self.encode(part) for part in value]
        if dataclasses.is_dataclass(value):
            fields = {
                field.name: self.encode(getattr(value, field.name)) for field in dataclasses.fields(value)
            }
            return fields | {"kind": _kind(type(value).__name__)}
        return value

    def _run(self, run: Run) -> dict[str, Any]:
        flags = ("emphasis", run.emphasis), ("strong", run.strong), ("muted", run.muted)
        return {
            "pieces": breakable(self._text(run.text).replace("\n", " ")),
            "styles": [name for name, is_set in flags if is_set],
            "language": run.language,
            "region": _REGIONS.get(run.language or ""),
        }

    def _text(self, text: str) -> str:
        clean = printable(text)
        if self._only is None:
            return clean
        return "".join(c if ord(c) in self._only or c == "\n" else REPLACEMENT for c in clean)


def _kind(class_name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", class_name).lower()
