"""A published review as a printed report."""

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kollegium.comparison.queries import PublicReview
from kollegium.printing import PrintingFailed
from kollegium.reviews.printed_files import could_not_print, file_response, review_file

KEPT_SECONDS = 24 * 3600


def public_report(review: PublicReview, *, extension: str, language: str, part_key: str = "") -> HttpResponse:
    """Give the report as PDF, web page or JSON, dated the day it was published. Raises Http404 for a part there is not.

    A publication never changes, so its print is kept: anybody may ask for it, and as often as they like.
    """
    if part_key and part_key not in [part["key"] for part in review.content["parts"]]:
        raise Http404
    key = f"public-report:{review.publication_id}:{extension}:{language}:{part_key}"
    data = cache.get(key)
    if data is None:
        published_on = timezone.localdate(review.published_at)
        try:
            data = review_file(
                review.content, extension, language=language, printed_on=published_on, part_key=part_key
            )
        except PrintingFailed:
            return could_not_print()
        cache.set(key, data, KEPT_SECONDS)
    name = "-".join(filter(None, (_("review"), slugify(review.content["unit"]))))
    return file_response(data, extension, name=name)
