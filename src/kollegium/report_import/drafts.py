"""What stands in a proposal now: the first reading, with what people have decided laid over it.

Shapes of a field's value, by path:

- `unit`, `specialty`: id in the register or None. `kind`: a review kind.
- `visit`: `{"text", "from", "to"}`; `report_date`: `{"text", "date"}`; `reviewers`: list of names.
- `strengths`, `weaknesses`, `improvements`: list of points `{"text", "from"}`, where `from` lists the
  reader's paths the words came from, so that a point keeps its place in the original when it is moved.
- `areas.X.narrative`, `areas.X.grade_quote`: text; `areas.X.grade_at_visit`, `.grade_now`: a letter of
  the area's scale or None. `verdicts.K`: a verdict or None.
- `action_plan`: the items' numbers in order; an item that is added gets the next free number.
- `action_plan[n].criterion`: `{"area", "criterion"}`; `.due`: `{"text", "date", "done"}`;
  `.follow_up`: `{"text", "date"}`; the rest text.

Days are written as ISO dates.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from kollegium.domain.standard import Standard
from kollegium.report_import.kinds import kind_of
from kollegium.report_import.paths import (
    FACT_PATHS,
    PLAN_ORDER,
    SUMMARY_HEADINGS,
    area_path,
    plan_path,
    split_area_path,
    split_plan_path,
    split_verdict_path,
)

LineRange = tuple[int, int]
MOST_PLAN_ITEMS = 200


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person last decided about one field."""

    value: Any
    version: int
    by_name: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One field as it stands: `read` is the reader's value, `version` 0 until a person has saved it."""

    path: str
    read: Any
    value: Any
    version: int
    places: tuple[LineRange, ...]
    by_name: str = ""
    at: datetime | None = None

    @property
    def token(self) -> str:
        """Give what the page sends back so that a change made meanwhile is noticed."""
        return token_of(self.version, self.value)

    @property
    def is_changed(self) -> bool:
        """Say whether a person's value differs from the reader's."""
        return self.version > 0 and bare(self.value) != bare(self.read)


@dataclass(frozen=True)
class Draft:
    """A proposal's fields. `reading` is the first reading's object, `places` path → line ranges."""

    standard: Standard
    reading: Mapping[str, Any]
    places: Mapping[str, Any] = field(default_factory=dict)
    decided: Mapping[str, Decided] = field(default_factory=dict)

    def knows(self, path: str) -> bool:
        """Say whether the path is a field of this proposal."""
        if path in (*FACT_PATHS, *SUMMARY_HEADINGS, PLAN_ORDER):
            return True
        if area := split_area_path(path):
            return area[0] in self._area_keys
        if criterion := split_verdict_path(path):
            return criterion in self._criterion_keys
        plan = split_plan_path(path)
        return plan is not None and plan[0] < MOST_PLAN_ITEMS

    def field(self, path: str) -> FieldValue:
        """Give a field as it stands."""
        read = read_value(self.reading, path, self.standard)
        decision = self.decided.get(path)
        if decision is None:
            return FieldValue(path, read, read, 0, self.places_of(path, read))
        places = self.places_of(path, decision.value)
        return FieldValue(path, read, decision.value, decision.version, places, decision.by_name, decision.at)

    def value(self, path: str) -> Any:
        """Give a field's value as it stands."""
        decision = self.decided.get(path)
        return read_value(self.reading, path, self.standard) if decision is None else decision.value

    def places_of(self, path: str, value: Any = None) -> tuple[LineRange, ...]:
        """Give where in the original a field's words stand; a list's are those of its points."""
        if path in SUMMARY_HEADINGS:
            origins = [origin for point in value or [] for origin in point["from"]]
            return tuple(place for origin in origins for place in self.places_of(origin))
        if (criterion := split_verdict_path(path)) and path not in self.places:
            # Nothing is ticked: the place of the criterion's own sentence.
            area_key = self.standard.criterion(criterion).area_key
            path = f"areas.{area_key}.criteria.{criterion}"
        return tuple((first, last) for first, last in self.places.get(path, ()))

    @property
    def plan_numbers(self) -> tuple[int, ...]:
        """Give the numbers of the plan's items in order."""
        return tuple(self.value(PLAN_ORDER))

    @property
    def next_plan_number(self) -> int:
        """Give a number that no item of the plan has had."""
        used = {plan[0] for path in self.decided if (plan := split_plan_path(path))}
        return max({*self.plan_numbers, *range(len(self.reading["action_plan"])), *used}, default=-1) + 1

    def plan_area_keys(self) -> frozenset[str]:
        """Give the keys of the areas that the plan has an item for."""
        keys = (self.value(plan_path(number, "criterion"))["area"] for number in self.plan_numbers)
        return frozenset(key for key in keys if key)

    def is_hinted_not_failed(self, area_key: str) -> bool:
        """Say whether the plan hints that an area was not failed: it has neither an item nor a grade.

        Never a grade: the plan answers every failed area, so one it is silent about was not failed.
        """
        if not self.plan_numbers or area_key in self.plan_area_keys():
            return False
        names = ("grade_at_visit", "grade_now", "grade_quote")
        return not any(self.value(area_path(area_key, name)) for name in names)

    @cached_property
    def _area_keys(self) -> frozenset[str]:
        return frozenset(area.key for area in self.standard.areas)

    @cached_property
    def _criterion_keys(self) -> frozenset[str]:
        return frozenset(criterion.key for criterion in self.standard.criteria)


