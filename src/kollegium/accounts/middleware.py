"""Puts the actor on every request: the logged-in person with today's roles, or a visitor."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from kollegium.accounts.queries import actor_of_account
from kollegium.domain.roles import Actor, Visitor


class ActorMiddleware:
    """Sets `request.actor`, worked out when first used, so that open pages cost no query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _actor_of(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return Visitor()
    return actor_of_account(request.user, as_of=timezone.localdate())
