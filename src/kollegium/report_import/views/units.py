"""Choose the unit a report is about from the register, or add it there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.organisations import wording as places_wording
from kollegium.organisations.actions import add_unit
from kollegium.organisations.forms import UnitForm
from kollegium.report_import import actions, queries, wording
from kollegium.report_import.models import ImportProposal, ProposalState
from kollegium.report_import.views.proposal import common_context
from kollegium.report_import.views.requests import actor_of, importers_only, search_of
from kollegium.ui.numbers import typed_number


@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def choose_unit(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Search the register for the report's unit, choose one, take the choice away, or add a new one."""
    actor = actor_of(request)
    proposal = queries.get_proposal_for(actor, proposal_id)
    if proposal.state != ProposalState.PROPOSED:
        return redirect("report_import:proposal", proposal.pk)
    if request.method != "POST":
        return _page(request, proposal)
    if "unit" in request.POST:
        return _chosen(request, proposal, request.POST["unit"])
    if not actor.may(Permission.MANAGE_PLACES):
        return _page(request, proposal, status=403)
    form = UnitForm(request.POST, is_new=True)
    if form.is_valid():
        try:
            unit = add_unit(values=form.values(), by=actor)
        except Refused as refused:
            form.add_error(None, places_wording.refusal_text(refused.code, refused.params))
        else:
            messages.success(request, gettext("The unit is added to the register."))
            return _chosen(request, proposal, str(unit.pk))
    return _page(request, proposal, form=form, status=422)


def _chosen(request: HttpRequest, proposal: ImportProposal, unit_id: str) -> HttpResponse:
    draft = queries.draft_of(proposal)
    token = request.POST.get("t:unit") or draft.field("unit").token
    change = actions.FieldChange("unit", typed_number(unit_id), token)
    try:
        result = actions.save_fields(
            proposal_id=proposal.pk, changes=[change], by=actor_of(request), now=timezone.now()
        )
    except actions.ImportRefused as refused:
        messages.error(request, wording.refusal_text(refused))
    else:
        if result.conflicts:
            who = result.conflicts["unit"].theirs.by_name or gettext("Somebody else")
            messages.error(
                request,
                gettext("%(name)s has chosen another unit meanwhile. Look at it before you choose again.")
                % {"name": who},
            )
    return redirect(f"{reverse('report_import:proposal', args=[proposal.pk])}#unit")


def _page(
    request: HttpRequest, proposal: ImportProposal, *, form: UnitForm | None = None, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    draft = queries.draft_of(proposal)
    read_unit = draft.reading["unit"] or ""
    search = search_of(request, read_unit)
    may_add = actor.may(Permission.MANAGE_PLACES)
    if may_add and form is None:
        specialty = [proposal.chosen_specialty_id] if proposal.chosen_specialty_id else []
        form = UnitForm(is_new=True, initial={"name": read_unit, "specialties": specialty})
    context = {
        **common_context(proposal),
        "read_unit": read_unit,
        "search": search,
        "found": queries.search_units(actor, search),
        "unit_token": draft.field("unit").token,
        "form": form if may_add else None,
        "adding": status != 200,
    }
    return render(request, "report_import/unit.html", context, status=status)
