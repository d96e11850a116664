"""Hand in files, a link or a text, and open what was handed in."""

from contextlib import suppress

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain.case_access import CaseObject
from kollegium.domain.errors import Refused
from kollegium.extraction.limits import FILE_LIMITS, MEBIBYTE
from kollegium.files.names import name_as_text
from kollegium.reviews.actions import material as actions
from kollegium.reviews.forms.material import HandInForm
from kollegium.reviews.material_files import (
    ACCEPTED,
    JPEG,
    PDF,
    PNG,
    HandedInFile,
    RefusedFile,
    examined,
)
from kollegium.reviews.material_words import file_refusal
from kollegium.reviews.queries.material import OpenMaterial, get_material_file_for
from kollegium.reviews.shown.material import shown_item
from kollegium.reviews.views.material import form_page, guarded, refuse_into
from kollegium.ui.numbers import typed_number
from kollegium.ui.security import MOST_OF_A_FORM, takes_files

# All files of one sending together; a phone on a poor network sends that in a few minutes.
MOST_IN_ONE_REQUEST = 100 * MEBIBYTE
SHOWN_IN_BROWSER = (PDF, PNG, JPEG)


@takes_files
@csrf_exempt  # the size is looked at before anything of the request is read; _hand_in checks the token
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def material_hand_in(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """Hand in a new version of one thing."""
    length = typed_number(request.META.get("CONTENT_LENGTH") or "0")
    if length is None or length > MOST_OF_A_FORM:
        guarded(request, review_id, item_id, actions.GIVERS)  # nobody else sends much
    if length is not None and length <= MOST_IN_ONE_REQUEST:
        with suppress(TooManyFilesSent, RequestDataTooBig):
            return _hand_in(request, review_id, item_id)
    found = guarded(request, review_id, item_id, actions.GIVERS)
    return _page(request, found, HandInForm(), refusals=[_too_much()], status=413)


@csrf_protect
def _hand_in(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    found = guarded(request, review_id, item_id, actions.GIVERS)
    if not found.case.may_write(CaseObject.MATERIAL):
        return render(request, "403.html", status=403)
    if request.method != "POST":
        return _page(request, found, HandInForm())
    files, refusals = _examined(request)
    form = HandInForm(request.POST, has_number_in_files=any(file.has_personal_number for file in files))
    if refusals or not form.is_valid():
        return _page(request, found, form, refusals=refusals, files=files)
    what = actions.HandIn(form.cleaned_data["text"], form.cleaned_data["link"], files)
    try:
        actions.hand_in_material(
            review_id=review_id,
            item_id=item_id,
            what=what,
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )
    except Refused as refused:
        refuse_into(form, refused)
        return _page(request, found, form, files=files)
    messages.success(request, _("Thank you. The material is handed in, and the reviewers can read it."))
    return redirect("reviews:case_material_item", review_id, item_id)


def _examined(request: HttpRequest) -> tuple[list[HandedInFile], list[str]]:
    """Give the files that can be taken, and a sentence for each that cannot."""
    taken: list[HandedInFile] = []
    refusals: list[str] = []
    uploads = request.FILES.getlist("files")
    if len(uploads) > actions.MOST_FILES:
        return [], [_("At most %(most)s files at a time.") % {"most": actions.MOST_FILES}]
    for upload in uploads:
        name = name_as_text(upload.name or "")
        try:
            if (upload.size or 0) > FILE_LIMITS.max_bytes:
                raise RefusedFile("too-large", name)
            taken.append(examined(name, upload.read()))
        except RefusedFile as refused:
            refusals.append(file_refusal(refused.code, refused.name))
    return taken, refusals


def _too_much() -> str:
    return _(
        "That was too much at once: at most %(most)s files and %(size)s MB. Hand in fewer at a time."
    ) % {
        "most": actions.MOST_FILES,
        "size": MOST_IN_ONE_REQUEST // MEBIBYTE,
    }


def _page(
    request: HttpRequest,
    found: OpenMaterial,
    form: HandInForm,
    *,
    refusals: list[str] | None = None,
    files: list[HandedInFile] | None = None,
    status: int = 0,
) -> HttpResponse:
    response = form_page(
        request,
        found.case,
        form,
        back=reverse("reviews:case_material_item", args=[found.case.review.pk, found.item.pk]),
        template="material_hand_in",
        shown=shown_item(found.case.review, found.item, as_of=timezone.localdate()),
        refusals=refusals or [],
        numbered=[file.name for file in files or [] if file.has_personal_number],
        must_choose_again=bool(files or refusals),
        accepted=ACCEPTED,
        size_text=_("PDF, Word, Excel, text or a picture, at most %(size)s MB each.")
        % {"size": FILE_LIMITS.max_bytes // MEBIBYTE},
    )
    response.status_code = status or response.status_code
    return response


@login_required
@require_safe
def material_file(request: HttpRequest, review_id: int, item_id: int, file_id: int) -> HttpResponse:
    """Send a file: a PDF or picture to look at, anything else to keep. It runs nothing and is framed by nobody."""
    actor = request.actor  # type: ignore[attr-defined]
    file = get_material_file_for(actor, review_id, item_id, file_id)
    actions.note_opening(file=file, now=timezone.now(), by=actor)
    media_type = file.stored_file.media_type
    response = HttpResponse(bytes(file.stored_file.data), content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(
        media_type not in SHOWN_IN_BROWSER, file.name.replace("/", "-")
    )
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
