"""Corrections of a review in the user's words, on pages and in print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from kollegium.reviews.models import Corrected, SummaryHeading
from kollegium.reviews.queries.report_text import AREA_PREFIX


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """One correction: "Corrected 26 November 2026: the text of area D", and why in the office's own words."""

    head: str
    reason: str


def shown_corrections(rows: Iterable[dict[str, Any]]) -> list[ShownCorrection]:
    """Give the corrections of a review's content, newest first."""
    return [ShownCorrection(_head(row), row["reason"]) for row in reversed(list(rows))]


def printed_corrections(rows: Iterable[dict[str, Any]], language: str, part_key: str) -> list[str]:
    """Give the corrections of one report as sentences, in Swedish ("sv") or English ("en"), newest first."""
    of_part = [row for row in rows if row["part"] in ("", part_key)]
    with override(language):
        return [f"{one.head}. {one.reason}" for one in shown_corrections(of_part)]


def what_words(what: str, key: str) -> str:
    """Name what was corrected."""
    if what == Corrected.FACTS:
        return _("the facts on the cover")
    if what == Corrected.GRADE:
        return _("the grade of area %(area)s") % {"area": key}
    if what == Corrected.VERDICT:
        return _("the verdict on %(criterion)s") % {"criterion": key}
    if what == Corrected.PLAN_ITEM:
        return _("action %(number)s of the plan") % {"number": key}
    boxes = {
        SummaryHeading.STRENGTHS.value: _("the strengths"),
        SummaryHeading.WEAKNESSES.value: _("the weaknesses"),
        SummaryHeading.IMPROVEMENTS.value: _("the areas for improvement"),
    }
    return boxes.get(key) or _("the text of area %(area)s") % {"area": key.removeprefix(AREA_PREFIX)}


def _head(row: dict[str, Any]) -> str:
    return _("Corrected %(day)s: %(what)s") % {
        "day": date_format(date.fromisoformat(row["on"]), "j F Y"),
        "what": what_words(row["what"], row["key"]),
    }
