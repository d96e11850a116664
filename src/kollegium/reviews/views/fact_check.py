"""The fact check of a draft: the unit reads and remarks, reviewers and office answer, the office sets the day."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.domain.passages import chosen_span
from kollegium.reviews.actions import fact_check as actions
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.fact_check import AnswerForm, FactCheckDayForm, RemarkForm
from kollegium.reviews.models import RemarkKind, RemarkOutcome
from kollegium.reviews.queries.fact_check import FactCheckStory, fact_checks_of, get_remark_for
from kollegium.reviews.queries.judging import parts_of
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.queries.report_text import sections_of
from kollegium.reviews.shown.fact_check import shown_parts, shown_remark
from kollegium.reviews.shown.titles import section_title
from kollegium.reviews.views.cases import frame
from kollegium.ui.numbers import typed_number
from kollegium.ui.saving import saved

TAB = "reviews:fact_check"
FIELD_OF = {
    "no-such-passage": "passage",
    "remark-empty": "text",
    "answer-empty": "text",
    "due-in-past": "due_on",
}


@login_required
@require_safe
def fact_check(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show the draft as the unit was sent it, with every remark and answer; an earlier one by its number."""
    case = get_open_case_for(request.actor, review_id, CaseObject.REMARKS)  # type: ignore[attr-defined]
    stories = fact_checks_of(case)
    number = typed_number(request.GET.get("number"))
    story = next((one for one in stories if one.check.number == number), stories[0] if stories else None)
    context = {**frame(case, TAB), "story": story}
    if story is not None:
        context |= {
            "parts": shown_parts(story, standards.load(case.review.standard_key), _as_it_stands(case)),
            "others": [one.check for one in stories if one is not story],
            **_offers(case, story),
        }
    return render(request, "reviews/cases/fact_check.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: HttpRequest, review_id: int, part_id: int, key: str) -> HttpResponse:
    """Remark on a passage of one section; the words marked with a script come in the address."""
    case = _case_for(request, review_id, actions.UNIT)
    story = next(iter(fact_checks_of(case)), None)
    section = story.section(part_id, key) if story else None
    if section is None:
        raise Http404
    if not case.may_write(CaseObject.REMARKS):
        return render(request, "403.html", status=403)
    first, last = (typed_number(request.GET.get(name)) for name in ("from", "to"))
    marked = chosen_span(section.text, first, last) if first is not None and last is not None else None
    form = RemarkForm(request.POST if request.method == "POST" else None, section=section, marked=marked)

    def save() -> None:
        new = actions.NewRemark(
            part_id, key, form.span(), RemarkKind(form.cleaned_data["kind"]), form.cleaned_data["text"]
        )
        actions.remark_on_draft(review_id=review_id, remark=new, now=timezone.now(), by=request.actor)  # type: ignore[attr-defined]

    if saved(form, save, case_refusal, field_of=FIELD_OF.get):
        messages.success(request, _("The remark is kept. The reviewers will answer it."))
        return redirect(f"{reverse(TAB, args=[review_id])}#section-{part_id}-{key}")
    title = section_title(standards.load(case.review.standard_key), section)
    return _form_page(request, case, form, title=_("Remark on %(section)s") % {"section": title})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer_remark(request: HttpRequest, review_id: int, remark_id: int) -> HttpResponse:
    """Answer one remark, or change the answer."""
    case, found = get_remark_for(request.actor, review_id, remark_id)  # type: ignore[attr-defined]
    if case.viewers.isdisjoint(actions.ANSWERERS):
        raise Http404
    if not case.may_write(CaseObject.REMARKS):
        return render(request, "403.html", status=403)
    initial = {"outcome": found.outcome, "text": found.answer, "version": found.version}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=initial)

    def save() -> None:
        good = form.cleaned_data
        answer = actions.RemarkAnswer(RemarkOutcome(good["outcome"]), good["text"], good["version"])
        actions.answer_remark(
            review_id=review_id,
            remark_id=remark_id,
            answer=answer,
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    anchor = f"section-{found.part_id}-{found.section_key}"
    if saved(form, save, case_refusal, version=found.version, field_of=FIELD_OF.get):
        messages.success(request, _("The answer is kept. The unit reads it."))
        return redirect(f"{reverse(TAB, args=[review_id])}#{anchor}")
    stands = _as_it_stands(case).get((found.part_id, found.section_key), "")
    return _form_page(
        request,
        case,
        form,
        title=_("Answer the remark"),
        remark=shown_remark(found, review_id, stands),
        stands=stands,
    )


@login_required
@require_POST
def fact_check_step(request: HttpRequest, review_id: int) -> HttpResponse:
    """Take the unit's word that it is done, or open the fact check again."""
    case = _case_for(request, review_id, actions.UNIT)
    if not case.may_write(CaseObject.REMARKS):
        return render(request, "403.html", status=403)
    acts = {"finish": actions.finish_fact_check, "reopen": actions.reopen_fact_check}
    act = acts.get(request.POST.get("do", ""))
    if act is None:
        raise Http404
    try:
        act(review_id=review_id, now=timezone.now(), by=request.actor)  # type: ignore[attr-defined]
    except Refused as refused:
        messages.error(request, case_refusal(refused.code, refused.params))
    else:
        told = {
            actions.finish_fact_check: _("It is noted that the unit is done. Thank you."),
            actions.reopen_fact_check: _("You can remark again."),
        }
        messages.success(request, told[act])
    return redirect(TAB, review_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def fact_check_day(request: HttpRequest, review_id: int) -> HttpResponse:
    """Give the unit until another day."""
    case = _case_for(request, review_id, actions.OFFICE)
    if not case.may_write(CaseObject.REMARKS):
        return render(request, "403.html", status=403)
    story = next(iter(fact_checks_of(case)), None)
    if story is None:
        raise Http404
    form = FactCheckDayForm(
        request.POST if request.method == "POST" else None, initial={"due_on": story.check.due_on}
    )

    def save() -> None:
        actions.set_fact_check_day(
            review_id=review_id,
            due_on=form.cleaned_data["due_on"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, case_refusal, field_of=FIELD_OF.get):
        messages.success(request, _("The unit has until then."))
        return redirect(TAB, review_id)
    return _form_page(request, case, form, title=_("The last day for remarks"))


def _case_for(request: HttpRequest, review_id: int, who: frozenset[Viewer]) -> OpenCase:
    case = get_open_case_for(request.actor, review_id, CaseObject.REMARKS)  # type: ignore[attr-defined]
    if case.viewers.isdisjoint(who):
        raise Http404
    return case


def _as_it_stands(case: OpenCase) -> dict[tuple[int, str], str]:
    """Give the report's text now. Shape: (part, section) → text."""
    standard = standards.load(case.review.standard_key)
    return {(part.pk, one.key): one.text for part in parts_of(case) for one in sections_of(part, standard)}


def _offers(case: OpenCase, story: FactCheckStory) -> dict[str, Any]:
    """Give what the actor may do now, and what is said of the time."""
    today = timezone.localdate()
    is_going_on = story.check.ended_at is None and case.may_write(CaseObject.REMARKS)
    is_unit = is_going_on and not case.viewers.isdisjoint(actions.UNIT)
    has_time = story.check.due_on >= today
    return {
        "may_remark": is_unit and has_time and story.check.finished_at is None,
        "may_finish": is_unit and story.check.finished_at is None,
        "may_reopen": is_unit and has_time and story.check.finished_at is not None,
        "may_answer": is_going_on and not case.viewers.isdisjoint(actions.ANSWERERS),
        "may_change_report": is_going_on and case.may_write(CaseObject.REPORT),
        "may_move_day": is_going_on and not case.viewers.isdisjoint(actions.OFFICE),
        "is_late": story.is_late(today),
        "is_going_on": is_going_on,
    }


def _form_page(request: HttpRequest, case: OpenCase, form: Any, **extra: Any) -> HttpResponse:
    context = {
        "case": case,
        "review": case.review,
        "form": form,
        "back": reverse(TAB, args=[case.review.pk]),
        **extra,
    }
    return render(request, "reviews/cases/remark.html", context, status=422 if form.is_bound else 200)
