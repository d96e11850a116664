"""A forgotten password: a letter with a link that works once, for two hours."""

import logging
from typing import TYPE_CHECKING

from django.contrib.auth import views as auth_views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.accounts import actions, log_in_words, throttling
from kollegium.accounts.forms.log_in import ForgottenPasswordForm, NewPasswordForm
from kollegium.accounts.throttling import TooManyAttempts
from kollegium.ui.addresses import address_of

if TYPE_CHECKING:
    from kollegium.accounts.models import Account

log = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def forgotten_password(request: HttpRequest) -> HttpResponse:
    """Take an address and answer the same, whether anybody logs in with it or not."""
    form = ForgottenPasswordForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "accounts/forgotten_password.html", {"form": form})
    if not form.is_valid():
        return render(request, "accounts/forgotten_password.html", {"form": form}, status=422)
    email = form.cleaned_data["email"].strip().lower()
    try:
        throttling.take(
            (throttling.RESET_OF_ACCOUNT, email),
            (throttling.RESET_FROM_ADDRESS, address_of(request)),
            now=timezone.now(),
        )
    except TooManyAttempts as refused:
        log.warning("A letter about a forgotten password was refused: too many attempts.")
        context = {"form": form, "too_many": log_in_words.try_again_at(refused.until)}
        return render(request, "accounts/forgotten_password.html", context, status=429)
    actions.ask_for_new_password(email=email)
    return redirect("accounts:letter_sent")


@require_safe
def letter_sent(request: HttpRequest) -> HttpResponse:
    """Say that a letter is on its way, if somebody logs in with the address."""
    return render(request, "accounts/letter_sent.html")


class NewPasswordView(auth_views.PasswordResetConfirmView):
    """The page a letter's link leads to: a new password, or why the link no longer works."""

    template_name = "accounts/new_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("accounts:password_renewed")

    def get_user(self, uidb64: str) -> "Account | None":
        """Give the log-in a link is for, unless it was closed since."""
        account = super().get_user(uidb64)
        return account if account is not None and account.is_active else None

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        """Keep the new password. It logs nobody in: the second step must be asked for."""
        actions.renew_password(account=self.user, new=form.cleaned_data["new_password1"])
        del self.request.session[auth_views.INTERNAL_RESET_SESSION_TOKEN]
        return redirect(self.success_url)

    def form_invalid(self, form: NewPasswordForm) -> HttpResponse:
        """Show what must be mended."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


@require_safe
def password_renewed(request: HttpRequest) -> HttpResponse:
    """Say that the new password works, and where to log in."""
    return render(request, "accounts/password_renewed.html")
