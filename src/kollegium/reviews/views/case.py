"""The page of one review, its history, and the printed report."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from kollegium.domain.roles import Permission
from kollegium.printing import PrintingFailed
from kollegium.printing.tree import LANGUAGES
from kollegium.reviews import queries
from kollegium.reviews.actions.publish import FINISHED_STATES
from kollegium.reviews.content import content_of, corrections_of
from kollegium.reviews.correction_words import shown_corrections
from kollegium.reviews.history_words import history_entries
from kollegium.reviews.links import links_of_review
from kollegium.reviews.models import CaseState, SummaryHeading
from kollegium.reviews.printed_files import (
    MEDIA_TYPES,
    could_not_print,
    file_links,
    file_response,
    review_file,
)
from kollegium.reviews.queries.corrections import may_correct
from kollegium.reviews.queries.history import names_of_places
from kollegium.reviews.queries.report_text import AREA_PREFIX
from kollegium.reviews.shown.areas import AreaLinks, shown_areas, tiles_of
from kollegium.reviews.shown.plan import plan_summary, shown_plan
from kollegium.reviews.shown.sections import area_sections, box_cards, plan_list
from kollegium.reviews.wording import KIND_NAMES, STATE_NAMES
from kollegium.ui.components.navigation import Tab
from kollegium.ui.components.records import day, days
from kollegium.ui.page_addresses import around_key, page_address


@login_required
@require_safe
def review_page(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show one review: grades first, then why, then everything."""
    actor = request.actor  # type: ignore[attr-defined]
    case = queries.get_case_for(actor, review_id)
    part = chosen_part(case, request.GET.get("part", ""))
    place = queries.place_of(case.review)
    is_open = case.review.state not in (CaseState.TAKEN_BACK, CaseState.WITHDRAWN)
    corrects = may_correct(actor, case.review)
    may_edit = is_open and actor.may(Permission.EDIT_REVIEWS, place)
    may_edit = may_edit and (corrects or not case.is_corrected_openly)
    may_grade = is_open and actor.may(Permission.OVERRULE_GRADES, place)
    today = timezone.localdate()
    areas = shown_areas(
        case,
        part,
        _links(case, part, may_edit=may_edit, may_grade=may_grade, may_correct=is_open and corrects),
    )
    context = {
        "case": case,
        "review": case.review,
        "part": part,
        "part_tabs": part_tabs(case, part),
        "facts": facts_of(case),
        "line": header_line(case),
        "tiles": tiles_of(areas),
        "area_sections": area_sections(areas),
        "deciding": [(area.key, area.deciding) for area in areas if area.deciding],
        "boxes": box_cards(_boxes(case, part, may_correct=is_open and corrects)),
        "corrections": shown_corrections(corrections_of(case)),
        "is_behind": case.is_behind,
        "plan": plan_list(shown_plan(case, part, as_of=today, may_correct=is_open and corrects)),
        "plan_summary": plan_summary(part.plan, as_of=today),
        "may_edit": may_edit,
        "may_publish": is_open and actor.may(Permission.PUBLISH_REVIEWS, place),
        "is_finished": case.review.state in FINISHED_STATES,
        "may_read_history": actor.may(Permission.READ_REVIEW_HISTORY, place),
        "is_taken_back": not is_open,
        "links": links_of_review(actor, review_id),
        "state": STATE_NAMES[case.review.state],
        "prints": _print_links(review_id, part),
    }
    return render(request, "reviews/review.html", context)


def chosen_part(case: queries.ReviewCase, key: str) -> queries.CasePart:
    """Give the part an address names, or the first. Raises Http404 for a part there is not."""
    if not key:
        return case.parts[0]
    found = next((part for part in case.parts if part.key == key), None)
    if found is None:
        raise Http404
    return found


def part_tabs(case: queries.ReviewCase, current: queries.CasePart) -> list[Tab]:
    """Give the tabs of a review that has several reports; none for one."""
    if len(case.parts) == 1:
        return []
    titles = {item.key: item.title("sv") for item in case.standard.service_parts}
    address = reverse("reviews:review", args=[case.review.pk])
    return [
        Tab(titles.get(part.key, part.key), f"{address}?part={part.key}", part is current)
        for part in case.parts
    ]


def header_line(case: queries.ReviewCase) -> list[Any]:
    """Give what stands under the unit's name: kind, visit, state."""
    review = case.review
    visit = days(review.visit_from, review.visit_to) or review.visit_text
    line: list[Any] = [KIND_NAMES[review.kind]]
    if visit:
        line.append(format_html(pgettext("line under a heading", "visit {days}"), days=visit))
    if case.publication and case.publication.is_public:
        line.append(_("published"))
    return line


