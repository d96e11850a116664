"""The decision on a case: the office makes the grades final; afterwards the page is the letter about it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.domain.standard import Area
from kollegium.reviews.actions.decision import decide_review
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.decision import DecisionForm
from kollegium.reviews.models import Advice, Grade, GradeRound
from kollegium.reviews.queries.calibration import advice_on
from kollegium.reviews.queries.decision import grades_in, is_decided_here
from kollegium.reviews.queries.judging import parts_of
from kollegium.reviews.queries.one_review import place_of
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.queries.reconsideration import reconsideration_of
from kollegium.reviews.queries.report_text import sections_of
from kollegium.reviews.shown.flagged import flagged_sentences
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.reviews.views.cases import frame
from kollegium.reviews.views.letters import letter_links
from kollegium.ui.components.grades import ShownGrade

TAB = "reviews:decision"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, review_id: int) -> HttpResponse:
    """Decide the grades, or show what was decided."""
    case = get_open_case_for(request.actor, review_id, CaseObject.DECISION)  # type: ignore[attr-defined]
    may_decide = case.may_write(CaseObject.DECISION)
    if request.method == "POST" and not may_decide:
        return render(request, "403.html", status=403)
    form = _form(request, case) if may_decide else None
    if form is not None and form.is_bound and form.is_valid() and _decided(request, form, review_id):
        messages.success(request, _("The review is decided."))
        return redirect(TAB, review_id)
    context = {**frame(case, TAB), "form": form, "case_rows": _rows(case, form)}
    context["may_read_review"] = request.actor.may(Permission.READ_REVIEWS, place_of(case.review))  # type: ignore[attr-defined]
    is_lettered = case.may_read(CaseObject.DECISION_LETTER) and is_decided_here(case.review)
    context["letters"] = letter_links("decision_letter", review_id) if is_lettered else []
    context["may_ask_until"] = _may_ask_until(case)
    if form is not None:
        context["flagged"] = _flagged(case)
    return render(
        request, "reviews/cases/decision.html", context, status=422 if request.method == "POST" else 200
    )


def _may_ask_until(case: OpenCase) -> date | None:
    """Give the last day on which the unit that reads the decision may ask for reconsideration."""
    if Viewer.UNIT not in case.viewers or not case.may_write(CaseObject.RECONSIDERATION):
        return None
    story = reconsideration_of(case.review)
    return story.last_day if story.has_time(timezone.localdate()) else None


def _form(request: HttpRequest, case: OpenCase) -> DecisionForm:
    standard = standards.load(case.review.standard_key)
    proposed = [
        (grade, standard.area(grade.area_key))
        for grade in grades_in(case.review, GradeRound.PROVISIONAL).values()
    ]
    initial = {"version": case.review.version, "case_number": case.review.case_number}
    return DecisionForm(
        request.POST if request.method == "POST" else None,
        proposed=proposed,
        advised_against={place for place, advice in _advice(case).items() if advice == Advice.RECONSIDER},
        initial=initial,
    )


def _advice(case: OpenCase) -> dict[tuple[int, str], str]:
    return advice_on(case.review) if case.may_read(CaseObject.CALIBRATION) else {}


def _decided(request: HttpRequest, form: DecisionForm, review_id: int) -> bool:
    try:
        decide_review(
            review_id=review_id,
            decision=form.decision(),
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )
    except Refused as refused:
        place = form.field_of(refused.code, str(refused.params.get("area", "")))
        form.add_error(place, case_refusal(refused.code, refused.params))
        if refused.code == "changed-meanwhile":
            case = get_open_case_for(request.actor, review_id, CaseObject.DECISION)  # type: ignore[attr-defined]
            form.refill_version(case.review.version)
        return False
    return True


def _rows(case: OpenCase, form: DecisionForm | None) -> list[dict[str, Any]]:
    """Give each area with its proposed grade, and the decided one or the fields that decide it."""
    standard = standards.load(case.review.standard_key)
    titles = {item.key: item.title(language_now()) for item in standard.service_parts}
    decided = grades_in(case.review, GradeRound.DECISION)
    fields = {(row.grade.part_id, row.grade.area_key): row for row in form.rows()} if form else {}
    advice = _advice(case)
    rows = []
    for place, grade in grades_in(case.review, GradeRound.PROVISIONAL).items():
        area, final = standard.area(grade.area_key), decided.get(place)
        rows.append(
            {
                "part": titles.get(grade.part.key, ""),
                "key": area.key,
                "title": area.title(language_now()),
                "proposed": _mark(area, grade),
                "proposed_reason": grade.reason,
                "decided": _mark(area, final) if final else None,
                "is_moved": final is not None and final.outcome != grade.outcome,
                "reason": final.reason if final else "",
                "by": final.decided_by.name if final and final.decided_by else "",
                "on": final.decided_on if final else None,
                "fields": fields.get(place),
                "is_advised_against": advice.get(place) == Advice.RECONSIDER,
            }
        )
    return rows


def _mark(area: Area, grade: Grade) -> ShownGrade:
    return ShownGrade(now=mark_of(area, grade.outcome))


def _flagged(case: OpenCase) -> list[dict[str, object]]:
    standard = standards.load(case.review.standard_key)
    return [
        one
        for part in parts_of(case)
        for found in flagged_sentences(sections_of(part, standard)).values()
        for one in found
    ]
