"""Cutting a list into pages, with links that keep search and filters."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from kollegium.ui.components.navigation import Pager

ROWS_ON_A_PAGE = 50


def url_with(request: HttpRequest, **changes: str | None) -> str:
    """Give the address of this page with some parameters changed, and None ones taken away."""
    params = request.GET.copy()
    for name, value in changes.items():
        params.pop(name, None)
        if value is not None:
            params[name] = value
    return f"{request.path}?{params.urlencode()}" if params else request.path


def typed_search(request: HttpRequest) -> str:
    """Give what is searched for, without the one sign that no text of the database can hold."""
    return request.GET.get("q", "").replace("\0", "").strip()


def cut_page(
    request: HttpRequest, rows: QuerySet[Any, Any], *, size: int = ROWS_ON_A_PAGE
) -> tuple[list[Any], Pager]:
    """Give the rows of the page asked for and its pager; a page number that is none gives the nearest."""
    pages = Paginator(rows, size)
    page = pages.get_page(request.GET.get("page"))
    pager = Pager(
        first=page.start_index(),
        last=page.end_index(),
        total=pages.count,
        first_url=url_with(request, page=None) if page.number > 2 else None,
        previous_url=url_with(request, page=str(page.number - 1)) if page.has_previous() else None,
        next_url=url_with(request, page=str(page.number + 1)) if page.has_next() else None,
    )
    return list(page.object_list), pager


def cut_list(
    request: HttpRequest, rows: Sequence[Any], *, size: int = ROWS_ON_A_PAGE
) -> tuple[list[Any], Pager]:
    """Give the rows of the page asked for, of rows that are at hand already, and its pager."""
    page = Paginator(rows, size).get_page(request.GET.get("page"))
    pager = Pager(
        first=page.start_index(),
        last=page.end_index(),
        total=page.paginator.count,
        first_url=url_with(request, page=None) if page.number > 2 else None,
        previous_url=url_with(request, page=str(page.number - 1)) if page.has_previous() else None,
        next_url=url_with(request, page=str(page.number + 1)) if page.has_next() else None,
    )
    return list(page.object_list), pager
