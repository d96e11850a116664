"""Invite people, and see what became of the invitations."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.forms.invitations import InviteForm
from kollegium.accounts.places import place_of
from kollegium.accounts.views.rows import people_tabs
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission, Role, may_grant
from kollegium.ui.components.navigation import Chip
from kollegium.ui.paging import cursor_in, pager_of, typed_search, url_with

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kollegium.accounts.models import Invitation
    from kollegium.domain.roles import Actor

# Where a refusal is shown: at the field it is about.
FIELD_OF_REFUSAL = {
    "name-missing": "name",
    "already-invited": "email",
    "role-not-at-place": "place",
    "role-not-yours-to-give": "place",
    "ends-before-start": "valid_until",
    "period-over": "valid_until",
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody by e-mail; searching for the place keeps everything that is typed."""
    actor = _inviter(request)
    is_searching = request.method == "POST" and "find" in request.POST
    data = request.POST if request.method == "POST" and not is_searching else None
    typed = request.POST.dict() if is_searching else request.GET.dict()
    initial = {"language": "sv", "valid_from": timezone.localdate(), **typed}
    form = InviteForm(data, initial=initial, actor=actor)
    if data is not None and form.is_valid():
        try:
            invitation = actions.invite_person(values=form.values(), now=timezone.now(), by=actor)
        except Refused as refused:
            form.add_error(FIELD_OF_REFUSAL.get(refused.code), wording.refusal_text(refused))
        else:
            messages.success(
                request, _("The letter to %(email)s is on its way.") % {"email": invitation.email}
            )
            return redirect("accounts:invitations")
    crumbs = [
        {"label": _("People"), "url": reverse("accounts:people")},
        {"label": _("Invitations"), "url": reverse("accounts:invitations")},
        {"label": _("Invite")},
    ]
    context = {"form": form, "breadcrumbs": crumbs}
    return render(request, "accounts/invite.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def invitation_list(request: HttpRequest) -> HttpResponse:
    """List the invitations to the places where the reader invites people."""
    actor, now = _inviter(request), timezone.now()
    search, only_open = typed_search(request), request.GET.get("open") == "yes"
    page = queries.page_of_invitations(
        actor, search=search, only_open=only_open, now=now, cursor=cursor_in(request)
    )
    chips = [Chip(f"“{search}”", url_with(request, q=None, page=None))] if search else []
    if only_open:
        chips.append(Chip(_("Only those that wait"), url_with(request, open=None, page=None)))
    context = {
        "rows": [_row(row["invitation"], actor, now) for row in page.rows],
        "pager": pager_of(request, page),
        "search": search,
        "only_open": only_open,
        "chips": chips,
        "tabs": people_tabs(actor, "accounts:invitations"),
    }
    return render(request, "accounts/invitations.html", context)


@login_required
@require_POST
def send_again(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Send an invitation again with a new link."""
    return _change(request, invitation_id, actions.send_invitation_again, _("The letter is sent again."))


@login_required
@require_POST
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Take an invitation back."""
    return _change(request, invitation_id, actions.withdraw_invitation, _("The invitation is taken back."))


def _change(
    request: HttpRequest, invitation_id: int, action: "Callable[..., Invitation]", done: str
) -> HttpResponse:
    actor, now = _inviter(request), timezone.now()
    invitation = queries.get_invitation_for(actor, invitation_id, now=now)
    try:
        action(invitation_id=invitation.pk, now=now, by=actor)
    except Refused as refused:
        messages.error(request, wording.refusal_text(refused))
    else:
        messages.success(request, done)
    return redirect("accounts:invitations")


def _inviter(request: HttpRequest) -> "Actor":
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.INVITE_PEOPLE):
        raise Http404
    return actor


def _row(invitation: "Invitation", actor: "Actor", now: "datetime") -> dict[str, Any]:
    state = invitation.state(now=now)
    is_theirs = may_grant(actor, Role(invitation.role), place_of(invitation.place))
    return {
        "pk": invitation.pk,
        "name": invitation.name,
        "email": invitation.email,
        "role": wording.role_at_place(invitation),
        "state": wording.STATE_OF_INVITATION[state],
        "state_kind": wording.KIND_OF_STATE[state],
        "by": invitation.invited_by.name if invitation.invited_by else "Kollegium",
        "created_at": invitation.created_at,
        "expires_at": invitation.expires_at,
        "is_waiting": state.is_open and state.value != "expired",
        "can_change": state.is_open and is_theirs,
    }
