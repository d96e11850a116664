"""Judging a plan that was sent: each item by the office and the reviewers, each failed area's grade by the office."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kollegium.action_plans import shown_plan as shown
from kollegium.action_plans.actions import judging_plan
from kollegium.action_plans.forms.plans import AreaForm, JudgeForm
from kollegium.action_plans.models import PlanDraftItem, PlanExtension
from kollegium.action_plans.plan_words import plan_refusal
from kollegium.action_plans.queries.plans import PlanArea, PlanStory, get_plan_for
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.reviews.views.cases import frame
from kollegium.ui.saving import saved

TAB = "action_plans:plan"


@login_required
@require_POST
def judge_item(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """Keep what somebody says of an item."""
    story = get_plan_for(request.actor, review_id)  # type: ignore[attr-defined]
    if not story.case.may_read(CaseObject.PLAN_JUDGEMENT):
        raise Http404
    if not story.case.may_write(CaseObject.PLAN_JUDGEMENT):
        return render(request, "403.html", status=403)
    item = next((item for _area, item in story.sent_items() if item.pk == item_id), None)
    if item is None or not story.may_read_items:
        raise Http404
    mine = story.own_judgement(item)
    form = JudgeForm(request.POST, item_id=item_id, initial={}, standing=mine.version if mine else 0)

    def save() -> None:
        judging_plan.judge_item(
            review_id=review_id,
            item_id=item_id,
            judgement=form.judgement(),
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    at = {"reason-missing": "reason"}
    if saved(form, save, plan_refusal, version=item.version, field_of=at.get):
        spot = (item.part_id, item.area_key, item.criterion_key)
        messages.success(request, _("The judgement is kept."))
        return redirect(f"{reverse(TAB, args=[review_id])}#{shown.anchor_of(spot)}")
    context = {
        **frame(story.case, TAB),
        "story": story,
        "plan": story.plan,
        "may_judge": story.may_judge,
        "may_give_time": story.is_office,
        "extensions": told_extensions(story),
        "reads_judgements": True,
        "areas": judged_areas(story, {item_id: form}),
    }
    return render(request, "action_plans/plan.html", context, status=422)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decide_area(request: HttpRequest, review_id: int, part_id: int, area_key: str) -> HttpResponse:
    """Decide the grade of a failed area after its plan, beside what the rule proposes."""
    story = get_plan_for(request.actor, review_id)  # type: ignore[attr-defined]
    if Viewer.OFFICE not in story.case.viewers:
        raise Http404
    if not story.is_office:
        return render(request, "403.html", status=403)
    area = next(
        (one for one in story.areas if one.is_failed and (one.part.pk, one.area.key) == (part_id, area_key)),
        None,
    )
    if area is None or not story.may_read_items:
        raise Http404
    effect = story.effect(area)
    unjudged = story.unjudged(area)
    proposed = effect.outcome if effect and not unjudged else None
    form = AreaForm(request.POST if request.method == "POST" else None, area=area, proposed=proposed)

    def save() -> None:
        judging_plan.decide_area(
            review_id=review_id,
            decided=form.decided(),
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, plan_refusal, field_of={"reason-missing": "reason"}.get):
        messages.success(request, _("The grade is decided, and the sentence stands in the report."))
        return redirect(f"{reverse(TAB, args=[review_id])}#area-{part_id}-{area_key}")
    context = {
        **frame(story.case, TAB),
        "form": form,
        "area": _judged_area(story, area, {}),
        "rule": shown.effect_words(effect),
        "unjudged": unjudged,
        "is_decided": area.is_decided_since(story.plan.sent_at),
    }
    return render(request, "action_plans/plan_area.html", context, status=422 if form.is_bound else 200)


def told_extensions(story: PlanStory) -> list[PlanExtension]:
    """Give the extensions, without the one that came with sending the plan back: its reason is told there."""
    return [one for one in story.extensions if one.given_at != story.plan.returned_at]


def judged_areas(story: PlanStory, forms: dict[int, JudgeForm]) -> list[dict[str, Any]]:
    """Give every area with what was sent of it, what was said of that, and a form to those who judge."""
    return [
        one for area in story.areas if (one := _judged_area(story, area, forms))["rows"] or one["is_failed"]
    ]


def _judged_area(story: PlanStory, area: PlanArea, forms: dict[int, JudgeForm]) -> dict[str, Any]:
    is_decided = area.is_decided_since(story.plan.sent_at)
    rows = [
        _judged(story, area, item, forms.get(item.pk), is_decided=is_decided)
        for where, item in story.sent_items()
        if where is area
    ]
    may_decide = story.is_office and story.plan.is_with_office and area.is_failed and not is_decided
    return {
        **shown.area_head(story, area),
        "rows": rows,
        "rule": shown.effect_words(story.effect(area)) if story.may_judge and not is_decided else "",
        "decide_url": reverse(
            "action_plans:plan_area", args=[story.case.review.pk, area.part.pk, area.area.key]
        )
        if may_decide
        else "",
        "is_ready": not story.unjudged(area),
    }


def _judged(
    story: PlanStory, area: PlanArea, item: PlanDraftItem, form: JudgeForm | None, *, is_decided: bool
) -> dict[str, Any]:
    mine = story.own_judgement(item)
    sees_all = story.case.may_read(CaseObject.PLAN_JUDGEMENT)
    told = [one for one in story.judgements.get(item.pk, ()) if sees_all or one.is_of_office]
    if form is None and story.may_judge and not is_decided:
        is_standing = mine is not None and mine.item_version == item.version
        initial = {
            "version": item.version,
            "answers": mine.answers if mine and is_standing else "",
            "reason": mine.reason if mine else "",
        }
        form = JudgeForm(item_id=item.pk, initial=initial, standing=mine.version if mine else 0)
    return {
        "asked": shown.shown_asked(story, area, item.criterion_key),
        "action": item.action,
        "facts": shown.item_facts(item),
        "warnings": shown.field_warnings(
            story,
            (item.part_id, item.area_key, item.criterion_key),
            shown.words_of(item),
            as_of=timezone.localdate(story.plan.sent_at),
        )
        if sees_all
        else {},
        "said": [
            shown.shown_judgement(
                one, item, story.earlier.get(one.pk, ()) if sees_all else (), names_office=story.is_office
            )
            for one in told
        ],
        "form": form,
        "has_own": mine is not None,
        # What waits for the reader stands open.
        "is_to_judge": form is not None
        and (form.is_bound or mine is None or mine.item_version != item.version),
        "url": reverse("action_plans:judge_plan_item", args=[story.case.review.pk, item.pk]),
    }
