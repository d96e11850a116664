"""A printed review in codes, for programs: the same facts as the tree, unknown ones as null."""

from typing import Any

from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Area, Criterion, Outcome, RequirementLevel, Standard
from kollegium.reviews.report import PrintedDate, ReportArea, ReportPlanItem, ReviewReport

FORMAT = "kollegium-report/1"


def report_data(report: ReviewReport, standard: Standard, language: str) -> dict[str, Any]:
    """Give a review as plain JSON.

    Shape: ``format`` names structure and version; ``areas`` has every area of the standard with every
    criterion; outcomes, verdicts and levels are the keys that Kollegium stores; dates are ISO days.
    """
    areas = {area.key: area for area in report.areas}
    return {
        "format": FORMAT,
        "case_number": report.case_number or None,
        "unit": report.unit,
        "care_provider": report.care_provider or None,
        "specialty": report.specialty or None,
        "service_part": report.service_part or None,
        "review_type": report.review_type or None,
        "standard": {"key": standard.key, "title": standard.title(language)},
        "visit": _date(report.visit),
        "report_date": _date(report.report_date),
        "reviewers": list(report.reviewers),
        "strengths": list(report.strengths),
        "weaknesses": list(report.weaknesses),
        "improvements": list(report.improvements),
        "areas": [
            _area(area, areas.get(area.key, ReportArea(area.key)), language) for area in standard.areas
        ],
        "action_plan": [_plan_item(item) for item in report.plan],
        "notices": list(report.notices),
        "text_language": report.text_language,
    }


def _area(area: Area, said: ReportArea, language: str) -> dict[str, Any]:
    return {
        "key": area.key,
        "title": area.title(language),
        "narrative": said.narrative or None,
        "grade_at_visit": _grade(area, said.outcome_decided),
        "grade_now": _grade(area, said.outcome_now),
        "is_after_action_plan": said.round_now == "action_plan",
        "round_now": said.round_now or None,
        "criteria": [
            _criterion(criterion, level, said.verdicts.get(criterion.key))
            for level in RequirementLevel
            for criterion in area.at_level(level)
        ],
    }


def _criterion(criterion: Criterion, level: RequirementLevel, verdict: Verdict | None) -> dict[str, Any]:
    return {
        "key": criterion.key,
        "level": level.value,
        "text": criterion.text_sv,
        "verdict": verdict.value if verdict else None,
    }


def _grade(area: Area, outcome: Outcome | None) -> dict[str, str | None] | None:
    return {"letter": area.scale.letter_of(outcome), "outcome": outcome.value} if outcome else None


def _plan_item(item: ReportPlanItem) -> dict[str, Any]:
    return {
        "area": item.area_key or None,
        "criterion": item.criterion_key or None,
        "criterion_text": item.criterion_text or None,
        "action": item.action or None,
        "due": _date(item.due),
        "responsible": item.responsible or None,
        "follow_up": _date(item.follow_up),
        "follow_up_responsible": item.follow_up_responsible or None,
    }


def _date(moment: PrintedDate) -> dict[str, str | None] | None:
    if not (moment.text or moment.first or moment.last):
        return None
    first, last = moment.first or moment.last, moment.last or moment.first
    return {
        "text": moment.text or None,
        "from": first.isoformat() if first else None,
        "to": last.isoformat() if last else None,
    }
