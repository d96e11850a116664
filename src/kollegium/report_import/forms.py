"""What a person sends about a proposal's fields: text in, clean values out.

Names in a form: `t:<path>` the token of the value shown (it also says that the field is there),
`f:<path>` its value, `f:<path>:<part>` the parts of a date or a criterion, `o:<path>` where a point came
from, `s:<path>` the token of another's value shown beside one's own. `take` says whose of the two is kept.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy

from kollegium.domain.grading import Verdict
from kollegium.report_import.actions import FieldChange
from kollegium.report_import.drafts import Draft
from kollegium.report_import.paths import (
    SUMMARY_HEADINGS,
    split_area_path,
    split_plan_path,
    split_verdict_path,
)
from kollegium.report_import.points import PointOrder, carry_out, parse_order, points_as_sent, tidy
from kollegium.report_import.recorded import LONGEST_DATE_TEXT
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.numbers import typed_number

LONGEST_TEXT = 50_000
MINE, THEIRS = "mine", "theirs"


@dataclass(slots=True)
class SentFields:
    """What one form sent. Shape: `errors` path → sentence; `typed` path → value as far as it could be read."""

    changes: list[FieldChange] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    order: PointOrder | None = None


class ReasonForm(forms.Form):
    """Why an import is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Why is the import taken back?"),
        help_text=gettext_lazy("The reason is kept with the review."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Say in a few words why the import is taken back.")},
    )


def read_fields(data: QueryDict, draft: Draft) -> SentFields:
    """Give the fields a form sent; a value that cannot be used becomes an error and is kept as typed."""
    sent = SentFields(order=parse_order(data.get("do", "")))
    whose, _, chosen_path = data.get("take", "").partition("|")
    for name in data:
        path = name.removeprefix("t:")
        if not name.startswith("t:") or not draft.knows(path):
            continue
        if path == chosen_path and whose == THEIRS:
            continue
        try:
            value = clean_value(path, data, draft)
        except forms.ValidationError as error:
            sent.errors[path] = error.messages[0]
            sent.typed[path] = typed_value(path, data)
            continue
        taken = data.get(f"s:{path}") if path == chosen_path and whose == MINE else None
        sent.typed[path] = value
        sent.changes.append(FieldChange(path, value, taken or data[name]))
    _settle_lists(sent)
    return sent


def clean_value(path: str, data: QueryDict, draft: Draft) -> Any:
    """Give a field's value in the shape of `drafts`. Raises ValidationError with one sentence."""
    typed = typed_value(path, data)
    if path in SUMMARY_HEADINGS:
        return typed
    if path in ("unit", "specialty"):
        return typed_number(typed)
    if path == "kind":
        return _one_of(typed, KIND_NAMES)
    if path == "visit":
        return _visit(typed)
    if area := split_area_path(path):
        if area[1] in ("grade_at_visit", "grade_now"):
            return _one_of(typed or None, {step.letter for step in draft.standard.area(area[0]).scale.steps})
        return _text(typed)
    if split_verdict_path(path):
        return _one_of(typed or None, list(Verdict))
    if plan := split_plan_path(path):
        return _plan_value(plan[1], typed, draft)
    if path == "report_date":
        return {"text": _text(typed["text"], LONGEST_DATE_TEXT), "date": _day(typed["date"])}
    return typed


def typed_value(path: str, data: QueryDict) -> Any:
    """Give what was typed, in the field's shape, whether or not it can be used."""
    name = f"f:{path}"
    plan = split_plan_path(path)
    if path in SUMMARY_HEADINGS:
        return points_as_sent(data.getlist(name), data.getlist(f"o:{path}"))
    if path == "reviewers":
        return [line for text in data.get(name, "").splitlines() if (line := " ".join(text.split()))]
    if path == "visit":
        return {part: _part(data, name, part) for part in ("text", "from", "to")}
    if path == "report_date" or (plan and plan[1] == "follow_up"):
        return {part: _part(data, name, part) for part in ("text", "date")}
    if plan and plan[1] == "due":
        return {
            "text": _part(data, name, "text"),
            "date": _part(data, name, "date"),
            "done": f"{name}:done" in data,
        }
    return data.get(name, "").replace("\r\n", "\n").strip()


def _settle_lists(sent: SentFields) -> None:
    """Carry out the order a button gave, on the points as they stood on the page; then tidy the lists."""
    lists = {path: sent.typed[path] for path in SUMMARY_HEADINGS if path in sent.typed}
    if sent.order is not None and sent.order.heading in lists:
        after = carry_out(lists, sent.order)
        lists = {path: after[path] for path in lists}
    sent.typed.update({path: tidy(points) for path, points in lists.items()})
    sent.changes = [
        FieldChange(change.path, sent.typed[change.path], change.token) for change in sent.changes
    ]


def _part(data: QueryDict, name: str, part: str) -> str:
    return data.get(f"{name}:{part}", "").replace("\r\n", "\n").strip()


def _text(text: str, longest: int = LONGEST_TEXT) -> str:
    if len(text) > longest:
        raise forms.ValidationError(
            gettext("The text is too long: at most %(longest)s characters.") % {"longest": longest}
        )
    return text.replace("\x00", "")


def _one_of(value: str | None, known: Any) -> str | None:
    if value is not None and value not in known:
        raise forms.ValidationError(gettext("Choose one of the values in the list."))
    return value


def _day(text: str) -> str | None:
    if not text:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise forms.ValidationError(gettext("Write the day as 2025-05-12.")) from None


def _visit(typed: dict[str, str]) -> dict[str, Any]:
    first, last = _day(typed["from"]), _day(typed["to"])
    if first and last and last < first:
        raise forms.ValidationError(gettext("The visit ends before it begins."))
    return {"text": _text(typed["text"], LONGEST_DATE_TEXT), "from": first, "to": last}


def _plan_value(name: str, typed: Any, draft: Draft) -> Any:
    if name == "criterion":
        return _criterion(typed, draft)
    if name == "due":
        return {"text": _text(typed["text"]), "date": _day(typed["date"]), "done": typed["done"]}
    if name == "follow_up":
        return {"text": _text(typed["text"]), "date": _day(typed["date"])}
    return _text(typed)


def _criterion(typed: str, draft: Draft) -> dict[str, str | None]:
    """Read a key (`D6`, `D` for an area alone; words after it do not count), nothing, or words of one criterion."""
    key = typed.split()[0] if typed.split() else ""
    if not key:
        return {"area": None, "criterion": None}
    criteria = {criterion.key.casefold(): criterion for criterion in draft.standard.criteria}
    if found := criteria.get(key.casefold()):
        return {"area": found.area_key, "criterion": found.key}
    areas = {area.key.casefold(): area.key for area in draft.standard.areas}
    if area_key := areas.get(key.rstrip(":.").casefold()):
        return {"area": area_key, "criterion": None}
    words = typed.casefold().split()
    named = [item for item in criteria.values() if all(word in item.text_sv.casefold() for word in words)]
    if len(named) == 1:
        return {"area": named[0].area_key, "criterion": named[0].key}
    raise forms.ValidationError(gettext("Write or choose a criterion of the standard, such as D6."))
