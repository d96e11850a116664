"""The header and the foot of every page.

All pages share nearly all of them. That part is put together once for each language, look and menu; what
belongs to one visitor (name, roles, token, the address to go back to) is set in for each page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from kollegium.ui.components.controls import ButtonLook, link_button
from kollegium.ui.components.html import escaped, icon
from kollegium.ui.components.preferences import preference_forms

WORDMARK = SafeString(
    '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
    '<rect width="32" height="32" rx="8" fill="currentColor"/>'
    '<g class="wordmark-letter" fill="none" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round">'
    '<path d="M10.5 8v16"/><path d="M22 8a9.5 9.5 0 0 1-7 8 9.5 9.5 0 0 1 7 8"/></g></svg>'
)
MOST_SHOWN = 99
# Where the shared part is cut to set something in. No address and no text that the database holds contains it.
_CUT = "\x00"
_TOKEN, _NEXT, _LOG_IN, _NAME, _UNREAD, _MENU = (
    f"{_CUT}{name}{_CUT}" for name in ("token", "next", "log_in", "name", "unread", "menu")
)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of a menu. `is_more`: it stands under *More* where the menu is a line."""

    label: str
    url: str
    icon: str = ""
    is_current: bool = False
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class AccountMenu:
    """The menu of the person who is logged in.

    Shape: hats → id, label, is_current of each role to choose among, for somebody with several; `hat` is the
    chosen one in words. `unread` is how many reminders wait to be read.
    """

    name: str
    detail: str
    links: Sequence[MenuItem]
    logout_url: str
    hats: Sequence[Mapping[str, object]] = ()
    hat: str = ""
    hat_url: str = ""
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how a header looks for everybody alike; the shared part is kept for each of them."""

    theme: str = "system"
    navigation: tuple[MenuItem, ...] = ()
    demo_notice: bool | str = False
    is_start: bool = False
    offers_log_in: bool = False


def site_header(
    look: Look, account: AccountMenu | None, *, token: str, next_url: str, login_url: str = ""
) -> SafeString:
    """Return the header: mark, main menu, language and appearance, account; all of it twice, wide and narrow."""
    values = {"token": escaped(token), "next": escaped(next_url), "log_in": escaped(login_url)}
    if account:
        values |= {
            "name": _name(account),
            "unread": _unread(account),
            "menu": _account_menu(account, values["token"]),
        }
    pieces = _header(get_language(), look, account is not None)
    return SafeString("".join(values[piece] if number % 2 else piece for number, piece in enumerate(pieces)))


@lru_cache(maxsize=512)
def _header(language: str | None, look: Look, has_account: bool) -> list[str]:
    """Give the shared part, cut where something is set in. Shape: text, name of a value, text, …, text."""
    parts = (
        '<header class="site-header">',
        _demo_band(look.demo_notice),
        '<div class="container site-header-row">',
        f'<a class="wordmark" href="/"{_current(look.is_start)}>{WORDMARK}<span>Kollegium</span></a>',
        _wide_menu(look.navigation),
        _wide_tools(look, has_account),
        _narrow_menu(look, has_account),
        "</div>\n</header>",
    )
    return "\n".join(part for part in parts if part).split(_CUT)


def _demo_band(demo_notice: bool | str) -> str:
    if not demo_notice:
        return ""
    words = gettext("Demo – invented people and units") if demo_notice is True else demo_notice
    return f'<p class="environment-band">{escaped(words)}</p>'


def _wide_menu(items: Sequence[MenuItem]) -> str:
    if not items:
        return ""
    links = "\n".join(
        f'<li><a href="{escaped(item.url)}"{_current(item.is_current)}>{escaped(item.label)}</a></li>'
        for item in items
        if not item.is_more
    )
    links += _more_menu([item for item in items if item.is_more])
    return f'<nav class="main-nav" aria-label="{escaped(gettext("Main menu"))}"><ul>\n{links}\n</ul></nav>'


def _more_menu(items: Sequence[MenuItem]) -> str:
    if not items:
        return ""
    links = "\n".join(_menu_link(item) for item in items)
    here = ' class="is-current"' if any(item.is_current for item in items) else ""
    return (
        f'<li><details class="menu menu-start" data-menu><summary{here}>{escaped(gettext("More"))}'
        f"{icon('chevron-down', size='small')}</summary>\n"
        f'<div class="menu-panel"><ul>{links}</ul></div></details></li>'
    )


def _wide_tools(look: Look, has_account: bool) -> str:
    words = escaped(gettext("Language and appearance"))
    forms = preference_forms(theme=look.theme, place="wide", next_url=_NEXT, token=_TOKEN)
    preferences = (
        '<details class="menu" data-menu>\n<summary class="button button-quiet button-icon-only">'
        f'{icon("settings-2")}<span class="visually-hidden">{words}</span></summary>\n'
        f'<div class="menu-panel">{forms}</div>\n</details>'
    )
    if has_account:
        mine = (
            f'<details class="menu" data-menu>\n<summary class="button button-quiet">{icon("circle-user-round")}'
            f"<span>{_NAME}</span>{_UNREAD}{icon('chevron-down', size='small')}</summary>\n"
            f'<div class="menu-panel">{_MENU}</div>\n</details>'
        )
    elif look.offers_log_in:
        mine = link_button(gettext("Log in"), _LOG_IN, ButtonLook("quiet", "log-in"))
    else:
        mine = ""
    return f'<div class="header-tools">\n{preferences}\n{mine}\n</div>'


def _narrow_menu(look: Look, has_account: bool) -> str:
    parts = []
    if look.navigation:
        links = "\n".join(_menu_link(item) for item in look.navigation)
        words = escaped(gettext("Main menu"))
        parts.append(f'<nav aria-label="{words}"><ul>\n{links}\n</ul></nav><hr>')
    if has_account:
        parts.append(f"{_MENU}<hr>")
    elif look.offers_log_in:
        log_in = f"{icon('log-in')}{escaped(gettext('Log in'))}"
        parts.append(f'<a class="menu-item" href="{_LOG_IN}">{log_in}</a><hr>')
    parts.append(preference_forms(theme=look.theme, place="narrow", next_url=_NEXT, token=_TOKEN))
    inside = "\n".join(parts)
    return (
        '<details class="menu mobile-nav" data-menu>\n<summary class="button button-quiet">'
        f"{icon('menu')}<span>{escaped(gettext('Menu'))}</span>{_UNREAD if has_account else ''}</summary>\n"
        f'<div class="menu-panel">\n{inside}\n</div>\n</details>'
    )


def _menu_link(item: MenuItem) -> str:
    drawing = icon(item.icon) if item.icon else ""
    return (
        f'<li><a class="menu-item" href="{escaped(item.url)}"{_current(item.is_current)}>'
        f"{drawing}{escaped(item.label)}</a></li>"
    )


def _current(is_current: bool) -> str:
    return ' aria-current="page"' if is_current else ""


def _name(account: AccountMenu) -> str:
    hat = f'<span class="account-hat">{escaped(account.hat)}</span>' if account.hat else ""
    return f"{escaped(account.name)}{hat}"


def _unread(account: AccountMenu) -> str:
    if not account.unread:
        return ""
    shown = f"{MOST_SHOWN}+" if account.unread > MOST_SHOWN else str(account.unread)
    words = ngettext("unread reminder", "unread reminders", account.unread)
    return f'<span class="unread-count">{shown}<span class="visually-hidden"> {escaped(words)}</span></span>'


def _account_menu(account: AccountMenu, token: str) -> str:
    """Give the menu itself, without ids, so that it can stand twice on a page."""
    hidden = f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">'
    detail = f"<br>{escaped(account.detail)}" if account.detail else ""
    links = "".join(_menu_link(item) for item in account.links)
    ask = gettext(
        "What you wrote at the visit has not been sent, and is erased from this device. Log out all the same?"
    )
    return (
        f'<p class="menu-heading">{escaped(account.name)}{detail}</p>\n{_hats(account, hidden)}'
        f"<ul>{links}</ul>\n"
        f'<form method="post" action="{escaped(account.logout_url)}" data-ask-unsent="{escaped(ask)}">{hidden}'
        f'<button type="submit" '
        f'class="menu-item">{icon("log-out")}{escaped(gettext("Log out"))}</button></form>'
    )


def _hats(account: AccountMenu, hidden: str) -> str:
    if not account.hats:
        return ""
    buttons = "".join(
        f'<button type="submit" name="role" value="{escaped(hat["id"])}" class="menu-item" '
        + (f'aria-pressed="true">{icon("check")}' if hat["is_current"] else 'aria-pressed="false">')
        + f"{escaped(hat['label'])}</button>"
        for hat in account.hats
    )
    heading = escaped(gettext("You work as"))
    return (
        f'<form method="post" action="{escaped(account.hat_url)}" class="menu-hats">{hidden}'
        f'<p class="menu-heading">{heading}</p>\n{buttons}</form><hr>\n'
    )


def site_footer() -> SafeString:
    """Return the foot of every page."""
    return _footer(get_language())


@lru_cache(maxsize=8)
def _footer(language: str | None) -> SafeString:
    about, privacy = reverse("ui:accessibility"), reverse("ui:privacy")
    links = "\n".join(
        f'<li><a href="{url}">{escaped(words)}</a></li>'
        for url, words in (
            (about, gettext("Accessibility")),
            (privacy, gettext("Privacy")),
            (f"{about}#report", gettext("Report a fault")),
        )
    )
    return SafeString(
        f'<footer class="site-footer">\n<div class="container">\n<p>Kollegium</p>\n<ul>\n{links}\n</ul>\n</div>\n</footer>'
    )
