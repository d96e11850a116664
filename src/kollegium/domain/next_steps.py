"""What waits for somebody: the steps a capability offers and the start page merges."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum

YEARS_BETWEEN_REVIEWS = 5
SOON_BEFORE_REVIEW = timedelta(days=365)


class Urgency(IntEnum):
    """How soon a step should be taken, most urgent first."""

    LATE = 0
    WAITING = 1
    SOON = 2


@dataclass(frozen=True, slots=True)
class CaseLabel:
    """What tells a case from others of the same unit. `kind` is the stored key; empty values are not known."""

    kind: str = ""
    specialty: str = ""
    specialty_en: str = ""
    number: str = ""
    visit_year: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step. `kind` is a stable key that the interface words; `object_id` is what it leads to.

    `count` is how many things wait behind it, or with `is_capped` more than so many; `name` what the step is
    about, `due_on` its last day. `case` tells the case apart where the name alone does not.
    """

    kind: str
    urgency: Urgency
    count: int = 1
    object_id: int | None = None
    name: str = ""
    due_on: date | None = None
    is_capped: bool = False
    case: CaseLabel | None = field(default=None, compare=False)


def first_few(steps: Sequence[NextStep], number: int) -> list[NextStep]:
    """Give the first steps of one kind; where there are more, the last one says how many, as `<kind>-more`.

    It is as urgent as the first of those it stands for.
    """
    few, rest = list(steps[:number]), steps[number:]
    if rest:
        few.append(NextStep(f"{rest[0].kind}-more", rest[0].urgency, len(rest)))
    return few


def told_apart(steps: Iterable[NextStep]) -> Mapping[int, CaseLabel]:
    """Give what tells cases of the same name apart, nothing more, and nothing of cases whose name says it all.

    Shape: id of the case → label with only what differs; the number, or else the year, where kind and specialty are the same.
    """
    named: dict[str, dict[int, CaseLabel]] = {}
    for step in steps:
        if step.case is not None and step.object_id is not None:
            named.setdefault(step.name, {})[step.object_id] = step.case
    return {
        number: label
        for cases in named.values()
        if len(cases) > 1
        for number, label in _differing(cases).items()
    }


def _differing(cases: Mapping[int, CaseLabel]) -> dict[int, CaseLabel]:
    kinds, specialties = ({getattr(one, name) for one in cases.values()} for name in ("kind", "specialty"))
    seen = {(one.kind, one.specialty) for one in cases.values()}
    return {
        number: CaseLabel(
            kind=one.kind if len(kinds) > 1 else "",
            specialty=one.specialty if len(specialties) > 1 else "",
            specialty_en=one.specialty_en if len(specialties) > 1 else "",
            number=one.number if len(seen) < len(cases) else "",
            visit_year=one.visit_year if len(seen) < len(cases) and not one.number else "",
        )
        for number, one in cases.items()
    }


def in_order(steps: Iterable[NextStep]) -> list[NextStep]:
    """Give steps with the most urgent first; among equals the earliest day, those without a day last."""
    return sorted(
        steps,
        key=lambda step: (step.urgency, step.due_on is None, step.due_on or date.max, step.kind, step.name),
    )


def next_review_due(visited_on: date) -> date:
    """Give the day by which a unit should have been reviewed from outside again, five years after the visit.

    Source: the general advice that training is reviewed at least every five years: it should be, not must.
    """
    year = visited_on.year + YEARS_BETWEEN_REVIEWS
    if (visited_on.month, visited_on.day) == (2, 29):
        return date(year, 2, 28)
    return visited_on.replace(year=year)


def review_urgency(due_on: date, as_of: date) -> Urgency | None:
    """Say how soon the next review should be arranged; None while it is more than a year away."""
    if due_on < as_of:
        return Urgency.LATE
    return Urgency.SOON if due_on <= as_of + SOON_BEFORE_REVIEW else None


def reviewed_since(as_of: date) -> date:
    """Give the first day of a visit that is still fresh enough on the day."""
    year = as_of.year - YEARS_BETWEEN_REVIEWS
    return date(year, 3, 1) if (as_of.month, as_of.day) == (2, 29) else as_of.replace(year=year)
