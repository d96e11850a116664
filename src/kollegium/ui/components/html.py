"""Attributes, icons and classes: what every component is put together from."""

import html
from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

EMPTY = mark_safe("")


def escaped(value: object) -> str:
    """Return a value as HTML to put into an f-string, escaped unless it is safe already.

    For markup that a page repeats: `format_html` does the same and takes ten times as long. Every value
    that was not written in the program goes through here, the whole then becomes a `SafeString`.
    """
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return html.escape(str(value))


def attributes(values: Mapping[str, object]) -> SafeString:
    """Return HTML attributes, each with a leading space; underscores in names become hyphens.

    `None` and `False` leave an attribute out, `True` writes it without a value. A trailing underscore is
    dropped, so that `class_` and `for_` can be written where the plain word is taken.
    """
    parts = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        plain = name.rstrip("_").replace("_", "-")
        parts.append((plain, None if value is True else value))
    return join(_attribute(name, value) for name, value in parts)


def _attribute(name: str, value: object) -> SafeString:
    if value is None:
        return format_html(" {}", name)
    return format_html(' {}="{}"', name, value)


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
    return _icon(static("ui/icons/sprite.svg"), name, label, size)


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
    return format_html(template, value) if value not in (None, "") else EMPTY


def join(parts: Iterable[object]) -> SafeString:
    """Return the parts one after another, escaping those that are not already safe."""
    return format_html_join("", "{}", ((part,) for part in parts))
