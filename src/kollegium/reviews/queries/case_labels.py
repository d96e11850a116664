"""What tells the cases of one unit apart, in the statements that name the unit, and of cases by their ids."""

from collections.abc import Collection
from datetime import date

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Coalesce, Concat, ExtractYear

from kollegium.domain.next_steps import CaseLabel, NextStep, Urgency
from kollegium.reviews.models import Review

# No name holds it.
SEPARATOR = "\x1f"


def case_label(path: str = "") -> Concat:
    """Give the name of a case's unit with what tells the case apart, as one column; `path` leads to the case."""
    columns = ("unit__name", "kind", "specialty__name", "specialty__name_en", "case_number")
    parts: list[Coalesce | Value] = []
    for column in columns:
        parts += [Coalesce(F(f"{path}{column}"), Value("")), Value(SEPARATOR)]
    year = Cast(ExtractYear(f"{path}visit_from"), CharField())
    return Concat(*parts, Coalesce(year, Value("")), output_field=CharField())


def case_label_sql(unit: str, review: str, specialty: str) -> str:
    """Give the same for a statement that is written by hand, where the tables have these short names."""
    parts = (f"{unit}.name", f"{review}.kind", f"{specialty}.name", f"{specialty}.name_en")
    parts += (f"{review}.case_number", f"extract(year FROM {review}.visit_from)::text")
    return f"concat_ws(chr({ord(SEPARATOR)}), " + ", ".join(f"coalesce({part}, '')" for part in parts) + ")"


def read_label(told: str) -> tuple[str, CaseLabel]:
    """Give the unit's name and what tells the case apart, from such a column."""
    name, *others = told.split(SEPARATOR)
    return name, CaseLabel(*others)


def case_step(
    kind: str, urgency: Urgency, count: int, review_id: int, told: str, due_on: date | None = None
) -> NextStep:
    """Give a step in a case whose unit and label stand in one column."""
    name, case = read_label(told)
    return NextStep(kind, urgency, count, review_id, name, due_on, case=case)


def labels_of(review_ids: Collection[int]) -> dict[int, CaseLabel]:
    """Give what tells these cases apart; one query."""
    rows = Review.objects.filter(pk__in=review_ids).values_list("pk", case_label())
    return {review_id: read_label(told)[1] for review_id, told in rows}
