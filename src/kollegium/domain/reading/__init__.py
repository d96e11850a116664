"""Pages of positioned lines and marks → what a review report says, with doubts and places."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kollegium.domain.reading.result import NotAReport, Reading
    from kollegium.domain.reading.whole import prepare, read

__all__ = ["NotAReport", "Reading", "prepare", "read"]

# Loaded on first use: whoever only turns files into pages needs `pages` and not the whole reader.
_HOME = {"NotAReport": "result", "Reading": "result", "prepare": "whole", "read": "whole"}


def __getattr__(name: str) -> Any:
    """Return a public name, loading its module on first use."""
    if name not in _HOME:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = found
    return found
