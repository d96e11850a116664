"""Bring many people in from a list: template, upload, preview, correction, confirmation, undoing."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.accounts import actions, queries, wording, wording_of_lists
from kollegium.accounts.forms.imports import RowForm, UploadForm
from kollegium.accounts.models import ImportState, PeopleImport
from kollegium.accounts.people_rows import CheckedRow, checked_rows
from kollegium.accounts.views.rows import people_tabs
from kollegium.domain.errors import Refused
from kollegium.domain.people_rows import Column, missing_columns, written_rows
from kollegium.domain.roles import Permission, Role
from kollegium.extraction.sheets import UnreadableSheet, sheet_rows
from kollegium.printing.tables import CSV_TYPE, XLSX_TYPE, as_csv, as_xlsx
from kollegium.ui.components.records import moment
from kollegium.ui.paging import cut_list


def _must_manage(request: HttpRequest) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.MANAGE_PEOPLE):
        raise Http404
    return actor


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_start(request: HttpRequest) -> HttpResponse:
    """Take a list in as a preview; show earlier imports."""
    actor = _must_manage(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            written = _written(upload)
        except _Unusable as unusable:
            form.add_error("file", str(unusable))
        else:
            found = actions.start_import(
                file_name=upload.name or "", written=written, now=timezone.now(), by=actor
            )
            return redirect("accounts:import", found.pk)
    imports = [
        {
            **row,
            "at": moment(row["created_at"]),
            "state_name": wording_of_lists.IMPORT_STATE_NAMES[row["state"]],
        }
        for row in queries.list_imports(actor)
    ]
    context = {
        "form": form,
        "imports": imports,
        "tabs": people_tabs(actor, "accounts:import_start"),
        "columns": [wording_of_lists.COLUMN_NAMES[column] for column in Column],
    }
    return render(request, "accounts/import_start.html", context, status=422 if form.is_bound else 200)


class _Unusable(Exception):
    """A file that is no list of people; said in the user's words."""


def _written(upload: Any) -> list[tuple[int, dict[str, str]]]:
    try:
        rows = sheet_rows(upload.read())
    except UnreadableSheet as unreadable:
        raise _Unusable(wording_of_lists.SHEET_FAULTS[unreadable.fault]) from unreadable
    missing = missing_columns(rows[0])
    if missing:
        names = ", ".join(str(wording_of_lists.COLUMN_NAMES[column]) for column in missing)
        raise _Unusable(_("The first row must name the columns. Missing: %(names)s.") % {"names": names})
    written = written_rows(rows)
    if not written:
        raise _Unusable(_("There is nobody in the list below the first row."))
    return written


@login_required
@require_safe
def import_template(request: HttpRequest, extension: str) -> HttpResponse:
    """Give an empty list with its columns and one invented row."""
    _must_manage(request)
    lines = [[str(wording_of_lists.COLUMN_NAMES[column]) for column in Column]]
    unit, role = _("Name of the unit"), str(wording.ROLE_NAMES[Role.TRAINEE])
    lines.append([_("Example Person"), "namn@exempel.se", "", role, unit, "2026-01-01", "", "sv"])
    if extension == "csv":
        response = HttpResponse(as_csv(lines), content_type=CSV_TYPE)
    else:
        response = HttpResponse(as_xlsx(lines, title=_("People")), content_type=XLSX_TYPE)
    name = f"{_('people')}.{extension}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


