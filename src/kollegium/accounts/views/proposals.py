"""The roles that employers say people have, waiting for somebody to say yes or no."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.accounts import actions, queries, wording, wording_of_proposals
from kollegium.accounts.forms.proposals import DeclineForm
from kollegium.accounts.views.rows import people_tabs
from kollegium.domain.errors import Refused
from kollegium.domain.roles import grantable_roles
from kollegium.ui.components.navigation import Chip
from kollegium.ui.paging import cut_page, typed_search, url_with

if TYPE_CHECKING:
    from kollegium.accounts.models import RoleProposal
    from kollegium.domain.roles import Actor


@login_required
@require_safe
def proposal_list(request: HttpRequest) -> HttpResponse:
    """List the proposed roles the reader decides about."""
    actor = _decider(request)
    search = typed_search(request)
    rows, pager = cut_page(
        request, queries.list_proposals(actor, search=search), order=queries.PROPOSAL_ORDER
    )
    context = {
        "rows": [_row(proposal) for proposal in rows],
        "pager": pager,
        "search": search,
        "chips": [Chip(f"“{search}”", url_with(request, q=None, page=None))] if search else [],
        "tabs": people_tabs(actor, "accounts:proposals"),
    }
    return render(request, "accounts/proposals.html", context)


@login_required
@require_POST
def accept(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Give the person the proposed role from this day on."""
    actor = _decider(request)
    proposal = queries.get_proposal_for(actor, proposal_id)
    try:
        actions.accept_proposal(proposal_id=proposal.pk, now=timezone.now(), by=actor)
    except Refused as refused:
        messages.error(request, wording.refusal_text(refused))
    else:
        words = {"name": proposal.person.name, "role": wording_of_proposals.proposed_role(proposal)}
        messages.success(request, _("%(name)s has the role %(role)s from today.") % words)
    return redirect("accounts:proposals")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Say no to a proposed role, with the reason."""
    actor = _decider(request)
    proposal = queries.get_proposal_for(actor, proposal_id)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decline_proposal(
                proposal_id=proposal.pk, reason=form.chosen(), now=timezone.now(), by=actor
            )
        except Refused as refused:
            messages.error(request, wording.refusal_text(refused))
        else:
            messages.success(request, _("The proposal is declined. It does not come again."))
        return redirect("accounts:proposals")
    back = reverse("accounts:proposals")
    context = {
        "form": form,
        "person": proposal.person,
        "role": wording_of_proposals.proposed_role(proposal),
        "back": back,
        "breadcrumbs": [{"label": _("Proposed roles"), "url": back}, {"label": _("Decline")}],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/proposal_decline.html", context, status=status)


def _decider(request: HttpRequest) -> "Actor":
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not grantable_roles(actor):
        raise Http404
    return actor


def _row(proposal: "RoleProposal") -> dict[str, Any]:
    return {
        "pk": proposal.pk,
        "name": proposal.person.name,
        "email": proposal.person.email,
        "role": wording.ROLE_NAMES[wording.Role(proposal.role)],
        "place": wording_of_proposals.place_words(proposal),
        "is_known": proposal.place is not None,
        "said": proposal.said,
        "at": proposal.proposed_at,
    }
