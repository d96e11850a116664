"""What the pages of the import share: the actor, and who may come in at all."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from kollegium.domain.roles import Actor, Permission

View = Callable[..., HttpResponse]


def actor_of(request: HttpRequest) -> Actor:
    """Give the person who asks, with today's roles."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def importers_only(view: View) -> View:
    """Let a logged-in person in who may import somewhere; to anybody else the page does not exist."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not actor_of(request).may(Permission.IMPORT_REVIEWS):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def wants_json(request: HttpRequest) -> bool:
    """Say whether a script asks and reads the answer."""
    return "application/json" in request.headers.get("Accept", "")


def is_fragment(request: HttpRequest) -> bool:
    """Say whether only a part of the page is asked for."""
    return request.headers.get("HX-Request") == "true"


def search_of(request: HttpRequest, default: str = "") -> str:
    """Give what is searched for, without what no text holds."""
    return request.GET.get("q", default).replace("\x00", "").strip()
