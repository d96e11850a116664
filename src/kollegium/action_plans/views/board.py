"""The board of actions, the same gathered by unit, and the board as a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from kollegium.action_plans import queries, shown, spreadsheets
from kollegium.action_plans.forms import BoardForm
from kollegium.action_plans.queries import BoardFilters, BoardView
from kollegium.action_plans.wording import VIEW_NAMES
from kollegium.printing.tables import CSV_TYPE, XLSX_TYPE, as_csv, as_xlsx
from kollegium.ui.components.navigation import Chip, Tab
from kollegium.ui.paging import cursor_in, pager_of, url_with


@login_required
@require_safe
def action_board(request: HttpRequest) -> HttpResponse:
    """Show the actions of the reviews the person may read, the earliest day first."""
    form, filters = _asked(request)
    today = timezone.localdate()
    actor = request.actor  # type: ignore[attr-defined]
    page = queries.list_actions_for(actor, filters, as_of=today, cursor=cursor_in(request))
    counts = queries.board_counts_for(actor, filters, as_of=today)
    context = {
        "form": form,
        "pages": pages_of_follow_up("action_plans:board"),
        "views": _views(request, filters, counts),
        "view": filters.view,
        "rows": shown.action_rows(page.rows, as_of=today),
        "pager": pager_of(request, page),
        "chips": chips_of(request, form),
        "csv_url": _export_url(request, "csv"),
        "xlsx_url": _export_url(request, "xlsx"),
    }
    return render(request, "action_plans/board.html", context)


@login_required
@require_safe
def unit_board(request: HttpRequest) -> HttpResponse:
    """Show the units with open actions, most late ones first."""
    form, filters = _asked(request)
    page = queries.list_units_for(
        request.actor,  # type: ignore[attr-defined]
        filters,
        as_of=timezone.localdate(),
        cursor=cursor_in(request),
    )
    context = {
        "form": form,
        "pages": pages_of_follow_up("action_plans:units"),
        "rows": shown.unit_rows(page.rows),
        "pager": pager_of(request, page),
        "chips": chips_of(request, form),
    }
    return render(request, "action_plans/units.html", context)


@login_required
@require_safe
def board_export(request: HttpRequest, extension: str) -> HttpResponse:
    """Give the board, as it is narrowed, as a file."""
    _form, filters = _asked(request)
    today = timezone.localdate()
    rows = queries.export_actions_for(request.actor, filters, as_of=today)  # type: ignore[attr-defined]
    lines = spreadsheets.table_of_actions(rows, as_of=today)
    return file_response(lines, extension, name=_("actions"), title=_("Actions"))


def file_response(lines: object, extension: str, *, name: str, title: str) -> HttpResponse:
    """Give a table as a file of the kind asked for."""
    if extension == "csv":
        data, media_type = as_csv(lines), CSV_TYPE  # type: ignore[arg-type]
    else:
        data, media_type = as_xlsx(lines, title=title, fixed_columns=2, widths=(9, 34, *(18,) * 6)), XLSX_TYPE  # type: ignore[arg-type]
    response = HttpResponse(data, content_type=media_type)
    file_name = f"{name}-{timezone.localdate().isoformat()}.{extension}"
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def pages_of_follow_up(current: str) -> list[Tab]:
    """Give the pages of the follow-up; `current` is the url name of the one shown."""
    pages = [
        (_("Actions"), "action_plans:board"),
        (pgettext("menu", "By unit"), "action_plans:units"),
        (_("Next reviews"), "action_plans:cycle"),
        (_("Extra reviews"), "action_plans:extra_reviews"),
    ]
    return [Tab(label, reverse(name), name == current) for label, name in pages]


def _asked(request: HttpRequest) -> tuple[BoardForm, BoardFilters]:
    form = BoardForm(request.GET)
    return form, form.filters(request.GET.get("show", ""))


def _views(request: HttpRequest, filters: BoardFilters, counts: dict[BoardView, int]) -> list[Tab]:
    return [
        Tab(
            str(VIEW_NAMES[view]),
            url_with(request, page=None, show=None if view is BoardView.OPEN else view.value),
            view is filters.view,
            counts[view],
        )
        for view in BoardView
    ]


def chips_of(request: HttpRequest, form: BoardForm) -> list[Chip]:
    """Give the filters that are on, each with the address without it."""
    chips = [Chip(words, url_with(request, page=None, **{name: None})) for name, words in form.shown()]
    if form.cleaned_data.get("unit"):
        chips.append(Chip(pgettext("filter", "One unit"), url_with(request, page=None, unit=None)))
    return chips


def _export_url(request: HttpRequest, extension: str) -> str:
    params = request.GET.copy()
    params.pop("page", None)
    address = reverse("action_plans:export", args=[extension])
    return f"{address}?{params.urlencode()}" if params else address
