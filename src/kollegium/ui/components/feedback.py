"""What the page tells: notices, empty and failed states, progress, dialogs, and where files are dropped."""

from collections.abc import Iterable

from django.contrib.messages.storage.base import Message
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kollegium.ui.components.html import EMPTY, attributes, escaped, icon, join, optional
from kollegium.ui.components.numbers import whole_number

NOTICE_ICONS = {
    "info": "info",
    "success": "circle-check",
    "warning": "triangle-alert",
    "error": "circle-alert",
}


def notice(content: str, *, kind: str = "info", title: str = "", role: str | None = None) -> SafeString:
    """Return a notice with icon, title and text.

    Raises: `KeyError` for a kind that does not exist.
    """
    return format_html(
        '<div class="notice notice-{}"{}>{}<div class="notice-body">{}{}</div></div>',
        kind,
        attributes({"role": role}),
        icon(NOTICE_ICONS[kind]),
        optional('<p class="notice-title">{}</p>', title),
        content,
    )


def message_list(messages: Iterable[Message]) -> SafeString:
    """Return Django's messages as notices, errors read out at once."""
    shown = [
        notice(
            format_html("<p>{}</p>", message.message),
            kind=message.level_tag if message.level_tag in NOTICE_ICONS else "info",
            role="alert" if message.level_tag == "error" else "status",
        )
        for message in messages
    ]
    return format_html('<div class="messages" id="messages">{}</div>', join(shown))


def empty_state(content: str, title: str, *, icon_name: str = "") -> SafeString:
    """Return what will stand here, why it is empty and the one thing to do."""
    return _state(content, title, icon(icon_name, size="large") if icon_name else EMPTY, "empty", None)


def error_state(content: str, title: str, *, kept: str = "") -> SafeString:
    """Return what happened, what is kept (`kept`) and what to do (the content)."""
    saved = format_html('<p class="state-kept">{}{}</p>', icon("circle-check"), kept) if kept else EMPTY
    return _state(
        format_html("{}{}", saved, content), title, icon("circle-alert", size="large"), "error", "alert"
    )


def _state(content: object, title: str, drawing: SafeString, kind: str, role: str | None) -> SafeString:
    return format_html(
        '<div class="state state-{}"{}>{}<div class="state-body"><p class="state-title">{}</p>{}</div></div>',
        kind,
        attributes({"role": role}),
        drawing,
        title,
        content,
    )


def progress(value: int, maximum: int, *, label: str, id_: str | None = None) -> SafeString:
    """Return a progress bar with its count in words, "312 av 1 000"."""
    words = gettext("%(done)s of %(total)s") % {"done": whole_number(value), "total": whole_number(maximum)}
    return format_html(
        '<div class="progress"{}><p class="progress-text"><span>{}</span><span class="number">{}</span></p>'
        '<progress value="{}" max="{}" aria-label="{}">{}</progress></div>',
        attributes({"id": id_}),
        label,
        words,
        value,
        max(maximum, 1),
        label,
        words,
    )


def disclosure(
    content: str, summary: str, *, is_open: bool = False, count: int | None = None, id_: str = ""
) -> SafeString:
    """Return a part that opens in place; `count` is shown behind the heading."""
    given = f' id="{escaped(id_)}"' if id_ else ""
    shown = "" if count is None else f' <span class="muted">({whole_number(count)})</span>'
    return SafeString(
        f'<details class="disclosure"{given}{" open" if is_open else ""}><summary>{icon("chevron-right")}'
        f"<span>{escaped(summary)}{shown}</span></summary>"
        f'<div class="disclosure-body">{escaped(content)}</div></details>'
    )


def dialog(content: str, id_: str, title: str) -> SafeString:
    """Return a dialog; a button with `commandfor` and `command="show-modal"` opens it, Escape closes it."""
    return format_html(
        '<dialog class="dialog" id="{}" aria-labelledby="{}-title" closedby="any"><div class="dialog-head">'
        '<h2 id="{}-title">{}</h2><button type="button" class="button button-quiet button-icon-only" commandfor="{}" '
        'command="close">{}<span class="visually-hidden">{}</span></button></div>{}</dialog>',
        id_,
        id_,
        id_,
        title,
        id_,
        icon("x"),
        gettext("Close"),
        content,
    )


def file_drop(
    name: str, label: str, *, accept: str = "", endpoint: str = "", help_text: str = "", folders: bool = False
) -> SafeString:
    """Return a place to choose or drop many files, inside a multipart form of the page's own.

    Without script it is a plain file field. With `endpoint` each file is posted there by itself, with progress,
    and the answer (JSON: `status`, `message`, `url`) stands beside the file.
    """
    words = {
        "data_waiting": gettext("Waiting"),
        "data_done": gettext("Received"),
        "data_failed": gettext("Not received: the connection was lost. The file can be sent again."),
        "data_again": gettext("Try again"),
        "data_one_chosen": gettext("1 file chosen"),
        "data_chosen": gettext("{count} files chosen"),
        "data_summary": gettext("{done} of {total} files received"),
        "data_left": gettext("{count} more are waiting"),
    }
    help_id = f"id_{name}-help"
    folder = (
        format_html(
            '<button type="button" class="button button-quiet" data-choose-folder hidden>{}{}</button>',
            icon("folder-up"),
            gettext("Choose a folder"),
        )
        if folders
        else EMPTY
    )
    return format_html(
        '<div class="file-drop" data-file-drop{}{}><div class="file-drop-zone">{}'
        '<label class="file-drop-label" for="id_{}">{}</label>{}'
        '<div class="file-drop-controls"><input type="file" multiple class="file-drop-input" name="{}" id="id_{}"{}>'
        '<label class="button button-primary file-drop-button" for="id_{}">{}</label>{}</div>'
        '</div><div class="file-drop-progress" role="status" data-summary-line></div><ul class="file-drop-list"></ul></div>',
        attributes({"data_endpoint": endpoint or None}),
        attributes(words),
        icon("upload", size="large"),
        name,
        label,
        format_html('<p class="file-drop-help" id="{}">{}</p>', help_id, help_text) if help_text else EMPTY,
        name,
        name,
        attributes({"accept": accept or None, "aria_describedby": help_id if help_text else None}),
        name,
        gettext("Choose files"),
        folder,
    )
