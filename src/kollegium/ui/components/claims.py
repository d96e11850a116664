"""What is claimed and what is doubted: quotations with their source, questions with their answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kollegium.ui.components.html import EMPTY, attributes, icon


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a doubt: the value that is posted and the words on the button."""

    value: str
    label: str
    detail: str = ""


def quotation(
    content: str, *, source: str = "", href: str | None = None, language: str | None = "sv"
) -> SafeString:
    """Return a quoted passage with its source; the source leads to the place when `href` is given."""
    cite = EMPTY
    if source:
        named = format_html('<a href="{}">{}</a>', href, source) if href else source
        cite = format_html("<figcaption>{}</figcaption>", named)
    spoken = attributes({"lang": language})
    return format_html(
        '<figure class="quotation"><blockquote{}>{}</blockquote>{}</figure>', spoken, content, cite
    )


def doubt(
    content: str,
    question: str,
    answers: Sequence[Answer],
    *,
    name: str,
    number: int | None,
    total: int | None,
) -> SafeString:
    """Return a question with its answers as buttons of the form around it; keys 1–3 press them where script runs.

    Each button posts `name=value`. `number` and `total` are said as "Tveksamhet 1 av 3".
    """
    counted = EMPTY
    if number and total:
        words = gettext("Doubt %(number)s of %(total)s") % {"number": number, "total": total}
        counted = format_html('<span class="doubt-count">{}</span>', words)
    buttons = format_html_join(
        "",
        '<button type="submit" class="button doubt-answer" name="{}" value="{}" data-key="{}">'
        '<kbd aria-hidden="true">{}</kbd><span>{}{}</span></button>',
        (
            (name, answer.value, index, index, answer.label, _detail(answer))
            for index, answer in enumerate(answers, start=1)
        ),
    )
    body = format_html('<div class="doubt-context">{}</div>', content) if content.strip() else EMPTY
    return format_html(
        '<fieldset class="doubt" data-doubt><legend class="doubt-question">{}{}<span>{}</span></legend>{}'
        '<div class="doubt-answers">{}</div></fieldset>',
        icon("circle-question-mark"),
        counted,
        question,
        body,
        buttons,
    )


def _detail(answer: Answer) -> SafeString:
    return format_html('<span class="doubt-detail">{}</span>', answer.detail) if answer.detail else EMPTY
