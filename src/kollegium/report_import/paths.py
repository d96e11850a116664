"""The names of a report's fields: the reader's own paths, and those a person's decisions add."""

import re

SUMMARY_HEADINGS = ("strengths", "weaknesses", "improvements")
FACT_PATHS = ("unit", "specialty", "kind", "visit", "report_date", "reviewers")
AREA_FIELDS = ("narrative", "grade_at_visit", "grade_now", "grade_quote")
PLAN_ORDER = "action_plan"
PLAN_FIELDS = ("criterion", "action", "due", "responsible", "follow_up", "follow_up_responsible")

_AREA = re.compile(r"areas\.([A-Za-z0-9_-]{1,8})\.([a-z_]+)")
_VERDICT = re.compile(r"verdicts\.([A-Za-z0-9_-]{1,12})")
_PLAN = re.compile(r"action_plan\[(\d{1,3})\]\.([a-z_]+)")
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9]+")


def area_path(area_key: str, name: str) -> str:
    """Give the path of one field of an area."""
    return f"areas.{area_key}.{name}"


def verdict_path(criterion_key: str) -> str:
    """Give the path of the verdict on a criterion."""
    return f"verdicts.{criterion_key}"


def plan_path(number: int, name: str) -> str:
    """Give the path of one field of a plan item; `number` stays with the item wherever it is moved."""
    return f"action_plan[{number}].{name}"


def split_area_path(path: str) -> tuple[str, str] | None:
    """Give (area key, field) of an area's path, or None for any other."""
    match = _AREA.fullmatch(path)
    return (match[1], match[2]) if match and match[2] in AREA_FIELDS else None


def split_verdict_path(path: str) -> str | None:
    """Give the criterion's key of a verdict's path, or None for any other."""
    match = _VERDICT.fullmatch(path)
    return match[1] if match else None


def split_plan_path(path: str) -> tuple[int, str] | None:
    """Give (item number, field) of a plan item's path, or None for any other."""
    match = _PLAN.fullmatch(path)
    return (int(match[1]), match[2]) if match and match[2] in PLAN_FIELDS else None


def field_id(path: str) -> str:
    """Give the id of a field on its page: letters, digits and hyphens."""
    return "field-" + _NOT_IN_ID.sub("-", path).strip("-")
