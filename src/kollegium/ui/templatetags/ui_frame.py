"""Tags that only the frame of a page uses: links, header, foot, scripts, messages."""

from functools import lru_cache

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kollegium.ui.components import feedback, frame, grades, html
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
    "unsent",
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


@lru_cache(maxsize=4)
def frame_links(stylesheet: str) -> SafeString:
    """Link the icon, the font and the stylesheet of every page.

    The other addresses change with that of the stylesheet: when other files are collected, in another process.
    """
    return format_html(
        '<link rel="icon" href="{}" type="image/svg+xml">\n'
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>\n'
        '<link rel="stylesheet" href="{}">',
        static("ui/favicon.svg"),
        static("ui/fonts/inter-latin-wght-normal.woff2"),
        stylesheet,
    )


register.simple_tag(frame_links, name="frame_links")


@register.simple_tag(takes_context=True)
def site_header(context: Context) -> SafeString:
    """Write the header, from the variables of the context that `ui/base.html` lists."""
    request, account = context.get("request"), context.get("account_menu")
    login_url = str(context.get("login_url") or "")
    look = frame.Look(
        theme=chosen_theme(request),
        navigation=tuple(context.get("navigation") or ()),
        demo_notice=context.get("demo_notice") or False,
        is_start=request is not None and request.path == "/",
        offers_log_in=bool(login_url),
    )
    return frame.site_header(
        look,
        account,
        token=str(context.get("csrf_token") or ""),
        next_url=request.get_full_path() if request is not None else "/",
        login_url=login_url,
    )


register.simple_tag(frame.site_footer, name="site_footer")
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
def messages(context: Context) -> SafeString:
    """Write the messages that wait for this visitor."""
    return feedback.message_list(context.get("messages") or ())
