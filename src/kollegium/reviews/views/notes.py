"""The interview notes of a case: read, write, change, take away, put back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject
from kollegium.domain.errors import Refused
from kollegium.reviews.actions import notes as actions
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.notes import NoteForm
from kollegium.reviews.models import InterviewNote, ReviewPart
from kollegium.reviews.queries.judging import parts_of
from kollegium.reviews.queries.notes import get_own_note_for, notes_of, own_removed_notes, read_own_note
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.notes import shown_notes
from kollegium.reviews.shown.visit import note_as_data
from kollegium.reviews.views.answers import not_kept, wants_json
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.navigation import Tab
from kollegium.ui.saving import saved

TAB = "reviews:notes"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show the notes of a report with a form for a new one above them."""
    case = get_open_case_for(request.actor, review_id, CaseObject.NOTES)  # type: ignore[attr-defined]
    may_write = case.may_write(CaseObject.NOTES)
    if request.method == "POST" and not may_write:
        return render(request, "403.html", status=403)
    parts = parts_of(case)
    part = next((one for one in parts if one.key == request.GET.get("part")), parts[0])
    form = NoteForm.new(
        request.POST if request.method == "POST" else None,
        standard=standards.load(case.review.standard_key),
        now=timezone.now(),
        criterion=request.GET.get("criterion", "")[:12],
    )

    kept: list[InterviewNote] = []

    def save() -> None:
        written = actions.write_note(
            review_id=review_id,
            part_id=part.pk,
            key=form.cleaned_data["key"],
            words=form.words(),
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )
        kept.append(written)

    is_saved = saved(form, save, case_refusal, version=0)
    if wants_json(request) and form.is_bound:
        return _kept(kept[0]) if is_saved else not_kept(form, _standing(case, part, form))
    if is_saved:
        messages.success(request, _("The note is kept."))
        return redirect(f"{reverse(TAB, args=[review_id])}?part={part.key}")
    return _notes_page(request, case, parts, part, form if may_write else None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, review_id: int, note_id: int) -> HttpResponse:
    """Change one's own note."""
    found = get_own_note_for(request.actor, review_id, note_id)  # type: ignore[attr-defined]
    if not found.case.may_write(CaseObject.NOTES):
        return render(request, "403.html", status=403)
    form = NoteForm.of(
        found.note,
        request.POST if request.method == "POST" else None,
        standard=standards.load(found.case.review.standard_key),
    )

    kept: list[InterviewNote] = []

    def save() -> None:
        changed = actions.change_note(
            review_id=review_id,
            note_id=note_id,
            words=form.words(),
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )
        kept.append(changed)

    back = f"{reverse(TAB, args=[review_id])}?part={found.note.part.key}"
    is_saved = saved(form, save, case_refusal, version=found.note.version)
    if wants_json(request) and form.is_bound:
        return _kept(kept[0]) if is_saved else not_kept(form, note_as_data(read_own_note(found)))
    if is_saved:
        messages.success(request, _("The note is kept."))
        return redirect(back)
    context = {
        "case": found.case,
        "review": found.case.review,
        "form": form,
        "title": _("Change a note"),
        "standing": found.note.text if form.errors and form.is_bound else "",
        "back": back,
    }
    return render(request, "reviews/cases/note.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def note_step(request: HttpRequest, review_id: int, note_id: int) -> HttpResponse:
    """Take one's own note away, or put it back."""
    found = get_own_note_for(request.actor, review_id, note_id)  # type: ignore[attr-defined]
    if not found.case.may_write(CaseObject.NOTES):
        return render(request, "403.html", status=403)
    values: dict[str, Any] = {"review_id": review_id, "note_id": note_id, "by": request.actor}  # type: ignore[attr-defined]
    try:
        if request.POST.get("step") == "take-away":
            actions.take_note_away(**values, now=timezone.now())
            messages.success(request, _("The note is taken away. You can put it back below."))
        elif request.POST.get("step") == "put-back":
            actions.put_note_back(**values)
            messages.success(request, _("The note stands again."))
        else:
            raise Http404
    except Refused as refused:
        messages.error(request, case_refusal(refused.code, refused.params))
    return redirect(f"{reverse(TAB, args=[review_id])}?part={found.note.part.key}")


def _standing(case: OpenCase, part: ReviewPart, form: NoteForm) -> dict[str, Any]:
    """Give the note that was sent before under the same key."""
    key = str(form.cleaned_data.get("key", ""))
    found = (note_as_data(one) for one in notes_of(case, part) if one.key == key and one.is_own)
    return next(found, {})


def _kept(note: InterviewNote) -> JsonResponse:
    return JsonResponse({"id": note.pk, "version": note.version})


def _notes_page(
    request: HttpRequest, case: OpenCase, parts: list[ReviewPart], part: ReviewPart, form: NoteForm | None
) -> HttpResponse:
    standard = standards.load(case.review.standard_key)
    titles = {item.key: item.title(language_now()) for item in standard.service_parts}
    address = reverse(TAB, args=[case.review.pk])
    context = {
        **frame(case, TAB),
        "form": form,
        "notes": shown_notes(notes_of(case, part), part, standard),
        "removed": shown_notes(own_removed_notes(case, part), part, standard) if form else [],
        "part_tabs": [
            Tab(titles.get(one.key, one.key), f"{address}?part={one.key}", one == part) for one in parts
        ]
        if len(parts) > 1
        else [],
    }
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "reviews/cases/notes.html", context, status=status)
