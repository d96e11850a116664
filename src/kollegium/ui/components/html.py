"""Attributes, icons and classes: what every component is put together from."""

import html
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_SPECIAL = re.compile("[&<>\"']")
EMPTY = mark_safe("")


def escaped(value: Any) -> str:
    """Return a value as HTML to put into an f-string, escaped unless it is safe already.

    For markup that a page repeats: `format_html` does the same and takes ten times as long. Every value
    that was not written in the program goes through here, the whole then becomes a `SafeString`.
    """
    if value.__class__ is str:
        # Looking first takes a third of the time of the five replacements, and most values hold none of these.
        return html.escape(value) if _SPECIAL.search(value) else value
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return html.escape(str(value))


def attributes(values: Mapping[str, object]) -> SafeString:
    """Return HTML attributes, each with a leading space; underscores in names become hyphens.

    `None` and `False` leave an attribute out, `True` writes it without a value. A trailing underscore is
    dropped, so that `class_` and `for_` can be written where the plain word is taken.
    """
    parts: list[str] = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        plain = escaped(name.rstrip("_").replace("_", "-"))
        parts.append(f" {plain}" if value is True else f' {plain}="{escaped(value)}"')
    return SafeString("".join(parts))


def classes(*names: str | None) -> str:
    """Return the given class names as one value, leaving out empty ones."""
    return " ".join(name for name in names if name)


def css_key(key: str | None) -> str:
    """Return a stored key as it is written in class names: `passed_well` becomes `passed-well`."""
    return str(key).replace("_", "-") if key else "unknown"


def icon(name: str, *, label: str | None = None, size: str | None = None) -> SafeString:
    """Return an icon of the sprite, silent for those who listen unless it is given a label.

    `size` is `small`, `large` or nothing (a little larger than the text).
    """
    return _icon(_sprite(settings.STATIC_URL), name, label, size)


@lru_cache(maxsize=4)
def _sprite(static_url: str) -> str:
    # Other files are collected in another process; in this one the address stays.
    return static("ui/icons/sprite.svg")


# A page asks for the same few icons over and over, and putting safe HTML together is what costs.
@lru_cache(maxsize=512)
def _icon(sprite: str, name: str, label: str | None, size: str | None) -> SafeString:
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon{}" {} focusable="false"><use href="{}#{}"></use></svg>',
        f" icon-{size}" if size else "",
        spoken,
        sprite,
        name,
    )


def optional(template: str, value: object) -> SafeString:
    """Return the template filled with the value, or nothing when the value is empty."""
    return SafeString(template.format(escaped(value))) if value not in (None, "") else EMPTY


def join(parts: Iterable[object]) -> SafeString:
    """Return the parts one after another, escaping those that are not already safe."""
    return SafeString("".join(escaped(part) for part in parts))
