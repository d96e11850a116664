"""Change one's own details, and the address one logs in with."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kollegium.accounts import actions, log_in_words, throttling, wording
from kollegium.accounts.forms.profile import NewEmailForm, ProfileForm
from kollegium.accounts.throttling import TooManyAttempts
from kollegium.accounts.views.rows import below_own_page, speak
from kollegium.domain.errors import Refused
from kollegium.ui.components.records import CompareRow

if TYPE_CHECKING:
    from kollegium.accounts.models import Account, Person

FIELDS = ("name", "email", "language")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_profile(request: HttpRequest) -> HttpResponse:
    """Change one's name, contact address and language; two tabs do not overwrite each other unseen."""
    account: Account = request.user  # type: ignore[assignment]
    person = account.person
    stored = {name: getattr(person, name) for name in FIELDS} | {"version": person.version}
    form = ProfileForm(request.POST or None, initial=stored)
    rows: list[CompareRow] = []
    if request.method == "POST" and form.is_valid():
        try:
            changed = actions.change_own_profile(
                person_id=person.pk,
                values=form.values(),
                expected_version=form.cleaned_data["version"] or 0,
                by=request.actor,  # type: ignore[attr-defined]
            )
        except Refused as refused:
            if refused.code == "changed-meanwhile":
                form, rows = _both(request, person)
            form.add_error("name" if refused.code == "name-missing" else None, wording.refusal_text(refused))
        else:
            messages.success(request, _("Saved."))
            response = redirect("accounts:own_page")
            speak(response, changed.language)
            return response
    context = {
        "form": form,
        "rows": rows,
        "person": person,
        "breadcrumbs": below_own_page(_("Change my details")),
    }
    return render(request, "accounts/profile.html", context, status=422 if form.is_bound else 200)


def _both(request: HttpRequest, person: "Person") -> tuple[ProfileForm, list[CompareRow]]:
    """Give the form again as it was typed, over what is stored now, and the two side by side."""
    data = request.POST.copy()
    data["version"] = str(person.version)
    form = ProfileForm(data)
    languages = dict(settings.LANGUAGES)
    rows = []
    for name in FIELDS:
        values = [getattr(person, name), data.get(name, "")]
        now, mine = (languages.get(value, value) if name == "language" else value or "–" for value in values)
        rows.append(CompareRow(str(form.fields[name].label), now, mine, now != mine))
    return form, rows


@login_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def new_email(request: HttpRequest) -> HttpResponse:
    """Ask for another address to log in with; it must be confirmed from its own mailbox."""
    account: Account = request.user  # type: ignore[assignment]
    form = NewEmailForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            with throttling.counting_password(request.session.session_key or "", now=timezone.now()):
                actions.ask_for_new_email(
                    account=account,
                    email=form.cleaned_data["email"],
                    password=form.cleaned_data["password"],
                    by=request.actor,  # type: ignore[attr-defined]
                )
        except TooManyAttempts as refused:
            form.add_error("password", log_in_words.try_again_at(refused.until))
        except Refused as refused:
            field = "password" if refused.code == "wrong-password" else "email"
            form.add_error(field, wording.refusal_text(refused))
        else:
            messages.success(
                request,
                _("If the address is free a letter is on its way there. Open its link to confirm."),
            )
            return redirect("accounts:own_page")
    context = {"form": form, "account": account, "breadcrumbs": below_own_page(_("Change log-in address"))}
    return render(request, "accounts/new_email.html", context, status=422 if form.is_bound else 200)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_email(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm the new address: the link alone changes nothing."""
    account: Account = request.user  # type: ignore[assignment]
    if not actions.is_waiting(account, token):
        return _dead(request)
    if request.method != "POST":
        context = {"account": account, "breadcrumbs": below_own_page(_("Confirm the address"))}
        return render(request, "accounts/confirm_email.html", context)
    try:
        actions.confirm_new_email(account=account, token=token, by=request.actor)  # type: ignore[attr-defined]
    except Refused:
        return _dead(request)
    messages.success(request, _("From now on you log in with %(email)s.") % {"email": account.new_email})
    return redirect("accounts:own_page")


def _dead(request: HttpRequest) -> HttpResponse:
    context = {"account": None, "reason": wording.REFUSALS["address-link-dead"]}
    return render(request, "accounts/confirm_email.html", context, status=410)
