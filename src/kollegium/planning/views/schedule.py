"""The schedule of a visit: see it, begin with a usual one, change it slot by slot, and ask for a private talk."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.domain.errors import Refused
from kollegium.planning import actions
from kollegium.planning.forms.schedule import ProposeForm, SlotForm
from kollegium.planning.history_of_schedule import history_of_schedule
from kollegium.planning.models import VisitSlot
from kollegium.planning.queries.schedule import Schedule, get_schedule_for, get_slot_for
from kollegium.planning.schedule_words import slot_in_words
from kollegium.planning.shown_schedule import shown_days
from kollegium.planning.wording import refusal
from kollegium.reviews.views.cases import frame
from kollegium.ui.saving import saved

TAB = "planning:schedule"
FIELD_OF = {
    "outside-visit": "day",
    "period-ends-before-start": "ends",
    "no-such-time": "starts",
    "reviewer-busy": "starts",
    "not-in-team": "reviewers",
}


@login_required
@require_safe
def schedule(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show the schedule as the reader may see it."""
    found = get_schedule_for(request.actor, review_id)  # type: ignore[attr-defined]
    return _page(request, found, ProposeForm() if found.may_write and not found.slots else None)


@login_required
@require_POST
def schedule_step(request: HttpRequest, review_id: int) -> HttpResponse:
    """Begin with a usual schedule, or move every slot to the visit's new days."""
    found = get_schedule_for(request.actor, review_id)  # type: ignore[attr-defined]
    if not found.may_write:
        return render(request, "403.html", status=403)
    about: dict[str, Any] = {"review_id": review_id, "now": timezone.now(), "by": request.actor}  # type: ignore[attr-defined]
    if request.POST.get("step") == "move":
        try:
            by_days = abs(actions.move_schedule(**about))
        except Refused as refused:
            messages.error(request, refusal(refused.code, refused.params))
        else:
            told = ngettext(
                "Every slot is moved by %(count)s day.", "Every slot is moved by %(count)s days.", by_days
            )
            messages.success(request, told % {"count": by_days})
        return redirect(TAB, review_id)
    form = ProposeForm(request.POST)

    def save() -> None:
        actions.propose_schedule(trainees=form.cleaned_data["trainees"], **about)

    if saved(form, save, refusal):
        messages.success(request, _("A usual schedule is laid out. Change what does not suit."))
        return redirect(TAB, review_id)
    return _page(request, get_schedule_for(request.actor, review_id), form)  # type: ignore[attr-defined]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def slot_add(request: HttpRequest, review_id: int) -> HttpResponse:
    """Add a slot."""
    found = get_schedule_for(request.actor, review_id)  # type: ignore[attr-defined]
    if not found.may_write:
        return render(request, "403.html", status=403)
    form = SlotForm.new(request.POST if request.method == "POST" else None, schedule=found)

    def save() -> None:
        actions.add_slot(
            review_id=review_id,
            key=form.cleaned_data["key"],
            values=form.values(),
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, refusal, field_of=FIELD_OF.get):
        messages.success(request, _("The slot is added."))
        return redirect(TAB, review_id)
    return _form_page(request, found, form, title=_("New slot"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def slot(request: HttpRequest, review_id: int, slot_id: int) -> HttpResponse:
    """Change a slot, take it away, or put it back."""
    found, row = get_slot_for(request.actor, review_id, slot_id)  # type: ignore[attr-defined]
    if not found.may_write:
        return render(request, "403.html", status=403)
    about: dict[str, Any] = {
        "review_id": review_id,
        "slot_id": slot_id,
        "now": timezone.now(),
        "by": request.actor,
    }  # type: ignore[attr-defined]
    step = request.POST.get("step", "") if request.method == "POST" else ""
    if step == "take-away":
        actions.take_slot_away(**about)
        messages.success(request, _("The slot is taken away. You can put it back below."))
        return redirect(TAB, review_id)
    if step == "put-back":
        actions.put_slot_back(**about)
        messages.success(request, _("The slot stands again."))
        return redirect(TAB, review_id)
    form = SlotForm.of(row, request.POST if request.method == "POST" else None, schedule=found)

    def save() -> None:
        actions.change_slot(values=form.values(), expected_version=form.cleaned_data["version"], **about)

    if saved(form, save, refusal, version=row.version, field_of=FIELD_OF.get):
        messages.success(request, _("The slot is changed."))
        return redirect(TAB, review_id)
    return _form_page(request, found, form, title=_title(row))


@login_required
@require_POST
def talk(request: HttpRequest, review_id: int, slot_id: int) -> HttpResponse:
    """Ask for a private talk, or leave the one that one has."""
    about: dict[str, Any] = {
        "review_id": review_id,
        "slot_id": slot_id,
        "now": timezone.now(),
        "by": request.actor,
    }  # type: ignore[attr-defined]
    get_slot_for(request.actor, review_id, slot_id)  # type: ignore[attr-defined]
    try:
        if request.POST.get("step") == "ask":
            actions.ask_for_talk(**about)
            messages.success(request, _("The time is yours. Only the reviewers see that you asked for it."))
        elif request.POST.get("step") == "leave":
            actions.leave_talk(**about)
            messages.success(request, _("You have left the time to somebody else."))
        else:
            raise Http404
    except Refused as refused:
        if refused.code == "not-allowed-here":
            return render(request, "403.html", status=403)
        messages.error(request, refusal(refused.code, refused.params))
    return redirect(TAB, review_id)


def _page(request: HttpRequest, found: Schedule, form: ProposeForm | None) -> HttpResponse:
    context = {
        **frame(found.case, TAB),
        "days": shown_days(found),
        "has_slots": bool(found.slots),
        "removed": [
            (_title(row), reverse("planning:slot", args=[row.review_id, row.pk])) for row in found.removed
        ],
        "has_days": bool(found.days),
        "is_over": bool(found.days) and found.days[-1] < timezone.localdate(),
        "may_write": found.may_write,
        "may_ask": found.may_ask,
        "outside": found.may_write and bool(found.outside),
        "history": history_of_schedule(found.case.review.pk) if found.may_write else (),
        "form": form,
        "step_url": reverse("planning:schedule_step", args=[found.case.review.pk]),
        "add_url": reverse("planning:slot_add", args=[found.case.review.pk]),
        "calendar_url": reverse("planning:calendar"),
    }
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "planning/schedule.html", context, status=status)


def _form_page(request: HttpRequest, found: Schedule, form: SlotForm, *, title: str) -> HttpResponse:
    review = found.case.review
    context = {
        "case": found.case,
        "review": review,
        "form": form,
        "title": title,
        "back": reverse(TAB, args=[review.pk]),
    }
    return render(request, "planning/slot.html", context, status=422 if form.is_bound else 200)


def _title(row: VisitSlot) -> str:
    return slot_in_words(row.kind, row.day, row.starts, row.ends)
