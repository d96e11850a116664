"""Log in at an outside identity provider."""

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kollegium.accounts import actions, log_in_words, oidc, queries
from kollegium.accounts.models import BrowserSession
from kollegium.accounts.oidc import Provider, ProviderRefused
from kollegium.accounts.providers import claim_map, provider_of
from kollegium.accounts.views.log_in import enter, safe_next
from kollegium.domain.claims import proposed_roles

STARTED = "provider_log_in"
log = logging.getLogger(__name__)


@never_cache
@require_safe
def leave_for_provider(request: HttpRequest, key: str) -> HttpResponse:
    """Send a person to the provider."""
    provider = _provider(key)
    next_url = safe_next(request) or settings.LOGIN_REDIRECT_URL
    try:
        address, started = oidc.start(
            provider, redirect_uri=_redirect_uri(request, provider), next_url=next_url
        )
    except ProviderRefused as refused:
        return _refused(request, refused.code)
    request.session[STARTED] = started
    return redirect(address)


@never_cache
@require_safe
def come_back(request: HttpRequest, key: str) -> HttpResponse:
    """Let the person in whom the provider vouches for, if somebody here has that HSA-id; note what it says of roles."""
    provider = _provider(key)
    started = request.session.pop(STARTED, None)
    try:
        vouched = oidc.vouched_for(
            provider, started, request.GET.dict(), redirect_uri=_redirect_uri(request, provider)
        )
    except ProviderRefused as refused:
        return _refused(request, refused.code)
    account = queries.account_with_hsa_id(vouched.hsa_id)
    if account is None:
        return _refused(request, "nobody-here")
    if not account.is_active:
        return _refused(request, "closed")
    said = proposed_roles(vouched.claims, claim_map())
    actions.note_proposals(person_id=account.person_id, said=said, now=timezone.now())
    return enter(request, account, method=BrowserSession.Method.PROVIDER, next_url=vouched.next_url)


def _provider(key: str) -> Provider:
    provider = provider_of(key)
    if provider is None:
        raise Http404
    return provider


def _redirect_uri(request: HttpRequest, provider: Provider) -> str:
    return request.build_absolute_uri(reverse("accounts:provider_answer", args=[provider.key]))


def _refused(request: HttpRequest, code: str) -> HttpResponse:
    log.warning("A log-in at the identity provider failed: %s.", code)
    title, text = log_in_words.PROVIDER_REFUSALS[code]
    return render(request, "accounts/provider_refused.html", {"title": title, "text": text}, status=403)
