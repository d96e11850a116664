"""One proposal: the original beside the fields, saved as one goes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import condition, require_POST, require_safe

from kollegium.extraction import Unreadable, picture_of_page
from kollegium.organisations.queries import specialty_choices
from kollegium.report_import import actions, queries, wording
from kollegium.report_import.drafts import Draft
from kollegium.report_import.forms import SentFields, read_fields
from kollegium.report_import.history import history_of
from kollegium.report_import.models import ImportProposal, ProposalState
from kollegium.report_import.paths import field_id
from kollegium.report_import.showing import (
    Overlay,
    Showing,
    original_lines,
    pages_of_lines,
    shown_doubts,
)
from kollegium.report_import.templatetags.import_fields import conflict_block
from kollegium.report_import.views.batches import PILLS
from kollegium.report_import.views.requests import actor_of, importers_only, wants_json
from kollegium.ui.numbers import typed_number

SECTIONS = ("facts", "points", "areas", "plan")


@importers_only
@require_safe
def proposal_page(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Show a proposal: to be corrected while it is open, else what became of it."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    if proposal.state == ProposalState.PROPOSED:
        actions.note_presence(proposal_id=proposal.pk, by=actor_of(request), now=timezone.now())
        return edit_page(request, proposal)
    return settled_page(request, proposal)


def edit_page(
    request: HttpRequest, proposal: ImportProposal, *, overlay: Overlay | None = None, status: int = 200
) -> HttpResponse:
    """Show the fields to correct, with what a sent form could not save laid over them."""
    actor = actor_of(request)
    draft = queries.draft_of(proposal)
    doubts = queries.doubts_of(proposal)
    common = common_context(proposal)
    showing = Showing(
        draft,
        doubts=doubts,
        overlay=overlay,
        specialties=specialty_choices(),
        page_of_line=pages_of_lines(proposal) if common["has_pictures"] else None,
    )
    shown = shown_doubts(doubts, draft, proposal)
    context = {
        **common,
        "draft": draft,
        "standard_title": draft.standard.title(showing.language),
        "lines": list(original_lines(proposal, has_pictures=common["has_pictures"])),
        "open_doubts": [doubt for doubt in shown if not doubt.answer],
        "answered_doubts": [doubt for doubt in shown if doubt.answer],
        "facts": showing.facts(),
        "lists": showing.lists(),
        "areas": showing.areas(),
        "plan": showing.plan(),
        "criteria": draft.standard.criteria,
        "standard_areas": [(area.key, area.title(showing.language)) for area in draft.standard.areas],
        "near_units": [] if proposal.chosen_unit else queries.units_like(actor, draft.reading["unit"] or ""),
        "unit_token": draft.field("unit").token,
        "others": queries.others_present(proposal, actor, timezone.now()),
        "number_lines": queries.lines_with_personal_numbers(proposal),
        "has_newer_reading": queries.newer_reading(proposal) is not None,
        "may_be_read_again": queries.may_be_read_again(proposal),
    }
    return render(request, "report_import/proposal.html", context, status=status)


def settled_page(request: HttpRequest, proposal: ImportProposal) -> HttpResponse:
    """Show what became of a file that is not open for correction."""
    original = queries.visible_original(proposal, actor_of(request))
    common = common_context(proposal)
    context = {
        **common,
        "lines": list(original_lines(proposal, has_pictures=common["has_pictures"])),
        "refusal": wording.file_refusal_text(proposal.refusal_code, proposal.page_count)
        if proposal.state == ProposalState.REFUSED
        else "",
        "original_url": reverse("report_import:proposal", args=[original.pk]) if original else "",
        "has_newer_reading": queries.newer_reading(proposal) is not None,
        "may_be_read_again": queries.may_be_read_again(proposal),
        "next_url": reverse("report_import:next", args=[proposal.batch_id]) + f"?after={proposal.pk}",
    }
    return render(request, "report_import/settled.html", context)


@importers_only
@require_safe
def history(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Tell what happened to a file, in words, newest first."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    draft = queries.draft_of(proposal) if queries.is_read(proposal) else None
    entries = history_of(queries.log_of_proposal(proposal), draft)
    return render(request, "report_import/history.html", {**common_context(proposal), "entries": entries})


def common_context(proposal: ImportProposal) -> dict[str, Any]:
    """Give what every page of a proposal shows around its own content."""
    batch_url = reverse("report_import:batch", args=[proposal.batch_id])
    return {
        "proposal": proposal,
        "has_pictures": queries.has_pictures(proposal),
        "state_word": str(wording.STATES[proposal.state]),
        "pill": PILLS[ProposalState(proposal.state)],
        "batch_url": batch_url,
        "breadcrumbs": [
            {"label": gettext("Import reports"), "url": reverse("report_import:start")},
            {"label": gettext("Batch"), "url": batch_url},
            {"label": proposal.file_name},
        ],
    }


@importers_only
@require_POST
def save(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Save the fields of one section; what could not be saved is shown again as typed."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    if proposal.state != ProposalState.PROPOSED:
        return _refused(request, proposal, actions.ImportRefused("not-open"))
    sent = read_fields(request.POST, queries.draft_of(proposal))
    try:
        result = actions.save_fields(
            proposal_id=proposal.pk, changes=sent.changes, by=actor_of(request), now=timezone.now()
        )
    except actions.ImportRefused as refused:
        return _refused(request, proposal, refused)
    if wants_json(request):
        return _json_answer(queries.draft_of(proposal), sent, result)
    if sent.errors or result.conflicts:
        proposal = queries.get_proposal_for(actor_of(request), proposal_id)
        shown = {*sent.errors, *result.conflicts}
        typed = {path: value for path, value in sent.typed.items() if path in shown}
        overlay = Overlay(typed=typed, errors=sent.errors, conflicts=result.conflicts)
        return edit_page(request, proposal, overlay=overlay, status=409 if result.conflicts else 422)
    section = request.POST.get("section", "")
    anchor = section if section.partition("-")[0] in (*SECTIONS, "area") else "fields"
    return redirect(f"{reverse('report_import:proposal', args=[proposal.pk])}#{anchor}")


def _json_answer(draft: Draft, sent: SentFields, result: actions.SaveResult) -> JsonResponse:
    """Answer the script: new tokens of what was saved, and for the rest what is to be shown."""
    showing = Showing(draft, overlay=Overlay(sent.typed, sent.errors, result.conflicts))
    answer = {
        "tokens": result.saved,
        "errors": sent.errors,
        "conflicts": {path: str(conflict_block(showing.field(path))) for path in result.conflicts},
        "ids": {path: field_id(path) for path in (*sent.errors, *result.conflicts)},
        "time": timezone.localtime().strftime("%H:%M"),
    }
    status = 409 if result.conflicts else 422 if sent.errors else 200
    return JsonResponse(answer, status=status)


@importers_only
@require_POST
def answer_doubt(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Note the answer to a doubt; who says that something is to be corrected is led to it."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    answer = request.POST.get("answer", "")
    try:
        actions.answer_doubt(
            proposal_id=proposal.pk,
            doubt_key=request.POST.get("doubt", ""),
            answer=answer,
            by=actor_of(request),
            now=timezone.now(),
        )
    except actions.ImportRefused as refused:
        return _refused(request, proposal, refused)
    anchor = request.POST.get("target", "doubts") if answer == wording.FIX else "doubts"
    return redirect(f"{reverse('report_import:proposal', args=[proposal.pk])}#{anchor}")


@importers_only
@require_POST
def change_plan(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Add an item to the action plan, or leave one out. What was typed in the items is saved first."""
    proposal = queries.get_proposal_for(actor_of(request), proposal_id)
    gone = typed_number(request.POST.get("remove"))
    by, now = actor_of(request), timezone.now()
    try:
        if gone is not None:
            actions.remove_plan_item(proposal_id=proposal.pk, number=gone, by=by, now=now)
            anchor = "plan"
        else:
            anchor = f"plan-{actions.add_plan_item(proposal_id=proposal.pk, by=by, now=now)}"
    except actions.ImportRefused as refused:
        return _refused(request, proposal, refused)
    return redirect(f"{reverse('report_import:proposal', args=[proposal.pk])}#{anchor}")


