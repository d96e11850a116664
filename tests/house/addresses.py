"""Every address of the program, from the patterns themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver


@dataclass(frozen=True, slots=True)
class Address:
    """One pattern: its full name, its view, and what its address holds. Shape: parameter → converter's name."""

    name: str
    view: Callable[..., Any]
    parameters: dict[str, str]


def every_address(patterns: Iterable[URLPattern | URLResolver], namespace: str = "") -> Iterator[Address]:
    """Give every pattern, also those that are included."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, (namespace, pattern.namespace or "")))
            yield from every_address(pattern.url_patterns, inner)
        else:
            converters = {
                name: type(converter).__name__.removesuffix("Converter").lower()
                for name, converter in pattern.pattern.converters.items()
            }
            named = {name: converters.get(name, "text") for name in pattern.pattern.regex.groupindex}
            name = ":".join(filter(None, (namespace, pattern.name or "")))
            yield Address(name, pattern.callback, named)
