"""The demo's pages: the mailbox, and the example reports to try the import with."""

import io
import zipfile

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kollegium.demo import mailbox
from kollegium.demo.load import sample_folder
from kollegium.ui.components.navigation import Pager
from kollegium.ui.paging import typed_search


@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    """List the letters the demo would have sent."""
    _only_in_demo()
    search = typed_search(request)
    pages = Paginator(mailbox.letters(search), 25)
    page = pages.get_page(request.GET.get("page"))
    pager = Pager(
        first=page.start_index(),
        last=page.end_index(),
        total=pages.count,
        previous_url=f"?q={search}&page={page.number - 1}" if page.has_previous() else None,
        next_url=f"?q={search}&page={page.number + 1}" if page.has_next() else None,
    )
    return render(request, "demo/mail.html", {"letters": page.object_list, "pager": pager, "search": search})


@require_safe
def letter(request: HttpRequest, key: str) -> HttpResponse:
    """Show one letter."""
    _only_in_demo()
    found = mailbox.letter_of(key)
    if found is None:
        raise Http404
    return render(request, "demo/letter.html", {"letter": found})


@require_safe
def example_reports(request: HttpRequest) -> HttpResponse:
    """Give the example reports as one archive."""
    _only_in_demo()
    files = sorted(sample_folder().glob("*.*"))
    if not files:
        raise Http404
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, path.name)
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    answer.headers["Content-Disposition"] = 'attachment; filename="exempelrapporter.zip"'
    return answer


def _only_in_demo() -> None:
    if settings.MODE == "production":
        raise Http404
