"""The action plan of a case: the unit writes and sends it, the office gives time; others read what was sent."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.action_plans import shown_plan as shown
from kollegium.action_plans.actions import planning
from kollegium.action_plans.forms.plans import DayForm, ItemForm, SendForm
from kollegium.action_plans.plan_words import plan_refusal
from kollegium.action_plans.queries.accepted import accepted_before
from kollegium.action_plans.queries.plans import (
    PlanArea,
    PlanStory,
    Spot,
    closed_without,
    get_plan_for,
    has_plan,
    may_have_plan,
    plan_of_case,
    words_of,
)
from kollegium.action_plans.views.plan_judging import judged_areas, told_extensions
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.domain.planning_answers import ItemWords, warnings_about
from kollegium.reviews.queries.open_cases import get_open_case_for
from kollegium.reviews.views.answers import not_kept, wants_json
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.html import icon
from kollegium.ui.saving import saved

TAB = "action_plans:plan"


@login_required
@require_safe
def plan(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show the plan: to be written, to be read, or to be judged."""
    case = get_open_case_for(request.actor, review_id, CaseObject.PLAN)  # type: ignore[attr-defined]
    if not has_plan(case):
        if not may_have_plan(case):
            raise Http404
        return render(request, "action_plans/plan_none.html", frame(case, TAB))
    return _page(request, plan_of_case(case))


