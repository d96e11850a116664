"""Absences and deputies: arrange one for oneself or, as administrator, for others; end one."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.forms.deputies import DeputyForm, EndDeputyshipForm
from kollegium.accounts.views.rows import below_own_page
from kollegium.domain.errors import Refused
from kollegium.ui.components.records import day

if TYPE_CHECKING:
    from kollegium.accounts.models import Person

FIELD_OF_REFUSAL = {
    "starts-before-today": "valid_from",
    "ends-before-start": "valid_until",
    "end-missing": "valid_until",
    "beyond-role": "valid_until",
    "absence-overlaps": "valid_from",
    "role-without-deputies": "assignment",
    "role-has-ended": "assignment",
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_deputy(request: HttpRequest) -> HttpResponse:
    """Say when one is away and who stands in."""
    person = request.user.person  # type: ignore[union-attr]
    return _arrange(request, person, back=reverse("accounts:own_page"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def deputy_of(request: HttpRequest, person_id: int) -> HttpResponse:
    """Say when somebody else is away and who stands in, as the one who gives their roles."""
    actor = request.actor  # type: ignore[attr-defined]
    person = queries.get_managed_person_for(actor, person_id, as_of=timezone.localdate())
    return _arrange(request, person, back=reverse("accounts:person", args=[person.pk]))


def _arrange(request: HttpRequest, person: "Person", *, back: str) -> HttpResponse:
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    roles = queries.roles_with_deputies(person, as_of=today)
    roles = [role for role in roles if queries.may_arrange_deputies(actor, role)]
    if not roles:
        raise Http404
    words = request.POST.get("deputy_words", "")
    found = queries.find_deputies(actor, words, other_than=person.pk, as_of=today)
    is_searching = request.method == "POST" and "find" in request.POST
    data = request.POST if request.method == "POST" and not is_searching else None
    initial = {
        "valid_from": today,
        "assignment": roles[0].pk,
        **(request.POST.dict() if is_searching else {}),
    }
    form = DeputyForm(data, initial=initial, assignments=roles, found=found)
    if data is not None and form.is_valid():
        try:
            made = actions.arrange_deputy(values=form.values(), as_of=today, by=actor)
        except Refused as refused:
            form.add_error(FIELD_OF_REFUSAL.get(refused.code, "deputy_words"), _refusal(refused))
        else:
            messages.success(request, _("Saved."))
            _tell_of_others(request, person, made.valid_until)
            return redirect(back)
    is_own = actor.key == f"person:{person.pk}"
    context = {
        "form": form,
        "person": person,
        "is_own": is_own,
        "back": back,
        "breadcrumbs": [*_way_to(person, is_own=is_own), {"label": _("Absence and deputies")}],
    }
    return render(request, "accounts/deputy.html", context, status=422 if form.is_bound else 200)


def _way_to(person: "Person", *, is_own: bool) -> list[dict[str, str]]:
    """Give the breadcrumbs down to one's own page or that of the person."""
    if is_own:
        return below_own_page()
    return [
        {"label": _("People"), "url": reverse("accounts:people")},
        {"label": person.name, "url": reverse("accounts:person", args=[person.pk])},
    ]


def _refusal(refused: Refused) -> str:
    text = str(wording.REFUSALS[refused.code])
    last = refused.params.get("day")
    if refused.code == "beyond-role" and last:
        return f"{text} {_('The last day of the role is %(day)s.') % {'day': day(last)}}"
    return text


def _tell_of_others(request: HttpRequest, person: "Person", last_day: object) -> None:
    """Remind of those the absent person stands in for: a deputy has no deputy."""
    others = [
        item.assignment.person.name
        for item in queries.deputyships_around(person, as_of=timezone.localdate())
        if item.deputy_id == person.pk
    ]
    if others and last_day:
        names = ", ".join(dict.fromkeys(others))
        messages.warning(
            request,
            _("%(name)s is deputy for %(others)s. Nobody stands in for a deputy: arrange another there.")
            % {"name": person.name, "others": names},
        )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def deputyship_end(request: HttpRequest, deputyship_id: int) -> HttpResponse:
    """End an absence or a standing deputyship with a day."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    found = queries.get_deputyship_for(actor, deputyship_id, as_of=today)
    holder = found.assignment.person
    is_own = actor.key == f"person:{holder.pk}"
    back = reverse("accounts:own_page") if is_own else reverse("accounts:person", args=[holder.pk])
    form = EndDeputyshipForm(request.POST or None, initial={"last_day": today})
    if request.method == "POST" and form.is_valid():
        last_day = form.cleaned_data["last_day"]
        try:
            actions.end_deputyship(deputyship_id=found.pk, last_day=last_day, as_of=today, by=actor)
        except Refused as refused:
            form.add_error("last_day", wording.REFUSALS[refused.code])
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    context = {
        "form": form,
        "title": wording.deputyship_words(found),
        "role": wording.role_at_place(found.assignment),
        "back": back,
        "breadcrumbs": [*_way_to(holder, is_own=is_own), {"label": _("End")}],
    }
    return render(request, "accounts/deputyship_end.html", context, status=422 if form.is_bound else 200)
