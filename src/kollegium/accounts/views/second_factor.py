"""One's own second factors: set up, looked at, removed; and proving who one is before that."""

import base64
import time
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.accounts import actions, log_in_words, passkeys, queries, sessions, throttling, wording
from kollegium.accounts.actions import PeopleRefused
from kollegium.accounts.forms.second_factor import CodeForm, NewPasskeyForm, PasswordProofForm
from kollegium.accounts.throttling import TooManyAttempts
from kollegium.accounts.views.log_in import refusal_of_proof, safe_next
from kollegium.accounts.views.rows import below_own_page

if TYPE_CHECKING:
    from kollegium.accounts.models import Account

SECRET = "app_secret"  # noqa: S105 - the name of a place in the session
View = Callable[..., HttpResponse]


def proved_recently(view: View) -> View:
    """Let a logged-in person in who has just proved who they are; others are asked to, and come back."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not sessions.was_proved_recently(request):
            return redirect(f"{reverse('accounts:prove')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return guarded


@never_cache
@login_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    """Ask a logged-in person once more who they are: by code or passkey, or by the password without a factor."""
    account: Account = request.user  # type: ignore[assignment]
    has_factor = account.second_factor_since is not None
    error, status = "", 200
    if request.method == "POST":
        check = _refusal_of_factor if has_factor else _refusal_of_password
        error, status = check(request, account)
        if not error:
            request.session[sessions.PROVED_AT] = time.time()
            return redirect(safe_next(request) or "accounts:second_step")
    factors = queries.factors_of(account)
    demo_code = queries.demo_code_of(account) if in_demo() else ""
    context = {
        "form": CodeForm(initial={"code": demo_code}) if has_factor else PasswordProofForm(),
        "asks_code": any(factor.is_app for factor in factors),
        "has_factor": has_factor,
        "error": error,
        "next": safe_next(request),
        "demo_code": demo_code,
        "passkey_options": ""
        if all(factor.is_app for factor in factors)
        else passkeys.request_options(account),
    }
    return render(request, "accounts/prove.html", context, status=status)


@login_required
@require_safe
def second_step(request: HttpRequest) -> HttpResponse:
    """Show one's second factors, or the choice of one to those who have none."""
    account: Account = request.user  # type: ignore[assignment]
    as_of = timezone.localdate()
    factors = queries.factors_of(account)
    context = {
        "factors": factors,
        "has_app": any(factor.is_app for factor in factors),
        "codes_left": len(queries.recovery_codes_left(account)),
        "is_needed": queries.role_needs_factor(account, as_of=as_of),
        "next": safe_next(request),
        "breadcrumbs": below_own_page(_("Second step at log-in")) if factors else [],
    }
    return render(request, "accounts/second_step.html", context)


@proved_recently
@require_http_methods(["GET", "HEAD", "POST"])
def set_up_app(request: HttpRequest) -> HttpResponse:
    """Let a person tie an app to the account: a picture to scan, then a code that shows it worked."""
    account: Account = request.user  # type: ignore[assignment]
    secret = request.session.setdefault(SECRET, generate_totp_secret())
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_up_app(
                account=account,
                secret=secret,
                code=form.cleaned_data["code"],
                keep=request.session.session_key,
                now=timezone.now(),
                by=request.actor,  # type: ignore[attr-defined]
            )
        except PeopleRefused as refused:
            form.add_error("code", wording.REFUSALS[refused.code])
        else:
            del request.session[SECRET]
            return _on_to_recovery_codes(request)
    picture = get_adapter().build_totp_svg(get_adapter().build_totp_url(account, secret))
    context = {
        "form": form,
        "picture": base64.b64encode(picture.encode()).decode(),
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "next": safe_next(request),
    }
    return render(request, "accounts/set_up_app.html", context, status=422 if form.is_bound else 200)


@proved_recently
@require_http_methods(["GET", "HEAD", "POST"])
def add_passkey(request: HttpRequest) -> HttpResponse:
    """Let a person make a passkey; needs script, as passkeys do."""
    account: Account = request.user  # type: ignore[assignment]
    form = NewPasskeyForm(request.POST if request.method == "POST" else None)
    error = ""
    if request.method == "POST":
        try:
            if not form.is_valid():
                raise passkeys.PasskeyRefused
            passkeys.check_new(form.cleaned_data["credential"])
        except passkeys.PasskeyRefused:
            error = _("The passkey could not be made. Try again.")
        else:
            actions.add_passkey(
                account=account,
                name=form.cleaned_data["name"] or _("Passkey"),
                credential=form.cleaned_data["credential"],
                keep=request.session.session_key,
                now=timezone.now(),
                by=request.actor,  # type: ignore[attr-defined]
            )
            return _on_to_recovery_codes(request)
    context = {
        "form": NewPasskeyForm(),
        "error": error,
        "options": passkeys.creation_options(account),
        "next": safe_next(request),
    }
    return render(request, "accounts/add_passkey.html", context, status=422 if error else 200)


@proved_recently
@require_http_methods(["GET", "HEAD", "POST"])
def remove_factor(request: HttpRequest, factor_id: int) -> HttpResponse:
    """Ask whether a factor is to be removed, and remove it."""
    account: Account = request.user  # type: ignore[assignment]
    factor = next((item for item in queries.factors_of(account) if item.pk == factor_id), None)
    if factor is None:
        raise Http404
    if request.method != "POST":
        return render(request, "accounts/remove_factor.html", {"factor": factor})
    try:
        actions.remove_factor(
            account=account,
            factor_id=factor_id,
            as_of=timezone.localdate(),
            by=request.actor,  # type: ignore[attr-defined]
        )
    except PeopleRefused as refused:
        context = {"factor": factor, "error": wording.REFUSALS[refused.code]}
        return render(request, "accounts/remove_factor.html", context, status=422)
    messages.success(request, _("It is removed."))
    return redirect("accounts:second_step")


@proved_recently
@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Show the recovery codes that are left, and make new ones."""
    account: Account = request.user  # type: ignore[assignment]
    if account.second_factor_since is None:
        return redirect("accounts:second_step")
    if request.method == "POST":
        actions.renew_recovery_codes(account=account, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("These are your new codes. The earlier ones no longer work."))
        return redirect("accounts:recovery_codes")
    context = {
        "codes": [f"{code[:4]} {code[4:]}" for code in queries.recovery_codes_left(account)],
        "next": safe_next(request) or reverse("accounts:second_step"),
        "is_first": "first" in request.GET,
    }
    return render(request, "accounts/recovery_codes.html", context)


def in_demo() -> bool:
    """Say whether the demo's helps may show."""
    return settings.MODE != "production"


def _on_to_recovery_codes(request: HttpRequest) -> HttpResponse:
    address = reverse("accounts:recovery_codes")
    return redirect(f"{address}?{urlencode({'first': 'yes', 'next': safe_next(request)})}")


def _refusal_of_factor(request: HttpRequest, account: "Account") -> tuple[str, int]:
    subject = request.session.session_key or ""
    return refusal_of_proof(request, account, limit=throttling.PROOF_IN_SESSION, subject=subject)


def _refusal_of_password(request: HttpRequest, account: "Account") -> tuple[str, int]:
    try:
        attempt = throttling.take(
            (throttling.PROOF_IN_SESSION, request.session.session_key or ""), now=timezone.now()
        )
    except TooManyAttempts as refused:
        return log_in_words.try_again_at(refused.until), 429
    if not account.check_password(request.POST.get("password", "")):
        return _("The password is not right. Try again."), 422
    attempt.give_back()
    return "", 200
