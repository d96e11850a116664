"""The pages of campaigns: the list, a new one, one with its cases and teams, and what is decided there."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.domain.errors import Refused
from kollegium.planning import actions, explaining
from kollegium.planning.forms.campaigns import AddCasesForm, CampaignForm
from kollegium.planning.history import history_of_campaign
from kollegium.planning.models import ProposalState
from kollegium.planning.queries.campaigns import (
    PAGE_SIZE,
    cases_to_add,
    get_campaign_for,
    list_campaigns_for,
    plans,
)
from kollegium.planning.shown_campaigns import case_label, shown_campaign_rows, shown_case, who_is_where
from kollegium.planning.tabs import planning_tabs
from kollegium.planning.wording import refusal
from kollegium.ui.components.navigation import Chip
from kollegium.ui.components.records import days
from kollegium.ui.numbers import typed_number, typed_numbers
from kollegium.ui.paging import cursor_in, pager_of, typed_search, url_with
from kollegium.ui.saving import saved


@login_required
@require_safe
def campaign_list(request: HttpRequest) -> HttpResponse:
    """List the campaigns."""
    actor = request.actor  # type: ignore[attr-defined]
    search = typed_search(request)
    page = list_campaigns_for(actor, search=search, cursor=cursor_in(request))
    context = {
        "rows": shown_campaign_rows(page.rows),
        "pager": pager_of(request, page, size=PAGE_SIZE),
        "search": search,
        "chips": [Chip(search, url_with(request, q=None, page=None))] if search else [],
        "tabs": planning_tabs(actor, "planning:campaigns"),
    }
    return render(request, "planning/campaigns.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def campaign_add(request: HttpRequest) -> HttpResponse:
    """Ask for name and period, and begin the campaign."""
    actor = plans(request.actor)  # type: ignore[attr-defined]
    form = CampaignForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        good = form.cleaned_data
        campaign = actions.make_campaign(
            name=good["name"], first=good["first"], last=good["last"], now=timezone.now(), by=actor
        )
        messages.success(request, _("The campaign is there. Add its cases."))
        return redirect("planning:campaign_cases", campaign.pk)
    return render(
        request, "planning/campaign_form.html", {"form": form}, status=422 if form.is_bound else 200
    )


@login_required
@require_safe
def campaign(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Show a campaign: its cases, their teams, what is proposed, and who is where when."""
    view = get_campaign_for(request.actor, campaign_id, as_of=timezone.localdate())  # type: ignore[attr-defined]
    proposal = view.proposal
    is_running = proposal is not None and proposal.state in (ProposalState.WAITING, ProposalState.WORKING)
    proposed_count = sum(len(case.proposed) for case in view.cases)
    context = {
        "campaign": view.campaign,
        "period": days(view.campaign.first, view.campaign.last),
        "cases": [shown_case(case) for case in view.cases],
        "proposal": proposal,
        "is_running": is_running,
        "has_failed": proposal is not None and proposal.state == ProposalState.FAILED,
        "proposed_count": 0 if is_running else proposed_count,
        "may_propose": not is_running and any(case.is_staffable for case in view.cases),
        "grid": who_is_where(view),
        "history": history_of_campaign(view.campaign),
    }
    return render(request, "planning/campaign.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def campaign_change(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Give a campaign another name or period."""
    actor = request.actor  # type: ignore[attr-defined]
    campaign = get_campaign_for(actor, campaign_id, as_of=timezone.localdate()).campaign
    initial = {"name": campaign.name, "first": campaign.first, "last": campaign.last, "mark": campaign.mark}
    form = CampaignForm(request.POST if request.method == "POST" else None, initial=initial)

    def save() -> None:
        good = form.cleaned_data
        actions.change_campaign(
            campaign_id=campaign_id,
            name=good["name"],
            first=good["first"],
            last=good["last"],
            expected=good["mark"],
            by=actor,
        )

    if saved(form, save, refusal, version=campaign.mark):
        messages.success(request, _("The campaign is changed."))
        return redirect("planning:campaign", campaign_id)
    context = {"form": form, "campaign": campaign}
    return render(request, "planning/campaign_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def campaign_remove(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Tell what goes and what stays, and take the campaign away."""
    actor = request.actor  # type: ignore[attr-defined]
    view = get_campaign_for(actor, campaign_id, as_of=timezone.localdate())
    if request.method == "POST":
        actions.remove_campaign(campaign_id=campaign_id, by=actor)
        messages.success(request, _("The campaign is removed. Its cases and their teams stay."))
        return redirect("planning:campaigns")
    context = {
        "campaign": view.campaign,
        "case_count": len(view.cases),
        "proposed_count": sum(len(case.proposed) for case in view.cases),
    }
    return render(request, "planning/campaign_remove.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def campaign_cases(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Find cases and put them into the campaign."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    view = get_campaign_for(actor, campaign_id, as_of=today)
    chosen = typed_numbers(request.POST.getlist("cases"))
    words = request.POST.get("q", "").replace("\0", "")
    found = [(row["pk"], case_label(row)) for row in cases_to_add(actor, search=words, chosen=chosen)]
    is_sent = request.method == "POST" and "find" not in request.POST
    if is_sent:
        form = AddCasesForm(request.POST, found=found)
    else:
        form = AddCasesForm(found=found, initial={"q": words, "cases": chosen})
    if is_sent and form.is_valid():
        try:
            count = actions.add_cases(
                campaign_id=campaign_id, review_ids=form.cleaned_data["cases"], as_of=today, by=actor
            )
        except Refused as refused:
            form.add_error("cases", refusal(refused.code, refused.params))
        else:
            told = ngettext("%(count)s case is added.", "%(count)s cases are added.", count)
            messages.success(request, told % {"count": count})
            return redirect("planning:campaign", campaign_id)
    context = {"form": form, "campaign": view.campaign}
    return render(request, "planning/campaign_cases.html", context, status=422 if is_sent else 200)


@login_required
@require_POST
def campaign_remove_case(request: HttpRequest, campaign_id: int, review_id: int) -> HttpResponse:
    """Take a case out of the campaign."""
    actions.remove_case(campaign_id=campaign_id, review_id=review_id, **_about(request))
    messages.success(request, _("The case stands in the campaign no more. Its team stays."))
    return redirect("planning:campaign", campaign_id)


@login_required
@require_POST
def campaign_propose(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Ask for a proposal of teams."""
    try:
        actions.ask_for_teams(campaign_id=campaign_id, now=timezone.now(), **_about(request))
    except Refused as refused:
        messages.error(request, refusal(refused.code, refused.params))
    return redirect("planning:campaign", campaign_id)


@login_required
@require_POST
def campaign_take(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Appoint the reviewers proposed for one case, or for all."""
    number = request.POST.get("case", "")
    try:
        count = actions.take_seats(
            campaign_id=campaign_id,
            review_id=typed_number(number),
            explain=explaining.kept_words,
            now=timezone.now(),
            **_about(request),
        )
    except Refused as refused:
        messages.error(request, refusal(refused.code, refused.params))
    else:
        told = ngettext("%(count)s reviewer is appointed.", "%(count)s reviewers are appointed.", count)
        messages.success(request, told % {"count": count})
    return redirect("planning:campaign", campaign_id)


@login_required
@require_POST
def campaign_leave_out(request: HttpRequest, campaign_id: int, seat_id: int) -> HttpResponse:
    """Strike a proposed reviewer."""
    actions.leave_out_seat(campaign_id=campaign_id, seat_id=seat_id, **_about(request))
    messages.success(request, _("The proposed reviewer is left out."))
    return redirect("planning:campaign", campaign_id)


def _about(request: HttpRequest) -> dict[str, Any]:
    return {"as_of": timezone.localdate(), "by": request.actor}  # type: ignore[attr-defined]
