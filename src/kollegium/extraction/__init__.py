"""Bytes of a report file → pages of positioned lines and marks, in a process that can do no harm."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kollegium.extraction.by_content import extract
    from kollegium.extraction.pictures import picture_of_page
    from kollegium.extraction.refusal import RefusalCode, Unreadable
    from kollegium.extraction.sandbox import Sandbox, SandboxPool
    from kollegium.extraction.wording import refusal_sentence

__all__ = [
    "RefusalCode",
    "Sandbox",
    "SandboxPool",
    "Unreadable",
    "extract",
    "picture_of_page",
    "refusal_sentence",
]

# Loaded on first use: the child process needs no sandbox, and the command line reads its first
# file sooner when neither loads what only the other needs.
_HOME = {
    "RefusalCode": "refusal",
    "Sandbox": "sandbox",
    "SandboxPool": "sandbox",
    "Unreadable": "refusal",
    "extract": "by_content",
    "picture_of_page": "pictures",
    "refusal_sentence": "wording",
}


def __getattr__(name: str) -> Any:
    """Return a public name, loading its module on first use."""
    if name not in _HOME:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = found
    return found
