"""Puts the actor on every request, keeps a browser's note fresh, and lets nobody past a missing second factor."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from kollegium.accounts import actions, hats, sessions
from kollegium.accounts.queries import actor_of_account
from kollegium.domain.roles import Actor, Visitor, needs_second_factor

# What is open to somebody who must set up a second factor first: doing so, leaving, and reading how.
OPEN_PAGES = frozenset(
    {
        "accounts:second_step",
        "accounts:set_up_app",
        "accounts:add_passkey",
        "accounts:recovery_codes",
        "accounts:prove",
        "accounts:logout",
        "ui:set_theme",
        "ui:set_language",
        "ui:accessibility",
        "ui:fault_reported",
        "ui:privacy",
        "questionnaires:answer",
        "healthz",
        "readyz",
    }
)

# Where it is not even noted that somebody who is logged in was there: a time could tell who answered.
UNNOTED_PAGES = frozenset({"questionnaires:answer"})


class ActorMiddleware:
    """Sets `request.actor`, worked out when first used, so that open pages cost no query.

    Whoever works in one of several roles and asks for a page that another of them opens is told so.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor_of(request))  # type: ignore[attr-defined]
        response = self.get_response(request)
        return hats.offer_another(request, response) if hats.may_be_another(request, response) else response


class SecondFactorMiddleware:
    """Leads a person whose role needs a second factor, and who has none, to the page where one is set up.

    Everything else is closed until then, whatever it is: pages, parts of pages, addresses for scripts.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Answer in the page's place when a second factor is missing."""
        if request.resolver_match and request.resolver_match.view_name in UNNOTED_PAGES:
            return None
        if sessions.SEEN_AT in request.session:
            sessions.keep_fresh(request, now=timezone.now())
        if request.resolver_match and request.resolver_match.view_name in OPEN_PAGES:
            return None
        return _closed(request) if _lacks_factor(request) else None


def _actor_of(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return Visitor()
    account = request.user
    today = timezone.localdate()
    hat_id = hats.chosen(request, default=account.person.hat_id)
    actor = actor_of_account(account, as_of=today, hat_id=hat_id)
    if actor.lost_hat:
        hats.keep(request, None)
        actions.choose_hat(person_id=actor.person_id, assignment_id=None, as_of=today, by=actor)
        messages.info(request, _("The role you worked in has ended. All your roles count now."))
    return actor


def _lacks_factor(request: HttpRequest) -> bool:
    account = request.user
    if not account.is_authenticated or account.second_factor_since is not None:
        return False
    if request.session.get(sessions.IS_STRONG):
        return False
    # Every role, not only the one chosen to work in: the others are one choice away.
    return needs_second_factor(held.role for held in request.actor.every_role)  # type: ignore[attr-defined]


def _closed(request: HttpRequest) -> HttpResponse:
    page = reverse("accounts:second_step")
    if request.headers.get("HX-Request") == "true":
        return HttpResponseForbidden(headers={"HX-Redirect": page})
    if "application/json" in request.headers.get("Accept", ""):
        return HttpResponseForbidden(headers={"Location": page})
    if request.method in ("GET", "HEAD") and request.path != "/":
        return HttpResponseRedirect(f"{page}?{urlencode({'next': request.get_full_path()})}")
    return HttpResponseRedirect(page)
