"""Tags that only the frame of a page uses: appearance, language, scripts, messages."""

from functools import lru_cache

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from kollegium.ui.components import feedback, grades, html
from kollegium.ui.components.preferences import PreferencePlace, preference_forms
from kollegium.ui.preferences import chosen_theme

register = template.Library()

SCRIPTS = (
    "menus",
    "autosubmit",
    "dialogs",
    "doubts",
    "drafts",
    "autosave",
    "file-drop",
    "copy-link",
    "personal-numbers",
    "focus",
)


@register.simple_tag(takes_context=True)
def theme_attribute(context: Context) -> SafeString:
    """Write `data-theme` on the root element when the visitor has chosen light or dark."""
    theme = chosen_theme(context.get("request"))
    return html.EMPTY if theme == "system" else html.attributes({"data_theme": theme})


@register.simple_tag
def plain_stylesheet() -> SafeString:
    """Link the stylesheet from a page of last resort; without collected files that page goes without a look."""
    try:
        address = static("ui/css/kollegium.css")
    except ValueError:
        return html.EMPTY
    return format_html('<link rel="stylesheet" href="{}">', address)


@register.simple_tag
def wordmark() -> SafeString:
    """Draw the mark of the product: a K of a staff and two arcs that meet."""
    return mark_safe(
        '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
        '<rect width="32" height="32" rx="8" fill="currentColor"/>'
        '<g class="wordmark-letter" fill="none" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round">'
        '<path d="M10.5 8v16"/><path d="M22 8a9.5 9.5 0 0 1-7 8 9.5 9.5 0 0 1 7 8"/></g></svg>'
    )


register.simple_tag(grades.shape_symbols, name="shape_symbols")


@register.simple_tag
def scripts() -> SafeString:
    """Load htmx and the small modules that add comfort to pages which work without them."""
    return _scripts(static("ui/vendor/htmx/htmx.min.js"))


# The addresses of the modules change with that of htmx: when other files are collected, in another process.
@lru_cache(maxsize=4)
def _scripts(htmx: str) -> SafeString:
    modules = format_html_join(
        "\n",
        '<script type="module" src="{}"></script>',
        ((static(f"ui/js/{name}.js"),) for name in SCRIPTS),
    )
    return format_html('<script src="{}" defer></script>\n{}', htmx, modules)


@register.simple_tag(takes_context=True)
def preferences(context: Context, place: str) -> SafeString:
    """Write the forms for language and appearance; `place` keeps ids apart when they stand twice on a page."""
    request = context.get("request")
    return preference_forms(
        PreferencePlace(
            name=place,
            theme=chosen_theme(request),
            next_url=request.get_full_path() if request is not None else "/",
            token=str(context.get("csrf_token") or ""),
        )
    )


@register.simple_tag(takes_context=True)
def messages(context: Context) -> SafeString:
    """Write the messages that wait for this visitor."""
    return feedback.message_list(context.get("messages") or ())
