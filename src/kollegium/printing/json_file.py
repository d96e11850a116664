"""Prints a document tree as JSON, for programs: every block with its fields, and what the caller knows in codes."""

import dataclasses
import json
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from kollegium.printing.characters import printable
from kollegium.printing.tree import Document

FORMAT = "kollegium-document/1"


def to_json(document: Document, *, data: Mapping[str, Any] | None = None) -> bytes:
    """Give ``document`` as JSON in UTF-8: the same tree gives the same bytes.

    Shape: ``format`` names structure and version; the document's own fields; ``blocks`` in order, an object
    each with ``kind`` (the block's name in lower case, words joined by hyphens) and its fields; a text is a list of
    runs with ``text`` and ``language`` (null: the document's). ``data`` are the same facts in codes, as
    the capability that printed it describes them; null where there are none. What is unknown is null.
    """
    whole = {"format": FORMAT, **_encoded(document), "data": dict(data) if data is not None else None}
    del whole["kind"]
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _encoded(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_encoded(part) for part in value]
    if dataclasses.is_dataclass(value):
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(value).__name__).lower()
        fields = {field.name: _encoded(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"kind": kind, **fields}
    return value
