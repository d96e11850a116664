"""A batch: how far it has come, and the list of its files."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kollegium.report_import import queries, wording
from kollegium.report_import.models import ProposalState
from kollegium.report_import.views.requests import actor_of, importers_only, search_of
from kollegium.report_import.views.uploads import drop_context
from kollegium.ui.components.navigation import Chip, Tab
from kollegium.ui.numbers import typed_number
from kollegium.ui.paging import cut_page, url_with

# The kind of pill for each state.
PILLS = {
    ProposalState.WAITING: "neutral",
    ProposalState.PROPOSED: "waiting",
    ProposalState.REFUSED: "stopped",
    ProposalState.DUPLICATE: "neutral",
    ProposalState.CONFIRMED: "done",
    ProposalState.TAKEN_BACK: "stopped",
    ProposalState.DISCARDED: "neutral",
}


@importers_only
@require_safe
def batch_page(request: HttpRequest, batch_id: int) -> HttpResponse:
    """List the files of a batch with where each stands; looks again by itself while any waits."""
    actor = actor_of(request)
    batch = queries.get_batch_for(actor, batch_id)
    search, state = search_of(request), request.GET.get("state", "")
    rows, pager = cut_page(
        request, queries.list_proposals(batch, search=search, state=state), order=queries.FILE_ORDER
    )
    progress = queries.progress_of(batch)
    is_own = batch.created_by_key == actor.key and batch.form_key is not None
    context = {
        "batch": batch,
        "rows": [shown_row(row) for row in rows],
        "pager": pager,
        "progress": progress,
        "search": search,
        "state": state,
        "tabs": _tabs(request, progress, state),
        "chips": [Chip(f"“{search}”", url_with(request, q=None, page=None))] if search else [],
        "next_id": queries.next_to_handle(actor, batch),
        "refresh_url": url_with(request),
        "breadcrumbs": [
            {"label": gettext("Import reports"), "url": reverse("report_import:start")},
            {"label": gettext("Batch")},
        ],
        **(drop_context(batch.form_key) if is_own and batch.form_key else {}),
    }
    return render(request, "report_import/batch.html", context)


@importers_only
@require_safe
def batch_of_form(request: HttpRequest, form_key: Any) -> HttpResponse:
    """Go to the batch a form has begun; before the first file has come, to the drop zone."""
    batch = queries.batch_of_form(actor_of(request), form_key)
    if batch is None:
        return redirect("report_import:start")
    return redirect("report_import:batch", batch.pk)


@importers_only
@require_safe
def next_proposal(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Go to the next proposal of the batch that waits for a person, or to the batch when none does."""
    actor = actor_of(request)
    batch = queries.get_batch_for(actor, batch_id)
    after = request.GET.get("after", "")
    found = queries.next_to_handle(actor, batch, after=typed_number(after) or 0)
    if found is None:
        return redirect("report_import:batch", batch.pk)
    return redirect("report_import:proposal", found)


def shown_row(row: dict[str, Any]) -> dict[str, Any]:
    """Give a file's row with its words."""
    refusal = (
        wording.file_refusal_text(row["refusal_code"], row["page_count"])
        if row["state"] == ProposalState.REFUSED
        else ""
    )
    return {
        **row,
        "url": reverse("report_import:proposal", args=[row["pk"]]),
        "state_word": str(wording.STATES[row["state"]]),
        "pill": PILLS[ProposalState(row["state"])],
        "refusal": refusal,
        "unit": row["chosen_unit__name"] or row["read_unit"],
        "is_unit_chosen": bool(row["chosen_unit__name"]),
        "shows_doubts": row["state"] == ProposalState.PROPOSED,
    }


def _tabs(request: HttpRequest, progress: queries.BatchProgress, state: str) -> list[Tab]:
    tabs = [Tab(gettext("All"), url_with(request, state=None, page=None), not state, progress.total)]
    for key, word in wording.STATES.items():
        if count := progress.counts.get(key, 0):
            label = str(word).capitalize()
            tabs.append(Tab(label, url_with(request, state=str(key), page=None), state == key, count))
    return tabs
