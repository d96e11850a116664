"""What a synthetic report holds, and what a reader must find in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class SummaryLayout(StrEnum):
    """How the three summary lists stand in a text file."""

    STACKED = "stacked"  # three headings, then the points of all three: as text boxes come out
    HEADED = "headed"  # each heading above its own points


class GradeShown(StrEnum):
    """How a report gives its grades."""

    LOST = "lost"  # only the scale's sentences, the choice was a graphic
    WRITTEN = "written"  # "Gradering: B"
    DRAWN = "drawn"  # the box before one of the scale's sentences is filled (PDF, DOCX)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a report is laid out; each is a way real reports differ.

    Units: `width` characters per line of a text file, `page_lines` printed lines per page.
    """

    summary: SummaryLayout = SummaryLayout.STACKED
    grades: GradeShown = GradeShown.LOST
    displaced_criteria: bool = True  # the next area's title and narrative come before the criteria
    blank_after_line: bool = True
    area_letters: bool = True
    label_colon: bool = True
    value_on_label_line: bool = True
    plan_names_unit: bool = True
    lettered_titles: bool = False  # "A. Verksamheten" instead of "Verksamheten"
    width: int = 88
    page_lines: int = 46


@dataclass(frozen=True, slots=True)
class Cover:
    """The facts of a cover page."""

    review_type: str
    care_provider: str
    visit_text: str
    visit_from: date
    visit_to: date
    report_date: date
    reviewers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as somebody wrote it, and what it means."""

    text: str
    day: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class SyntheticAction:
    """One item of the action plan; `action` holds its paragraphs."""

    area_key: str
    criterion_key: str
    action: tuple[str, ...]
    due: WrittenDate
    responsible: str
    follow_up: WrittenDate
    follow_up_responsible: str


@dataclass(frozen=True, slots=True)
class SyntheticArea:
    """One area: its narrative in paragraphs, the sentence on the grade after a plan, the grades."""

    key: str
    title: str
    paragraphs: tuple[str, ...]
    criteria: tuple[str, ...]
    grade_sentence: str | None = None
    grade_quote: str | None = None
    grade_at_visit: str | None = None
    grade_now: str | None = None
    shown_grade: str | None = None  # written or drawn, where the layout shows grades

    @property
    def narrative(self) -> tuple[str, ...]:
        """The paragraphs with the sentence on the grade."""
        return (*self.paragraphs, self.grade_sentence) if self.grade_sentence else self.paragraphs


@dataclass(frozen=True, slots=True)
class SyntheticReport:
    """A whole invented report.

    `names_specialty` says that a narrative names the trainees' specialty, so that it can be known
    without cover and plan heading.
    """

    seed: int
    standard_key: str
    unit: str
    specialty: str
    layout: Layout
    areas: tuple[SyntheticArea, ...]
    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    improvements: tuple[str, ...] = ()
    cover: Cover | None = None
    actions: tuple[SyntheticAction, ...] = ()
    names_specialty: bool = False

    @property
    def is_at(self) -> bool:
        """Whether this is a report on allmäntjänstgöring."""
        return self.standard_key == "at-spur"


def expected_reading(report: SyntheticReport, *, kind: str, file_name: str) -> dict[str, Any]:
    """Return the JSON object a reader must print for a report, without its doubts.

    `kind` is "text", "pdf" or "docx": a drawn grade is there only in the latter two. Paragraphs of
    narratives and actions are joined by one space; compare with white space folded.
    """
    names_unit = report.cover is not None or (bool(report.actions) and report.layout.plan_names_unit)
    cover = report.cover
    return {
        "format": "kollegium-reading/1",
        "file": file_name,
        "standard": report.standard_key,
        "review_type": cover.review_type if cover else None,
        "care_provider": cover.care_provider if cover else None,
        "unit": report.unit if names_unit else None,
        "specialty": report.specialty if names_unit or report.names_specialty else None,
        "visit": (
            {"text": cover.visit_text, "from": cover.visit_from.isoformat(), "to": cover.visit_to.isoformat()}
            if cover
            else None
        ),
        "report_date": cover.report_date.isoformat() if cover else None,
        "reviewers": list(cover.reviewers) if cover else [],
        "strengths": list(report.strengths),
        "weaknesses": list(report.weaknesses),
        "improvements": list(report.improvements),
        "areas": {area.key: _expected_area(area, report.layout, kind) for area in report.areas},
        "action_plan": [_expected_action(action) for action in report.actions],
        "verdicts": {},
    }


def _expected_area(area: SyntheticArea, layout: Layout, kind: str) -> dict[str, Any]:
    at_visit, now = area.grade_at_visit, area.grade_now
    is_shown = layout.grades is GradeShown.WRITTEN or (layout.grades is GradeShown.DRAWN and kind != "text")
    if is_shown and area.shown_grade:
        now = area.shown_grade
        at_visit = at_visit or area.shown_grade
    quote = area.grade_quote
    if layout.grades is GradeShown.WRITTEN and area.shown_grade:
        quote = f"Gradering: {area.shown_grade}"
    return {
        "title": area.title,
        "narrative": " ".join(area.narrative),
        "criteria": list(area.criteria),
        "grade_at_visit": at_visit,
        "grade_now": now,
        "grade_quote": quote,
    }


def _expected_action(action: SyntheticAction) -> dict[str, Any]:
    due, follow_up = action.due, action.follow_up
    return {
        "area": action.area_key,
        "criterion": action.criterion_key,
        "action": " ".join(action.action),
        "due": {"text": due.text, "date": due.day.isoformat() if due.day else None, "done": due.done},
        "responsible": action.responsible,
        "follow_up": {"text": follow_up.text, "date": follow_up.day.isoformat() if follow_up.day else None},
        "follow_up_responsible": action.follow_up_responsible,
    }
