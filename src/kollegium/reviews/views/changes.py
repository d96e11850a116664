"""Correct a review: facts, a grade, a verdict, how far an action has come."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.domain.grading import propose_grade
from kollegium.domain.roles import Permission
from kollegium.reviews import actions, queries
from kollegium.reviews.actions.corrections import WhyCorrected
from kollegium.reviews.forms import FactsForm, GradeForm, ProgressForm, VerdictForm
from kollegium.reviews.forms.changes import VersionedForm
from kollegium.reviews.models import ActionState, Review
from kollegium.reviews.queries.corrections import is_corrected_openly
from kollegium.reviews.queries.grade_rounds import rounds_open
from kollegium.reviews.shown.areas import proposal_words
from kollegium.reviews.shown.grades import language_now, shown_grade
from kollegium.reviews.views.case import facts_of
from kollegium.reviews.wording import ACTION_STATE_NAMES, KIND_NAMES, refusal_text
from kollegium.ui.components.criteria import verdict_mark
from kollegium.ui.components.grades import grade_mark
from kollegium.ui.saving import saved


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_facts(request: HttpRequest, review_id: int) -> HttpResponse:
    """Correct the facts on the cover of a review."""
    review = queries.get_review_for(request.actor, review_id)  # type: ignore[attr-defined]
    if (refused := _without_right(request, review, Permission.EDIT_REVIEWS)) is not None:
        return refused
    form = FactsForm(request.POST or None, review=review, asks_why=is_corrected_openly(review))

    def save() -> None:
        actions.correct_facts(
            review_id=review_id,
            facts=form.facts(),
            expected_version=form.cleaned_data["version"],
            why=WhyCorrected(form.cleaned_data.get("why", ""), timezone.now()),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, refusal_text, version=review.version):
        messages.success(request, _("The facts are corrected. What stood before is kept in the history."))
        return redirect("reviews:review", review_id)
    case = queries.case_of(review)
    current = [(_("Kind of review"), KIND_NAMES[review.kind]), *facts_of(case)]
    return _page(request, case, form, title=_("Correct the facts"), current=current)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_grade(request: HttpRequest, review_id: int, part_id: int, area_key: str) -> HttpResponse:
    """Set or change the grade of one area."""
    case = queries.get_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    if (refused := _without_right(request, case.review, Permission.OVERRULE_GRADES)) is not None:
        return refused
    part = _part(case, part_id)
    graded = next((item for item in case.grades_of(part) if item.area.key == area_key), None)
    if graded is None:
        raise Http404
    area = graded.area
    form = GradeForm(
        request.POST or None,
        area=area,
        version=case.review.version,
        offered=rounds_open(case.review, part_id, area_key),
        when=request.GET.get("round", ""),
    )

    def save() -> None:
        actions.set_grade(
            review_id=review_id,
            grade=form.grade(part_id=part_id, area_key=area_key),
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    at = dict.fromkeys(("plan-missing", "plan-decides", "decided-grade-stays"), "round")
    if saved(form, save, refusal_text, version=case.review.version, field_of=at.get):
        messages.success(request, _("The grade is set. The earlier one stays on record."))
        return redirect(f"{reverse('reviews:review', args=[review_id])}#area-{area_key}")
    title = _("Grade of area %(key)s, %(title)s") % {"key": area_key, "title": area.title(language_now())}
    current = [
        (_("Grade now"), grade_mark(shown_grade(graded))),
        (_("What the rule says"), proposal_words(propose_grade(area, part.outcomes_of_criteria()))),
    ]
    return _page(request, case, form, title=title, current=current, anchor=f"#area-{area_key}", always=True)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_verdict(request: HttpRequest, review_id: int, part_id: int, criterion_key: str) -> HttpResponse:
    """Add a verdict on one criterion."""
    case = queries.get_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    if (refused := _without_right(request, case.review, Permission.EDIT_REVIEWS)) is not None:
        return refused
    part = _part(case, part_id)
    criterion = next((item for item in case.standard.criteria if item.key == criterion_key), None)
    if criterion is None:
        raise Http404
    form = VerdictForm(request.POST or None, version=case.review.version)

    def save() -> None:
        actions.set_verdict(
            review_id=review_id,
            verdict=form.verdict(part_id=part_id, criterion_key=criterion_key),
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, refusal_text, version=case.review.version):
        messages.success(
            request, _("The verdict is kept. It counts before the earlier ones, which stay on record.")
        )
        return redirect(f"{reverse('reviews:review', args=[review_id])}#criterion-{criterion_key}")
    standing = part.standing_verdicts().get(criterion_key)
    current = [
        (_("Verdict now"), verdict_mark(standing.outcome if standing else None)),
        (_("How one knows"), standing.note if standing else ""),
    ]
    return _page(
        request,
        case,
        form,
        title=_("Verdict on %(key)s") % {"key": criterion_key},
        current=current,
        sentence=criterion.text_sv,
        anchor=f"#criterion-{criterion_key}",
        always=True,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_progress(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """Say how far an action of the plan has come."""
    case = queries.get_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    if (refused := _without_right(request, case.review, Permission.REPORT_PROGRESS)) is not None:
        return refused
    item = next((item for part in case.parts for item in part.plan if item.pk == item_id), None)
    if item is None:
        raise Http404
    form = ProgressForm(
        request.POST or None,
        state=item.state,
        version=item.version,
        may_judge=request.actor.may(Permission.FOLLOW_UP_ACTIONS, queries.place_of(case.review)),  # type: ignore[attr-defined]
    )

    def save() -> None:
        actions.report_progress(
            item_id=item_id,
            state=ActionState(form.cleaned_data["state"]),
            note=form.cleaned_data["note"],
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, refusal_text, version=item.version):
        messages.success(request, _("The state of the action is kept."))
        return redirect(f"{reverse('reviews:review', args=[review_id])}#action-{item_id}")
    current = [(_("State"), ACTION_STATE_NAMES[item.state]), (_("To be done by"), item.due_text)]
    return _page(
        request,
        case,
        form,
        title=_("How far the action has come"),
        current=current,
        sentence=item.action,
        anchor=f"#action-{item_id}",
        always=True,
    )


def _part(case: queries.ReviewCase, part_id: int) -> queries.CasePart:
    found = next((part for part in case.parts if part.pk == part_id), None)
    if found is None:
        raise Http404
    return found


def _without_right(request: HttpRequest, review: Review, permission: Permission) -> HttpResponse | None:
    """Give the page of a refusal when the person may see the review but not change it so."""
    if request.actor.may(permission, queries.place_of(review)):  # type: ignore[attr-defined]
        return None
    return render(request, "403.html", status=403)


def _page(
    request: HttpRequest, case: queries.ReviewCase, form: VersionedForm, *, title: str, **extra: Any
) -> HttpResponse:
    shows_current = extra.pop("always", False) or bool(form.non_field_errors())
    current = extra.pop("current")
    back = reverse("reviews:review", args=[case.review.pk]) + extra.pop("anchor", "")
    context = {
        "case": case,
        "review": case.review,
        "form": form,
        "title": title,
        "back": back,
        "current": current if shows_current else [],
        **extra,
    }
    return render(request, "reviews/change.html", context, status=422 if form.is_bound else 200)
