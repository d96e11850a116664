"""A case as one file for a request for public records: what goes in, what is marked, and the file."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from kollegium.domain.case_access import CaseObject
from kollegium.printing import PrintingFailed
from kollegium.reviews.actions.handing_out import HandedOut, note_export
from kollegium.reviews.case_file import (
    CaseFilePart,
    HandingOut,
    build_case_file,
    flagged_in,
    is_decided,
    left_out,
    parts_of_case,
    undecided_words,
)
from kollegium.reviews.forms.handing_out import HandOutForm
from kollegium.reviews.printed_files import could_not_print
from kollegium.reviews.queries.exports import exports_of
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.wording import STATE_NAMES


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_file(request: HttpRequest, review_id: int) -> HttpResponseBase:
    """Show what goes into the file of a case, or give the file."""
    case = get_open_case_for(request.actor, review_id, CaseObject.EXPORT)  # type: ignore[attr-defined]
    parts = parts_of_case(case, language_now())
    flagged = flagged_in(parts)
    marked = frozenset(part.key for part in parts if part.must_be_read or part.key in flagged)
    form = HandOutForm(
        request.POST if request.method == "POST" else None,
        parts=[(part.key, part.title) for part in parts],
        marked=marked,
        initial={"language": language_now()},
    )
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        asked = said["language"]
        return _file(request, case, parts if asked == language_now() else parts_of_case(case, asked), said)
    chosen = request.POST.getlist("withheld")
    context = {
        "case": case,
        "review": case.review,
        "state": STATE_NAMES[case.review.state],
        "undecided": "" if is_decided(case.review) else undecided_words(case.review),
        "back": reverse("reviews:open_case", args=[review_id]),
        "form": form,
        "parts": [
            {
                "key": part.key,
                "title": part.title,
                "files": [file.name for file in part.files],
                "sentences": flagged.get(part.key, []),
                "note": part.must_be_read,
                "is_withheld": part.key in chosen,
            }
            for part in parts
        ],
        "left_out": left_out(case.review, language_now()),
        "exports": [(one, STATE_NAMES.get(one.state, "")) for one in exports_of(case.review)],
    }
    return render(request, "reviews/cases/case_file.html", context, status=422 if form.is_bound else 200)


def _file(
    request: HttpRequest, case: OpenCase, parts: list[CaseFilePart], said: dict[str, Any]
) -> HttpResponseBase:
    now, review = timezone.now(), case.review
    order = HandingOut(said["request"], now, said["language"], said["withheld"])
    try:
        built = build_case_file(review, parts, order)
    except PrintingFailed:
        return could_not_print()
    withheld = [part.title for part in parts if part.key in order.withheld]
    note_export(
        review_id=review.pk,
        handed=HandedOut(order.request, built.files, withheld, order.language),
        now=now,
        by=request.actor,  # type: ignore[attr-defined]
    )
    name = "-".join(filter(None, (slugify(review.case_number or ""), slugify(review.unit.name))))
    response = FileResponse(
        built.stream, as_attachment=True, filename=f"{name}.zip", content_type="application/zip"
    )
    response["Cache-Control"] = "private, no-store"
    return response
