"""What a letter with reminders says, in the reader's language: the sentences, what they are about, and one link."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kollegium.notifications.dated import Recipient
from kollegium.notifications.queries import shown_rows
from kollegium.ui.mail import Letter

MOST_LINES = 20


def letter_of(reminders: Sequence[dict[str, Any]], recipient: Recipient) -> Letter:
    """Give the letter of some reminders, the earliest day first; of very many the first are told."""
    with translation.override(recipient.language):
        count = len(reminders)
        lines = [_line(row) for row in shown_rows(reminders[:MOST_LINES])]
        if count > MOST_LINES:
            more = count - MOST_LINES
            lines.append(ngettext("And %(count)s more.", "And %(count)s more.", more) % {"count": more})
        return Letter(
            subject=ngettext("Kollegium: %(count)s reminder", "Kollegium: %(count)s reminders", count)
            % {"count": count},
            paragraphs=(
                _(
                    "Open your reminders to see what is to be done, and to choose when letters like this come."
                ),
                *lines,
            ),
            link=settings.ADDRESS + reverse("notifications:list"),
            link_label=_("My reminders"),
            language=recipient.language,
        )


def _line(row: dict[str, Any]) -> str:
    words = {
        "title": row["title"],
        "name": row["name"],
        "day": formats.date_format(row["due_on"], "j F Y"),
    }
    told = _("%(day)s · %(title)s: %(name)s") % words
    return f"{told}. {row['detail']}" if row["detail"] else told
