"""The reconsideration of a decision: the unit asks, the review office decides, both read what became of it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.reviews.actions.reconsideration import ask_for_reconsideration, decide_reconsideration
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.reconsideration import AskForm, DecideForm, GradedArea
from kollegium.reviews.models import GradeRound
from kollegium.reviews.queries.decision import grades_in
from kollegium.reviews.queries.judging import parts_of
from kollegium.reviews.queries.one_review import place_of
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.queries.reconsideration import ReconsiderationStory, reconsideration_of
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.reviews.views.cases import frame
from kollegium.reviews.views.letters import letter_links
from kollegium.ui.components.grades import ShownGrade
from kollegium.ui.saving import saved

TAB = "reviews:reconsideration"
ASK_FIELDS = {"reconsideration-no-areas": "areas", "reconsideration-empty": "reason"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reconsideration(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show what was asked and decided, with a form to those who may ask; keep what the unit asks for."""
    case = get_open_case_for(request.actor, review_id, CaseObject.RECONSIDERATION)  # type: ignore[attr-defined]
    is_sent = request.method == "POST"
    if is_sent and Viewer.UNIT not in case.viewers:
        return render(request, "403.html", status=403)
    story = reconsideration_of(case.review)
    may_ask = Viewer.UNIT in case.viewers and case.may_write(CaseObject.RECONSIDERATION)
    form = None
    if is_sent or (may_ask and story.has_time(timezone.localdate())):
        form = AskForm(request.POST if is_sent else None, graded=_graded(case))

    def save() -> None:
        ask_for_reconsideration(
            review_id=review_id,
            areas=form.asked() if form else (),
            reason=form.cleaned_data["reason"] if form else "",
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if form is not None and saved(form, save, case_refusal, field_of=ASK_FIELDS.get):
        messages.success(
            request, _("The request is sent. The review office decides, and you get a letter then.")
        )
        return redirect(TAB, review_id)
    return _page(request, case, story, ask=form)


@login_required
@require_POST
def reconsideration_decide(request: HttpRequest, review_id: int) -> HttpResponse:
    """Keep what the office decides about each area asked about."""
    case = get_open_case_for(request.actor, review_id, CaseObject.RECONSIDERATION)  # type: ignore[attr-defined]
    if Viewer.OFFICE not in case.viewers:
        return render(request, "403.html", status=403)
    story = reconsideration_of(case.review)
    if story.asked is None:
        messages.error(request, _("The unit has not asked for reconsideration."))
        return redirect(TAB, review_id)
    form = DecideForm(request.POST, graded=_asked_about(case, story))
    if form.is_valid():
        try:
            decide_reconsideration(
                review_id=review_id,
                answers=form.answers(),
                now=timezone.now(),
                by=request.actor,  # type: ignore[attr-defined]
            )
        except Refused as refused:
            place = form.field_of(refused.code, str(refused.params.get("area", "")))
            form.add_error(place, case_refusal(refused.code, refused.params))
        else:
            messages.success(request, _("The reconsideration is decided. The unit gets a letter."))
            return redirect(TAB, review_id)
    return _page(request, case, story, decide=form)


def _page(
    request: HttpRequest,
    case: OpenCase,
    story: ReconsiderationStory,
    *,
    ask: AskForm | None = None,
    decide: DecideForm | None = None,
) -> HttpResponse:
    is_refused = any(form is not None and form.is_bound for form in (ask, decide))
    may_decide = Viewer.OFFICE in case.viewers and case.may_write(CaseObject.RECONSIDERATION)
    if decide is None and story.waits and may_decide:
        decide = DecideForm(graded=_asked_about(case, story))
    context = {
        **frame(case, TAB),
        "story": story,
        "has_time": story.has_time(timezone.localdate()),
        "ask": ask,
        "decide": decide,
        "rows": _rows(case, story),
        "letters": letter_links("reconsideration_letter", case.review.pk)
        if story.asked and story.asked.decided_at
        else [],
        "may_read_review": request.actor.may(Permission.READ_REVIEWS, place_of(case.review)),  # type: ignore[attr-defined]
    }
    return render(request, "reviews/cases/reconsideration.html", context, status=422 if is_refused else 200)


def _graded(case: OpenCase) -> list[GradedArea]:
    """Give every decided area of every report, in their order."""
    standard = standards.load(case.review.standard_key)
    titles = {item.key: item.title(language_now()) for item in standard.service_parts}
    has_parts = len(parts_of(case)) > 1
    return [
        GradedArea(
            grade,
            area := standard.area(grade.area_key),
            titles.get(grade.part.key, "") if has_parts else "",
            area.title(language_now()),
        )
        for grade in grades_in(case.review, GradeRound.DECISION).values()
    ]


def _asked_about(case: OpenCase, story: ReconsiderationStory) -> list[GradedArea]:
    asked = {(area.part_id, area.area_key) for area in story.areas}
    return [one for one in _graded(case) if one.spot in asked]


def _rows(case: OpenCase, story: ReconsiderationStory) -> list[dict[str, Any]]:
    """Give each area asked about with its grades before and after."""
    answers = {(area.part_id, area.area_key): area.grade for area in story.areas}
    rows = []
    for one in _asked_about(case, story):
        answer = answers[one.spot]
        rows.append(
            {
                "part": one.part,
                "key": one.area.key,
                "title": one.title,
                "before": ShownGrade(now=mark_of(one.area, one.grade.outcome)),
                "after": ShownGrade(now=mark_of(one.area, answer.outcome)) if answer else None,
                "is_moved": answer is not None and answer.outcome != one.grade.outcome,
                "reason": answer.reason if answer else "",
            }
        )
    return rows
