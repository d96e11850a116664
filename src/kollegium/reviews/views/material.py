"""The material of a case: the list, one thing, and what is said about it."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.domain.material import LinkedSource, MaterialAct, MaterialStatus, may_act, progress_of
from kollegium.domain.roles import Permission
from kollegium.reviews.actions import material as actions
from kollegium.reviews.forms.material import CommentForm
from kollegium.reviews.material_words import material_refusal
from kollegium.reviews.queries import material as queries
from kollegium.reviews.queries.material_held import held_functions, held_review, held_unit
from kollegium.reviews.queries.one_review import place_of
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.shown import material as shown
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.records import day
from kollegium.ui.numbers import typed_number

TAB = "reviews:case_material"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_material(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show what the case asks for; the review office asks for what is missing of the list."""
    actor = request.actor  # type: ignore[attr-defined]
    case = get_open_case_for(actor, review_id, CaseObject.MATERIAL)
    is_planner = Viewer.OFFICE in case.viewers and case.may_write(CaseObject.MATERIAL)
    if request.method == "POST":
        return _asked(request, review_id) if is_planner else render(request, "403.html", status=403)
    today = timezone.localdate()
    rows = queries.material_rows(actor, case)
    context = {
        **frame(case, TAB),
        "rows": shown.shown_rows(case.review, rows, as_of=today),
        "progress": progress_of([MaterialStatus(row["status"]) for row in rows]),
        "moved_days": shown.moved_days(case.review, rows),
        "is_planner": is_planner,
        "is_giver": not case.viewers.isdisjoint(actions.GIVERS) and case.may_write(CaseObject.MATERIAL),
    }
    return render(request, "reviews/cases/material.html", context)


