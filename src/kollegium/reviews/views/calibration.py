"""The calibration of a case: each proposed grade beside those for like findings, with comments and advice."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain.case_access import CaseObject
from kollegium.reviews.actions.calibration import NewComment, answer_comment, comment_on_grade
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.calibration import AnswerCommentForm, CommentOnGradeForm
from kollegium.reviews.models import Advice, ReviewPart
from kollegium.reviews.queries.calibration import comments_on, compared_with, part_of_comment
from kollegium.reviews.queries.judging import judged_part, part_of_case, parts_of
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.shown.calibration import shown_area
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.navigation import Tab
from kollegium.ui.saving import saved

TAB = "reviews:calibration"
# What was typed and refused. Shape: area key or id of a comment → form.
NOTHING_REFUSED: Mapping[str | int, Any] = {}


@login_required
@require_safe
def calibration(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show every proposed grade of a part beside those for like findings."""
    case = get_open_case_for(request.actor, review_id, CaseObject.CALIBRATION)  # type: ignore[attr-defined]
    parts = parts_of(case)
    part = next((one for one in parts if one.key == request.GET.get("part")), parts[0])
    return _page(request, case, part, parts)


@login_required
@require_http_methods(["POST"])
def comment_grade(request: HttpRequest, review_id: int, part_id: int, area_key: str) -> HttpResponse:
    """Keep a comment with an advice on one proposed grade."""
    case = get_open_case_for(request.actor, review_id, CaseObject.CALIBRATION)  # type: ignore[attr-defined]
    if not case.may_write(CaseObject.CALIBRATION):
        return render(request, "403.html", status=403)
    part = part_of_case(case, part_id)
    form = CommentOnGradeForm(request.POST, auto_id=f"{area_key}-%s")

    def save() -> None:
        new = NewComment(part_id, area_key, Advice(form.cleaned_data["advice"]), form.cleaned_data["text"])
        comment_on_grade(review_id=review_id, comment=new, now=timezone.now(), by=request.actor)  # type: ignore[attr-defined]

    if saved(form, save, case_refusal):
        messages.success(request, _("The comment is kept."))
        return redirect(f"{reverse(TAB, args=[review_id])}?part={part.key}#area-{area_key}")
    return _page(request, case, part, parts_of(case), {area_key: form}, status=422)


@login_required
@require_http_methods(["POST"])
def answer_comment_on_grade(request: HttpRequest, review_id: int, comment_id: int) -> HttpResponse:
    """Keep what the team answers to one comment."""
    case = get_open_case_for(request.actor, review_id, CaseObject.CALIBRATION_ANSWERS)  # type: ignore[attr-defined]
    if not case.may_write(CaseObject.CALIBRATION_ANSWERS):
        return render(request, "403.html", status=403)
    part, area_key = part_of_comment(case.review, comment_id)
    form = AnswerCommentForm(request.POST, auto_id=f"answer-{comment_id}-%s")

    def save() -> None:
        text = form.cleaned_data["text"]
        answer_comment(
            review_id=review_id,
            comment_id=comment_id,
            text=text,
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, case_refusal):
        messages.success(request, _("The answer is kept."))
        return redirect(f"{reverse(TAB, args=[review_id])}?part={part.key}#area-{area_key}")
    return _page(request, case, part, parts_of(case), {comment_id: form}, status=422)


def _page(
    request: HttpRequest,
    case: OpenCase,
    part: ReviewPart,
    parts: list[ReviewPart],
    refused: Mapping[str | int, Any] = NOTHING_REFUSED,
    *,
    status: int = 200,
) -> HttpResponse:
    judged = judged_part(case, part)
    compared = compared_with(request.actor, case.review, part, judged.standard)  # type: ignore[attr-defined]
    comments = comments_on(part)
    may_write = case.may_write(CaseObject.CALIBRATION)
    address = reverse(TAB, args=[case.review.pk])
    titles = {item.key: item.title(language_now()) for item in judged.standard.service_parts}
    areas = []
    for area in judged.standard.areas:
        form = refused.get(area.key) or CommentOnGradeForm(auto_id=f"{area.key}-%s")
        shown = shown_area(judged, area, compared, comments.get(area.key, []))
        if case.may_write(CaseObject.CALIBRATION_ANSWERS):
            _offer_answers(case, shown["comments"], refused)
        areas.append(
            {
                **shown,
                "form": form if may_write else None,
                "is_open": form.is_bound,
                "url": reverse("reviews:comment_grade", args=[case.review.pk, part.pk, area.key]),
            }
        )
    context = {
        **frame(case, TAB),
        "areas": areas,
        "compared_count": len(compared.reviews),
        "part_tabs": [
            Tab(titles.get(one.key, one.key), f"{address}?part={one.key}", one == part) for one in parts
        ]
        if len(parts) > 1
        else [],
    }
    return render(request, "reviews/cases/calibration.html", context, status=status)


def _offer_answers(case: OpenCase, comments: list[dict[str, Any]], refused: Mapping[str | int, Any]) -> None:
    """Put a form at each comment that has no answer, and at the one whose answer was refused."""
    for comment in comments:
        number = comment["pk"]
        form = refused.get(number) or AnswerCommentForm(auto_id=f"answer-{number}-%s")
        if not comment["answer"] or form.is_bound:
            comment["form"], comment["is_open"] = form, form.is_bound
            comment["url"] = reverse("reviews:answer_comment", args=[case.review.pk, number])
