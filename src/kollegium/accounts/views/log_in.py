"""Log in: the password or a passkey, and the second step."""

import logging
from typing import TYPE_CHECKING, Any

from allauth.account.internal.decorators import login_stage_required
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth import views as auth_views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kollegium.accounts import actions, log_in_words, passkeys, queries, throttling, wording
from kollegium.accounts.allauth_adapters import SecondFactorStage
from kollegium.accounts.forms.log_in import LogInForm
from kollegium.accounts.forms.second_factor import CodeForm, CredentialForm
from kollegium.accounts.models import BrowserSession
from kollegium.accounts.providers import providers
from kollegium.accounts.throttling import TooManyAttempts
from kollegium.ui.addresses import address_of

if TYPE_CHECKING:
    from kollegium.accounts.models import Account

log = logging.getLogger(__name__)


class LogOutView(auth_views.LogoutView):
    """Leave: the session ends, and with it what the device keeps to be used without a network."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """End the session and lead to the start page."""
        if request.user.is_authenticated:
            actions.log_out(session_key=request.session.session_key, by=request.actor)  # type: ignore[attr-defined]
        return super().post(request, *args, **kwargs)


class LogInView(auth_views.LoginView):
    """The log-in page; a person who is logged in already goes on to the start page."""

    template_name = "accounts/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        """Fill in an address that a link to this page carries."""
        return {"username": self.request.GET.get("email", "")}

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Add why a person was sent back here: a closed log-in, a passkey that was not accepted."""
        told = {
            "providers": providers(),
            "is_closed": "closed" in self.request.GET,
            "passkey_refused": "passkey" in self.request.GET,
        }
        return super().get_context_data(**told, **more)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check address and password, as often as may be tried."""
        typed = request.POST.get("username", "").strip().lower()
        try:
            attempt = throttling.take(
                (throttling.LOG_IN_OF_ACCOUNT, typed),
                (throttling.LOG_IN_FROM_ADDRESS, address_of(request)),
                now=timezone.now(),
            )
        except TooManyAttempts as refused:
            log.warning("A log-in was refused: too many attempts.")
            form = LogInForm(request, initial={"username": typed})
            context = self.get_context_data(form=form, too_many=log_in_words.try_again_at(refused.until))
            return self.render_to_response(context, status=429)
        form = self.get_form()
        if not form.is_valid():
            log.warning("A log-in failed: address and password do not go together, or the log-in is closed.")
            return self.render_to_response(self.get_context_data(form=form), status=422)
        attempt.give_back()
        throttling.forget(throttling.LOG_IN_OF_ACCOUNT, typed)
        return enter(
            request, form.get_user(), method=BrowserSession.Method.PASSWORD, next_url=self.get_success_url()
        )


def enter(request: HttpRequest, account: "Account", *, method: str, next_url: str) -> HttpResponse:
    """Lead on after the first step: to the second, or in."""
    answer: HttpResponse = perform_login(
        request, account, redirect_url=next_url, signal_kwargs={"method": str(method)}
    )
    return answer


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def log_in_by_passkey(request: HttpRequest) -> HttpResponse:
    """Give the browser its challenge, and let the owner of the passkey in that answers it."""
    if request.method != "POST":
        return HttpResponse(passkeys.request_options(), content_type="application/json")
    form = CredentialForm(request.POST)
    try:
        if not form.is_valid():
            raise passkeys.PasskeyRefused
        account = passkeys.check_used(form.cleaned_data["credential"])
    except passkeys.PasskeyRefused:
        log.warning("A log-in failed: the passkey was not accepted.")
        return redirect(f"{reverse('accounts:login')}?passkey=refused")
    return enter(
        request,
        account,
        method=BrowserSession.Method.PASSKEY,
        next_url=safe_next(request) or settings.LOGIN_REDIRECT_URL,
    )


@login_stage_required(stage=SecondFactorStage.key, redirect_urlname="account_login")
@require_http_methods(["GET", "HEAD", "POST"])
def second_step_of_log_in(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor, and let the person in who has it."""
    stage = request._login_stage  # type: ignore[attr-defined]
    account = stage.login.user
    error, status = "", 200
    if request.method == "POST":
        error, status = _refusal_of_step(request, account)
        if not error:
            answer: HttpResponse = stage.exit()
            return answer
    factors = queries.factors_of(account)
    demo_code = queries.demo_code_of(account) if settings.MODE != "production" else ""
    context = {
        "form": CodeForm(initial={"code": demo_code}),
        "error": error,
        "demo_code": demo_code,
        "has_app": any(factor.is_app for factor in factors),
        "passkey_options": ""
        if all(factor.is_app for factor in factors)
        else passkeys.request_options(account),
    }
    return render(request, "accounts/code.html", context, status=status)


def _refusal_of_step(request: HttpRequest, account: "Account") -> tuple[str, int]:
    """Say why the second step is refused, and with which status; an empty text when it is right."""
    key = str(account.pk)
    return refusal_of_proof(request, account, limit=throttling.CODE_OF_ACCOUNT, subject=key)


def refusal_of_proof(
    request: HttpRequest, account: "Account", *, limit: throttling.Limit, subject: str
) -> tuple[str, int]:
    """Say why a posted code or passkey is refused, and with which status; an empty text when it is right."""
    if "credential" in request.POST:
        form = CredentialForm(request.POST)
        try:
            if not form.is_valid():
                raise passkeys.PasskeyRefused
            passkeys.check_used(form.cleaned_data["credential"], account)
        except passkeys.PasskeyRefused:
            return _("The passkey was not accepted. Try again."), 422
        return "", 200
    code = CodeForm(request.POST)
    if not code.is_valid():
        return " ".join(code.errors["code"]), 422
    try:
        attempt = throttling.take((limit, subject), now=timezone.now())
    except TooManyAttempts as refused:
        log.warning("A second step was refused: too many attempts.")
        return log_in_words.try_again_at(refused.until), 429
    if not actions.use_code(account=account, code=code.cleaned_data["code"]):
        log.warning("A second step failed: the code is not right.")
        return str(wording.REFUSALS["wrong-code"]), 422
    attempt.give_back()
    throttling.forget(limit, subject)
    return "", 200


def safe_next(request: HttpRequest) -> str:
    """Give the address of this site a person wanted to reach; empty when there is none."""
    wanted = request.POST.get("next", request.GET.get("next", ""))
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else ""
