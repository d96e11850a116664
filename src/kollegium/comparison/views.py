"""The public register: no account needed, nothing but what was published."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
    set_response_etag,
)
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.comparison import queries, shown
from kollegium.comparison.forms import RegisterForm
from kollegium.comparison.printed import public_report
from kollegium.reviews.correction_words import shown_corrections
from kollegium.reviews.printed_files import file_links
from kollegium.reviews.shown.grades import language_now, row_marks
from kollegium.ui.components.navigation import Chip, Crumb, Pager

# A published review is not offered as Word: what is public is not meant to be written on.
PUBLIC_KINDS = ("pdf", "html", "json")


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """List the published reviews: searched, filtered, newest visit first."""
    form = RegisterForm(request.GET, queries.register_choices())
    page = queries.list_published(form.filters(), cursor=request.GET.get("at", ""))
    context = {
        "form": form,
        "rows": _rows(page.rows),
        "pager": _pager(request, page),
        "chips": [Chip(words, _address(request, name, "at", "row")) for name, words in form.shown()],
    }
    return _asked_for_anew(request, render(request, "comparison/register.html", context))


@require_safe
def public_review(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show one published review, with functions where names stood."""
    review = queries.get_published(review_id)
    context = {
        "review_id": review.review_id,
        "published_at": review.published_at,
        "content": review.content,
        "specialty_en": review.content["specialty_en"] if language_now() == "en" else "",
        "facts": shown.facts_of(review.content),
        "parts": shown.shown_parts(review.content),
        "corrections": shown_corrections(review.content.get("corrections", ())),
        "visit": shown.visit_words(review.content["visit"]),
        "files": file_links(reverse("comparison:public_file", args=[review_id, "pdf"]), PUBLIC_KINDS),
        "breadcrumbs": [
            Crumb(_("Public register"), reverse("comparison:register")),
            Crumb(review.content["unit"]),
        ],
    }
    return _asked_for_anew(request, render(request, "comparison/public_review.html", context))


@require_safe
def public_file(request: HttpRequest, review_id: int, extension: str) -> HttpResponse:
    """Print a published review as PDF, web page or JSON, in Swedish or English; a browser that has it already gets no bytes."""
    review = queries.get_published(review_id)
    language = request.GET.get("language") or language_now()
    language = language if language in ("sv", "en") else "sv"
    part_key = request.GET.get("part", "")
    response = public_report(review, extension=extension, language=language, part_key=part_key)
    if response.status_code == 200:
        set_response_etag(response)
    return _asked_for_anew(
        request, get_conditional_response(request, response=response, etag=response.get("ETag"))
    )


def _rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    in_english = language_now() == "en"
    return [
        {
            "url": reverse("comparison:public_review", args=[row["review_id"]]),
            "unit": row["listing"]["unit"],
            "site": row["listing"]["site"],
            "provider": row["listing"]["care_provider"],
            "region": row["listing"]["region"],
            "specialty": (in_english and row["listing"]["specialty_en"])
            or row["listing"]["specialty"]
            or "–",
            "visit": shown.visit_words(row["listing"]["visit"]) or "–",
            "marks": row_marks(
                row["listing"]["standard"],
                row["listing"]["outcomes"],
                part_count=row["listing"]["part_count"],
            ),
        }
        for row in rows
    ]


def _pager(request: HttpRequest, page: Any) -> Pager:
    asked = request.GET.get("row", "")
    first = (
        int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 and "at" in request.GET else 1
    )
    first = max(first if page.is_capped else min(first, max(page.total, 1)), 1)
    last = first + max(len(page.rows) - 1, 0)
    return Pager(
        first=first,
        last=last,
        total=page.total,
        is_capped=page.is_capped,
        first_url=_address(request, "at", "row") if page.previous_cursor else None,
        previous_url=_address(
            request, "at", "row", at=page.previous_cursor, row=str(max(first - queries.PAGE_SIZE, 1))
        )
        if page.previous_cursor
        else None,
        next_url=_address(request, "at", "row", at=page.next_cursor, row=str(last + 1))
        if page.next_cursor
        else None,
    )


def _address(request: HttpRequest, *gone: str, **changes: str) -> str:
    params = request.GET.copy()
    for name in gone:
        params.pop(name, None)
    for name, value in changes.items():
        params[name] = value
    return f"{request.path}?{params.urlencode()}" if params else request.path


def _asked_for_anew(request: HttpRequest, response: Any) -> HttpResponse:
    """Let a browser keep a page but ask each time whether it still stands: a withdrawn one is gone at once.

    Shared caches keep nothing: pages carry a form token. Who is logged in keeps nothing either.
    """
    patch_vary_headers(response, ("Cookie",))
    kept_nowhere = request.user.is_authenticated
    patch_cache_control(
        response, private=True, **({"no_store": True} if kept_nowhere else {"no_cache": True})
    )
    return response  # type: ignore[no-any-return]
