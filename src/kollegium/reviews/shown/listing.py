"""The rows of the list of reviews, written in one go: fifty of them are most of the page."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kollegium.reviews.shown.grades import language_now, row_marks
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.html import escaped
from kollegium.ui.components.records import day, days
from kollegium.ui.page_addresses import around_number


def table_rows(rows: Sequence[dict[str, Any]]) -> SafeString:
    """Give the body of the table from plain rows."""
    specialty, visit, grades, actions = (
        f' data-label="{escaped(label)}"'
        for label in (_("Specialty"), _("Visit"), _("Grades"), _("Open actions"))
    )
    return SafeString(
        "\n".join(
            f'<tr><th scope="row"><a href="{row["url"]}" lang="sv">{_unit(row)}</a><br>'
            f'<span class="review-place muted">{_place(row)}</span></th>'
            f'<td{specialty}>{row["specialty"]}<br><span class="muted">{row["kind"]}</span></td>'
            f"<td{visit}>{row['visit']}</td><td{grades}>{row['marks']}</td>"
            f'<td class="number"{actions}>{row["open_actions"]}</td></tr>'
            for row in shown_rows(rows)
        )
    )


def _unit(row: dict[str, Any]) -> str:
    unit, site = row["unit"], row["site"]
    return escaped(f"{unit}, {site}" if site and site not in unit else unit)


def _place(row: dict[str, Any]) -> str:
    provider, region = row["provider"], row["region"]
    return escaped(f"{provider} · {region}" if provider != region else provider)


def shown_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give plain rows as pages take them: names as text; specialty, kind, visit and marks as ready HTML."""
    language = language_now()
    kinds = _kinds(language)
    before, after = around_number("reviews:review")
    return [
        {
            "url": f"{before}{row['pk']}{after}",
            "unit": row["unit__name"],
            "site": row["unit__site"],
            "provider": row["care_provider__name"] or "",
            "region": row["unit__region__name"],
            "specialty": _specialty(language, row["specialty__name"], row["specialty__name_en"]),
            "kind": kinds[row["kind"]],
            "visit": _visit(
                language, row["visit_from"], row["visit_to"], row["visit_text"], row["report_date"]
            ),
            "marks": row_marks(
                row["standard_key"],
                row["area_outcomes"],
                part_count=row["part_count"] or 1,
                language=language,
            ),
            "open_actions": row["open_action_count"],
        }
        for row in rows
    ]


def specialty_in(language: str, row: dict[str, Any]) -> SafeString:
    """Give a plain row's specialty in the language of the page, marked as Swedish where it has no English name."""
    return _specialty(language, row["specialty__name"], row["specialty__name_en"])


@lru_cache(maxsize=512)
def _specialty(language: str, name: str | None, name_en: str | None) -> SafeString:
    if language == "en" and name_en:
        return SafeString(escaped(name_en))
    return SafeString(f'<span lang="sv">{escaped(name or "–")}</span>')


@lru_cache(maxsize=8)
def _kinds(language: str) -> dict[str, SafeString]:
    """Give the kinds of review by their keys, in the language of the page, which is part of what is remembered."""
    return {key: SafeString(escaped(name)) for key, name in KIND_NAMES.items()}


@lru_cache(maxsize=4096)
def _visit(
    language: str, first: date | None, last: date | None, text: str, reported: date | None
) -> SafeString:
    """Give when the visit was, in the language of the page, which is part of what is remembered."""
    return days(first, last) or mark_safe(escaped(text)) or day(reported) or mark_safe("–")  # noqa: S308 - escaped
