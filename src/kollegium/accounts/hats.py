"""The hat of a session: which of several roles somebody works in, and the offer to change it."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kollegium.accounts import wording

if TYPE_CHECKING:
    from kollegium.accounts.actors import HeldRole, PersonActor

SESSION_KEY = "hat"
ALL = 0


def chosen(request: HttpRequest, *, default: int | None) -> int | None:
    """Give the assignment chosen in this session, or the person's last choice; None when all count."""
    return request.session.get(SESSION_KEY, default) or None


def keep(request: HttpRequest, assignment_id: int | None) -> None:
    """Remember the choice for this session."""
    request.session[SESSION_KEY] = assignment_id or ALL


def may_be_another(request: HttpRequest, response: HttpResponse) -> bool:
    """Say whether a closed page might open in another of the person's roles."""
    if (
        response.status_code not in (403, 404)
        or request.method not in ("GET", "HEAD")
        or request.resolver_match is None
    ):
        return False
    if request.headers.get("HX-Request") or not getattr(request, "user", None):
        return False
    # A script's question, which the door to the second step has perhaps closed: nothing is tried behind it.
    if "application/json" in request.headers.get("Accept", ""):
        return False
    return request.user.is_authenticated and request.actor.hat is not None  # type: ignore[attr-defined]


def offer_another(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give a page that offers the role in which the page opens, or the same answer when there is none."""
    actor: PersonActor = request.actor  # type: ignore[attr-defined]
    found = _role_that_opens(request, actor)
    request.actor = actor  # type: ignore[attr-defined]
    if found is None:
        return response
    context = {"now": wording.role_in_words(actor.held_roles[0]), **found, "next": request.get_full_path()}
    return render(request, "accounts/other_hat.html", context, status=response.status_code)


def _role_that_opens(request: HttpRequest, actor: "PersonActor") -> dict[str, object] | None:
    # All roles first: an address that is simply wrong is tried once more, not once per role.
    if not _opens(request, actor.wearing(None)):
        return None
    for held in actor.every_role:
        if held != actor.hat and _opens(request, actor.wearing(held)):
            return {"hat_id": held.assignment_id, "other": wording.role_in_words(held)}
    return {"hat_id": "all", "other": ""}


def _opens(request: HttpRequest, actor: "PersonActor") -> bool:
    """Say whether the page opens for an actor: asked of the page itself, and whatever it wrote is undone."""
    request.actor = actor  # type: ignore[attr-defined]
    match = request.resolver_match
    assert match is not None
    with transaction.atomic():
        try:
            answer = match.func(request, *match.args, **match.kwargs)
        except (Http404, PermissionDenied):
            return False
        finally:
            transaction.set_rollback(True)
    return bool(answer.status_code == 200)


def choices(actor: "PersonActor") -> list[dict[str, object]]:
    """Give the roles to choose among, for a menu; none for somebody with one role."""
    if len(actor.every_role) < 2:
        return []
    rows = [_choice(held, is_current=held == actor.hat) for held in actor.every_role]
    return [*rows, {"id": "all", "label": wording.ALL_ROLES, "is_current": actor.hat is None}]


def _choice(held: "HeldRole", *, is_current: bool) -> dict[str, object]:
    return {"id": held.assignment_id, "label": wording.role_in_words(held), "is_current": is_current}