@login_required
@require_POST
def save_item(
    request: HttpRequest, review_id: int, part_id: int, area_key: str, criterion_key: str
) -> HttpResponse:
    """Keep what is written at one place, begin an answer that is not asked for, or take it away."""
    story = _story_for(request, review_id, Viewer.UNIT)
    if not story.is_unit:
        return render(request, "403.html", status=403)
    spot = (part_id, area_key, "" if criterion_key == shown.WHOLE else criterion_key)
    if spot not in {*story.required, *story.offered}:
        raise Http404
    if request.POST.get("do") == "remove":
        return _removed(request, review_id, spot)
    item = story.items.get(spot)
    form = ItemForm(
        request.POST, key=shown.anchor_of(spot), words=words_of(item), version=item.version if item else 0
    )

    def save() -> None:
        new = planning.NewWords(spot, form.words(), form.cleaned_data["version"])
        kept.append(planning.save_item(review_id=review_id, new=new, by=request.actor))  # type: ignore[attr-defined]

    kept: list[Any] = []
    is_saved = saved(form, save, plan_refusal, version=item.version if item else 0)
    if wants_json(request):
        if not is_saved:
            return not_kept(form, {})
        warned = shown.field_warnings(story, spot, form.words(), as_of=timezone.localdate())
        return JsonResponse({"version": kept[0].version, "warnings": warned})
    if is_saved:
        return redirect(f"{reverse(TAB, args=[review_id])}#{shown.anchor_of(spot)}")
    return _page(request, story, {spot: form}, status=422)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, review_id: int) -> HttpResponse:
    """Look the plan through once more, with what is warned of, and send it."""
    story = _story_for(request, review_id, Viewer.UNIT)
    if not story.is_unit:
        return render(request, "403.html", status=403)
    if not story.plan.is_with_unit:
        messages.info(request, _("The plan has been sent already."))
        return redirect(TAB, review_id)
    warned = _warned(story)
    form = SendForm(
        request.POST if request.method == "POST" else None,
        version=story.plan.version,
        is_warned=any(row["warnings"] for row in warned),
    )

    def save() -> None:
        planning.send_plan(
            review_id=review_id,
            expected_version=form.cleaned_data["version"],
            has_seen_warnings=form.has_seen(),
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(
        form,
        save,
        plan_refusal,
        version=story.plan.version,
        field_of=lambda code: "seen" if code == "warnings-unseen" else None,
    ):
        messages.success(request, _("The plan is sent. The review office and the reviewers read it."))
        return redirect(TAB, review_id)
    context = {
        **frame(story.case, TAB),
        "form": form,
        "rows": warned,
        "missing": [spot[2] or spot[1] for spot in planning.incomplete(story)],
    }
    return render(request, "action_plans/plan_send.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def more_time(request: HttpRequest, review_id: int) -> HttpResponse:
    """Give the unit until a later day, or send the plan back to be completed by a day."""
    story = _story_for(request, review_id, Viewer.OFFICE)
    if not story.is_office:
        return render(request, "403.html", status=403)
    is_extension = story.plan.is_with_unit
    form = DayForm(request.POST if request.method == "POST" else None, day=story.plan.due_on)

    def save() -> None:
        act = planning.extend_plan if is_extension else planning.return_plan
        act(
            review_id=review_id,
            to_on=form.cleaned_data["to_on"],
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    at = {"reason-missing": "reason", "day-not-later": "to_on", "day-in-past": "to_on"}
    if saved(form, save, plan_refusal, field_of=at.get):
        told = _("The unit has until then.") if is_extension else _("The plan is with the unit again.")
        messages.success(request, told)
        return redirect(TAB, review_id)
    context = {
        "case": story.case,
        "review": story.case.review,
        "form": form,
        "title": _("Give more time for the plan") if is_extension else _("Send the plan back"),
        "lead": ""
        if is_extension
        else _("The unit completes it and sends it again. What was sent and judged stays on record."),
        "save": "" if is_extension else _("Send back"),
        "back": reverse(TAB, args=[review_id]),
    }
    return render(request, "reviews/cases/form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def accepted(request: HttpRequest, review_id: int, criterion_key: str) -> HttpResponse:
    """Show what was accepted before for a criterion, in other reviews that are public."""
    story = get_plan_for(request.actor, review_id)  # type: ignore[attr-defined]
    place = next(
        (
            (area, key)
            for area in story.areas
            for key in (*area.required, *area.offered)
            if key == criterion_key
        ),
        None,
    )
    if place is None:
        raise Http404
    context = {
        **frame(story.case, TAB),
        "asked": shown.shown_asked(story, *place),
        "accepted": accepted_before(story.case.review, criterion_key),
    }
    return render(request, "action_plans/plan_accepted.html", context)


def _story_for(request: HttpRequest, review_id: int, who: Viewer) -> PlanStory:
    story = get_plan_for(request.actor, review_id)  # type: ignore[attr-defined]
    if who not in story.case.viewers:
        raise Http404
    return story


def _removed(request: HttpRequest, review_id: int, spot: Spot) -> HttpResponse:
    try:
        planning.remove_item(review_id=review_id, spot=spot, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refused:
        messages.error(request, plan_refusal(refused.code, refused.params))
    else:
        messages.success(request, _("The action is taken away."))
    return redirect(TAB, review_id)


def _page(
    request: HttpRequest, story: PlanStory, forms: dict[Spot, ItemForm] | None = None, *, status: int = 200
) -> HttpResponse:
    today = timezone.localdate()
    is_writing = story.is_unit and story.plan.is_with_unit
    context = {
        **frame(story.case, TAB),
        "story": story,
        "plan": story.plan,
        "is_late": story.plan.is_with_unit and story.plan.due_on is not None and story.plan.due_on < today,
        "closed": closed_without(story),
        "may_give_time": story.is_office,
        "may_judge": story.may_judge,
        "extensions": told_extensions(story),
    }
    if is_writing:
        shown_areas = [_written_area(story, area, forms or {}) for area in story.areas]
        # What must be answered stands before areas where something only may be.
        context["areas"] = sorted(shown_areas, key=lambda area: not area["rows"])
        context["has_rows"] = any(area["rows"] for area in shown_areas)
        context["warning_icon"] = icon("triangle-alert")
        return render(request, "action_plans/plan_write.html", context, status=status)
    context["areas"] = judged_areas(story, {}) if story.may_read_items else []
    if context["closed"] and Viewer.UNIT in story.case.viewers:
        context["areas"], context["unsent"] = [], _unsent(story)
    context["reads_judgements"] = story.case.may_read(CaseObject.PLAN_JUDGEMENT) or bool(
        story.plan.settled_at
    )
    return render(request, "action_plans/plan.html", context, status=status)


def _unsent(story: PlanStory) -> list[dict[str, Any]]:
    """Give what the unit wrote and did not send, area by area."""
    return [
        {
            "asked": shown.shown_asked(story, area, key),
            "action": item.action,
            "facts": shown.item_facts(item),
            "said": [
                shown.shown_judgement(one, item)
                for one in story.judgements.get(item.pk, ())
                if one.is_of_office
            ],
        }
        for area in story.areas
        for key in (*area.required, *area.offered)
        if (item := story.items.get((area.part.pk, area.area.key, key))) and words_of(item) != ItemWords()
    ]


def _written_area(story: PlanStory, area: PlanArea, forms: dict[Spot, ItemForm]) -> dict[str, Any]:
    written, more = [], []
    for key in (*area.required, *area.offered):
        spot = (area.part.pk, area.area.key, key)
        is_shown = key in area.required or spot in story.items or spot in forms
        row = {"asked": shown.shown_asked(story, area, key), "url": _save_url(story, spot)}
        if is_shown:
            written.append({**row, **_written(story, spot, forms.get(spot))})
        else:
            more.append(row)
    return {**shown.area_head(story, area), "rows": written, "more": more}


def _written(story: PlanStory, spot: Spot, form: ItemForm | None) -> dict[str, Any]:
    item = story.items.get(spot)
    words = words_of(item)
    if form is None:
        form = ItemForm(key=shown.anchor_of(spot), words=words, version=item.version if item else 0)
        form.warn(shown.field_warnings(story, spot, words, as_of=timezone.localdate()))
    judged = story.judgements.get(item.pk, ()) if item and story.plan.returned_at else ()
    accepted_url = (
        reverse("action_plans:plan_accepted", args=[story.case.review.pk, spot[2]]) if spot[2] else ""
    )
    return {
        "form": form,
        "standing": words.action,
        "facts": shown.item_facts(item) if item else (),
        "said": [shown.shown_judgement(one, item) for one in judged if item and one.is_of_office],
        "may_remove": spot not in story.required and item is not None and item.item_id is None,
        "accepted_url": accepted_url,
    }


def _save_url(story: PlanStory, spot: Spot) -> str:
    return shown.address_of("plan_item", story.case.review.pk, spot)


def _warned(story: PlanStory) -> list[dict[str, Any]]:
    """Give what would be sent, each with what is warned of."""
    today = timezone.localdate()
    return [
        {
            "key": spot[2] or spot[1],
            "text": criterion.text_sv if (criterion := story.criterion(spot[2])) else "",
            "action": item.action,
            "anchor": shown.anchor_of(spot),
            "facts": shown.item_facts(item),
            "warnings": shown.warnings_told(
                warnings_about(words_of(item), story.criterion(spot[2]), as_of=today)
            ),
        }
        for spot, item in planning.written_items(story).items()
    ]