@login_required
@require_safe
def import_page(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show a preview with what is wrong row by row, or what became of an import."""
    actor = _must_manage(request)
    found = queries.get_import_for(actor, import_id)
    crumbs = [
        {"label": _("People"), "url": reverse("accounts:people")},
        {"label": _("Bring in a list"), "url": reverse("accounts:import_start")},
        {"label": found.file_name},
    ]
    context = {"found": found, "breadcrumbs": crumbs}
    if found.state != ImportState.PREVIEW:
        return render(request, "accounts/import_done.html", context | _outcome(request, found))
    rows = checked_rows(actor, found.rows, as_of=timezone.localdate())
    faulty = [row for row in rows if row.has_faults]
    shows_all = request.GET.get("show") == "all" or not faulty
    shown, pager = cut_list(request, rows if shows_all else faulty)
    counts = _counts(rows)
    context |= {
        "rows": [_shown(found, row) for row in shown],
        "pager": pager,
        "counts": counts,
        "shows_all": shows_all,
        "may_confirm": not faulty and bool(counts["roles"]),
    }
    return render(request, "accounts/import_preview.html", context)


def _counts(rows: list[CheckedRow]) -> dict[str, int]:
    taken = [row for row in rows if not row.is_left_out and not row.has_faults]
    return {
        "all": len(rows),
        "faults": sum(row.has_faults for row in rows),
        "people": sum(row.known is None and row.same_as is None for row in taken),
        "roles": len(taken),
        "left_out": sum(row.is_left_out for row in rows),
    }


def _shown(found: PeopleImport, checked: CheckedRow) -> dict[str, Any]:
    row = checked.row
    role = wording.ROLE_NAMES[row.role] if row.role else row.written.get("role", "")
    return {
        "number": row.number,
        "name": row.name,
        "email": row.email,
        "role": f"{role}, {checked.place.name if checked.place else row.place_words}".strip(", "),
        "faults": [wording_of_lists.row_fault(fault, words) for fault, words in row.faults],
        "warnings": [wording_of_lists.row_warning(warning, words) for warning, words in row.warnings],
        "suggestions": checked.suggestions,
        "url": reverse("accounts:import_row", args=[found.pk, row.number]),
    }


def _outcome(request: HttpRequest, found: PeopleImport) -> dict[str, Any]:
    shown, pager = cut_list(request, found.made)
    names = queries.names_of_people({row["person"] for row in shown})
    return {
        "rows": [{**row, "name": names.get(row["person"], "")} for row in shown],
        "pager": pager,
        "people_count": len({row["person"] for row in found.made if row["is_new"]}),
        "role_count": len(found.made),
        "kept_count": sum(bool(row.get("kept")) for row in found.made),
        "confirmed_at": moment(found.confirmed_at),
        "undone_at": moment(found.undone_at),
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_row(request: HttpRequest, import_id: int, number: int) -> HttpResponse:
    """Correct one row of a preview."""
    actor = _must_manage(request)
    found = queries.get_import_for(actor, import_id)
    texts = next((texts for row_number, texts in found.rows if row_number == number), None)
    if texts is None:
        raise Http404
    checked = checked_rows(actor, [(number, texts)], as_of=timezone.localdate())[0]
    form = RowForm(request.POST or None, initial={**texts, "version": found.version})
    if request.method == "POST" and form.is_valid():
        written = form.texts()
        written["place"] = request.POST.get("suggestion") or written["place"]
        try:
            if "leave_out" in request.POST:
                actions.leave_row_out(import_id=found.pk, number=number, by=actor)
            else:
                version = form.cleaned_data["version"]
                actions.correct_row(
                    import_id=found.pk, number=number, texts=written, expected_version=version, by=actor
                )
        except Refused as refused:
            form.add_error(None, wording.REFUSALS[refused.code])
        else:
            return redirect("accounts:import", found.pk)
    context = {
        "form": form,
        "row": _shown(found, checked),
        "back": reverse("accounts:import", args=[found.pk]),
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": _("Bring in a list"), "url": reverse("accounts:import_start")},
            {"label": found.file_name, "url": reverse("accounts:import", args=[found.pk])},
            {"label": _("Row %(number)s") % {"number": number}},
        ],
    }
    return render(request, "accounts/import_row.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def import_change(request: HttpRequest, import_id: int) -> HttpResponse:
    """Confirm a preview, throw it away, or take an import back."""
    actor = _must_manage(request)
    found = queries.get_import_for(actor, import_id)
    now, today = timezone.now(), timezone.localdate()
    try:
        if "discard" in request.POST:
            actions.discard_import(import_id=found.pk, by=actor)
            messages.success(request, _("The list is thrown away. Nobody was added."))
            return redirect("accounts:import_start")
        if "undo" in request.POST:
            actions.undo_import(import_id=found.pk, now=now, by=actor)
            messages.success(request, _("The import is taken back."))
        else:
            invites = "invites" in request.POST
            actions.confirm_import(import_id=found.pk, invites=invites, as_of=today, now=now, by=actor)
            messages.success(request, _("The list is taken in."))
    except Refused as refused:
        messages.error(request, str(wording.REFUSALS[refused.code]))
    return redirect("accounts:import", found.pk)
