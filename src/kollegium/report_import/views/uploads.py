"""The drop zone: files come in one by one from the script, or many at once from the plain form."""

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from kollegium.extraction.limits import FILE_LIMITS, MEBIBYTE
from kollegium.report_import import actions, queries, wording
from kollegium.report_import.models import ImportBatch, ImportProposal, ProposalState
from kollegium.report_import.views.requests import actor_of, importers_only
from kollegium.ui.components.navigation import Pager
from kollegium.ui.numbers import typed_number
from kollegium.ui.paging import cut_page
from kollegium.ui.security import takes_files

ACCEPTED = ".pdf,.docx,.txt,.text,application/pdf,text/plain"
# The plain form sends all its files in one request; a browser waits for that long enough.
MOST_IN_ONE_REQUEST = 400 * MEBIBYTE
TOO_LARGE = "too-large"


@takes_files
@csrf_exempt  # the size is looked at before anything of the request is read; _start checks the token
@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Show the drop zone and the batches; receive the files of the plain form."""
    if request.method == "POST" and _length_of(request) > MOST_IN_ONE_REQUEST:
        return _too_much(request)
    try:
        return _start(request)
    except (TooManyFilesSent, RequestDataTooBig):
        return _too_much(request)


@csrf_protect
def _start(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _receive_form(request)
    return _start_page(request)


def _start_page(request: HttpRequest, *, refusal: str = "", status: int = 200) -> HttpResponse:
    rows, pager = cut_page(request, queries.list_batches(actor_of(request)), order=queries.BATCH_ORDER)
    context = {"batches": rows, "pager": pager, "refusal": refusal, **drop_context(uuid4())}
    return render(request, "report_import/start.html", context, status=status)


def drop_context(form_key: UUID) -> dict[str, Any]:
    """Give what the drop zone's template needs; the key makes files sent again land in the same batch."""
    return {
        "form_key": form_key,
        "send_url": reverse("report_import:send_file", args=[form_key]),
        "accepted": ACCEPTED,
        "size_limit": FILE_LIMITS.max_bytes,
        "size_text": wording.size_limit_text(),
        "too_large_text": wording.file_refusal_text(TOO_LARGE),
        "files_limit": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }


def _receive_form(request: HttpRequest) -> HttpResponse:
    files = request.FILES.getlist("files")
    try:
        form_key = UUID(request.POST.get("form_key", ""))
    except ValueError as error:
        raise BadRequest from error
    if not files:
        return _start_page(request, refusal=gettext("Choose at least one file first."), status=422)
    batch = _open(request, form_key)
    for upload in files:
        _receive(request, batch, upload, upload.name or "")
    messages.success(
        request,
        ngettext("%(count)s file has come in.", "%(count)s files have come in.", len(files))
        % {"count": len(files)},
    )
    return redirect("report_import:batch", batch.pk)


@takes_files
@csrf_exempt  # as above
@importers_only
@require_POST
def send_file(request: HttpRequest, form_key: UUID) -> HttpResponse:
    """Receive one file from the script and say in JSON what became of it.

    Shape: `status` (`received`, `known`, `duplicate`, `refused`), `message`, `url`, `batch_url`.
    """
    if _length_of(request) > FILE_LIMITS.max_bytes + MEBIBYTE:
        return _refused_answer(wording.file_refusal_text(TOO_LARGE), status=413)
    try:
        return _send_file(request, form_key)
    except (TooManyFilesSent, RequestDataTooBig):
        return _refused_answer(wording.file_refusal_text(TOO_LARGE), status=413)


@csrf_protect
def _send_file(request: HttpRequest, form_key: UUID) -> HttpResponse:
    name = request.POST.get("name", "")
    upload = request.FILES.get("files")
    is_told_too_large = upload is None and request.POST.get("refused") == TOO_LARGE and bool(name)
    # Before the form's key is looked at: sent empty, another's key must not be told from one there is not.
    if upload is None and not is_told_too_large:
        return _refused_answer(gettext("No file came with the request."), status=400)
    batch = _open(request, form_key)
    if upload is None:
        proposal = actions.refuse_file(
            batch=batch, file_name=name, code=TOO_LARGE, by=actor_of(request), now=timezone.now()
        )
    else:
        proposal = _receive(request, batch, upload, name or upload.name or "")
    return JsonResponse(_answer(batch, proposal))


def _receive(request: HttpRequest, batch: ImportBatch, upload: UploadedFile, name: str) -> ImportProposal:
    by, now = actor_of(request), timezone.now()
    if (upload.size or 0) > FILE_LIMITS.max_bytes:
        return actions.refuse_file(batch=batch, file_name=name, code=TOO_LARGE, by=by, now=now)
    return actions.receive_file(batch=batch, file_name=name, data=upload.read(), by=by, now=now)


def _open(request: HttpRequest, form_key: UUID) -> ImportBatch:
    try:
        return actions.open_batch(form_key=form_key, by=actor_of(request), now=timezone.now())
    except actions.ImportRefused as refused:
        raise Http404 from refused


def _answer(batch: ImportBatch, proposal: ImportProposal) -> dict[str, str]:
    answer = {
        "status": "received",
        "message": gettext("Received"),
        "url": reverse("report_import:proposal", args=[proposal.pk]),
        "batch_url": reverse("report_import:batch", args=[batch.pk]),
    }
    if proposal.state == ProposalState.REFUSED:
        sentence = wording.file_refusal_text(proposal.refusal_code, proposal.page_count)
        return {**answer, "status": "refused", "message": sentence}
    if proposal.state == ProposalState.DUPLICATE:
        return {**answer, "status": "duplicate", "message": gettext("The same content is already here.")}
    return answer


def _refused_answer(sentence: str, *, status: int) -> JsonResponse:
    return JsonResponse({"status": "refused", "message": sentence}, status=status)


def _length_of(request: HttpRequest) -> int:
    return typed_number(request.META.get("CONTENT_LENGTH")) or 0


def _too_much(request: HttpRequest) -> HttpResponse:
    refusal = gettext(
        "That was too much at once: the plain form takes %(files)s files and %(size)s MB. Nothing was "
        "received; send fewer at a time, or let the browser run scripts, then there is no such limit."
    ) % {"files": settings.DATA_UPLOAD_MAX_NUMBER_FILES, "size": MOST_IN_ONE_REQUEST // MEBIBYTE}
    return render(
        request,
        "report_import/start.html",
        {"batches": [], "pager": Pager(0, 0, 0), "refusal": refusal, **drop_context(uuid4())},
        status=413,
    )
