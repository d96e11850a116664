"""The list of next reviews: who is late, who is due within a year, and the list as a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.action_plans import queries, shown_cycle, spreadsheets
from kollegium.action_plans.forms import CycleForm
from kollegium.action_plans.queries import CycleView
from kollegium.action_plans.views.board import chips_of, file_response, pages_of_follow_up
from kollegium.action_plans.wording import CYCLE_VIEW_NAMES
from kollegium.ui.components.navigation import Tab
from kollegium.ui.paging import cursor_in, pager_of, url_with


@login_required
@require_safe
def next_reviews(request: HttpRequest) -> HttpResponse:
    """List when units are due for a review from outside, the longest since a visit first."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    form = CycleForm(request.GET)
    filters = form.cycle_filters(request.GET.get("show", ""))
    page = queries.list_cycle_for(actor, filters, as_of=today, cursor=cursor_in(request))
    counts = queries.cycle_counts_for(actor, filters, as_of=today)
    context = {
        "form": form,
        "pages": pages_of_follow_up("action_plans:cycle"),
        "view": filters.view,
        "views": [
            Tab(
                str(CYCLE_VIEW_NAMES[view]),
                url_with(request, page=None, show=None if view is CycleView.LATE else view.value),
                view is filters.view,
                counts[view],
            )
            for view in CycleView
        ],
        "rows": shown_cycle.cycle_rows(page.rows, as_of=today),
        "pager": pager_of(request, page),
        "chips": chips_of(request, form),
        "csv_url": _export_url(request, "csv"),
        "xlsx_url": _export_url(request, "xlsx"),
    }
    return render(request, "action_plans/cycle.html", context)


@login_required
@require_safe
def cycle_export(request: HttpRequest, extension: str) -> HttpResponse:
    """Give the list, as it is narrowed, as a file."""
    filters = CycleForm(request.GET).cycle_filters(request.GET.get("show", ""))
    today = timezone.localdate()
    rows = queries.export_cycle_for(request.actor, filters, as_of=today)  # type: ignore[attr-defined]
    lines = spreadsheets.table_of_cycle(rows, as_of=today)
    return file_response(lines, extension, name=_("next-reviews"), title=_("Next reviews"))


def _export_url(request: HttpRequest, extension: str) -> str:
    params = request.GET.copy()
    params.pop("page", None)
    address = reverse("action_plans:cycle_export", args=[extension])
    return f"{address}?{params.urlencode()}" if params else address
