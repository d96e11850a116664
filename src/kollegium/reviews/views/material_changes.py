"""Forms about the material of a case: asked for again, not applicable, planned, added, taken away."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.domain.material import OwnerDuty
from kollegium.reviews.actions import material as actions
from kollegium.reviews.forms.material import (
    AskAgainForm,
    NewMaterialForm,
    PlanForm,
    ReasonForm,
    plan_initial,
)
from kollegium.reviews.queries.material import OpenMaterial, people_who_answer
from kollegium.reviews.queries.open_cases import get_open_case_for
from kollegium.reviews.shown.material import title_of
from kollegium.reviews.views.material import form_page, guarded, refuse_into

ITEM = "reviews:case_material_item"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def material_ask_again(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """Say what is missing of one thing, and by when it is wanted."""
    found = guarded(request, review_id, item_id, actions.JUDGES)
    if not found.case.may_write(CaseObject.MATERIAL):
        return render(request, "403.html", status=403)
    form = AskAgainForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.ask_again(
                review_id=review_id,
                item_id=item_id,
                comment=form.cleaned_data["comment"],
                due_on=form.cleaned_data["due_on"],
                now=timezone.now(),
                by=request.actor,  # type: ignore[attr-defined]
            )
        except Refused as refused:
            refuse_into(form, refused)
        else:
            messages.success(request, _("The unit is asked for more."))
            return redirect(ITEM, review_id, item_id)
    title = _("Ask again: %(title)s") % {"title": _title(found)}
    return form_page(
        request, found.case, form, back=_back(found), title=title, save=_("Ask the unit for more")
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def material_not_applicable(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """Say that the unit has no such thing, and why."""
    found = guarded(request, review_id, item_id, actions.GIVERS)
    if not found.case.may_write(CaseObject.MATERIAL):
        return render(request, "403.html", status=403)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.say_not_applicable(**_where(request, found), reason=form.cleaned_data["reason"])
        except Refused as refused:
            refuse_into(form, refused)
        else:
            messages.success(request, _("It is noted that the unit has no such material."))
            return redirect(ITEM, review_id, item_id)
    title = _("Not applicable: %(title)s") % {"title": _title(found)}
    lead = _("Tell the reviewers why there is nothing to hand in. They may ask again.")
    return form_page(request, found.case, form, back=_back(found), title=title, lead=lead)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def material_take_away(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """No longer ask for one thing, and say why."""
    found = guarded(request, review_id, item_id, actions.PLANNERS)
    if not found.case.may_write(CaseObject.MATERIAL):
        return render(request, "403.html", status=403)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.take_away_material(**_where(request, found), reason=form.cleaned_data["reason"])
        except Refused as refused:
            refuse_into(form, refused)
        else:
            messages.success(request, _("It is no longer asked for."))
            return redirect("reviews:case_material", review_id)
    title = _("Take away: %(title)s") % {"title": _title(found)}
    lead = _("It is no longer asked for, and nobody can open what was handed in. The history keeps it.")
    return form_page(
        request,
        found.case,
        form,
        back=_back(found),
        title=title,
        lead=lead,
        save=_("Take away"),
        is_danger=True,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def material_plan(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """Say who hands one thing in, and by when."""
    found = guarded(request, review_id, item_id, actions.GIVERS)
    if not found.case.may_write(CaseObject.MATERIAL):
        return render(request, "403.html", status=403)
    people = people_who_answer(found.case.review, as_of=timezone.localdate())
    if found.item.owner and found.item.owner_id not in {person["pk"] for person in people}:
        people.append({"pk": found.item.owner_id, "name": found.item.owner.name})
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        initial=plan_initial(found.item),
        people=people,
        may_move_day=Viewer.OFFICE in found.case.viewers,
    )
    if form.is_bound and form.is_valid():
        duty, owner_id = form.chosen()
        plan = actions.MaterialPlan(
            duty or OwnerDuty(found.item.owner_duty),
            form.cleaned_data.get("due_on") or found.item.due_on,
            owner_id,
        )
        try:
            actions.plan_material(**_where(request, found), plan=plan)
        except Refused as refused:
            refuse_into(form, refused)
        else:
            messages.success(request, _("Who hands it in and by when is kept."))
            return redirect(ITEM, review_id, item_id)
    return form_page(request, found.case, form, back=_back(found), title=_title(found))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def material_add(request: HttpRequest, review_id: int) -> HttpResponse:
    """Ask for something that does not stand on the list."""
    case = get_open_case_for(request.actor, review_id, CaseObject.MATERIAL)  # type: ignore[attr-defined]
    if case.viewers.isdisjoint(actions.PLANNERS):
        raise Http404
    if not case.may_write(CaseObject.MATERIAL):
        return render(request, "403.html", status=403)
    people = people_who_answer(case.review, as_of=timezone.localdate())
    form = NewMaterialForm(
        request.POST if request.method == "POST" else None, people=people, may_move_day=True
    )
    if form.is_bound and form.is_valid():
        duty, owner_id = form.chosen()
        try:
            item = actions.add_material(
                review_id=review_id,
                title=form.cleaned_data["title"],
                guidance=form.cleaned_data["guidance"],
                plan=actions.MaterialPlan(
                    duty or OwnerDuty.PROGRAMME_DIRECTOR, form.cleaned_data["due_on"], owner_id
                ),
                now=timezone.now(),
                by=request.actor,  # type: ignore[attr-defined]
            )
        except Refused as refused:
            refuse_into(form, refused)
        else:
            messages.success(request, _("It is asked for."))
            return redirect(ITEM, review_id, item.pk)
    back = reverse("reviews:case_material", args=[review_id])
    return form_page(request, case, form, back=back, title=_("Ask for something more"))


def _where(request: HttpRequest, found: OpenMaterial) -> dict[str, Any]:
    return {
        "review_id": found.case.review.pk,
        "item_id": found.item.pk,
        "now": timezone.now(),
        "by": request.actor,  # type: ignore[attr-defined]
    }


def _title(found: OpenMaterial) -> str:
    return title_of(found.item.list_key, found.item.item_key, found.item.title)


def _back(found: OpenMaterial) -> str:
    return reverse(ITEM, args=[found.case.review.pk, found.item.pk])
