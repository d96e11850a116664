"""The team of a case: who reviews it, taken in and released."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.accounts.queries.reviewers import MOST_REVIEWERS, find_reviewers, is_reviewer
from kollegium.domain.case_access import CaseObject
from kollegium.reviews import actions
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.cases import AppointmentForm, ReleaseForm
from kollegium.reviews.models import Duty
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for, team_of
from kollegium.reviews.reviewer_ties import ties_of
from kollegium.reviews.shown.cases import shown_team
from kollegium.reviews.views.cases import frame
from kollegium.ui.saving import saved


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_team(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show the team, and take a reviewer into it."""
    case = get_open_case_for(request.actor, review_id, CaseObject.TEAM)  # type: ignore[attr-defined]
    may_change = case.may_write(CaseObject.TEAM)
    if request.method == "POST" and not may_change:
        return render(request, "403.html", status=403)
    members = team_of(case.review)
    form = _appointment_form(request, case, [row["person_id"] for row in members]) if may_change else None
    if form is not None and "save" in request.POST and _appointed(request, case, form):
        messages.success(request, _("The reviewer is in the team."))
        return redirect("reviews:case_team", review_id)
    context = {
        **frame(case, "reviews:case_team"),
        "team": shown_team(members, review_id=review_id if may_change else None),
        "form": form,
        # Who is not among the first is found by name.
        "are_first": form is not None and len(form.found) == MOST_REVIEWERS,
    }
    failed = form is not None and "save" in request.POST
    return render(request, "reviews/cases/team.html", context, status=422 if failed else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_release(request: HttpRequest, review_id: int, member_id: int) -> HttpResponse:
    """Ask for the reason, and let a reviewer leave the team."""
    case = get_open_case_for(request.actor, review_id, CaseObject.TEAM)  # type: ignore[attr-defined]
    if not case.may_write(CaseObject.TEAM):
        return render(request, "403.html", status=403)
    member = next((row for row in team_of(case.review) if row["pk"] == member_id), None)
    if member is None:
        raise Http404
    form = ReleaseForm(request.POST if request.method == "POST" else None)

    def save() -> None:
        actions.release_reviewer(
            review_id=review_id,
            member_id=member_id,
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, case_refusal):
        messages.success(request, _("The reviewer has left the team. What was judged is kept."))
        return redirect("reviews:case_team", review_id)
    context = {
        "case": case,
        "review": case.review,
        "form": form,
        "title": _("Release %(name)s from the team") % {"name": member["person__name"]},
        "lead": _("From now on the case is closed to this reviewer. What was judged stays on record."),
        "save": _("Release"),
        "is_danger": True,
        "back": reverse("reviews:case_team", args=[review_id]),
    }
    return render(request, "reviews/cases/form.html", context, status=422 if form.is_bound else 200)


def _appointment_form(request: HttpRequest, case: OpenCase, in_team: list[int]) -> AppointmentForm:
    """Give the form with the reviewers that match; those of the specialty when nobody is searched for."""
    words = request.POST.get("words", "").replace("\0", "")
    found = find_reviewers(
        words=words,
        as_of=timezone.localdate(),
        specialty_key=case.review.specialty.key if case.review.specialty else None,
        other_than=in_team,
    )
    ties = ties_of(
        request.actor,  # type: ignore[attr-defined]
        case.review,
        [row["pk"] for row in found],
        as_of=timezone.localdate(),
    )
    if "save" in request.POST:
        return AppointmentForm(request.POST, found=found, ties=ties)
    typed = {name: request.POST.get(name) for name in ("words", "duty", "explanation") if request.POST}
    return AppointmentForm(initial={"duty": Duty.MEMBER, **typed}, found=found, ties=ties)


def _appointed(request: HttpRequest, case: OpenCase, form: AppointmentForm) -> bool:
    def save() -> None:
        person_id = int(form.cleaned_data["person"])
        ties = form.ties.get(person_id)
        actions.appoint_reviewer(
            review_id=case.review.pk,
            appointment=actions.Appointment(
                person_id,
                Duty(form.cleaned_data["duty"]),
                form.cleaned_data["explanation"],
                has_conflict=ties is not None and ties.is_conflict,
            ),
            is_eligible=is_reviewer(person_id, as_of=timezone.localdate()),
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    return saved(form, save, case_refusal)
