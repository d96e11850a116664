"""What a proposal becomes: checked and confirmed, given up, taken back, read again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from kollegium.domain.errors import Refused
from kollegium.report_import import actions, queries, wording
from kollegium.report_import.differing import shown_differences
from kollegium.report_import.forms import ReasonForm
from kollegium.report_import.models import ImportProposal, ProposalState
from kollegium.report_import.outcome import what_is_written
from kollegium.report_import.views.proposal import common_context
from kollegium.report_import.views.requests import actor_of, importers_only
from kollegium.ui.numbers import typed_number


@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Show what confirming writes and what stays unknown; posted, confirm."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    if request.method == "POST":
        return _confirm(request, proposal)
    if proposal.state != ProposalState.PROPOSED:
        return redirect("report_import:proposal", proposal.pk)
    return _check_page(request, proposal)


def _check_page(
    request: HttpRequest, proposal: ImportProposal, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    draft = queries.draft_of(proposal)
    context = {
        **common_context(proposal),
        "written": what_is_written(draft, proposal),
        "refusal": refusal,
        "open_doubt_count": proposal.open_doubt_count,
        "number_lines": queries.lines_with_personal_numbers(proposal),
    }
    return render(request, "report_import/check.html", context, status=status)


def _confirm(request: HttpRequest, proposal: ImportProposal) -> HttpResponse:
    version = request.POST.get("version", "")
    try:
        review = actions.confirm_proposal(
            proposal_id=proposal.pk,
            version=typed_number(version) or 0,
            by=actor_of(request),
            now=timezone.now(),
        )
    except Refused as refused:
        proposal = queries.get_proposal_for(actor_of(request), proposal.pk)
        if proposal.state != ProposalState.PROPOSED:
            messages.error(request, wording.refusal_text(refused))
            return redirect("report_import:proposal", proposal.pk)
        return _check_page(request, proposal, refusal=wording.refusal_text(refused), status=409)
    messages.success(
        request, gettext("The review of %(unit)s is in the record now.") % {"unit": review.unit.name}
    )
    return redirect("report_import:proposal", proposal.pk)


@importers_only
@require_POST
def discard(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Give a proposal up and go on to the batch."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    try:
        actions.discard_proposal(proposal_id=proposal.pk, by=actor_of(request))
    except actions.ImportRefused as refused:
        messages.error(request, wording.refusal_text(refused))
        return redirect("report_import:proposal", proposal.pk)
    messages.success(
        request, gettext("%(name)s is given up; nothing was written.") % {"name": proposal.file_name}
    )
    return redirect("report_import:batch", proposal.batch_id)


@importers_only
@require_POST
def reopen(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Begin again with a file that was given up or taken back."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    try:
        new = actions.reopen_proposal(proposal_id=proposal.pk, by=actor_of(request), now=timezone.now())
    except actions.ImportRefused as refused:
        messages.error(request, wording.refusal_text(refused))
        return redirect("report_import:proposal", proposal.pk)
    return redirect("report_import:proposal", new.pk)


@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Ask for the reason and take a confirmed import back."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    if proposal.state != ProposalState.CONFIRMED:
        return redirect("report_import:proposal", proposal.pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_back_import(
                proposal_id=proposal.pk, reason=form.cleaned_data["reason"], by=actor_of(request)
            )
        except actions.ImportRefused as refused:
            form.add_error(None, wording.refusal_text(refused))
        else:
            messages.success(
                request, gettext("The import is taken back; its review is no longer in the lists.")
            )
            return redirect("report_import:proposal", proposal.pk)
    status = 422 if form.is_bound else 200
    context = {**common_context(proposal), "form": form}
    return render(request, "report_import/take_back.html", context, status=status)


@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def readings(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Show how a newer reading differs, field by field; posted, take over the fields chosen."""
    actor = actor_of(request)
    proposal = queries.get_proposal_for(actor, proposal_id)
    newer = queries.newer_reading(proposal)
    if newer is None:
        return redirect("report_import:proposal", proposal.pk)
    refusal = ""
    if request.method == "POST":
        try:
            actions.take_over_fields(
                proposal_id=proposal.pk, paths=request.POST.getlist("take"), by=actor, now=timezone.now()
            )
        except Refused as refused:
            refusal = wording.refusal_text(refused)
        else:
            messages.success(request, gettext("The fields are taken over."))
            return redirect("report_import:readings", proposal.pk)
    draft = queries.draft_of(proposal)
    context = {
        **common_context(proposal),
        "older": queries.first_reading(proposal),
        "newer": newer,
        "rows": shown_differences(draft, newer.reading),
        "refusal": refusal,
    }
    return render(request, "report_import/readings.html", context, status=409 if refusal else 200)


@importers_only
@require_POST
def read_again(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Have the file read by today's reader."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    try:
        actions.request_new_reading(proposal_id=proposal.pk, by=actor_of(request))
    except actions.ImportRefused as refused:
        messages.error(request, wording.refusal_text(refused))
    else:
        messages.success(
            request, gettext("The file is being read again. What you have decided stays as it is.")
        )
    return redirect("report_import:proposal", proposal.pk)


def review_url(review_id: int | None) -> str:
    """Give the address of a review's page, or nothing while no page shows reviews."""
    if review_id is None:
        return ""
    try:
        return reverse("reviews:review", args=[review_id])
    except NoReverseMatch:
        return ""
