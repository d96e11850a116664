"""A review's content as the values a printed report takes."""

from collections.abc import Sequence
from datetime import date

from kollegium.domain import standard as standards
from kollegium.domain.grading import Verdict
from kollegium.domain.standard import Outcome
from kollegium.printing import to_json
from kollegium.printing.tree import Document
from kollegium.reviews.content import Content, round_now_of
from kollegium.reviews.correction_words import printed_corrections
from kollegium.reviews.report import PrintedDate, ReportArea, ReportPlanItem, ReviewReport, report_document
from kollegium.reviews.report_data import report_data
from kollegium.reviews.wording import KIND_NAMES, in_language


def printed_review(
    content: Content, *, language: str, printed_on: date, part_key: str = "", notices: Sequence[str] = ()
) -> Document:
    """Give the printed review in Swedish ("sv") or English ("en"); the first part unless another is named.

    **Raises** KeyError when the review has no such part.
    """
    standard = standards.load(content["standard"])
    report = report_values(
        content, language=language, printed_on=printed_on, part_key=part_key, notices=notices
    )
    return report_document(report, standard, language)


def review_as_json(content: Content, *, language: str, printed_on: date, part_key: str = "") -> bytes:
    """Give the printed review as JSON: the tree with its words, and the same facts in codes under ``data``.

    **Raises** KeyError when the review has no such part.
    """
    standard = standards.load(content["standard"])
    report = report_values(content, language=language, printed_on=printed_on, part_key=part_key)
    return to_json(report_document(report, standard, language), data=report_data(report, standard, language))


def report_values(
    content: Content, *, language: str, printed_on: date, part_key: str = "", notices: Sequence[str] = ()
) -> ReviewReport:
    """Give the values of a printed review, for one part of it. Raises KeyError for an unknown part."""
    parts = {part["key"]: part for part in content["parts"]}
    part = parts[part_key] if part_key else content["parts"][0]
    service_parts = {item.key: item for item in standards.load(content["standard"]).service_parts}
    service_part = service_parts.get(part["key"])
    specialty = (
        content["specialty_en"] if language == "en" and content["specialty_en"] else content["specialty"]
    )
    return ReviewReport(
        unit=content["unit"],
        printed_on=printed_on,
        case_number=content.get("case_number") or "",
        review_type=in_language(KIND_NAMES[content["kind"]], language),
        care_provider=content["care_provider"],
        specialty=specialty,
        service_part=service_part.title(language) if service_part else "",
        visit=_date(content["visit"]["text"], content["visit"]["from"], content["visit"]["to"]),
        report_date=_date(content["report_date"]["text"], content["report_date"]["date"]),
        reviewers=tuple(content["reviewers"]),
        strengths=tuple(part["strengths"]),
        weaknesses=tuple(part["weaknesses"]),
        improvements=tuple(part["improvements"]),
        areas=tuple(_area(area) for area in part["areas"]),
        plan=tuple(_plan_item(item) for item in part["plan"]),
        notices=(
            *notices,
            *printed_corrections(content.get("corrections", ()), language, part["key"]),
        ),
    )


def _area(area: Content) -> ReportArea:
    return ReportArea(
        key=area["key"],
        narrative=area["narrative"],
        verdicts={key: Verdict(value) for key, value in area["verdicts"].items()},
        outcome_decided=Outcome(area["at_visit"]) if area["at_visit"] else None,
        outcome_now=Outcome(area["now"]) if area["now"] else None,
        round_now=round_now_of(area),
    )


def _plan_item(item: Content) -> ReportPlanItem:
    return ReportPlanItem(
        area_key=item["area"],
        criterion_key=item["criterion"],
        action=item["action"],
        due=_date(item["due"]["text"], item["due"]["date"]),
        responsible=item["responsible"],
        follow_up=_date(item["follow_up"]["text"], item["follow_up"]["date"]),
        follow_up_responsible=item["follow_up_responsible"],
    )


def _date(text: str, first: str | None, last: str | None = None) -> PrintedDate:
    return PrintedDate(
        text=text,
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
    )
