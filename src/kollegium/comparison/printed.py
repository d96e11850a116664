"""A published review as a printed report."""

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kollegium.comparison.queries import PublicReview
from kollegium.printing import PrintingFailed, to_html, to_pdf
from kollegium.reviews.printout import printed_review, review_as_json

KEPT_SECONDS = 24 * 3600
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


def public_report(review: PublicReview, *, extension: str, language: str, part_key: str = "") -> HttpResponse:
    """Give the report as PDF, web page or JSON, dated the day it was published. Raises Http404 for a part there is not.

    A publication never changes, so its print is kept: anybody may ask for it, and as often as they like.
    """
    if part_key and part_key not in [part["key"] for part in review.content["parts"]]:
        raise Http404
    key = f"public-report:{review.publication_id}:{extension}:{language}:{part_key}"
    data = cache.get(key)
    if data is None:
        try:
            data = _printed(review, extension, language, part_key)
        except PrintingFailed:
            text = _("The report could not be printed just now. Nothing is lost; try again in a moment.")
            return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8")
        cache.set(key, data, KEPT_SECONDS)
    response = HttpResponse(data, content_type=MEDIA_TYPES[extension])
    name = "-".join(filter(None, (_("review"), slugify(review.content["unit"]))))
    shown = "inline" if extension == "pdf" else "attachment"
    response["Content-Disposition"] = f'{shown}; filename="{name}.{extension}"'
    return response


def _printed(review: PublicReview, extension: str, language: str, part_key: str) -> bytes:
    published_on = timezone.localdate(review.published_at)
    if extension == "json":
        return review_as_json(review.content, language=language, printed_on=published_on, part_key=part_key)
    document = printed_review(review.content, language=language, printed_on=published_on, part_key=part_key)
    return to_pdf(document) if extension == "pdf" else to_html(document)
