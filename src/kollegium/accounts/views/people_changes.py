"""Add a person and change what is said of one."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.forms.people import PersonForm, RoleForm
from kollegium.accounts.history import history_of
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.trail.actions import record_reading
from kollegium.ui.components.records import CompareRow

if TYPE_CHECKING:
    from kollegium.accounts.models import Person

FIELDS = ("name", "email", "hsa_id", "language")
# Where a refusal is shown: at the field it is about.
FIELD_OF_REFUSAL = {"hsa-id-taken": "hsa_id", "name-missing": "name", "already-here": "email"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def person_add(request: HttpRequest) -> HttpResponse:
    """Add a person, with a first role when one is chosen."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.MANAGE_PEOPLE):
        raise Http404
    is_searching = request.method == "POST" and "find" in request.POST
    data = request.POST if request.method == "POST" and not is_searching else None
    typed = request.POST.dict() if is_searching else {}
    form = PersonForm(data, initial={"language": "sv", **typed})
    today = {"valid_from": timezone.localdate()}
    role_form = RoleForm(data, initial={**today, **typed}, actor=actor, is_optional=True)
    if data is not None and form.is_valid() and role_form.is_valid():
        try:
            person = _admitted(request, form, role_form)
        except Refused as refused:
            _refuse(form, role_form, refused)
        else:
            messages.success(request, _("%(name)s is added.") % {"name": person.name})
            return redirect("accounts:person", person.pk)
    known = queries.person_with_address(request.POST["email"]) if _is_known(form) else None
    context = {
        "form": form,
        "role_form": role_form,
        "known": known,
        "sees_known": known and queries.reaches_person(actor, known, as_of=timezone.localdate()),
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": _("Add a person")},
        ],
    }
    return render(request, "accounts/person_add.html", context, status=422 if form.is_bound else 200)


def _admitted(request: HttpRequest, form: PersonForm, role_form: RoleForm) -> "Person":
    """Add the person, or give the role to the one known under the address when that was chosen."""
    actor, appointment = request.actor, role_form.appointment()  # type: ignore[attr-defined]
    known = queries.person_with_address(form.cleaned_data["email"])
    if known is not None and appointment is not None and request.POST.get("known") == "same":
        actions.give_role(person_id=known.pk, appointment=appointment, by=actor)
        return known
    is_another = request.POST.get("known") == "another"
    return actions.admit_person(
        values=form.values(), appointment=appointment, is_another=is_another, by=actor
    )


def _is_known(form: PersonForm) -> bool:
    return form.is_bound and any(
        error.code == "already-here" for error in form.errors.as_data().get("email", [])
    )


def _refuse(form: PersonForm, role_form: RoleForm, refused: Refused) -> None:
    text = ValidationError(wording.REFUSALS[refused.code], code=refused.code)  # type: ignore[arg-type]
    if refused.code in FIELD_OF_REFUSAL:
        form.add_error(FIELD_OF_REFUSAL[refused.code], text)
    else:
        role_form.add_error("role" if refused.code == "role-missing" else None, text)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def person_edit(request: HttpRequest, person_id: int) -> HttpResponse:
    """Change what is said of a person; two who do so at once each see what the other wrote."""
    actor = request.actor  # type: ignore[attr-defined]
    person = queries.get_managed_person_for(actor, person_id, as_of=timezone.localdate())
    if not queries.may_manage(actor, person):
        return render(request, "403.html", status=403)
    record_reading(by=actor, subject_id=person.pk, page=wording.PERSON_PAGE, object_id=person.pk)
    form = PersonForm(request.POST or None, initial=_stored(person))
    rows: list[CompareRow] = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_person(
                person_id=person.pk,
                values=form.values(),
                expected_version=form.cleaned_data["version"] or 0,
                by=actor,
            )
        except Refused as refused:
            if refused.code == "changed-meanwhile":
                form, rows = _met_another(request, person)
            form.add_error(FIELD_OF_REFUSAL.get(refused.code), wording.REFUSALS[refused.code])
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:person", person.pk)
    back = reverse("accounts:person", args=[person.pk])
    context = {
        "person": person,
        "form": form,
        "rows": rows,
        "written_by": history_of(queries.log_of_person(person, reached_by=actor))[:1] if rows else [],
        "back": back,
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": person.name, "url": back},
            {"label": _("Change")},
        ],
    }
    return render(request, "accounts/person_edit.html", context, status=422 if form.is_bound else 200)


def _stored(person: "Person") -> dict[str, Any]:
    return {**{name: getattr(person, name) or "" for name in FIELDS}, "version": person.version}


def _met_another(request: HttpRequest, person: "Person") -> tuple[PersonForm, list[CompareRow]]:
    """Give the form again, and both versions side by side.

    What this person touched stays as they typed it; what they left alone takes what the other wrote.
    """
    typed = PersonForm(request.POST, initial=_stored(person))
    touched = set(typed.changed_data)
    stored = _stored(person)
    data = request.POST.copy()
    data["version"] = str(person.version)
    rows = []
    for name in FIELDS:
        mine = data.get(name, "")
        if name not in touched:
            data[name] = stored[name]
        # From here on "touched" is counted from what the other wrote.
        data[f"initial-{name}"] = stored[name]
        differs = name in touched and mine != stored[name]
        label = str(typed.fields[name].label)
        rows.append(CompareRow(label, _shown(name, stored[name]), _shown(name, data[name]), differs))
    return PersonForm(data, initial=stored), rows


def _shown(name: str, value: str) -> str:
    return str(dict(settings.LANGUAGES).get(value, value)) if name == "language" else value or "–"
