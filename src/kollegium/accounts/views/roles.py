"""Give a person a role, and end one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.forms.people import EndRoleForm, RoleForm
from kollegium.domain.errors import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def role_add(request: HttpRequest, person_id: int) -> HttpResponse:
    """Give a person a role at a place found by its name."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    person = queries.get_managed_person_for(actor, person_id, as_of=today)
    is_searching = request.method == "POST" and "find" in request.POST
    data = request.POST if request.method == "POST" and not is_searching else None
    typed = request.POST.dict() if is_searching else {}
    form = RoleForm(data, initial={"valid_from": today, **typed}, actor=actor)
    if data is not None and form.is_valid():
        appointment = form.appointment()
        try:
            if appointment is not None:
                actions.give_role(person_id=person.pk, appointment=appointment, by=actor)
        except Refused as refused:
            field = "valid_until" if refused.code == "ends-before-start" else None
            form.add_error(field, wording.REFUSALS[refused.code])
        else:
            messages.success(request, _("The role is given."))
            return redirect("accounts:person", person.pk)
    back = reverse("accounts:person", args=[person.pk])
    context = {
        "person": person,
        "role_form": form,
        "back": back,
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": person.name, "url": back},
            {"label": _("Give a role")},
        ],
    }
    return render(request, "accounts/role_add.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def role_end(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """End a role with a day."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    assignment = queries.get_role_to_end_for(actor, assignment_id, as_of=today)
    form = EndRoleForm(request.POST or None, initial={"last_day": today})
    if request.method == "POST" and form.is_valid():
        try:
            ended = actions.end_role(
                assignment_id=assignment.pk,
                last_day=form.cleaned_data["last_day"],
                reason=form.cleaned_data["reason"],
                as_of=today,
                by=actor,
            )
        except Refused as refused:
            form.add_error("last_day", wording.REFUSALS[refused.code])
        else:
            messages.success(request, _("The role ends.") if ended else _("The role is taken away."))
            return redirect("accounts:person", assignment.person_id)
    back = reverse("accounts:person", args=[assignment.person_id])
    context = {
        "person": assignment.person,
        "role": wording.role_at_place(assignment),
        "form": form,
        "back": back,
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": assignment.person.name, "url": back},
            {"label": _("End the role")},
        ],
    }
    return render(request, "accounts/role_end.html", context, status=422 if form.is_bound else 200)
