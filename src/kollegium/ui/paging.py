"""Cutting a list into pages, with links that keep search and filters."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from kollegium.ui.components.navigation import Pager
from kollegium.ui.keyset import CutPage, OrderColumn, cut

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
    request: HttpRequest,
    rows: QuerySet[Any, Any],
    *,
    order: Sequence[OrderColumn],
    counted: QuerySet[Any, Any] | None = None,
    size: int = ROWS_ON_A_PAGE,
) -> tuple[list[Any], Pager]:
    """Give the rows of the page asked for and its pager; two queries, however deep the page lies.

    What the rows are ordered by is said with `order`, as `keyset.cut` takes it. An address that is none of ours
    gives the first page.
    """
    page = cut(rows, order=order, cursor=cursor_in(request), size=size, counted=counted)
    return page.rows, pager_of(request, page, size=size)


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


def cursor_in(request: HttpRequest) -> str:
    """Give the place in the list that the address asks for; empty for its beginning."""
    return request.GET.get("page", "").partition(".")[2]


def pager_of(request: HttpRequest, page: CutPage, *, size: int = ROWS_ON_A_PAGE) -> Pager:
    """Give the pager of a page that `cursor_in` was cut by. The address counts the rows: `page=51.<cursor>`."""
    number = request.GET.get("page", "").partition(".")[0] if cursor_in(request) else ""
    return pager_between(
        page,
        first=int(number) if number.isascii() and number.isdigit() and len(number) <= 18 else 1,
        size=size,
        address=lambda cursor, row: url_with(request, page=f"{row}.{cursor}"),
        first_address=url_with(request, page=None),
    )


def pager_between(
    page: CutPage, *, first: int, size: int, address: Callable[[str, int], str], first_address: str
) -> Pager:
    """Give the pager of a page; `first` is the number of its first row, as the address counts it.

    The number is a help for the eye and nothing hangs on it: a made-up one is kept within the total.
    `address` gives the address of a neighbour by its cursor and the number of its first row.
    """
    first = max(first, 1)
    first = min(first, max(page.total, 1)) if not page.is_capped else first
    last = first + max(len(page.rows) - 1, 0)
    return Pager(
        first=first,
        last=last,
        total=page.total if page.rows or page.total else 0,
        is_capped=page.is_capped,
        first_url=first_address if page.previous_cursor else None,
        previous_url=address(page.previous_cursor, max(first - size, 1)) if page.previous_cursor else None,
        next_url=address(page.next_cursor, last + 1) if page.next_cursor else None,
    )
