"""The list of reviews, and the same list as a file."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kollegium.domain.roles import Permission
from kollegium.reviews import queries, spreadsheets
from kollegium.reviews.forms import FilterForm
from kollegium.reviews.queries.keyset import CutPage
from kollegium.reviews.queries.listing import PAGE_SIZE
from kollegium.reviews.shown.grades import language_now, row_marks
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.navigation import Chip, Pager
from kollegium.ui.components.records import day, days


def whole_number(value: str | None) -> int | None:
    """Give the number an address carries, or None for none and for nonsense."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= 18 else None


def filter_form(request: HttpRequest) -> FilterForm:
    """Give the filters as they stand in the address."""
    choices = queries.filter_choices_for(
        request.actor,  # type: ignore[attr-defined]
        region_id=whole_number(request.GET.get("region")),
        care_provider_id=whole_number(request.GET.get("provider")),
    )
    return FilterForm(request.GET, choices)


@login_required
@require_GET
def review_list(request: HttpRequest) -> HttpResponse:
    """List the reviews the person may read: searched, filtered, ordered."""
    actor = request.actor  # type: ignore[attr-defined]
    form = filter_form(request)
    page = queries.list_reviews_for(
        actor,
        form.filters(as_of=timezone.localdate()),
        order=form.order(),
        cursor=request.GET.get("at", ""),
    )
    first = max(whole_number(request.GET.get("row")) or 1, 1) if request.GET.get("at") else 1
    context = {
        "form": form,
        "rows": shown_rows(page.rows),
        "pager": pager_of(request, page, first),
        "chips": [Chip(words, url_with(request, *_gone(name))) for name, words in form.shown()],
        "more_open": form.uses_rare_filters(),
        "may_import": actor.may(Permission.IMPORT_REVIEWS),
        "csv_url": _export_url(request, "csv"),
        "xlsx_url": _export_url(request, "xlsx"),
    }
    return render(request, "reviews/list.html", context)


@login_required
@require_GET
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


def shown_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give plain rows as the table takes them: names, words and ready marks."""
    kinds, language = {key: str(name) for key, name in KIND_NAMES.items()}, language_now()
    return [
        {
            "url": reverse("reviews:review", args=[row["pk"]]),
            "unit": row["unit__name"],
            "site": row["unit__site"],
            "provider": row["care_provider__name"] or "",
            "region": row["unit__region__name"],
            "specialty": specialty_in(language, row),
            "kind": kinds[row["kind"]],
            "visit": days(row["visit_from"], row["visit_to"])
            or row["visit_text"]
            or day(row["report_date"])
            or "–",
            "marks": row_marks(row["standard_key"], row["area_outcomes"], part_count=row["part_count"] or 1),
            "open_actions": row["open_action_count"],
        }
        for row in rows
    ]


def specialty_in(language: str, row: dict[str, Any]) -> SafeString:
    """Give a plain row's specialty in the language of the page, marked as Swedish where it has no English name."""
    if language == "en" and row["specialty__name_en"]:
        return format_html("{}", row["specialty__name_en"])
    return format_html('<span lang="sv">{}</span>', row["specialty__name"] or "–")


def url_with(request: HttpRequest, *gone: str, **changes: str) -> str:
    """Give the address of this page without some parameters and with others changed."""
    params = request.GET.copy()
    for name in (*gone, *changes):
        params.pop(name, None)
    for name, value in changes.items():
        params[name] = value
    return f"{request.path}?{params.urlencode()}" if params else request.path


def pager_of(request: HttpRequest, page: CutPage, first: int) -> Pager:
    """Give the pager; `first` is the number of the first row, as the address counts it.

    The number is a help for the eye and nothing hangs on it: a made-up one is kept within the total.
    """
    first = min(first, max(page.total, 1)) if not page.is_capped else first
    last = first + max(len(page.rows) - 1, 0)
    next_url = previous_url = None
    if page.next_cursor:
        next_url = url_with(request, at=page.next_cursor, row=str(last + 1))
    if page.previous_cursor:
        before = str(max(first - PAGE_SIZE, 1))
        previous_url = url_with(request, at=page.previous_cursor, row=before)
    return Pager(
        first=first,
        last=last,
        total=page.total if page.rows or page.total else 0,
        is_capped=page.is_capped,
        first_url=url_with(request, "at", "row") if page.previous_cursor else None,
        previous_url=previous_url,
        next_url=next_url,
    )


def _gone(name: str) -> tuple[str, ...]:
    return ("outcome", "area", "at", "row") if name == "outcome" else (name, "at", "row")


def _export_url(request: HttpRequest, extension: str) -> str:
    params = request.GET.copy()
    for name in ("at", "row"):
        params.pop(name, None)
    address = reverse("reviews:export", args=[extension])
    return f"{address}?{params.urlencode()}" if params else address
