"""The rows of the list of extra internal reviews."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kollegium.action_plans.shown_cycle import time_left
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.listing import specialty_in
from kollegium.ui.components.html import escaped
from kollegium.ui.components.records import day, status

_ROW = (
    '<tr><th scope="row"><a href="{unit_url}" lang="sv">{unit}</a><br><span class="board-action">{specialty}</span></th>'
    '<td data-label="{after_label}"><a href="{review_url}">{decided}</a></td><td data-label="{due_label}">{due}</td>'
    '<td data-label="{state_label}">{state}</td></tr>'
)


def extra_rows(rows: Sequence[dict[str, Any]], *, as_of: date, may_dismiss: bool) -> SafeString:
    """Give the body of the table from plain rows."""
    language = language_now()
    labels = {
        "after_label": escaped(_("After the decision of")),
        "due_label": escaped(pgettext("day", "By")),
        "state_label": escaped(_("State")),
    }
    written = (
        _ROW.format_map(
            {
                **labels,
                "unit_url": reverse("action_plans:unit", args=[row["review__unit_id"]]),
                "unit": escaped(row["review__unit__name"]),
                "specialty": specialty_in(
                    language,
                    {
                        "specialty__name": row["review__specialty__name"],
                        "specialty__name_en": row["review__specialty__name_en"],
                    },
                ),
                "review_url": reverse("reviews:review", args=[row["review_id"]]),
                "decided": day(row["decided_on"]),
                "due": day(row["due_on"]),
                "state": _state(row, as_of, may_dismiss=may_dismiss),
            }
        )
        for row in rows
    )
    return mark_safe("\n".join(written))  # noqa: S308 - every cell is escaped


def _state(row: dict[str, Any], as_of: date, *, may_dismiss: bool) -> str:
    if row["done_by_id"]:
        url = reverse("reviews:review", args=[row["done_by_id"]])
        return f'{status(_("Done"), kind="done")} <a href="{url}">{escaped(_("The internal review"))}</a>'
    if row["dismissed_at"]:
        who = escaped(row["dismissed_by__name"] or "")
        reason = escaped(row["dismissal_reason"])
        return f'{status(_("Not needed"), kind="stopped")} <span class="muted">{who}</span><br><span lang="sv">{reason}</span>'
    left = (row["due_on"] - as_of).days
    link = ""
    if may_dismiss:
        url = reverse("action_plans:dismiss_extra", args=[row["pk"]])
        about = f'<span class="visually-hidden">: {escaped(row["review__unit__name"])}</span>'
        link = f' <a class="no-print" href="{url}">{escaped(_("Not needed"))}{about}</a>'
    return f"{status(time_left(left), kind='late' if left < 0 else 'waiting')}{link}"
