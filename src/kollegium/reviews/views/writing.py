"""The report of a case as it is written: boxes of the summary and areas, each with what was found beside it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.reviews.actions.writing import write_section
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.writing import SectionForm
from kollegium.reviews.models import ReviewPart
from kollegium.reviews.queries.judging import JudgedPart, judged_part, part_of_case, parts_of
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.queries.report_text import (
    Section,
    findings_of,
    section_keys,
    section_of,
    sections_of,
)
from kollegium.reviews.shown.flagged import flagged_sentences
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.reviews.shown.titles import section_title
from kollegium.reviews.views.answers import wants_json
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.grades import ShownGrade
from kollegium.ui.components.navigation import Tab
from kollegium.ui.saving import saved


@login_required
@require_safe
def case_report(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show the report as it stands, with a form for each section to those who write it."""
    case = get_open_case_for(request.actor, review_id, CaseObject.REPORT)  # type: ignore[attr-defined]
    parts = parts_of(case)
    chosen = next((part for part in parts if part.key == request.GET.get("part")), parts[0])
    return _page(request, case, chosen)


@login_required
@require_POST
def save_section(request: HttpRequest, review_id: int, part_id: int, key: str) -> HttpResponse:
    """Keep the text of one section: from a script as JSON, else back to the section.

    A script sends one at every pause in writing: what a page would show is fetched only when nothing could be kept.
    """
    form = SectionForm(request.POST, section=Section(key, ""))
    kept: list[Section] = []

    def save() -> None:
        written = write_section(
            review_id=review_id,
            part_id=part_id,
            key=key,
            text=form.cleaned_data["text"],
            expected_mark=form.cleaned_data["version"],
            by=request.actor,  # type: ignore[attr-defined]
        )
        kept.append(written)

    is_saved = saved(form, save, case_refusal, version="")
    if is_saved and wants_json(request):
        return JsonResponse({"version": kept[0].mark})
    case = get_open_case_for(request.actor, review_id, CaseObject.REPORT)  # type: ignore[attr-defined]
    if not case.may_write(CaseObject.REPORT):
        return render(request, "403.html", status=403)
    part = part_of_case(case, part_id)
    if is_saved:
        address = reverse("reviews:case_report", args=[review_id])
        return redirect(f"{address}?part={part.key}#section-{key}")
    standard = standards.load(case.review.standard_key)
    if key not in section_keys(standard):
        raise Http404
    if wants_json(request):
        return JsonResponse({"message": " ".join(form.non_field_errors())}, status=422)
    standing = section_of(part, key)
    if form.is_changed_meanwhile:
        form.refill_version(standing.mark)
    form.fields["text"].label = section_title(standard, standing)
    return _page(request, case, part, {key: form}, status=422)


def _page(
    request: HttpRequest,
    case: OpenCase,
    part: ReviewPart,
    forms: dict[str, SectionForm] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    judged = judged_part(case, part)
    may_write = case.may_write(CaseObject.REPORT)
    titles = {item.key: item.title(language_now()) for item in judged.standard.service_parts}
    address = reverse("reviews:case_report", args=[case.review.pk])
    parts = parts_of(case)
    sections = sections_of(part, judged.standard)
    flagged = flagged_sentences(sections) if may_write else {}
    context = {
        **frame(case, "reviews:case_report"),
        "sections": [
            {
                **_shown(judged, section, (forms or {}).get(section.key), may_write=may_write),
                "flagged": flagged.get(section.key, []),
            }
            for section in sections
        ],
        "may_write": may_write,
        "part_tabs": [
            Tab(titles.get(one.key, one.key), f"{address}?part={one.key}", one == part) for one in parts
        ]
        if len(parts) > 1
        else [],
    }
    return render(request, "reviews/cases/report.html", context, status=status)


def _shown(
    judged: JudgedPart, section: Section, form: SectionForm | None, *, may_write: bool
) -> dict[str, Any]:
    title, found = section_title(judged.standard, section), []
    grade = None
    if section.area_key:
        found = [
            {
                "key": item.key,
                "text": item.text_sv,
                "outcome": one.outcome,
                "note": one.note,
                # What was agreed without a note of its own rests on what each wrote.
                "notes": judged.notes_on(item.key) if may_write and not one.note else [],
            }
            for item, one in findings_of(judged, section.area_key)
        ]
        standing = judged.grades.get(section.area_key)
        if standing:
            grade = ShownGrade(now=mark_of(judged.standard.area(section.area_key), standing.outcome))
    return {
        "key": section.key,
        "title": title,
        "standing": section.text,
        "paragraphs": [line for line in section.text.split("\n") if line.strip()],
        "is_list": not section.area_key,
        "found": found,
        "grade": grade,
        "form": (form or SectionForm(section=section, label=title)) if may_write else None,
        "url": reverse("reviews:save_section", args=[judged.part.review_id, judged.part.pk, section.key]),
    }
