"""What a visitor has chosen about the look: light or dark, and the language."""

from django.conf import settings
from django.http import HttpRequest

THEME_COOKIE = "theme"
THEMES = ("system", "light", "dark")
ONE_YEAR = 365 * 24 * 60 * 60


def chosen_theme(request: HttpRequest | None) -> str:
    """Return `light`, `dark` or `system` (follow the device), the last for anything unknown."""
    value = request.COOKIES.get(THEME_COOKIE) if request is not None else None
    return value if value in THEMES else "system"


def language_choices() -> tuple[tuple[str, str], ...]:
    """Return (code, the language's own name) for every language the interface is written in."""
    own_names = {"sv": "Svenska", "en": "English"}
    return tuple((code, own_names.get(code, str(name))) for code, name in settings.LANGUAGES)
