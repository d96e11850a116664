"""The letters about a case's decision and its reconsideration, as PDF and Word."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.domain.case_access import CaseObject
from kollegium.printing import PrintingFailed, to_docx, to_pdf
from kollegium.printing.tree import Document
from kollegium.reviews.models import Review
from kollegium.reviews.printed_files import could_not_print, file_links, file_response
from kollegium.reviews.printed_letters import (
    decision_document,
    decision_letter_of,
    reconsideration_document,
    reconsideration_letter_of,
)
from kollegium.reviews.queries.open_cases import get_open_case_for
from kollegium.reviews.queries.reconsideration import reconsideration_of
from kollegium.reviews.views.case import asked_language

KINDS = ("pdf", "docx")


@login_required
@require_safe
def decision_letter(request: HttpRequest, review_id: int, extension: str) -> HttpResponse:
    """Give the letter about the decision."""
    case = get_open_case_for(request.actor, review_id, CaseObject.DECISION_LETTER)  # type: ignore[attr-defined]
    said = decision_letter_of(case.review)
    if said is None:
        raise Http404
    document = decision_document(said, asked_language(request))
    return _file(case.review, document, extension, name=_("decision"))


@login_required
@require_safe
def reconsideration_letter(request: HttpRequest, review_id: int, extension: str) -> HttpResponse:
    """Give the letter about the reconsideration, once it is decided."""
    case = get_open_case_for(request.actor, review_id, CaseObject.RECONSIDERATION)  # type: ignore[attr-defined]
    said = reconsideration_letter_of(case.review, reconsideration_of(case.review))
    if said is None:
        raise Http404
    document = reconsideration_document(said, asked_language(request))
    return _file(case.review, document, extension, name=_("decision-after-reconsideration"))


def letter_links(name: str, review_id: int) -> list[tuple[str, str, str]]:
    """Give what a letter can be fetched as: words, address, language."""
    return file_links(reverse(f"reviews:{name}", args=[review_id, "pdf"]), KINDS)


def _file(review: Review, document: Document, extension: str, *, name: str) -> HttpResponse:
    try:
        data = to_pdf(document) if extension == "pdf" else to_docx(document)
    except PrintingFailed:
        return could_not_print()
    file_name = "-".join(filter(None, (name, slugify(review.case_number or ""), slugify(review.unit.name))))
    response = file_response(data, extension, name=file_name)
    response["Cache-Control"] = "private, no-store"
    return response
