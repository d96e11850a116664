"""Finding one's way: breadcrumbs, tabs, pages of a list, sorting and filters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kollegium.ui.components.html import EMPTY, attributes, icon, optional
from kollegium.ui.components.numbers import whole_number


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path to a page; the last one has no address."""

    label: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: a page of its own, with how many things stand there."""

    label: str
    url: str
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on, and the address of the same list without it."""

    label: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a list stands: rows `first`–`last` of `total`, and the addresses of its neighbours.

    With `is_capped` the total is a lower limit and shown as "över 1 000".
    """

    first: int
    last: int
    total: int
    is_capped: bool = False
    first_url: str | None = None
    previous_url: str | None = None
    next_url: str | None = None


def breadcrumbs(crumbs: Iterable[object]) -> SafeString:
    """Return the path to this page; takes anything with `label` and `url`."""
    items = format_html_join("", "<li>{}</li>", ((_crumb(crumb),) for crumb in crumbs))
    return format_html(
        '<nav class="breadcrumbs" aria-label="{}"><ol>{}</ol></nav>', gettext("You are here"), items
    )


def _crumb(crumb: object) -> SafeString:
    label, url = _member(crumb, "label"), _member(crumb, "url")
    if url:
        return format_html('<a href="{}">{}</a>', url, label)
    return format_html('<span aria-current="page">{}</span>', label)


def _member(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


def tabs(items: Iterable[Tab], *, label: str) -> SafeString:
    """Return links between sibling pages, the current one marked."""
    links = format_html_join(
        "",
        '<li><a class="tab" href="{}"{}>{}{}</a></li>',
        (
            (
                item.url,
                attributes({"aria-current": "page" if item.is_current else None}),
                item.label,
                optional(
                    ' <span class="tab-count">{}</span>',
                    None if item.count is None else whole_number(item.count),
                ),
            )
            for item in items
        ),
    )
    return format_html('<nav class="tabs" aria-label="{}"><ul>{}</ul></nav>', label, links)


def pager(value: Pager, *, label: str = "") -> SafeString:
    """Return "1–50 av 312" with first, previous and next; the count alone when there is only one page."""
    text = pager_text(value)
    links = [
        (value.first_url, gettext("First"), None, "first"),
        (value.previous_url, gettext("Previous"), "chevron-left", "prev"),
        (value.next_url, gettext("Next"), "chevron-right", "next"),
    ]
    if not any(url for url, *_ in links):
        return format_html('<p class="pager-text">{}</p>', text)
    items = format_html_join("", "<li>{}</li>", ((_pager_link(*link),) for link in links))
    return format_html(
        '<nav class="pager" aria-label="{}"><p class="pager-text">{}</p><ul>{}</ul></nav>',
        label or gettext("Pages"),
        text,
        items,
    )


def pager_text(value: Pager) -> str:
    """Return where the list stands, in words."""
    if value.total == 0:
        return gettext("No rows")
    numbers = {
        "first": whole_number(value.first),
        "last": whole_number(value.last),
        "total": whole_number(value.total),
    }
    if value.is_capped:
        return gettext("%(first)s–%(last)s of more than %(total)s") % numbers
    return gettext("%(first)s–%(last)s of %(total)s") % numbers


def _pager_link(url: str | None, label: str, icon_name: str | None, relation: str) -> SafeString:
    drawing = icon(icon_name) if icon_name else EMPTY
    inside = (
        format_html("{}{}", label, drawing) if relation == "next" else format_html("{}{}", drawing, label)
    )
    if not url:
        return format_html('<span class="button button-small" aria-disabled="true">{}</span>', inside)
    return format_html('<a class="button button-small" href="{}" rel="{}">{}</a>', url, relation, inside)


def sort_header(label: str, url: str, *, direction: str | None = None, number: bool = False) -> SafeString:
    """Return a column head that sorts; `direction` is `ascending`, `descending` or nothing."""
    name = {"ascending": "arrow-up", "descending": "arrow-down"}.get(direction or "", "arrow-up-down")
    return format_html(
        '<th scope="col"{}{}><a class="sort-link" href="{}">{}{}</a></th>',
        attributes({"aria-sort": direction}),
        attributes({"class": "number" if number else None}),
        url,
        label,
        icon(name, size="small"),
    )


def search_field(
    name: str, value: str, *, label: str, placeholder: str = "", button_label: str = ""
) -> SafeString:
    """Return a search field with its label (heard, not seen) and, when named, a button."""
    press = (
        format_html('<button type="submit" class="button">{}</button>', button_label)
        if button_label
        else EMPTY
    )
    return format_html(
        '<div class="input-group"><div class="input-with-icon">{}'
        '<input type="search" class="input" name="{}" id="id_{}" value="{}" aria-label="{}" placeholder="{}" '
        'autocomplete="off" enterkeyhint="search"></div>{}</div>',
        icon("search"),
        name,
        name,
        value or "",
        label,
        placeholder,
        press,
    )


def filter_bar(
    content: str, *, action: str, chips: Sequence[Chip] = (), clear_url: str = "", target: str | None = None
) -> SafeString:
    """Return a GET form with filters and, beneath, the filters that are on as chips that take them off again.

    Works as a plain form. With `target` (the id of the list) it also submits itself on change and swaps that part.
    """
    live = attributes(
        {
            "hx_get": action,
            "hx_target": f"#{target}",
            "hx_select": f"#{target}",
            "hx_swap": "outerHTML",
            "hx_select_oob": "#filter-chips",
            "hx_push_url": "true",
            "hx_trigger": "submit, change, input delay:350ms",
        }
        if target
        else {"data_autosubmit": ""}
    )
    return format_html(
        '<form class="filter-bar" method="get" action="{}" role="search"{}><div class="filter-fields">{}'
        '<button type="submit" class="button filter-submit">{}</button></div></form>'
        '<div id="filter-chips" class="chips">{}</div>',
        action,
        live,
        content,
        gettext("Show"),
        _chips(chips, clear_url),
    )


def _chips(chips: Sequence[Chip], clear_url: str) -> SafeString:
    if not chips:
        return EMPTY
    items = format_html_join(
        "",
        '<li><a class="chip" href="{}">{}<span class="visually-hidden"> – {}</span>{}</a></li>',
        (
            (chip.remove_url, chip.label, gettext("remove the filter"), icon("x", size="small"))
            for chip in chips
        ),
    )
    clear = optional('<li><a class="chip-clear" href="{}">' + gettext("Clear all") + "</a></li>", clear_url)
    return format_html('<ul aria-label="{}">{}{}</ul>', gettext("Active filters"), items, clear)
