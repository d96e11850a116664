"""Come in by an invitation: the link of the letter, and the page it leads to."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.forms.invitations import NewcomerForm
from kollegium.accounts.tokens import hash_of
from kollegium.accounts.views.rows import speak
from kollegium.domain.errors import Refused
from kollegium.domain.invitations import InvitationState

if TYPE_CHECKING:
    from kollegium.accounts.models import Account, Invitation

SESSION_KEY = "invitation"


@never_cache
@require_safe
@sensitive_variables("token")
def open_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address bar: keep its hash in the session and go on to a clean address.

    Any token is answered alike, so that no fault with the token in its address stands in a log.
    """
    token_hash = hash_of(token)
    found = queries.invitation_behind(token_hash)
    request.session.pop(SESSION_KEY, None)
    response = redirect("accounts:invitation")
    response.headers["Referrer-Policy"] = "no-referrer"
    if found is not None:
        request.session[SESSION_KEY] = token_hash
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            speak(response, found.language)
    return response


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """Say who invites to what, and let the invited person come in."""
    found = queries.invitation_behind(request.session.get(SESSION_KEY, ""))
    if found is None:
        return _closed(request, "invitation-unknown", status=404)
    state = found.state(now=timezone.now())
    if state in (InvitationState.ACCEPTED, InvitationState.WITHDRAWN, InvitationState.EXPIRED):
        return _closed(request, f"invitation-{state.value}", status=410)
    if request.user.is_authenticated:
        return _as_known(request, found)
    if queries.has_log_in(found.email):
        query = urlencode({"next": reverse("accounts:invitation"), "email": found.email})
        return _page(request, found, way="log-in", login_url=f"{reverse('accounts:login')}?{query}")
    return _as_newcomer(request, found)


def _as_known(request: HttpRequest, found: "Invitation") -> HttpResponse:
    account: Account = request.user  # type: ignore[assignment]
    if not queries.is_own_address(account, found.email):
        return _page(request, found, way="another", status=403)
    if request.method != "POST":
        return _page(request, found, way="join")
    try:
        actions.accept_with_log_in(
            token_hash=found.token_hash,
            account=account,
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )
    except Refused as refused:
        return _closed(request, refused.code, status=410)
    request.session.pop(SESSION_KEY, None)
    messages.success(request, _("You now hold the role: %(role)s.") % {"role": wording.role_at_place(found)})
    return redirect("home:start")


def _as_newcomer(request: HttpRequest, found: "Invitation") -> HttpResponse:
    initial = {"name": found.name, "language": get_language()}
    form = NewcomerForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        newcomer = actions.Newcomer(typed["name"], typed["password"], typed["language"])
        try:
            account = actions.accept_with_new_log_in(
                token_hash=found.token_hash, newcomer=newcomer, now=timezone.now()
            )
        except ValidationError as error:
            form.add_error("password", error)
        except Refused as refused:
            if refused.code == "name-missing":
                form.add_error("name", wording.refusal_text(refused))
            else:
                return _closed(request, refused.code, status=410)
        else:
            return _welcome(request, account)
    return _page(request, found, way="new", form=form, status=422 if form.is_bound else 200)


def _welcome(request: HttpRequest, account: "Account") -> HttpResponse:
    request.session.pop(SESSION_KEY, None)
    messages.success(request, _("Welcome. Your log-in is open: log in with your e-mail and password."))
    response = redirect(f"{reverse('accounts:login')}?{urlencode({'email': account.email})}")
    speak(response, account.person.language)
    return response


def _page(
    request: HttpRequest, found: "Invitation", *, way: str, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "way": way,
        "invitation": found,
        "role": wording.ROLE_NAMES[wording.Role(found.role)],
        "place": wording.place_name(found),
        "inviter": found.invited_by.name if found.invited_by else "Kollegium",
        **more,
    }
    return render(request, "accounts/invitation.html", context, status=status)


def _closed(request: HttpRequest, code: str, *, status: int) -> HttpResponse:
    context = {"reason": wording.REFUSALS[code]}
    return render(request, "accounts/invitation_closed.html", context, status=status)
