"""One field of a proposal as HTML: label, place in the original, control, and what is to be told about it.

Written in Python because a page holds some two hundred of them.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy

from kollegium.report_import.labels import value_text
from kollegium.report_import.paths import SUMMARY_HEADINGS
from kollegium.report_import.showing import Choice, OriginalLine, ShownField, place_text
from kollegium.ui.components.html import EMPTY, attributes, icon, join
from kollegium.ui.components.records import moment

register = template.Library()

MOVES = {
    "strengths": gettext_lazy("To strengths"),
    "weaknesses": gettext_lazy("To weaknesses"),
    "improvements": gettext_lazy("To areas for improvement"),
}


@register.simple_tag
def import_field(field: ShownField) -> SafeString:
    """Write a field with everything that belongs to it."""
    group = field.input_kind in ("visit", "report_date", "due", "follow_up")
    shell = _GROUP if group else _SINGLE
    return format_html(
        shell,
        id=field.id,
        classes="".join(
            name for name, on in ((" has-error", field.error), (" is-doubtful", field.is_doubtful)) if on
        ),
        lines=attributes({"data-lines": _lines(field) or None}),
        label=field.label,
        marks=_marks(field),
        notes=_notes(field),
        control=_CONTROLS[field.input_kind](field),
        path=field.path,
        token=field.token,
        conflict=conflict_block(field),
    )


_SINGLE = (
    '<div class="field import-field{classes}" id="{id}"{lines}><div class="import-field-head">'
    '<label class="field-label" for="{id}-input">{label}</label>{marks}</div>{notes}{control}'
    '<input type="hidden" name="t:{path}" value="{token}"><div data-conflict="{path}">{conflict}</div></div>'
)
_GROUP = (
    '<fieldset class="field import-field{classes}" id="{id}"{lines}><legend class="field-label">{label}</legend>'
    '<div class="import-field-head">{marks}</div>{notes}<div class="form-row">{control}</div>'
    '<input type="hidden" name="t:{path}" value="{token}"><div data-conflict="{path}">{conflict}</div></fieldset>'
)


@register.simple_tag
def import_lines(lines: Iterable[OriginalLine], page_word: str, pictures_of: int | None = None) -> SafeString:
    """Write the lines of the original, numbered, with a mark where a page begins.

    `pictures_of` is the id of a proposal whose pages can be drawn; each page's picture is fetched when opened.
    """
    page = conditional_escape(page_word)
    parts = []
    for line in lines:
        if line.starts_page:
            parts.append(
                f'<div class="import-page" id="P{line.starts_page}">{page} {line.starts_page}'
                f"{_picture(pictures_of, line.starts_page) if pictures_of else ''}</div>"
            )
        parts.append(
            f'<p class="import-line" id="L{line.number}"><span class="import-number">{line.number}</span>'
            f"<span>{escape(line.text)}</span></p>\n"
        )
    # Numbers, and texts escaped above; a thousand lines go twice as fast this way.
    return mark_safe("".join(parts))  # noqa: S308


def _picture(proposal_id: int, number: int) -> SafeString:
    return format_html(
        '<details class="import-picture" id="picture-{}"><summary>{}</summary><a href="{}" target="_blank" rel="noopener">'
        '<img src="{}" alt="{}" loading="lazy" width="1000" height="1414"></a></details>',
        number,
        gettext("Show as a picture"),
        *[reverse("report_import:page_picture", args=[proposal_id, number])] * 2,
        gettext("Page %(number)s as it was printed") % {"number": number},
    )


@register.simple_tag
def import_verdict(field: ShownField) -> SafeString:
    """Write the verdict on one criterion as a row: the sentence, and a list to choose from."""
    return format_html(
        '<div class="import-verdict import-field{}" id="{}"{}><div>{}<label for="{}-input" lang="sv">{}</label></div>{}'
        '<input type="hidden" name="t:{}" value="{}"><div data-conflict="{}">{}</div></div>',
        " is-doubtful" if field.is_doubtful else "",
        field.id,
        attributes({"data-lines": _lines(field) or None}),
        _error(field),
        field.id,
        field.label,
        _choice(field),
        field.path,
        field.token,
        field.path,
        conflict_block(field),
    )


@register.simple_tag
def place_link(field: ShownField) -> SafeString:
    """Write the link from a field to its place in the original; nothing when the reader gave none."""
    if not field.places:
        return EMPTY
    return format_html(
        '<a class="import-place" href="#L{}">{}<span class="visually-hidden"> {}</span></a>',
        field.places[0][0],
        place_text(field.places),
        gettext("in the original"),
    )


@register.simple_tag
def import_points(field: ShownField) -> SafeString:
    """Write a list of points: each a text with buttons to move, join and take away; last an empty one."""
    rows = [_point(field, place, point) for place, point in enumerate(field.value)]
    rows.append(_new_point(field))
    return format_html(
        '<section class="import-list import-field{}" id="{}"{}><div class="import-field-head"><h3>{}</h3>{}</div>'
        '{}<ol class="import-points">{}</ol><input type="hidden" name="t:{}" value="{}">'
        '<div data-conflict="{}">{}</div></section>',
        " is-doubtful" if field.is_doubtful else "",
        field.id,
        attributes({"data-lines": _lines(field) or None}),
        field.label,
        _marks(field),
        _notes(field),
        join(rows),
        field.path,
        field.token,
        field.path,
        conflict_block(field),
    )


def _point(field: ShownField, place: int, point: dict[str, Any]) -> SafeString:
    buttons = [
        _order(f"up:{field.path}:{place}", gettext("Move up"), "arrow-up") if place else EMPTY,
        _order(f"down:{field.path}:{place}", gettext("Move down"), "arrow-down")
        if place < len(field.value) - 1
        else EMPTY,
        _order(f"join:{field.path}:{place}", gettext("Join with the next"), "merge")
        if place < len(field.value) - 1
        else EMPTY,
        *(
            _word_order(
                f"move:{field.path}:{place}:{target}",
                str(MOVES[target]),
            )
            for target in SUMMARY_HEADINGS
            if target != field.path
        ),
        _order(f"remove:{field.path}:{place}", gettext("Take away"), "trash-2"),
    ]
    return format_html(
        '<li class="import-point"{}><label class="visually-hidden" for="{}-{}">{}</label>{}<div class="import-point-tools">{}</div></li>',
        attributes({"data-lines": " ".join(_place(origin) for origin in point.get("places", ())) or None}),
        field.id,
        place,
        gettext("%(list)s, point %(number)s") % {"list": field.label, "number": place + 1},
        _point_text(field, str(place), point["text"], " ".join(point["from"])),
        join(buttons),
    )


def _new_point(field: ShownField) -> SafeString:
    return format_html(
        '<li class="import-point import-point-new"><label class="field-help" for="{}-new">{}</label>{}</li>',
        field.id,
        gettext("Another point"),
        _point_text(field, "new", "", ""),
    )


def _point_text(field: ShownField, suffix: str, text: str, origins: str) -> SafeString:
    return format_html(
        '<textarea class="input import-text" lang="sv" rows="1" id="{0}-{1}" name="f:{2}" '
        'data-personal-number-warning="{3}">\n{4}</textarea><input type="hidden" name="o:{2}" value="{5}">',
        field.id,
        suffix,
        field.path,
        _number_warning(),
        text,
        origins,
    )


def _order(value: str, label: str, icon_name: str) -> SafeString:
    return format_html(
        '<button class="button button-quiet button-small button-icon-only" name="do" value="{0}" title="{1}">{2}'
        '<span class="visually-hidden">{1}</span></button>',
        value,
        label,
        icon(icon_name),
    )


def _word_order(value: str, label: str) -> SafeString:
    return format_html(
        '<button class="button button-quiet button-small" name="do" value="{}">{}</button>', value, label
    )


def _place(place: tuple[int, int]) -> str:
    return f"{place[0]}-{place[1]}"


def conflict_block(field: ShownField) -> SafeString:
    """Return both values of a field that another saved meanwhile, with a button for each."""
    if field.conflict is None:
        return EMPTY
    theirs = field.conflict.theirs
    who = theirs.by_name or gettext("Somebody else")
    told = gettext("%(name)s saved another value while you wrote:") % {"name": who}
    return format_html(
        '<div class="notice notice-warning" role="alert">{}<div class="notice-body"><p class="notice-title">{}</p>'
        '<p class="muted">{}</p><blockquote class="import-theirs">{}</blockquote><div class="actions">'
        '<button class="button button-small" name="take" value="mine|{}">{}</button>'
        '<button class="button button-small" name="take" value="theirs|{}">{}</button></div>'
        '<input type="hidden" name="s:{}" value="{}"></div></div>',
        icon("users"),
        told,
        moment(theirs.at) if theirs.at else "",
        value_text(field.path, theirs.value),
        field.path,
        gettext("Keep what I wrote"),
        field.path,
        gettext("Take the other"),
        field.path,
        theirs.token,
    )


def _lines(field: ShownField) -> str:
    return " ".join(f"{first}-{last}" for first, last in field.places)


def _marks(field: ShownField) -> SafeString:
    doubtful = (
        format_html(
            '<span class="import-doubtful">{}{}</span>',
            icon("triangle-alert", size="small"),
            gettext("doubtful"),
        )
        if field.is_doubtful
        else EMPTY
    )
    return format_html("{}{}", doubtful, place_link(field))


def _notes(field: ShownField) -> SafeString:
    warning = (
        format_html('<p class="field-warning">{}<span>{}</span></p>', icon("triangle-alert"), field.warning)
        if field.warning
        else EMPTY
    )
    read = (
        format_html(
            '<details class="import-read"><summary>{}</summary><p lang="sv">{}</p></details>',
            gettext("Changed; see what was read"),
            field.read_text,
        )
        if field.read_text
        else EMPTY
    )
    hint = format_html('<p class="field-help">{}</p>', field.note) if field.note else EMPTY
    return format_html("{}{}{}{}", _error(field), warning, hint, read)


def _error(field: ShownField) -> SafeString:
    if not field.error:
        return EMPTY
    return format_html(
        '<p class="field-error" id="{}-error">{}<span>{}</span></p>',
        field.id,
        icon("circle-alert"),
        field.error,
    )


def _described(field: ShownField) -> SafeString:
    if not field.error:
        return EMPTY
    return attributes({"aria-invalid": "true", "aria-describedby": f"{field.id}-error"})


def _text(field: ShownField) -> SafeString:
    return format_html(
        '<textarea class="input import-text" lang="sv" rows="2" id="{0}-input" name="f:{1}" '
        'data-personal-number-warning="{2}"{3}>\n{4}</textarea>',
        field.id,
        field.path,
        _number_warning(),
        _described(field),
        field.value or "",
    )


def _lines_text(field: ShownField) -> SafeString:
    return format_html(
        '<textarea class="input import-text" rows="2" id="{0}-input" name="f:{1}"{2}>\n{3}</textarea>'
        '<p class="field-help">{4}</p>',
        field.id,
        field.path,
        _described(field),
        "\n".join(field.value or []),
        gettext("One name per line."),
    )


def _choice(field: ShownField) -> SafeString:
    return format_html(
        '<select class="input" id="{}-input" name="f:{}"{}>{}</select>',
        field.id,
        field.path,
        _described(field),
        _options(field.choices, str(field.value or "")),
    )


@lru_cache(maxsize=256)
def _options(choices: tuple[Choice, ...], chosen: str) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, mark_safe(" selected") if value == chosen else "", label) for value, label in choices),
    )


def _criterion(field: ShownField) -> SafeString:
    value = field.value
    shown = value if isinstance(value, str) else value["criterion"] or value["area"] or ""
    return format_html(
        '<input class="input input-medium" list="criteria" id="{}-input" name="f:{}" value="{}" autocomplete="off"{}>'
        '<p class="field-help">{}</p>',
        field.id,
        field.path,
        shown,
        _described(field),
        gettext("Search by words or key. An area alone, such as D, is enough."),
    )


def _part(field: ShownField, part: str, label: str, *, kind: str = "text") -> SafeString:
    value = field.value.get(part) or ""
    common = attributes({"type": kind, "aria-invalid": "true" if field.error else None})
    return format_html(
        '<div class="field"><label class="field-help" for="{0}-{1}">{2}</label>'
        '<input class="input" id="{0}-{1}" name="f:{3}:{1}" value="{4}"{5}></div>',
        field.id,
        part,
        label,
        field.path,
        value,
        common,
    )


def _visit(field: ShownField) -> SafeString:
    return format_html(
        "{}{}{}",
        _part(field, "text", gettext("As written")),
        _part(field, "from", gettext("First day"), kind="date"),
        _part(field, "to", gettext("Last day"), kind="date"),
    )


def _day(field: ShownField) -> SafeString:
    return format_html(
        "{}{}",
        _part(field, "text", gettext("As written")),
        _part(field, "date", gettext("As a day"), kind="date"),
    )


def _due(field: ShownField) -> SafeString:
    done = format_html(
        '<label class="choice"><input type="checkbox" name="f:{}:done" value="yes"{}><span>{}</span></label>',
        field.path,
        mark_safe(" checked") if field.value.get("done") else "",
        gettext("The plan says it is done already"),
    )
    return format_html("{}{}", _day(field), done)


def _number_warning() -> str:
    return gettext("This looks like a personal identity number.")


_CONTROLS = {
    "text": _text,
    "lines": _lines_text,
    "choice": _choice,
    "criterion": _criterion,
    "visit": _visit,
    "report_date": _day,
    "due": _due,
    "follow_up": _day,
}
