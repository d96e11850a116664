"""A printed review as a file: what kinds there are, how each is made, and how it is given."""

from collections.abc import Collection
from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kollegium.printing import to_docx, to_html, to_pdf
from kollegium.reviews.content import Content
from kollegium.reviews.printout import printed_review, review_as_json

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


def review_file(
    content: Content, extension: str, *, language: str, printed_on: date, part_key: str = ""
) -> bytes:
    """Give one report of a review as a file of a kind: `pdf`, `docx`, `html` or `json`.

    **Raises** KeyError when the review has no such part; PrintingFailed.
    """
    if extension == "json":
        return review_as_json(content, language=language, printed_on=printed_on, part_key=part_key)
    document = printed_review(content, language=language, printed_on=printed_on, part_key=part_key)
    if extension == "pdf":
        return to_pdf(document)
    return to_docx(document) if extension == "docx" else to_html(document)


def file_response(data: bytes, extension: str, *, name: str) -> HttpResponse:
    """Give a printed file: a PDF is shown, everything else is for keeping."""
    response = HttpResponse(data, content_type=MEDIA_TYPES[extension])
    shown = "inline" if extension == "pdf" else "attachment"
    response["Content-Disposition"] = f'{shown}; filename="{name}.{extension}"'
    return response


def could_not_print() -> HttpResponse:
    """Give a plain 503 in the reader's language, for a printer that failed."""
    text = _("The report could not be printed just now. Nothing is lost; try again in a moment.")
    return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8")


def file_links(pdf_address: str, kinds: Collection[str], *, ending: str = "") -> list[tuple[str, str, str]]:
    """Give what a review can be printed as, made from the address of its PDF: words, address, language."""
    # The ending of the address is the only difference between those of all kinds.
    any_kind = pdf_address.removesuffix("pdf")
    return [
        (label, f"{any_kind}{extension}?language={language}{ending}", language)
        for label, extension, language in (
            (_("PDF in Swedish"), "pdf", "sv"),
            (_("PDF in English"), "pdf", "en"),
            (_("Word in Swedish"), "docx", "sv"),
            (_("Word in English"), "docx", "en"),
            (_("Web page in Swedish"), "html", "sv"),
            (_("Web page in English"), "html", "en"),
            (_("Data (JSON)"), "json", "sv"),
        )
        if extension in kinds
    ]
