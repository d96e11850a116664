"""A published review as a printed report."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kollegium.comparison.queries import PublicReview
from kollegium.printing import PrintingFailed, to_pdf
from kollegium.reviews.printout import printed_review


def public_report(review: PublicReview, *, language: str, part_key: str = "") -> HttpResponse:
    """Give the report as PDF, dated the day it was published. Raises Http404 for a part there is not."""
    published_on = timezone.localdate(review.published_at)
    try:
        document = printed_review(
            review.content, language=language, printed_on=published_on, part_key=part_key
        )
    except KeyError as error:
        raise Http404 from error
    try:
        data = to_pdf(document)
    except PrintingFailed:
        text = _("The report could not be printed just now. Nothing is lost; try again in a moment.")
        return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8")
    response = HttpResponse(data, content_type="application/pdf")
    name = "-".join(filter(None, (_("review"), slugify(review.content["unit"]))))
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