def _asked(request: HttpRequest, review_id: int) -> HttpResponse:
    number = actions.ask_for_missing(
        review_id=review_id,
        now=timezone.now(),
        by=request.actor,  # type: ignore[attr-defined]
    )
    told = ngettext("%(count)s more thing is asked for.", "%(count)s more things are asked for.", number) % {
        "count": number
    }
    messages.success(request, told if number else _("Everything on the list is asked for already."))
    return redirect(TAB, review_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def material_item(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """Show one thing with its versions and remarks; accept it, or add a remark."""
    actor = request.actor  # type: ignore[attr-defined]
    found = queries.get_material_for(actor, review_id, item_id)
    may_write = found.case.may_write(CaseObject.MATERIAL)
    if request.method == "POST" and not may_write:
        return render(request, "403.html", status=403)
    form = CommentForm(request.POST if "comment" in request.POST else None)
    refusal = ""
    if request.method == "POST":
        refusal = _accept_or_comment(request, found, form)
        if not refusal and not form.errors and not form.needs_confirmation:
            return redirect("reviews:case_material_item", review_id, item_id)
        found = queries.get_material_for(actor, review_id, item_id)
    story = queries.material_story(actor, found.item)
    if request.method == "GET":
        actions.note_look(found=found, now=timezone.now(), by=actor)
    context = {
        **frame(found.case, TAB),
        "item": found.item,
        "shown": shown.shown_item(found.case.review, found.item, as_of=timezone.localdate()),
        "versions": shown.shown_versions(found.case.review, story),
        "latest_number": story.versions[0].number if story.versions else 0,
        "comments": shown.shown_comments(story),
        "looked_at": story.looked_at,
        "form": form if may_write else None,
        "refusal": refusal,
        **_held(request, found),
        **_offers(found),
    }
    return render(
        request, "reviews/cases/material_item.html", context, status=422 if request.method == "POST" else 200
    )


def _accept_or_comment(request: HttpRequest, found: queries.OpenMaterial, form: CommentForm) -> str:
    """Do what the button says, and give why it was refused, or nothing."""
    where: dict[str, Any] = {
        "review_id": found.case.review.pk,
        "item_id": found.item.pk,
        "by": request.actor,  # type: ignore[attr-defined]
    }
    try:
        if "accept" in request.POST:
            seen = typed_number(request.POST.get("accept"))
            actions.accept_material(**where, seen_version=-1 if seen is None else seen)
            messages.success(request, _("The material is accepted."))
        elif form.is_bound:
            if form.is_valid():
                actions.comment_material(**where, text=form.cleaned_data["text"], now=timezone.now())
                messages.success(request, _("The remark is kept."))
        else:
            return _("Nothing was sent. Use one of the buttons.")
    except Refused as refused:
        return material_refusal(refused.code, refused.params)
    return ""


def _held(request: HttpRequest, found: queries.OpenMaterial) -> dict[str, Any]:
    """Give what the program holds itself that belongs to the thing, as of today."""
    source, review = shown.source_of(found.item), found.case.review
    actor = request.actor  # type: ignore[attr-defined]
    today = timezone.localdate()
    if source is LinkedSource.PEOPLE:
        may_read = actor.may(Permission.READ_PEOPLE, place_of(review))
        people_url = (
            f"{reverse('accounts:people')}?{urlencode({'place': review.unit.name})}" if may_read else ""
        )
        rows = shown.shown_functions(held_functions(review, as_of=today))
        return {"held_people": rows, "people_url": people_url, "held_on": day(today)}
    if source is LinkedSource.UNIT:
        return {"held_unit": _unit_facts(found.case), "held_on": day(today)}
    if source is LinkedSource.PREVIOUS_REVIEW:
        previous = held_review(actor, review)
        return {"held_review": shown.shown_previous(previous) if previous else None, "held_on": day(today)}
    return {}


def _unit_facts(case: OpenCase) -> list[tuple[object, object]]:
    unit = held_unit(case.review)
    specialties = sorted(row.specialty.name for row in unit.unit_specialties.all())
    return [
        (_("Name"), unit.name),
        (_("Place"), unit.site),
        (_("Part of"), unit.parent.name if unit.parent else ""),
        (_("Care provider"), unit.care_provider.name),
        (_("Region"), unit.region.name),
        (_("Specialties"), ", ".join(specialties)),
    ]


def _offers(found: queries.OpenMaterial) -> dict[str, Any]:
    """Give what the actor may do with the thing as it stands."""
    viewers, may_write = found.case.viewers, found.case.may_write(CaseObject.MATERIAL)
    status = MaterialStatus(found.item.status)
    is_giver = may_write and not viewers.isdisjoint(actions.GIVERS)
    is_judge = may_write and not viewers.isdisjoint(actions.JUDGES)
    return {
        "may_hand_in": is_giver,
        "is_urgent": status in (MaterialStatus.ASKED, MaterialStatus.ASKED_AGAIN),
        "may_say_not_applicable": is_giver and may_act(MaterialAct.SAY_NOT_APPLICABLE, status),
        "may_accept": is_judge and may_act(MaterialAct.ACCEPT, status),
        "may_ask_again": is_judge and may_act(MaterialAct.ASK_AGAIN, status),
        "may_plan": is_giver,
        "may_take_away": may_write and Viewer.OFFICE in viewers,
    }


def guarded(
    request: HttpRequest, review_id: int, item_id: int, who: frozenset[Viewer]
) -> queries.OpenMaterial:
    """Give one thing to somebody with one of these parts in the case. Raises Http404."""
    found = queries.get_material_for(request.actor, review_id, item_id)  # type: ignore[attr-defined]
    if found.case.viewers.isdisjoint(who):
        raise Http404
    return found


def refuse_into(form: forms.Form, refused: Refused) -> None:
    """Say at the head of the form why nothing was changed."""
    form.add_error(None, material_refusal(refused.code, refused.params))


def form_page(
    request: HttpRequest, case: OpenCase, form: Any, *, back: str, template: str = "form", **extra: Any
) -> HttpResponse:
    """Show a form about the material of a case; 422 when something sent could not be stored."""
    context = {"case": case, "review": case.review, "form": form, "back": back, **extra}
    status = 422 if request.method == "POST" else 200
    return render(request, f"reviews/cases/{template}.html", context, status=status)
