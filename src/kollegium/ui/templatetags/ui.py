"""The components as template tags: `{% load ui %}`; docs/how-to/build-a-page.md shows each with an example."""

from collections.abc import Iterable, Mapping, Sequence

from django import template
from django.forms import BaseForm, BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from kollegium.ui.components import (
    claims,
    controls,
    criteria,
    feedback,
    grades,
    html,
    navigation,
    records,
    words,
)
from kollegium.ui.page_addresses import page_address

register = template.Library()

register.simple_tag(html.icon, name="icon")
register.simple_tag(page_address)
register.simple_tag(records.day, name="date")
register.simple_tag(records.moment, name="moment")
register.simple_tag(records.days, name="days")
register.filter("day", records.day)
register.filter("outcome_word", words.outcome_word)
register.filter("verdict_word", words.verdict_word)
register.filter("level_word", words.level_word)


# --- buttons and forms -------------------------------------------------------------------------
@register.simple_tag
def button(label: str, kind: str = "secondary", icon: str | None = None, size: str | None = None,
           icon_only: bool = False, **others: object) -> SafeString:  # fmt: skip
    """Write a button: `{% button "Spara" kind="primary" name="save" %}`."""
    return controls.button(label, controls.ButtonLook(kind, icon, size, icon_only), others)


@register.simple_tag
def link_button(label: str, href: str, kind: str = "secondary", icon: str | None = None, size: str | None = None,
                icon_only: bool = False, **others: object) -> SafeString:  # fmt: skip
    """Write a link that looks like a button: `{% link_button "Läs in" url icon="upload" %}`."""
    return controls.link_button(label, href, controls.ButtonLook(kind, icon, size, icon_only), others)


@register.simple_tag
def field(bound: BoundField, width: str | None = None, label: str | None = None, label_hidden: bool = False,
          **others: object) -> SafeString:  # fmt: skip
    """Write a form field with label, help and error: `{% field form.name width="medium" %}`."""
    return controls.field(bound, width=width, label=label, label_hidden=label_hidden, others=others)


@register.simple_tag
def form_errors(*forms: BaseForm) -> SafeString:
    """Write what must be mended, with links to the fields; and, where a form asks, the "save anyway" choice."""
    confirm = [form.confirmation() for form in forms if getattr(form, "needs_confirmation", False)]
    return html.join([controls.error_summary(*forms), *confirm])


@register.simple_block_tag
def form_actions(content: str) -> SafeString:
    """Set buttons in a row under a form."""
    return format_html('<div class="form-actions">{}</div>', content)


@register.simple_tag
def saved_note(text: str = "") -> SafeString:
    """Write the place where an autosaved form says "Sparat 14:02"."""
    given = {
        "data_saving": gettext("Saving …"),
        "data_saved": gettext("Saved {time}"),
        "data_failed": gettext("Not saved – trying again"),
        "data_refused": gettext("Not saved – something here must be mended"),
    }
    return format_html(
        '<span class="saved-note" role="status" data-saved-note{}>{}</span>', html.attributes(given), text
    )


@register.simple_tag
def keep_note() -> SafeString:
    """Write the place where a form marked `data-keep` says that it has put back what was typed."""
    given = {
        "data_keep_note": gettext("What you wrote at {time} has been put back."),
        "data_keep_offer": gettext("This has been changed since you wrote here at {time}."),
        "data_keep_button": gettext("Put back what I wrote"),
        "hidden": True,
    }
    return format_html('<p class="field-help" role="status"{}></p>', html.attributes(given))


# --- grades and criteria -----------------------------------------------------------------------
@register.simple_tag
def grade_mark(
    grade: object, letter: str | None = None, size: str | None = None, word: bool = True
) -> SafeString:
    """Write a grade as letter, shape and word: `{% grade_mark shown %}` or `{% grade_mark "passed" "B" %}`."""
    return grades.grade_mark(grades.as_shown(grade, letter), size=size, word=word)


@register.simple_tag
def area_strip(tiles: Sequence[grades.Tile], label: str | None = None) -> SafeString:
    """Write the strip of areas, one tile each: `{% area_strip tiles %}`."""
    return grades.area_strip(tiles, label=label or gettext("Grades by area"))


@register.simple_tag
def area_marks(tiles: Iterable[grades.Tile], label: str | None = None) -> SafeString:
    """Write the areas as small marks for a row of a list: `{% area_marks tiles %}`."""
    return grades.area_marks(tiles, label=label or gettext("Grades by area"))


@register.simple_tag
def verdict_mark(verdict: str | None, word: bool = True) -> SafeString:
    """Write a verdict as shape and word: `{% verdict_mark "not_met" %}`."""
    return criteria.verdict_mark(verdict, word=word)