def facts_of(case: queries.ReviewCase) -> list[tuple[str, object]]:
    """Give the facts of a review as terms and values; empty ones are left out by the page."""
    review = case.review
    return [
        (_("Case number"), review.case_number),
        (_("State"), STATE_NAMES[review.state]),
        (_("Visit"), review.visit_text or days(review.visit_from, review.visit_to)),
        (_("Report date"), review.report_date_text or day(review.report_date)),
        (_("Care provider"), review.care_provider.name if review.care_provider else ""),
        (_("Region"), review.unit.region.name),
    ]


def summary_boxes(part: queries.CasePart) -> list[tuple[str, tuple[str, ...]]]:
    """Give the three boxes a report opens with."""
    titles = {
        SummaryHeading.STRENGTHS: _("Strengths"),
        SummaryHeading.WEAKNESSES: _("Weaknesses"),
        SummaryHeading.IMPROVEMENTS: _("Areas for improvement"),
    }
    return [(title, part.summary.get(heading.value, ())) for heading, title in titles.items()]


@login_required
@require_safe
def history_page(request: HttpRequest, review_id: int) -> HttpResponse:
    """Tell what happened to a review, in words, newest first."""
    actor = request.actor  # type: ignore[attr-defined]
    review = queries.get_review_for(actor, review_id)
    if not actor.may(Permission.READ_REVIEW_HISTORY, queries.place_of(review)):
        raise Http404
    case = queries.case_of(review)
    # What unit, reviewers and office said to each other is told on the pages of the case.
    history = queries.history_of(review).without(
        "factcheck",
        "remark",
        "calibrationcomment",
        "caseexport",
        "reconsideration",
        "reconsideredarea",
        "reviewfeedback",
    )
    entries = history_entries(history, case.standard, names_of_places(history))
    context = {"review": review, "line": header_line(case), "entries": entries}
    return render(request, "reviews/history.html", context)


@login_required
@require_safe
def report_file(request: HttpRequest, review_id: int, extension: str) -> HttpResponse:
    """Print the review as PDF, Word, web page or JSON, in Swedish or English."""
    case = queries.get_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    part = chosen_part(case, request.GET.get("part", ""))
    language, today = asked_language(request), timezone.localdate()
    try:
        data = review_file(
            content_of(case), extension, language=language, printed_on=today, part_key=part.key
        )
    except PrintingFailed:
        return could_not_print()
    response = file_response(data, extension, name=report_name(case.review.unit.name, case.review.visit_from))
    response["Cache-Control"] = "private, no-store"
    return response


def asked_language(request: HttpRequest) -> str:
    """Give the language asked for, or the page's own."""
    asked = request.GET.get("language") or request.LANGUAGE_CODE[:2]
    return asked if asked in LANGUAGES else "sv"


def report_name(unit: str, visited_on: object) -> str:
    """Give the name of a printed report's file, without ending."""
    return "-".join(filter(None, (_("review"), slugify(unit), str(visited_on or ""))))


def _boxes(
    case: queries.ReviewCase, part: queries.CasePart, *, may_correct: bool
) -> list[tuple[str, tuple[str, ...], str]]:
    """Give the boxes, each with where its text is corrected."""
    keys = [heading.value for heading in SummaryHeading]
    return [
        (title, points, page_address("reviews:text", case.review.pk, part.pk, key) if may_correct else "")
        for (title, points), key in zip(summary_boxes(part), keys, strict=True)
    ]


def _links(
    case: queries.ReviewCase, part: queries.CasePart, *, may_edit: bool, may_grade: bool, may_correct: bool
) -> AreaLinks:
    numbers = case.review.pk, part.pk

    def grade(area_key: str) -> str:
        return page_address("reviews:grade", *numbers, area_key)

    def text(area_key: str) -> str:
        return page_address("reviews:text", *numbers, f"{AREA_PREFIX}{area_key}")

    return AreaLinks(
        grade if may_grade else None,
        around_key("reviews:verdict", *numbers) if may_edit else None,
        text if may_correct else None,
    )


def _print_links(review_id: int, part: queries.CasePart) -> list[tuple[str, str, str]]:
    ending = f"&part={part.key}" if part.key != "whole" else ""
    return file_links(reverse("reviews:report", args=[review_id, "pdf"]), MEDIA_TYPES, ending=ending)
