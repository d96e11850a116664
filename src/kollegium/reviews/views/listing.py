"""The list of reviews, and the same list as a file."""

from collections.abc import Sequence
from functools import lru_cache

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.domain.roles import Permission
from kollegium.reviews import queries, spreadsheets
from kollegium.reviews.forms import FilterForm, SearchForm, has_filters
from kollegium.reviews.queries.listing import PAGE_SIZE
from kollegium.reviews.shown.listing import table_rows
from kollegium.ui.components.navigation import Chip, Pager
from kollegium.ui.keyset import CutPage
from kollegium.ui.page_addresses import fixed_address
from kollegium.ui.paging import pager_between

PLACE_FILTERS = ("region", "provider", "specialty", "unit", "year")


def whole_number(value: str | None) -> int | None:
    """Give the number an address carries, or None for none and for nonsense."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= 18 else None


def filter_form(request: HttpRequest, *, with_choices: bool = False) -> SearchForm:
    """Give the filters as they stand in the address, with everything they offer or with what is chosen alone."""
    if not with_choices and not has_filters(request.GET):
        return SearchForm(request.GET)
    asked = {name: whole_number(request.GET.get(name)) for name in PLACE_FILTERS}
    actor = request.actor  # type: ignore[attr-defined]
    if with_choices:
        choices = queries.filter_choices_for(
            actor, region_id=asked["region"], care_provider_id=asked["provider"]
        )
    else:
        chosen = queries.Chosen(
            region_id=asked["region"],
            care_provider_id=asked["provider"],
            specialty_id=asked["specialty"],
            unit_id=asked["unit"],
            year=asked["year"],
        )
        choices = queries.names_of_chosen(actor, chosen)
    return FilterForm(request.GET, choices)


@login_required
@require_safe
def review_list(request: HttpRequest) -> HttpResponse:
    """List the reviews the person may read: searched, filtered, ordered."""
    actor = request.actor  # type: ignore[attr-defined]
    is_open = request.GET.get("filters") == "open"
    form = filter_form(request, with_choices=is_open)
    page = queries.list_reviews_for(
        actor,
        form.filters(as_of=timezone.localdate()),
        order=form.order(),
        cursor=request.GET.get("at", ""),
    )
    first = max(whole_number(request.GET.get("row")) or 1, 1) if request.GET.get("at") else 1
    chips = [Chip(words, url_with(request, *_gone(name))) for name, words in form.shown()]
    context = {
        "filter_bar": _filter_bar(request, form, chips, is_open=is_open)
        if request.GET
        else _untouched_bar(get_language()),
        "table_rows": table_rows(page.rows),
        "pager": pager_of(request, page, first),
        "chips": chips,
        "may_import": actor.may(Permission.IMPORT_REVIEWS),
        "csv_url": _export_url(request, "csv"),
        "xlsx_url": _export_url(request, "xlsx"),
    }
    return render(request, "reviews/list.html", context)


def _filter_bar(
    request: HttpRequest, form: SearchForm, chips: Sequence[Chip], *, is_open: bool
) -> SafeString:
    context = {
        "form": form,
        "chips": chips,
        "filters_open": is_open,
        "filters_url": _filters_url(request.GET, reverse("reviews:filters")),
        "open_url": _filters_url(request.GET, request.path),
    }
    return render_to_string("reviews/_filter_bar.html", context)


@lru_cache(maxsize=8)
def _untouched_bar(language: str) -> SafeString:
    """Give searching and filters as the list opens with them, in the page's language: the same for everybody."""
    nothing = QueryDict()
    context = {
        "form": SearchForm(nothing),
        "chips": (),
        "filters_open": False,
        "filters_url": _filters_url(nothing, reverse("reviews:filters")),
        "open_url": _filters_url(nothing, reverse("reviews:list")),
    }
    return render_to_string("reviews/_filter_bar.html", context)


@login_required
@require_safe
def review_filters(request: HttpRequest) -> HttpResponse:
    """Give the filters with their choices, as a part of the list's page."""
    context = {"form": filter_form(request, with_choices=True), "filters_open": True}
    return render(request, "reviews/_filters.html", context)


@login_required
@require_safe
def review_export(request: HttpRequest, extension: str) -> HttpResponse:
    """Give the filtered list as a file."""
    form = filter_form(request)
    rows = queries.export_reviews_for(
        request.actor,  # type: ignore[attr-defined]
        form.filters(as_of=timezone.localdate()),
        order=form.order(),
    )
    lines = spreadsheets.table_of(rows)
    name = f"{_('reviews')}-{timezone.localdate().isoformat()}.{extension}"
    if extension == "csv":
        data, media_type = spreadsheets.as_csv(lines), spreadsheets.CSV_TYPE
    else:
        data, media_type = spreadsheets.as_xlsx(lines, title=_("Reviews")), spreadsheets.XLSX_TYPE
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def url_with(request: HttpRequest, *gone: str, **changes: str) -> str:
    """Give the address of this page without some parameters and with others changed."""
    params = request.GET.copy()
    for name in (*gone, *changes):
        params.pop(name, None)
    for name, value in changes.items():
        params[name] = value
    return f"{request.path}?{params.urlencode()}" if params else request.path


def pager_of(request: HttpRequest, page: CutPage, first: int) -> Pager:
    """Give the pager; `first` is the number of the first row, as the address counts it."""
    return pager_between(
        page,
        first=first,
        size=PAGE_SIZE,
        address=lambda cursor, row: url_with(request, at=cursor, row=str(row)),
        first_address=url_with(request, "at", "row"),
    )


def _gone(name: str) -> tuple[str, ...]:
    return ("outcome", "area", "at", "row") if name == "outcome" else (name, "at", "row")


def _filters_url(asked: QueryDict, address: str) -> str:
    params = asked.copy()
    for name in ("at", "row"):
        params.pop(name, None)
    params["filters"] = "open"
    return f"{address}?{params.urlencode()}"


def _export_url(request: HttpRequest, extension: str) -> str:
    address = fixed_address("reviews:export", extension)
    if not request.GET:
        return address
    params = request.GET.copy()
    for name in ("at", "row", "filters"):
        params.pop(name, None)
    return f"{address}?{params.urlencode()}" if params else address
