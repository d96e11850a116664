"""Language and appearance as two small forms; they stand twice on every page, for wide and for narrow windows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from kollegium.ui.components.html import escaped, icon
from kollegium.ui.preferences import language_choices


@dataclass(frozen=True, slots=True)
class PreferencePlace:
    """Where the forms stand: what keeps their ids apart, the theme now, where to go back to, the page's token."""

    name: str
    theme: str
    next_url: str
    token: str


def preference_forms(place: PreferencePlace) -> SafeString:
    """Return both forms, each choice a button of its own."""
    now = get_language()
    languages = "".join(
        _button("language", code, f' lang="{escaped(code)}"', is_on=code == now, inside=escaped(name))
        for code, name in language_choices()
    )
    themes = "".join(
        _button("theme", key, "", is_on=key == place.theme, inside=f"{icon(drawing)}{escaped(label)}")
        for key, drawing, label in (
            ("system", "monitor", gettext("System")),
            ("light", "sun", gettext("Light")),
            ("dark", "moon", gettext("Dark")),
        )
    )
    parts = (
        ("language", reverse("ui:set_language"), gettext("Language"), languages),
        ("theme", reverse("ui:set_theme"), gettext("Appearance"), themes),
    )
    return mark_safe("\n".join(_form(place, *part) for part in parts))  # noqa: S308 - every part is escaped


def _button(name: str, value: str, more: str, *, is_on: bool, inside: str) -> str:
    pressed = "true" if is_on else "false"
    return (
        f'<button type="submit" class="menu-item" name="{name}" value="{escaped(value)}"{more} '
        f'aria-pressed="{pressed}">{inside}</button>\n'
    )


def _form(place: PreferencePlace, what: str, action: str, heading: str, buttons: str) -> str:
    heading_id = f"{what}-{escaped(place.name)}"
    return (
        f'<form method="post" action="{action}">'
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{escaped(place.token)}">'
        f'<input type="hidden" name="next" value="{escaped(place.next_url)}">\n'
        f'<p class="menu-heading" id="{heading_id}">{escaped(heading)}</p>\n'
        f'<div class="preference-row" role="group" aria-labelledby="{heading_id}">\n{buttons}</div></form>'
    )
