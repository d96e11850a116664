"""Facts, dates, people, states, changes over time, and two things side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from kollegium.ui.components.html import EMPTY, escaped, icon, optional

STATUS_KINDS = {"neutral": None, "waiting": "clock", "done": "check", "late": "circle-alert", "stopped": "x"}


@dataclass(frozen=True, slots=True)
class Station:
    """One state of a case on its timeline; `state` is `past`, `today`, `coming` or `skipped`."""

    label: str
    on: date | None = None
    state: str = "coming"
    note: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changed: its name in words, what stood before and what stands now."""

    field: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One event in words: when, who, what happened, which fields changed, and what somebody wrote about it."""

    at: datetime
    who: str
    sentence: str
    changes: tuple[Change, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One line of a comparison; `differs` marks it. Left and right may be safe HTML."""

    label: str
    left: object
    right: object
    differs: bool = False


def day(value: date | datetime | None) -> SafeString:
    """Return a date in words, `12 maj 2025`, with the machine's form behind it; nothing for no date."""
    if value is None:
        return EMPTY
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return _day(value, get_language())


# Lists and plans name the same days over and over, and writing one out costs more than all around it.
@lru_cache(maxsize=4096)
def _day(value: date, language: str | None) -> SafeString:
    return format_html(
        '<time datetime="{}">{}</time>', value.isoformat(), formats.date_format(value, "j F Y")
    )


def moment(value: datetime | None) -> SafeString:
    """Return date and time in words, `12 maj 2025, 14:02`, in the reader's time zone."""
    if value is None:
        return EMPTY
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    words = f"{formats.date_format(local, 'j F Y')}, {local:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


def days(first: date | None, last: date | None) -> SafeString:
    """Return a span of days without repeating month or year: `12–13 maj 2025`."""
    if first is None or last is None or first == last:
        return day(first or last)
    pattern = (
        "j"
        if (first.year, first.month) == (last.year, last.month)
        else "j F"
        if first.year == last.year
        else "j F Y"
    )
    gap = "–" if pattern == "j" else " – "
    return format_html(
        '<time datetime="{}">{}</time>{}{}',
        first.isoformat(),
        formats.date_format(first, pattern),
        gap,
        day(last),
    )


def status(label: str, *, kind: str = "neutral") -> SafeString:
    """Return a state as a pill: its word, with an icon for all but the neutral kind.

    Raises: `KeyError` for a kind that does not exist.
    """
    name = STATUS_KINDS[kind]
    drawing = icon(name, size="small") if name else ""
    return SafeString(f'<span class="status status-{kind}">{drawing}{escaped(label)}</span>')


def person(name: str, *, role: str = "", place: str = "") -> SafeString:
    """Return a person as one line: name, and who they are here."""
    about = ", ".join(part for part in (role, place) if part)
    return format_html(
        '<span class="person"><span class="person-name">{}</span>{}</span>',
        name,
        optional('<span class="person-about">{}</span>', about),
    )


def facts(rows: Iterable[tuple[object, object]], *, columns: bool = False) -> SafeString:
    """Return a list of term and value; rows whose value is empty are left out."""
    items = "".join(
        f'<div class="fact"><dt>{escaped(term)}</dt><dd>{escaped(value)}</dd></div>'
        for term, value in rows
        if value not in (None, "")
    )
    return SafeString(f'<dl class="facts{" facts-columns" if columns else ""}">{items}</dl>')


def timeline(stations: Sequence[Station], *, label: str) -> SafeString:
    """Return the states of a case as stations on a line: past, today, coming."""
    items = format_html_join("", "{}", ((_station(station),) for station in stations))
    return format_html('<ol class="timeline" aria-label="{}">{}</ol>', label, items)


def _station(station: Station) -> SafeString:
    spoken = {
        "past": gettext("Done"),
        "today": gettext("Now"),
        "skipped": gettext("Skipped"),
    }.get(station.state, gettext("Coming"))
    name = format_html('<a href="{}">{}</a>', station.href, station.label) if station.href else station.label
    drawing = icon("check", size="small") if station.state == "past" else EMPTY
    current = format_html(' aria-current="{}"', "step") if station.state == "today" else EMPTY
    return format_html(
        '<li class="station station-{}"{}><span class="station-dot">{}</span><span class="station-label">{}'
        '<span class="visually-hidden"> ({})</span></span>{}{}</li>',
        station.state,
        current,
        drawing,
        name,
        spoken,
        optional('<span class="station-date">{}</span>', day(station.on)),
        optional('<span class="station-note">{}</span>', station.note),
    )


def history_list(entries: Iterable[HistoryEntry]) -> SafeString:
    """Return events in words, newest first as they come: when, who, what, and the fields that changed."""
    items = format_html_join(
        "",
        '<li class="history-entry"><p class="history-meta">{} · {}</p><p class="history-fact">{}</p>{}{}</li>',
        (
            (
                moment(entry.at),
                entry.who,
                entry.sentence,
                optional('<p class="history-words">{}</p>', entry.words),
                _changes(entry.changes),
            )
            for entry in entries
        ),
    )
    return format_html('<ol class="history">{}</ol>', items)


def _changes(changes: Sequence[Change]) -> SafeString:
    if not changes:
        return EMPTY
    nothing = pgettext("value before or after a change", "nothing")
    rows = format_html_join(
        "",
        "<div><dt>{}</dt><dd>{}<ins>{}</ins></dd></div>",
        (
            (change.field, optional("<del>{}</del> ", change.before), change.after or nothing)
            for change in changes
        ),
    )
    return format_html('<dl class="history-changes">{}</dl>', rows)


def compare(rows: Iterable[CompareRow], *, left: object, right: object, caption: str) -> SafeString:
    """Return two things side by side, line by line; lines that differ say so in words and by an edge."""
    body = format_html_join(
        "",
        '<tr class="{}"><th scope="row">{}{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>',
        (
            (
                "differs" if row.differs else "",
                row.label,
                _differs(row.differs),
                left,
                row.left,
                right,
                row.right,
            )
            for row in rows
        ),
    )
    return format_html(
        '<div class="table-scroll"><table class="table table-stack compare"><caption class="visually-hidden">{}</caption>'
        '<thead><tr><td></td><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>',
        caption,
        left,
        right,
        body,
    )


def _differs(differs: bool) -> SafeString:
    return format_html('<span class="compare-differs">{}</span>', gettext("Differs")) if differs else EMPTY
