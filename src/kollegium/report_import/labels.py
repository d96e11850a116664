"""What fields are called and how their values read in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext, pgettext_lazy

from kollegium.domain.standard import Standard
from kollegium.report_import.differences import ADDED_ITEM, REMOVED_ITEM
from kollegium.report_import.paths import split_area_path, split_plan_path, split_verdict_path
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.words import verdict_word

LABELS: dict[str, str | Promise] = {
    "unit": gettext_lazy("Unit"),
    "specialty": gettext_lazy("Specialty"),
    "care_provider": gettext_lazy("Care provider"),
    "kind": gettext_lazy("Kind of review"),
    "visit": pgettext_lazy("review", "Visit"),
    "report_date": gettext_lazy("Report date"),
    "reviewers": gettext_lazy("Reviewers"),
    "strengths": gettext_lazy("Strengths"),
    "weaknesses": gettext_lazy("Weaknesses"),
    "improvements": gettext_lazy("Areas for improvement"),
    "action_plan": gettext_lazy("Action plan"),
    "narrative": gettext_lazy("What the reviewers wrote"),
    "grade_at_visit": gettext_lazy("Decided grade"),
    "grade_now": gettext_lazy("Grade now"),
    "grade_quote": gettext_lazy("The sentence about the grade"),
    "criterion": gettext_lazy("Criterion"),
    "action": gettext_lazy("Planned action"),
    "due": gettext_lazy("To be done by"),
    "responsible": pgettext_lazy("action plan", "Responsible"),
    "follow_up": gettext_lazy("Follow-up date"),
    "follow_up_responsible": gettext_lazy("Responsible for follow-up"),
}


def field_label(path: str) -> str:
    """Give what a field is called on a page that shows several: with its area or plan item."""
    if area := split_area_path(path):
        return gettext("Area %(key)s: %(field)s") % {"key": area[0], "field": LABELS[area[1]]}
    if criterion := split_verdict_path(path):
        return gettext("Verdict on %(key)s") % {"key": criterion}
    if plan := split_plan_path(path):
        return gettext("Action %(number)s: %(field)s") % {"number": plan[0] + 1, "field": LABELS[plan[1]]}
    if path.startswith(ADDED_ITEM):
        return gettext("A plan item the earlier reading did not have")
    if path.startswith(REMOVED_ITEM):
        return gettext("Action %(number)s, which the newer reading does not have") % {
            "number": int(path.removeprefix(REMOVED_ITEM)) + 1
        }
    return str(LABELS[path])


def value_text(path: str, value: Any, standard: Standard | None = None) -> str:
    """Give a field's value in words, one line per point; nothing known is said so."""
    if value in (None, "", [], {}):
        return pgettext("value", "unknown")
    if path == "kind":
        return str(KIND_NAMES[value])
    if split_verdict_path(path):
        return verdict_word(value)
    if isinstance(value, list):
        return "\n".join(f"– {_point_text(item)}" for item in value)
    if isinstance(value, dict):
        return _record_text(value, standard)
    return str(value)


def _point_text(item: Any) -> str:
    if isinstance(item, dict):
        return str(item["text"])
    return str(item + 1) if isinstance(item, int) else str(item)


def _record_text(value: Mapping[str, Any], standard: Standard | None) -> str:
    if "criterion" in value and "action" not in value:
        return criterion_text(value["area"], value["criterion"], standard)
    days = [value.get("date"), value.get("from"), value.get("to")]
    parts = [value.get("text"), value.get("action"), " – ".join(dict.fromkeys(day for day in days if day))]
    if value.get("done"):
        parts.append(gettext("done already"))
    return " · ".join(dict.fromkeys(str(part) for part in parts if part)) or pgettext("value", "unknown")


def criterion_text(area_key: str | None, criterion_key: str | None, standard: Standard | None) -> str:
    """Give a criterion with its key, or the area when no criterion is known."""
    if criterion_key and standard is not None and criterion_key in {item.key for item in standard.criteria}:
        return f"{criterion_key} {standard.criterion(criterion_key).text_sv}"
    if criterion_key:
        return criterion_key
    if area_key and standard is not None and area_key in {area.key for area in standard.areas}:
        return f"{area_key}. {standard.area(area_key).title(get_language() or 'sv')}"
    return area_key or pgettext("value", "unknown")