def token_of(version: int, value: Any) -> str:
    """Give the version and a short digest of a value."""
    text = json.dumps(bare(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{version}.{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def bare(value: Any) -> Any:
    """Give a value without what says nothing of its own: where points came from, spaces at the ends."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, list):
        return [bare(item) for item in value]
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key != "from" or not isinstance(item, list)}
    return value


def read_value(reading: Mapping[str, Any], path: str, standard: Standard) -> Any:
    """Give what a reading says about a field, in the shape a decision has; unknown is empty or None."""
    if path in ("unit", "specialty"):
        return reading.get(f"{path}_id")
    if path == "kind":
        return kind_of(reading.get("review_type"), standard).value
    if path == "visit":
        return reading.get("visit") or {"text": "", "from": None, "to": None}
    if path == "report_date":
        return {"text": "", "date": reading.get("report_date")}
    if path == "reviewers":
        return list(reading.get("reviewers") or [])
    if path in SUMMARY_HEADINGS:
        texts = reading.get(path) or []
        return [{"text": text, "from": [f"{path}[{number}]"]} for number, text in enumerate(texts)]
    if path == PLAN_ORDER:
        return list(range(len(reading.get("action_plan") or [])))
    if area := split_area_path(path):
        found = (reading.get("areas") or {}).get(area[0]) or {}
        return (
            found.get(area[1])
            if area[1].startswith("grade_") and area[1] != "grade_quote"
            else found.get(area[1]) or ""
        )
    if criterion := split_verdict_path(path):
        return (reading.get("verdicts") or {}).get(criterion)
    if plan := split_plan_path(path):
        return _read_plan_value(reading, *plan)
    raise KeyError(path)


def _read_plan_value(reading: Mapping[str, Any], number: int, name: str) -> Any:
    items = reading.get("action_plan") or []
    item = items[number] if number < len(items) else {}
    if name == "criterion":
        return {"area": item.get("area"), "criterion": item.get("criterion")}
    if name == "due":
        due = item.get("due") or {}
        return {"text": due.get("text") or "", "date": due.get("date"), "done": bool(due.get("done"))}
    if name == "follow_up":
        follow_up = item.get("follow_up") or {}
        return {"text": follow_up.get("text") or "", "date": follow_up.get("date")}
    return item.get(name) or ""