@importers_only
@require_POST
def presence(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Note that the person still has the page open, and tell who else has."""
    actor, now = actor_of(request), timezone.now()
    proposal = queries.get_proposal_for(actor, proposal_id)
    actions.note_presence(proposal_id=proposal.pk, by=actor, now=now)
    others = queries.others_present(proposal, actor, now)
    return render(request, "report_import/_presence.html", {"proposal": proposal, "others": others})


def _picture_tag(request: HttpRequest, proposal_id: int, number: int) -> str | None:
    """Give what stays the same as long as the picture does, for those who may see it."""
    _, stored = queries.get_original_for(actor_of(request), proposal_id)
    return f'"{stored.sha256[:32]}-{number}"'


@importers_only
@require_safe
def original(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Send the original file: a PDF to look at, anything else to keep. It runs nothing and is framed by nobody."""
    proposal, stored = queries.get_original_for(actor_of(request), proposal_id)
    response = HttpResponse(bytes(stored.data), content_type=stored.media_type)
    disposition = "inline" if stored.media_type == "application/pdf" else "attachment"
    response.headers["Content-Disposition"] = _disposition(disposition, proposal.file_name)
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@importers_only
@require_safe
@condition(etag_func=_picture_tag)
def page_picture(request: HttpRequest, proposal_id: int, number: int) -> HttpResponse:
    """Send one page of a PDF as a picture, drawn in the sandbox; 404 for what has no such page."""
    proposal, stored = queries.get_original_for(actor_of(request), proposal_id)
    if not queries.has_pictures(proposal) or not 1 <= number <= proposal.page_count:
        raise Http404
    try:
        picture = picture_of_page(bytes(stored.data), number)
    except Unreadable as error:
        raise Http404 from error
    # Kept by the browser of the person, but asked for again each time, so that a lost right holds at once.
    return HttpResponse(picture, content_type="image/png", headers={"Cache-Control": "private, no-cache"})


def _disposition(kind: str, file_name: str) -> str:
    base = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    return content_disposition_header(kind == "attachment", base) or kind


def _refused(request: HttpRequest, proposal: ImportProposal, refused: actions.ImportRefused) -> HttpResponse:
    sentence = wording.refusal_text(refused)
    if wants_json(request):
        return JsonResponse({"message": sentence}, status=409)
    messages.error(request, sentence)
    return redirect("report_import:proposal", proposal.pk)
