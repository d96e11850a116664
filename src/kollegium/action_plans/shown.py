"""The rows of the boards, written in one go: fifty of them are most of the page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from kollegium.domain import standard as standards
from kollegium.reviews.models import UNDONE_ACTION_STATES
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.listing import specialty_in
from kollegium.reviews.wording import ACTION_STATE_KINDS, ACTION_STATE_NAMES
from kollegium.ui.components.html import escaped
from kollegium.ui.components.numbers import whole_number
from kollegium.ui.components.records import day, status

LONGEST_ACTION = 160
_ROW = (
    '<tr><th scope="row"><a href="{url}">{about}</a><br><span class="board-action" lang="sv">{action}</span></th>'
    '<td data-label="{unit_label}"><a href="{unit_url}" lang="sv">{unit}</a>{closed}<br>'
    '<span class="muted">{specialty}</span></td>'
    '<td data-label="{due_label}">{due}</td><td data-label="{responsible_label}" lang="sv">{responsible}</td>'
    '<td data-label="{state_label}"><span class="board-states">{state}{late}</span></td></tr>'
)
_UNIT_ROW = (
    '<tr><th scope="row"><a href="{url}" lang="sv">{unit}</a>{closed}<br><span class="muted">{place}</span></th>'
    '<td class="number" data-label="{open_label}">{open}</td><td class="number" data-label="{late_label}">{late}</td>'
    '<td class="number" data-label="{soon_label}">{soon}</td><td class="number" data-label="{follow_label}">{follow}</td>'
    '<td data-label="{first_label}">{first}</td></tr>'
)


def action_rows(rows: Sequence[dict[str, Any]], *, as_of: date) -> SafeString:
    """Give the body of the board's table from plain rows."""
    language, subjects = language_now(), _subjects(rows)
    labels = {
        "unit_label": escaped(_("Unit")),
        "due_label": escaped(_("To be done by")),
        "responsible_label": escaped(_("Responsible")),
        "state_label": escaped(_("State")),
    }
    states = {
        key: status(str(name), kind=ACTION_STATE_KINDS[key])  # type: ignore[index]
        for key, name in ACTION_STATE_NAMES.items()
    }
    told = f" {status(_('Care provider told'), kind='late')}"
    before, after = reverse("action_plans:action", args=[0]).rsplit("0", 1)
    unit_before, unit_after = reverse("action_plans:unit", args=[0]).rsplit("0", 1)
    written = (
        _ROW.format_map(
            {
                **labels,
                "url": f"{before}{row['pk']}{after}",
                "about": escaped(
                    subjects[row["part__review__standard_key"], row["criterion_key"], row["area_key"]]
                ),
                "action": escaped(shortened(row["action"])),
                "unit": escaped(row["part__review__unit__name"]),
                "unit_url": f"{unit_before}{row['part__review__unit_id']}{unit_after}",
                "closed": _closed(row["part__review__unit__closed_on"]),
                "specialty": specialty_in(
                    language,
                    {
                        "specialty__name": row["part__review__specialty__name"],
                        "specialty__name_en": row["part__review__specialty__name_en"],
                    },
                ),
                "due": day(row["due_on"]) or escaped(row["due_text"] or "–"),
                "responsible": escaped(shortened(row["responsible"], 80)),
                "state": states[row["state"]],
                "late": _late(row, as_of) + (told if row["is_escalated"] else ""),
            }
        )
        for row in rows
    )
    return mark_safe("\n".join(written))  # noqa: S308 - every cell is escaped


def unit_rows(rows: Sequence[dict[str, Any]]) -> SafeString:
    """Give the body of the table of units from plain rows."""
    labels = {
        "open_label": escaped(_("Open")),
        "late_label": escaped(pgettext("actions", "Late")),
        "soon_label": escaped(pgettext("actions", "Within 30 days")),
        "follow_label": escaped(pgettext("actions", "To follow up")),
        "first_label": escaped(_("First day")),
    }
    before, after = reverse("action_plans:unit", args=[0]).rsplit("0", 1)
    written = (
        _UNIT_ROW.format_map(
            {
                **labels,
                "url": f"{before}{row['part__review__unit_id']}{after}",
                "unit": escaped(row["part__review__unit__name"]),
                "closed": _closed(row["part__review__unit__closed_on"]),
                "place": escaped(_place(row)),
                "open": whole_number(row["open_count"]),
                "late": whole_number(row["late_count"]),
                "soon": whole_number(row["soon_count"]),
                "follow": whole_number(row["to_follow_up_count"]),
                "first": day(row["first_due_on"]) or "–",
            }
        )
        for row in rows
    )
    return mark_safe("\n".join(written))  # noqa: S308 - every cell is escaped


def shortened(text: str, longest: int = LONGEST_ACTION) -> str:
    """Give a text, cut at a word with three dots where it is long."""
    if len(text) <= longest:
        return text or "–"
    return f"{text[:longest].rsplit(' ', 1)[0]} …"


def days_late(days: int) -> str:
    """Say how late something is."""
    return ngettext("%(days)s day late", "%(days)s days late", days) % {"days": whole_number(days)}


def _place(row: dict[str, Any]) -> str:
    provider, region = row["part__review__unit__care_provider__name"], row["part__review__unit__region__name"]
    return f"{provider} · {region}" if provider != region else provider


def _late(row: dict[str, Any], as_of: date) -> str:
    if row["state"] not in UNDONE_ACTION_STATES or row["due_on"] is None or row["due_on"] >= as_of:
        return ""
    return f" {status(days_late((as_of - row['due_on']).days), kind='late')}"


def _closed(closed_on: date | None) -> str:
    return f' <span class="muted">({escaped(_("closed unit"))})</span>' if closed_on else ""


def _subjects(rows: Sequence[dict[str, Any]]) -> dict[tuple[str, str, str], str]:
    """Give what each action is about in few words. Shape: (standard, criterion, area) → `D6 Tjänstgöringens upplägg`."""
    language = language_now()
    found = {}
    for key in {(row["part__review__standard_key"], row["criterion_key"], row["area_key"]) for row in rows}:
        standard_key, criterion_key, area_key = key
        areas = {area.key: area.title(language) for area in standards.load(standard_key).areas}
        title = areas.get(area_key, "")
        found[key] = f"{criterion_key or area_key} {title}".strip() or _("An action")
    return found
