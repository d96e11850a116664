"""The rows of the list of next reviews, and the countdown of one unit."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from kollegium.domain.next_steps import Urgency, next_review_due, review_urgency
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.listing import specialty_in
from kollegium.ui.components.html import escaped
from kollegium.ui.components.numbers import whole_number
from kollegium.ui.components.records import day, status

DAYS_TOLD_AS_DAYS, DAYS_OF_A_MONTH = 90, 30.4
_ROW = (
    '<tr><th scope="row"><a href="{url}" lang="sv">{unit}</a><br><span class="board-action muted">{place}</span></th>'
    '<td data-label="{specialty_label}">{specialty}</td><td data-label="{visit_label}">{visit}</td>'
    '<td data-label="{due_label}">{due}</td><td data-label="{left_label}">{left}</td></tr>'
)


def cycle_rows(rows: Sequence[dict[str, Any]], *, as_of: date) -> SafeString:
    """Give the body of the table from plain rows."""
    language = language_now()
    labels = {
        "specialty_label": escaped(_("Specialty")),
        "visit_label": escaped(_("Last visit")),
        "due_label": escaped(_("Next review by")),
        "left_label": escaped(_("Time left")),
    }
    before, after = reverse("action_plans:unit", args=[0]).rsplit("0", 1)
    written = (
        _ROW.format_map(
            {
                **labels,
                "url": f"{before}{row['unit_id']}{after}",
                "unit": escaped(row["unit__name"]),
                "place": escaped(_place(row)),
                "specialty": specialty_in(language, row),
                "visit": day(row["visited_on"]) or "–",
                "due": day(next_review_due(row["visited_on"])) if row["visited_on"] else "–",
                "left": countdown(row, as_of=as_of),
            }
        )
        for row in rows
    )
    return mark_safe("\n".join(written))  # noqa: S308 - every cell is escaped


def countdown(row: dict[str, Any], *, as_of: date) -> SafeString:
    """Say how long there is until the next review, that it is late, or when its visit is planned."""
    if row["planned_on"]:
        planned = _("Planned")
        return mark_safe(f"{status(planned, kind='done')} {day(row['planned_on'])}")  # noqa: S308 - escaped
    if row["visited_on"] is None:
        return status(_("No visit known"))
    due_on = next_review_due(row["visited_on"])
    kinds = {Urgency.LATE: "late", Urgency.SOON: "waiting", None: "neutral"}
    return status(time_left((due_on - as_of).days), kind=kinds[review_urgency(due_on, as_of)])


def time_left(days: int) -> str:
    """Say a number of days, from now on or gone by, in days or in months."""
    number = abs(days)
    if number <= DAYS_TOLD_AS_DAYS:
        words = {"count": whole_number(number)}
        if days < 0:
            return npgettext("next review", "%(count)s day late", "%(count)s days late", number) % words
        return npgettext("next review", "%(count)s day left", "%(count)s days left", number) % words
    months = int(number / DAYS_OF_A_MONTH)
    words = {"count": whole_number(months)}
    if days < 0:
        return npgettext("next review", "%(count)s month late", "%(count)s months late", months) % words
    return npgettext("next review", "%(count)s month left", "%(count)s months left", months) % words


def _place(row: dict[str, Any]) -> str:
    provider, region = row["unit__care_provider__name"], row["unit__region__name"]
    return f"{provider} · {region}" if provider != region else provider
