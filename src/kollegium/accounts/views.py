"""Log in, log out, and one's own page."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.forms import LogInForm, PasswordForm
from kollegium.domain.errors import Refused

if TYPE_CHECKING:
    from kollegium.accounts.models import Account


class LogInView(auth_views.LoginView):
    """The log-in page; a person who is logged in already goes on to the start page."""

    template_name = "accounts/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        """Fill in an address that a link to this page carries."""
        return {"username": self.request.GET.get("email", "")}


@login_required
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def own_page(request: HttpRequest) -> HttpResponse:
    """Show a person who they are here, and let them change their password."""
    account: Account = request.user  # type: ignore[assignment]
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _password_changed(request, account, form):
        messages.success(request, _("Your password is changed."))
        return redirect("accounts:own_page")
    assignments = queries.assignments_of(account.person, as_of=timezone.localdate())
    rows = [
        {
            "role": wording.ROLE_NAMES[wording.Role(item.role)],
            "place": wording.place_name(item),
            "from": item.valid_from,
            "until": item.valid_until,
        }
        for item in assignments
    ]
    return render(
        request,
        "accounts/own_page.html",
        {"account": account, "person": account.person, "assignments": rows, "form": form},
        status=422 if form.is_bound else 200,
    )


def _password_changed(request: HttpRequest, account: "Account", form: PasswordForm) -> bool:
    try:
        actions.change_own_password(
            account=account,
            old=form.cleaned_data["old"],
            new=form.cleaned_data["new"],
            by=request.actor,  # type: ignore[attr-defined]
        )
    except Refused as refused:
        form.add_error("old", wording.REFUSALS[refused.code])
    except ValidationError as error:
        form.add_error("new", error)
    else:
        update_session_auth_hash(request, account)
        return True
    return False
