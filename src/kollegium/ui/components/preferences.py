"""Language and appearance as two small forms; they stand twice on every page, for wide and for narrow windows."""

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from kollegium.ui.components.html import escaped, icon
from kollegium.ui.preferences import language_choices


def preference_forms(*, theme: str, place: str, next_url: str, token: str) -> SafeString:
    """Return both forms, each choice a button of its own.

    `place` keeps ids apart where the forms stand twice, `next_url` is where to go back to, `token` the page's token.
    """
    now = get_language()
    languages = "".join(
        _button("language", code, f' lang="{escaped(code)}"', is_on=code == now, inside=escaped(name))
        for code, name in language_choices()
    )
    themes = "".join(
        _button("theme", key, "", is_on=key == theme, inside=f"{icon(drawing)}{escaped(label)}")
        for key, drawing, label in (
            ("system", "monitor", gettext("System")),
            ("light", "sun", gettext("Light")),
            ("dark", "moon", gettext("Dark")),
        )
    )
    hidden = (
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{escaped(token)}">'
        f'<input type="hidden" name="next" value="{escaped(next_url)}">'
    )
    parts = (
        (f"language-{place}", reverse("ui:set_language"), gettext("Language"), languages),
        (f"theme-{place}", reverse("ui:set_theme"), gettext("Appearance"), themes),
    )
    return SafeString("\n".join(_form(hidden, *part) for part in parts))


def _button(name: str, value: str, more: str, *, is_on: bool, inside: str) -> str:
    pressed = "true" if is_on else "false"
    return (
        f'<button type="submit" class="menu-item" name="{name}" value="{escaped(value)}"{more} '
        f'aria-pressed="{pressed}">{inside}</button>\n'
    )


def _form(hidden: str, heading_id: str, action: str, heading: str, buttons: str) -> str:
    return (
        f'<form method="post" action="{action}">{hidden}\n'
        f'<p class="menu-heading" id="{escaped(heading_id)}">{escaped(heading)}</p>\n'
        f'<div class="preference-row" role="group" aria-labelledby="{escaped(heading_id)}">\n{buttons}</div></form>'
    )
