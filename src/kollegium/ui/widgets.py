"""Form fields that Django would render too slowly."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe

from kollegium.ui.components.html import escaped


class PlainSelect(forms.Select):
    """A list to choose from, written in one go: Django's own renders a template for each of some hundred choices."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Give the element with its choices."""
        chosen = {str(item) for item in self.format_value(value)}
        attributes = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return mark_safe(f"<select{attributes}>{_options(self.choices, chosen)}</select>")  # noqa: S308 - escaped


def _options(choices: Iterable[Any], chosen: set[str]) -> str:
    written = []
    for value, label in choices:
        if isinstance(label, list | tuple):
            written.append(f'<optgroup label="{escaped(value)}">{_options(label, chosen)}</optgroup>')
        else:
            text = "" if value is None else str(value)
            selected = " selected" if text in chosen else ""
            written.append(f'<option value="{escaped(text)}"{selected}>{escaped(label)}</option>')
    return "".join(written)
