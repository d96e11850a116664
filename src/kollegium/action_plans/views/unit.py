"""The follow-up of one unit: when its next review is due, and its open actions."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kollegium.action_plans import queries, shown
from kollegium.action_plans.queries import BoardFilters, BoardView
from kollegium.action_plans.shown_cycle import countdown
from kollegium.action_plans.wording import VIEW_NAMES
from kollegium.domain.next_steps import next_review_due
from kollegium.domain.roles import Permission
from kollegium.organisations.queries import get_unit_for
from kollegium.organisations.tabs import unit_tabs
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.listing import specialty_in
from kollegium.ui.components.navigation import Tab
from kollegium.ui.paging import cursor_in, pager_of


@login_required
@require_safe
def unit_follow_up(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Show when a unit's next review is due, and its open actions."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    unit = get_unit_for(actor, unit_id)
    if not actor.may(Permission.READ_REVIEWS, unit.place):
        raise Http404
    view = request.GET.get("show", "")
    filters = BoardFilters(
        view=BoardView(view) if view in list(BoardView) else BoardView.OPEN, unit_id=unit.pk
    )
    page = queries.list_actions_for(actor, filters, as_of=today, cursor=cursor_in(request))
    counts = queries.board_counts_for(actor, filters, as_of=today)
    here = reverse("action_plans:unit", args=[unit.pk])
    context = {
        "unit": unit,
        "tabs": unit_tabs(actor, unit, "action_plans:unit"),
        "rows": shown.action_rows(page.rows, as_of=today),
        "pager": pager_of(request, page),
        "views": [
            Tab(str(VIEW_NAMES[one]), f"{here}?show={one.value}", one is filters.view, counts[one])
            for one in BoardView
        ],
        "view": filters.view,
        "extra": [
            {"due_on": row["due_on"], "specialty": specialty_in(language_now(), _specialty(row))}
            for row in queries.extra_reviews_of_unit(unit.pk)
        ],
        "cycle": [
            {
                "specialty": specialty_in(language_now(), row),
                "visited_on": row["visited_on"],
                "due_on": next_review_due(row["visited_on"]) if row["visited_on"] else None,
                "left": countdown(row, as_of=today),
            }
            for row in queries.cycle_of_unit(unit)
        ],
    }
    return render(request, "action_plans/unit.html", context)


def _specialty(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[f"review__{name}"] for name in ("specialty__name", "specialty__name_en")}
