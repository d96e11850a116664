"""The pages of a case in progress: the list, its overview, its steps and its history."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain import standard as standards
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.case_life import FINISHED, PATH, STEPS, State, Step
from kollegium.domain.roles import Permission
from kollegium.reviews import actions, queries
from kollegium.reviews.actions.cases import what_hinders, what_needs_a_reason
from kollegium.reviews.actions.material_requests import MovedDays
from kollegium.reviews.case_tabs import case_tabs
from kollegium.reviews.case_wishes import wish_of
from kollegium.reviews.case_words import (
    CASE_REFUSALS,
    STATE_STATUS,
    STEP_EFFECTS,
    STEP_NAMES,
    STEPS_TAKEN,
    WAITS_NAMES,
    case_refusal,
)
from kollegium.reviews.forms.cases import CaseFactsForm, CaseFilterForm, StepForm
from kollegium.reviews.history_words import history_entries
from kollegium.reviews.models import CaseMove, Review
from kollegium.reviews.queries.history import names_of_places
from kollegium.reviews.queries.material import material_progress
from kollegium.reviews.queries.open_cases import (
    PAGE_SIZE,
    OpenCase,
    get_open_case_for,
    list_cases_for,
    moves_of,
    team_of,
)
from kollegium.reviews.shown.cases import shown_case_rows, shown_team
from kollegium.reviews.shown.material import told_of_days
from kollegium.reviews.wording import KIND_NAMES, STATE_NAMES
from kollegium.ui.components.navigation import Chip
from kollegium.ui.components.records import Station, day, days
from kollegium.ui.paging import cursor_in, pager_of, url_with
from kollegium.ui.saving import saved

# Steps back and out of the path stand apart from the way forward.
SIDE_STEPS = (Step.BACK_TO_VISIT, Step.BACK_TO_DRAFT, Step.WITHDRAW)


@login_required
@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """List the cases in progress that the person takes part in or answers for."""
    form = CaseFilterForm(request.GET)
    filters = form.filters()
    page = list_cases_for(
        request.actor,  # type: ignore[attr-defined]
        filters,
        as_of=timezone.localdate(),
        cursor=cursor_in(request),
    )
    chips = [
        Chip(words, url_with(request, page=None, **{name: None}))
        for name, words in (
            ("q", filters.search),
            ("state", str(STATE_NAMES[filters.state]) if filters.state else ""),
            ("kind", str(KIND_NAMES[filters.kind]) if filters.kind else ""),
            ("waits", str(WAITS_NAMES[filters.waits]) if filters.waits else ""),
            ("mine", _("Only those I review") if filters.mine else ""),
        )
        if words
    ]
    context = {
        "form": form,
        "rows": shown_case_rows(page.rows),
        "pager": pager_of(request, page, size=PAGE_SIZE),
        "chips": chips,
        "may_judge": request.actor.may(Permission.JUDGE_CASES),  # type: ignore[attr-defined]
        "may_read_feedback": not request.actor.places(Permission.RUN_CASES).is_empty,  # type: ignore[attr-defined]
    }
    return render(request, "reviews/cases/list.html", context)


@login_required
@require_safe
def open_case(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show where a case stands, what comes next and who takes part."""
    case = get_open_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    review = case.review
    moves = moves_of(review)
    context = {
        **frame(case, "reviews:open_case"),
        "stations": _stations(review, moves),
        "facts": _facts(case),
        "team": shown_team(team_of(review)) if case.may_read(CaseObject.TEAM) else [],
        "may_read_team": case.may_read(CaseObject.TEAM),
        "wish": wish_of(request.actor, case),  # type: ignore[attr-defined]
        "may_change": case.may_write(CaseObject.FACTS),
        "may_hand_out": case.may_write(CaseObject.EXPORT),
        "forward": [_offered(review, step) for step in case.steps if step not in SIDE_STEPS],
        "aside": [_offered(review, step) for step in case.steps if step in SIDE_STEPS],
        "may_read_history": Viewer.OFFICE in case.viewers or Viewer.COORDINATOR in case.viewers,
        "is_decided": State(review.state) in FINISHED,
        "last_reason": moves[-1].reason if moves and moves[-1].reason else "",
    }
    return render(request, "reviews/cases/case.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_facts(request: HttpRequest, review_id: int) -> HttpResponse:
    """Set the days of the visit and the case number."""
    case = get_open_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    if not case.may_write(CaseObject.FACTS):
        return render(request, "403.html", status=403)
    form = CaseFactsForm(request.POST) if request.method == "POST" else CaseFactsForm.from_review(case.review)
    moved = MovedDays()

    def save() -> None:
        nonlocal moved
        moved = actions.change_case_facts(
            review_id=review_id,
            visit_from=form.cleaned_data["visit_from"],
            visit_to=form.cleaned_data["visit_to"],
            case_number=form.cleaned_data["case_number"],
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if saved(form, save, case_refusal, version=case.review.version):
        messages.success(request, _("The days are kept."))
        for told in told_of_days(moved):
            messages.info(request, told)
        return redirect("reviews:open_case", review_id)
    return _form_page(request, case, form, title=_("Days and case number"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_step(request: HttpRequest, review_id: int, step: str) -> HttpResponse:
    """Tell what a step does, and take it."""
    case = get_open_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    if step not in list(Step):
        raise Http404
    wanted = Step(step)
    if wanted not in case.steps:
        if case.viewers.isdisjoint(STEPS[wanted].viewers):
            return render(request, "403.html", status=403)
        messages.error(request, str(CASE_REFUSALS["step-not-open"]))
        return redirect("reviews:open_case", review_id)
    if wanted is Step.DECIDE:
        return redirect("reviews:decision", review_id)
    lacks_days = wanted is Step.PLAN and not case.review.visit_from
    if request.method != "POST" and lacks_days and case.may_write(CaseObject.FACTS):
        messages.info(request, _("First say when the visit is; then the review can be planned."))
        return redirect("reviews:case_facts", review_id)
    asked = what_needs_a_reason(case.review, wanted, now=timezone.now())
    form = StepForm(
        request.POST if request.method == "POST" else None,
        needs_reason=STEPS[wanted].needs_reason or asked is not None,
        initial={"version": case.review.version},
    )

    def save() -> None:
        actions.move_case(
            review_id=review_id,
            step=wanted,
            reason=form.cleaned_data.get("reason", ""),
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    at = {asked.code: "reason"} if asked else {}
    if saved(form, save, case_refusal, version=case.review.version, field_of=at.get):
        messages.success(request, str(STEPS_TAKEN[wanted]))
        seen = get_open_case_or_none(request, review_id)
        return redirect("reviews:open_case", review_id) if seen else redirect("reviews:cases")
    hindrance = None if form.is_bound else what_hinders(case.review, wanted)
    # What the field says already is not said twice.
    told = None if form.has_error("reason") else hindrance or asked
    return _form_page(
        request,
        case,
        form,
        title=str(STEP_NAMES[wanted]),
        lead=str(STEP_EFFECTS[wanted]),
        open_thing=case_refusal(told.code, told.params) if told else "",
        is_hindered=hindrance is not None,
        save=str(STEP_NAMES[wanted]),
        is_danger=wanted in SIDE_STEPS,
    )


@login_required
@require_safe
def case_history(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show every change of the case in words."""
    case = get_open_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    if case.viewers.isdisjoint({Viewer.OFFICE, Viewer.COORDINATOR}):
        raise Http404
    history = queries.history_of(case.review)
    if not case.may_read(CaseObject.RECONCILED):
        history = history.without("verdict", "grade")
    if not case.may_read(CaseObject.REPORT):
        history = history.without("summarypoint", "areatext")
    if not case.may_read(CaseObject.REMARKS):
        history = history.without("factcheck", "remark")
    if not case.may_read(CaseObject.CALIBRATION):
        history = history.without("calibrationcomment")
    entries = history_entries(history, standards.load(case.review.standard_key), names_of_places(history))
    context = {**frame(case, "reviews:open_case"), "entries": entries}
    return render(request, "reviews/cases/history.html", context)


def get_open_case_or_none(request: HttpRequest, review_id: int) -> OpenCase | None:
    """Give the case if the person still sees it; a step can take it out of their sight."""
    try:
        return get_open_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    except Http404:
        return None


def frame(case: OpenCase, current: str) -> dict[str, Any]:
    """Give what every page of a case shows around its content: heading, line and tabs."""
    review = case.review
    line: list[Any] = [KIND_NAMES[review.kind], STATE_NAMES[review.state]]
    if review.visit_from:
        line.append(days(review.visit_from, review.visit_to))
    tabs = case_tabs(case, current, as_of=timezone.localdate())
    return {"case": case, "review": review, "line": line, "tabs": tabs}


def _form_page(request: HttpRequest, case: OpenCase, form: Any, *, title: str, **extra: Any) -> HttpResponse:
    context = {
        "case": case,
        "review": case.review,
        "form": form,
        "title": title,
        "wish": wish_of(request.actor, case),  # type: ignore[attr-defined]
        "back": reverse("reviews:open_case", args=[case.review.pk]),
        **extra,
    }
    return render(request, "reviews/cases/form.html", context, status=422 if form.is_bound else 200)


def _stations(review: Review, moves: list[CaseMove]) -> list[Station]:
    """Give the path of a case: what it has passed with days, where it stands, what is to come."""
    reached = {move.to_state: timezone.localtime(move.moved_at).date() for move in moves}
    if review.state not in PATH:
        return []
    here = PATH.index(State(review.state))
    stations = []
    for number, state in enumerate(PATH):
        when = reached.get(state.value) if number <= here else None
        kind = "past" if number < here else "today" if number == here else "coming"
        stations.append(Station(str(STATE_NAMES[state]), when, kind))
    return stations


def _facts(case: OpenCase) -> list[tuple[str, object]]:
    review = case.review
    return [
        (_("Kind of review"), KIND_NAMES[review.kind]),
        (_("Visit"), days(review.visit_from, review.visit_to) or _("Not set")),
        (_("Case number"), review.case_number),
        (_("Region"), review.unit.region.name),
        (_("Care provider"), review.care_provider.name if review.care_provider else ""),
        (_("Ordered"), day(review.created_at)),
        (pgettext("tab of a case", "Material"), _material(case)),
    ]


def _material(case: OpenCase) -> SafeString | str:
    """Tell how much of the material has come in, with a link to it."""
    if not case.may_read(CaseObject.MATERIAL):
        return ""
    progress = material_progress(case.review)
    if not progress.total:
        return ""
    words = _("%(done)s of %(total)s handed in or settled") % {"done": progress.done, "total": progress.total}
    return format_html('<a href="{}">{}</a>', reverse("reviews:case_material", args=[case.review.pk]), words)


def _offered(review: Review, step: Step) -> dict[str, str | bool]:
    # The other steps with something open are the next ones all the same.
    early = step is Step.VISIT_DONE and what_needs_a_reason(review, step, now=timezone.now()) is not None
    return {
        "is_early": early,
        "label": str(STEP_NAMES[step]),
        "effect": str(STEP_EFFECTS[step]),
        "url": reverse("reviews:case_step", args=[review.pk, step.value]),
        "status": STATE_STATUS.get(STEPS[step].target, ""),
    }
