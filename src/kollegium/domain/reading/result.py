"""What a report says: the reading, in the shape the command line prints and the import keeps."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, NamedTuple

FORMAT = "kollegium-reading/1"

LineRange = tuple[int, int]
"""First and last line number of a place, both included."""


class NotAReport(Exception):
    """The file holds text, but nothing that a review report holds."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at before trusting the reading.

    `line` is None where no single line is meant; `page` is given wherever it is known. `params` fill
    the sentence of `doubts.wording(code, language, params)`; `message` is that sentence in Swedish.
    """

    code: str
    field: str
    message: str
    line: int | None = None
    page: int | None = None
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Give the doubt as printed: with its line, or with its page where no line is meant."""
        place = {"line": self.line} if self.line is not None or self.page is None else {"page": self.page}
        return {**place, "field": self.field, "code": self.code, "message": self.message}


class ReadDate(NamedTuple):
    """A date as written and, when day, month and year are all there, as a date."""

    text: str
    date: date | None = None
    done: bool = False


class ReadPeriod(NamedTuple):
    """The day or days of the visit as written and, when certain, as dates (both inclusive)."""

    text: str
    first: date | None = None
    last: date | None = None


class ReadArea(NamedTuple):
    """What the report says about one area; `grade_*` are letters of the area's own scale."""

    key: str
    title: str
    narrative: str | None
    criteria: tuple[str, ...] = ()
    grade_at_visit: str | None = None
    grade_now: str | None = None
    grade_quote: str | None = None


class ReadAction(NamedTuple):
    """One item of the action plan, in the report's own words."""

    area_key: str | None
    criterion_key: str | None
    action: str | None
    due: ReadDate | None = None
    responsible: str | None = None
    follow_up: ReadDate | None = None
    follow_up_responsible: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one file.

    Shape: `areas` area key → ReadArea in the standard's order; `verdicts` criterion key → verdict,
    only certain ones; `places` field path → line ranges, e.g. `areas.D.narrative`,
    `action_plan[0].due`.
    """

    READER_VERSION: ClassVar[str] = "1"

    file: str
    standard: str
    review_type: str | None = None
    care_provider: str | None = None
    unit: str | None = None
    specialty: str | None = None
    visit: ReadPeriod | None = None
    report_date: date | None = None
    reviewers: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    improvements: tuple[str, ...] = ()
    areas: Mapping[str, ReadArea] = field(default_factory=dict)
    action_plan: tuple[ReadAction, ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    places: Mapping[str, tuple[LineRange, ...]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Give the object that `kollegium read --json` prints, ready for the JSON writer."""
        return {
            "format": FORMAT,
            "file": self.file,
            "standard": self.standard,
            "review_type": self.review_type,
            "care_provider": self.care_provider,
            "unit": self.unit,
            "specialty": self.specialty,
            "visit": _period_json(self.visit),
            "report_date": _iso(self.report_date),
            "reviewers": list(self.reviewers),
            "strengths": list(self.strengths),
            "weaknesses": list(self.weaknesses),
            "improvements": list(self.improvements),
            "areas": {key: _area_json(area) for key, area in self.areas.items()},
            "action_plan": [_action_json(action) for action in self.action_plan],
            "verdicts": dict(self.verdicts),
            "doubts": [doubt.as_json() for doubt in self.doubts],
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _period_json(period: ReadPeriod | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {"text": period.text, "from": _iso(period.first), "to": _iso(period.last)}


def _area_json(area: ReadArea) -> dict[str, Any]:
    return {
        "title": area.title,
        "narrative": area.narrative,
        "criteria": list(area.criteria),
        "grade_at_visit": area.grade_at_visit,
        "grade_now": area.grade_now,
        "grade_quote": area.grade_quote,
    }


def _action_json(action: ReadAction) -> dict[str, Any]:
    due, follow_up = action.due, action.follow_up
    return {
        "area": action.area_key,
        "criterion": action.criterion_key,
        "action": action.action,
        "due": {"text": due.text, "date": _iso(due.date), "done": due.done} if due else None,
        "responsible": action.responsible,
        "follow_up": {"text": follow_up.text, "date": _iso(follow_up.date)} if follow_up else None,
        "follow_up_responsible": action.follow_up_responsible,
    }