@register.simple_block_tag
def level_edge(content: str, level: str, word: bool = False) -> SafeString:
    """Set content behind the edge of its kind: `{% level_edge "regulation" word=True %}…{% endlevel_edge %}`."""
    return criteria.level_edge(content, level, word=word)


@register.simple_block_tag
def criterion_row(
    content: str, row: criteria.CriterionRow, open: bool = False, word: bool = False
) -> SafeString:
    """Write a criterion as a row that opens in place: `{% criterion_row row %}…{% endcriterion_row %}`."""
    return criteria.criterion_row(row, content, is_open=open, word=word)


# --- claims and doubts -------------------------------------------------------------------------
@register.simple_block_tag
def quotation(
    content: str, source: str = "", href: str | None = None, language: str | None = "sv"
) -> SafeString:
    """Quote a passage with its source: `{% quotation source="Rapport, sida 4" href=url %}…{% endquotation %}`."""
    return claims.quotation(content, source=source, href=href, language=language)


@register.simple_block_tag
def doubt(content: str, question: str, answers: Sequence[claims.Answer], name: str = "answer",
          number: int | None = None, total: int | None = None) -> SafeString:  # fmt: skip
    """Ask a question with its answers as buttons: `{% doubt question answers name="unit" %}…{% enddoubt %}`."""
    return claims.doubt(content, question, answers, name=name, number=number, total=total)


@register.simple_block_tag
def swedish(content: str, element: str = "span") -> SafeString:
    """Mark text as Swedish for those who listen and for hyphenation: `{% swedish %}…{% endswedish %}`."""
    if element not in {"span", "div", "p"}:
        raise template.TemplateSyntaxError("swedish takes the element span, div or p.")
    return format_html('<{0} lang="sv">{1}</{0}>', mark_safe(element), content)  # noqa: S308 - one of three words


# --- records -----------------------------------------------------------------------------------
@register.simple_tag
def facts(rows: Iterable[tuple[object, object]], columns: bool = False) -> SafeString:
    """Write terms and values: `{% facts rows %}`, each row a pair."""
    return records.facts(rows, columns=columns)


@register.simple_tag
def timeline(stations: Sequence[records.Station], label: str | None = None) -> SafeString:
    """Write the states of a case as stations: `{% timeline stations %}`."""
    return records.timeline(stations, label=label or gettext("Course of the case"))


@register.simple_tag
def history_list(entries: Iterable[records.HistoryEntry]) -> SafeString:
    """Write what has happened, in words: `{% history_list entries %}`."""
    return records.history_list(entries)


@register.simple_tag
def compare(rows: Iterable[records.CompareRow], left: object, right: object, caption: str) -> SafeString:
    """Write two things side by side: `{% compare rows left="2020" right="2025" caption="…" %}`."""
    return records.compare(rows, left=left, right=right, caption=caption)


@register.simple_tag
def person(name: str, role: str = "", place: str = "") -> SafeString:
    """Write a person as one line: `{% person "Eva Lind" role="studierektor" %}`."""
    return records.person(name, role=role, place=place)


@register.simple_tag
def status(label: str, kind: str = "neutral") -> SafeString:
    """Write a state as a pill: `{% status "Publicerad" kind="done" %}`."""
    return records.status(label, kind=kind)


# --- finding one's way -------------------------------------------------------------------------
@register.simple_tag
def breadcrumbs(crumbs: Iterable[object]) -> SafeString:
    """Write the path to this page: `{% breadcrumbs crumbs %}`."""
    return navigation.breadcrumbs(crumbs)


@register.simple_tag
def tabs(items: Iterable[navigation.Tab], label: str) -> SafeString:
    """Write links between sibling pages: `{% tabs items "Granskning" %}`."""
    return navigation.tabs(items, label=label)


@register.simple_tag
def pager(value: navigation.Pager, label: str = "") -> SafeString:
    """Write where a list stands and its neighbours: `{% pager page %}`."""
    return navigation.pager(value, label=label)


@register.simple_tag
def sort_header(label: str, url: str, direction: str | None = None, number: bool = False) -> SafeString:
    """Write a column head that sorts: `{% sort_header "Enhet" url "ascending" %}`."""
    return navigation.sort_header(label, url, direction=direction, number=number)


@register.simple_tag
def search_field(
    name: str, value: str = "", label: str = "", placeholder: str = "", button: str = ""
) -> SafeString:
    """Write a search field: `{% search_field "q" q label="Sök granskning" %}`."""
    return navigation.search_field(
        name, value, label=label or gettext("Search"), placeholder=placeholder, button_label=button
    )


