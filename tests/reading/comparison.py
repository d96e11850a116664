"""Compare what was read with what was written, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_ABSENT = "(absent)"

Difference = tuple[str, Any, Any]
"""Field path, expected, read."""


def differences(
    expected: dict[str, Any], read: dict[str, Any], ignores: tuple[str, ...] = ()
) -> list[Difference]:
    """Return every field that differs, doubts aside.

    White space is folded, since paragraphs are marked in some formats only; ligatures count as
    their letters. A path whose last part is in `ignores` is passed over.
    """
    found = _differences(_folded(expected), _folded(read), "")
    return [one for one in found if one[0].split(".")[0] != "doubts" and one[0].split(".")[-1] not in ignores]


def field_of(difference: Difference) -> str:
    """Return the path without its area and numbers, to count faults of a kind."""
    return re.sub(r"\[\d+\]", "[]", re.sub(r"areas\.[A-H]", "areas.*", difference[0]))


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.translate(_LIGATURES).split())
    if isinstance(value, dict):
        return {key: _folded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_folded(one) for one in value]
    return value


def _differences(expected: Any, read: Any, path: str) -> Iterator[Difference]:
    if isinstance(expected, dict) and isinstance(read, dict):
        for key in dict.fromkeys((*expected, *read)):
            inner = f"{path}.{key}" if path else key
            yield from _differences(expected.get(key, _ABSENT), read.get(key, _ABSENT), inner)
    elif _are_records(expected) and isinstance(read, list) and len(expected) == len(read):
        for place, (one, other) in enumerate(zip(expected, read, strict=True)):
            yield from _differences(one, other, f"{path}[{place}]")
    elif expected != read:
        yield path, expected, read


def _are_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