@register.simple_block_tag
def filter_bar(content: str, action: str, chips: Sequence[navigation.Chip] = (), clear_url: str = "",
               target: str | None = None) -> SafeString:  # fmt: skip
    """Write filters as a GET form with chips of those that are on: `{% filter_bar url chips %}…{% endfilter_bar %}`."""
    return navigation.filter_bar(content, action=action, chips=chips, clear_url=clear_url, target=target)


# --- what the page tells -----------------------------------------------------------------------
@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "", role: str | None = None) -> SafeString:
    """Tell something: `{% notice kind="warning" title="…" %}…{% endnotice %}`."""
    return feedback.notice(content, kind=kind, title=title, role=role)


@register.simple_block_tag
def empty_state(content: str, title: str, icon: str = "") -> SafeString:
    """Say what will stand here and the one thing to do: `{% empty_state "…" icon="files" %}…{% endempty_state %}`."""
    return feedback.empty_state(content, title, icon_name=icon)


@register.simple_block_tag
def error_state(content: str, title: str, kept: str = "") -> SafeString:
    """Say what happened, what is kept and what to do: `{% error_state "…" kept="…" %}…{% enderror_state %}`."""
    return feedback.error_state(content, title, kept=kept)


@register.simple_tag
def progress(value: int, maximum: int, label: str, id: str | None = None) -> SafeString:
    """Write how far something has come: `{% progress 312 1000 "Läser rapporter" %}`."""
    return feedback.progress(value, maximum, label=label, id_=id)


@register.simple_block_tag
def disclosure(
    content: str, summary: str, open: bool = False, count: int | None = None, id: str = ""
) -> SafeString:
    """Write a part that opens in place: `{% disclosure "Styrkor" count=5 %}…{% enddisclosure %}`."""
    return feedback.disclosure(content, summary, is_open=open, count=count, id_=id)


@register.simple_block_tag
def dialog(content: str, id: str, title: str) -> SafeString:
    """Write a dialog that `{% dialog_button %}` opens: `{% dialog "withdraw" "…" %}…{% enddialog %}`."""
    return feedback.dialog(content, id, title)


@register.simple_tag
def dialog_button(label: str, dialog: str, kind: str = "secondary", icon: str | None = None) -> SafeString:
    """Write the button that opens a dialog: `{% dialog_button "Ta tillbaka …" "withdraw" %}`."""
    others = {"type": "button", "commandfor": dialog, "command": "show-modal"}
    return controls.button(label, controls.ButtonLook(kind, icon), others)


@register.simple_tag
def copy_link(url: str = "", label: str = "") -> SafeString:
    """Write a button that copies the address of this page, or of a part of it; shown only where script runs."""
    given: Mapping[str, object] = {
        "type": "button",
        "hidden": True,
        "data_copy_link": url,
        "data_copied": gettext("Copied"),
    }
    return controls.button(
        label or gettext("Copy link"), controls.ButtonLook("quiet", "link", "small"), given
    )


@register.simple_tag
def file_drop(name: str, label: str, accept: str = "", endpoint: str = "", help: str = "",
              folders: bool = False) -> SafeString:  # fmt: skip
    """Write a place to choose or drop many files: `{% file_drop "files" "Välj rapporter" accept=".pdf" %}`."""
    return feedback.file_drop(name, label, accept=accept, endpoint=endpoint, help_text=help, folders=folders)


@register.simple_block_tag
def card(content: str, title: str = "", href: str | None = None, level: int = 3) -> SafeString:
    """Set content on a card; with `href` the title leads there: `{% card "Enheten" href=url %}…{% endcard %}`."""
    linked = format_html('<a href="{}">{}</a>', href, title) if href else title
    heading = format_html("<h{0}>{1}</h{0}>", int(level), linked) if title else html.EMPTY
    return format_html('<section class="card">{}{}</section>', heading, content)


@register.simple_block_tag
def table_scroll(content: str, label: str) -> SafeString:
    """Let a wide table scroll by itself, also by keyboard: `{% table_scroll "Granskningar" %}…{% endtable_scroll %}`."""
    return format_html(
        '<div class="table-scroll" role="region" aria-label="{}" tabindex="0">{}</div>', label, content
    )


@register.simple_block_tag
def page_header(content: str, title: str, lead: str = "", over: str = "") -> SafeString:
    """Write the head of a page with its buttons: `{% page_header "Granskningar" %}buttons{% endpage_header %}`.

    A region is often its own care provider: an `over` that `lead` repeats is left out.
    """
    actions = format_html('<div class="actions">{}</div>', content) if content.strip() else html.EMPTY
    return format_html(
        '<div class="page-header"><div class="page-heading">{}<h1>{}</h1>{}</div>{}</div>',
        html.optional('<p class="overline">{}</p>', "" if over == lead else over),
        title,
        html.optional('<p class="lead">{}</p>', lead),
        actions,
    )
