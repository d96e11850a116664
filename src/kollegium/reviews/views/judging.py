"""The judgement of a case: all areas, one area criterion by criterion, and what the team agrees on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.domain.standard import Area, Criterion
from kollegium.domain.verdict_evidence import ANYTHING, EvidenceItem, offered_for
from kollegium.reviews.actions import judging as actions
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.changes import VersionedForm
from kollegium.reviews.forms.judging import AgreedVerdictForm, AreaGradeForm, OwnVerdictForm
from kollegium.reviews.queries.evidence import evidence_of
from kollegium.reviews.queries.judging import (
    NOTHING_YET,
    JudgedPart,
    judged_part,
    part_of_case,
    parts_of,
)
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.shown.areas import proposal_words
from kollegium.reviews.shown.grades import language_now, mark_of
from kollegium.reviews.shown.judging import agreement_words, shown_area, shown_criterion
from kollegium.reviews.shown.visit import grade_as_data, verdict_as_data
from kollegium.reviews.views.answers import not_kept, wants_json
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.grades import ShownGrade
from kollegium.ui.components.navigation import Tab
from kollegium.ui.saving import saved


@dataclass(frozen=True, slots=True)
class JudgingForms:
    """Forms that came back with a fault, by criterion, to be shown as they were typed."""

    own: dict[str, OwnVerdictForm] = field(default_factory=dict)
    agreed: dict[str, AgreedVerdictForm] = field(default_factory=dict)
    grade: AreaGradeForm | None = None


@login_required
@require_safe
def judgement(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show every area: how far oneself and the others have come, what is agreed on, the grade proposed."""
    case = _case(request, review_id)
    parts = parts_of(case)
    chosen = next((part for part in parts if part.key == request.GET.get("part")), parts[0])
    judged = judged_part(case, chosen)
    titles = {item.key: item.title(language_now()) for item in judged.standard.service_parts}
    address = reverse("reviews:judgement", args=[review_id])
    may_see_agreement = not case.viewers.isdisjoint({Viewer.OFFICE, Viewer.COORDINATOR})
    context = {
        **frame(case, "reviews:judgement"),
        "areas": [shown_area(judged, area, language_now()) for area in judged.standard.areas],
        "part_tabs": [
            Tab(titles.get(part.key, part.key), f"{address}?part={part.key}", part == chosen)
            for part in parts
        ]
        if len(parts) > 1
        else [],
        "part_query": chosen.key if len(parts) > 1 else "",
        "judges": judged.me is not None and case.may_read(CaseObject.OWN_JUDGEMENT),
        "agreement": agreement_words(judged.agreement()) if may_see_agreement else "",
    }
    return render(request, "reviews/cases/judgement.html", context)


@login_required
@require_safe
def judged_area(request: HttpRequest, review_id: int, part_id: int, area_key: str) -> HttpResponse:
    """Show one area: one's own verdicts to set, or, when all are done, everybody's beside each other."""
    case = _case(request, review_id)
    judged = judged_part(case, part_of_case(case, part_id))
    return _area_page(request, case, judged, _area(judged, area_key), JudgingForms())


@login_required
@require_POST
def save_verdict(request: HttpRequest, review_id: int, part_id: int, criterion_key: str) -> HttpResponse:
    """Keep one's own verdict on a criterion: from a script as JSON, else back to the criterion.

    A script sends one at every pause in typing: what a page would show is fetched only when nothing could be kept.
    """
    form = OwnVerdictForm(request.POST, judged=NOTHING_YET, prefix=criterion_key, offered=ANYTHING)
    kept: list[int] = []

    def save() -> None:
        own = form.own(part_id=part_id, criterion_key=criterion_key)
        stored = actions.judge(review_id=review_id, verdict=own, now=timezone.now(), by=request.actor)  # type: ignore[attr-defined]
        kept.append(stored.version)

    is_saved = saved(form, save, case_refusal, version=0)
    if is_saved and wants_json(request):
        return JsonResponse({"version": kept[0]})
    case = _case(request, review_id, CaseObject.OWN_JUDGEMENT)
    judged = judged_part(case, part_of_case(case, part_id))
    area = _area_of(judged, criterion_key)
    if is_saved and "one" in request.GET and form.cleaned_data["move"]:
        return redirect(f"{_address(review_id, part_id, area.key)}?one={criterion_key}")
    if is_saved and "one" in request.GET:
        return redirect(_beside(judged, area, criterion_key, 1) or _address(review_id, part_id, area.key))
    if is_saved:
        return redirect(f"{_address(review_id, part_id, area.key)}#criterion-{criterion_key}")
    standing = judged.own.get(criterion_key, NOTHING_YET)
    if wants_json(request):
        return not_kept(form, verdict_as_data(standing))
    if form.is_changed_meanwhile:
        form.refill_version(standing.version)
    evidence = evidence_of(case, judged.part, language_now())
    chosen = (*standing.evidence, *request.POST.getlist("evidence"))
    form.offer(offered_for(criterion_key, chosen, evidence.values()))
    return _area_page(request, case, judged, area, JudgingForms(own={criterion_key: form}), status=422)


@login_required
@require_POST
def agree(request: HttpRequest, review_id: int, part_id: int, criterion_key: str) -> HttpResponse:
    """Keep what the team agrees on for a criterion; for a script as JSON, as `save_verdict`."""
    case = _case(request, review_id, CaseObject.RECONCILED)
    if not case.may_write(CaseObject.RECONCILED):
        return render(request, "403.html", status=403)
    judged = judged_part(case, part_of_case(case, part_id))
    area = _area_of(judged, criterion_key)
    form = AgreedVerdictForm(
        request.POST, judged=judged.reconciled.get(criterion_key, NOTHING_YET), prefix=criterion_key
    )

    kept: list[int] = []

    def save() -> None:
        agreed = form.agreed(part_id=part_id, criterion_key=criterion_key)
        stored = actions.reconcile(review_id=review_id, verdict=agreed, now=timezone.now(), by=request.actor)  # type: ignore[attr-defined]
        kept.append(stored.sequence)

    is_saved = saved(form, save, case_refusal, version=form.initial["version"])
    if wants_json(request):
        return _agreed_answer(form, kept, lambda: _agreed_now(case, judged, criterion_key))
    if is_saved:
        return redirect(f"{_address(review_id, part_id, area.key)}#criterion-{criterion_key}")
    return _area_page(request, case, judged, area, JudgingForms(agreed={criterion_key: form}), status=422)


@login_required
@require_POST
def area_step(request: HttpRequest, review_id: int, part_id: int, area_key: str) -> HttpResponse:
    """Be done with an area, open it again, or take over every verdict all gave alike."""
    case = _case(request, review_id, CaseObject.RECONCILED)
    if not case.may_write(CaseObject.RECONCILED):
        return render(request, "403.html", status=403)
    judged = judged_part(case, part_of_case(case, part_id))
    area = _area(judged, area_key)
    values = {"review_id": review_id, "part_id": part_id, "area_key": area.key, "by": request.actor}  # type: ignore[attr-defined]
    try:
        if request.POST.get("step") == "done":
            actions.finish_area(**values, now=timezone.now())
            messages.success(request, _("You are done with area %(area)s.") % {"area": area.key})
        elif request.POST.get("step") == "open":
            actions.reopen_area(**values)
        elif request.POST.get("step") == "take-over":
            actions.take_over_agreed(**values, now=timezone.now())
        else:
            raise Http404
    except Refused as refused:
        messages.error(request, case_refusal(refused.code, refused.params))
    return redirect(_address(review_id, part_id, area.key))


@login_required
@require_POST
def area_grade(request: HttpRequest, review_id: int, part_id: int, area_key: str) -> HttpResponse:
    """Keep the grade that the team proposes for an area; for a script as JSON, as `save_verdict`."""
    case = _case(request, review_id, CaseObject.RECONCILED)
    if not case.may_write(CaseObject.RECONCILED):
        return render(request, "403.html", status=403)
    judged = judged_part(case, part_of_case(case, part_id))
    area = _area(judged, area_key)
    form = _grade_form(judged, area, request.POST)

    kept: list[int] = []

    def save() -> None:
        grade = form.grade(part_id=part_id)
        stored = actions.propose_area_grade(
            review_id=review_id,
            grade=grade,
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )
        kept.append(stored.sequence)

    is_saved = saved(form, save, case_refusal, version=form.initial["version"])
    if wants_json(request):
        return _agreed_answer(form, kept, lambda: _grade_now(case, judged, area))
    if is_saved:
        messages.success(request, _("The grade of area %(area)s is proposed.") % {"area": area.key})
        return redirect(reverse("reviews:judgement", args=[review_id]))
    return _area_page(request, case, judged, area, JudgingForms(grade=form), status=422)


def _agreed_answer(
    form: VersionedForm, kept: list[int], standing: Callable[[], dict[str, Any]]
) -> JsonResponse:
    """Tell a script the version that was kept, or why nothing was, with what stands instead."""
    if kept:
        return JsonResponse({"version": kept[0]})
    return not_kept(form, standing() if form.is_changed_meanwhile else {})


def _agreed_now(case: OpenCase, judged: JudgedPart, criterion_key: str) -> dict[str, Any]:
    fresh = judged_part(case, judged.part)
    return verdict_as_data(fresh.reconciled.get(criterion_key, NOTHING_YET))


def _grade_now(case: OpenCase, judged: JudgedPart, area: Area) -> dict[str, Any]:
    return grade_as_data(judged_part(case, judged.part).grades.get(area.key))


def _case(request: HttpRequest, review_id: int, thing: CaseObject = CaseObject.RECONCILED) -> OpenCase:
    return get_open_case_for(request.actor, review_id, thing)  # type: ignore[attr-defined]


def _address(review_id: int, part_id: int, area_key: str) -> str:
    return reverse("reviews:judged_area", args=[review_id, part_id, area_key])


def _beside(judged: JudgedPart, area: Area, criterion_key: str, way: int) -> str:
    """Give the page of the criterion before (-1) or after (1) in the area, one at a time; empty at the ends."""
    keys = [criterion.key for criterion in area.criteria]
    there = keys.index(criterion_key) + way
    if not 0 <= there < len(keys):
        return ""
    return f"{_address(judged.part.review_id, judged.part.pk, area.key)}?one={keys[there]}"


def _area(judged: JudgedPart, area_key: str) -> Area:
    found = next((area for area in judged.standard.areas if area.key == area_key), None)
    if found is None:
        raise Http404
    return found


def _area_of(judged: JudgedPart, criterion_key: str) -> Area:
    for area in judged.standard.areas:
        if any(criterion.key == criterion_key for criterion in area.criteria):
            return area
    raise Http404


def _grade_form(judged: JudgedPart, area: Area, data: Any = None) -> AreaGradeForm:
    standing, proposal = judged.grades.get(area.key), judged.proposal(area)
    offered = standing.outcome if standing else (proposal.outcomes[0] if len(proposal.outcomes) == 1 else "")
    return AreaGradeForm(
        data,
        area=area,
        language=language_now(),
        outcome=str(offered),
        version=standing.sequence if standing else 0,
    )


@dataclass(frozen=True, slots=True)
class Offers:
    """What the actor may do on the page of an area, and what a verdict can rest on."""

    may_judge: bool
    may_agree: bool
    evidence: dict[str, EvidenceItem]


def _with_forms(
    judged: JudgedPart, criterion: Criterion, forms: JudgingForms, offers: Offers
) -> dict[str, Any]:
    """Give a criterion as shown, with the form of what the actor may do with it."""
    key, shown = criterion.key, shown_criterion(judged, criterion, offers.evidence)
    if offers.may_judge:
        own = judged.own.get(key, NOTHING_YET)
        offered = offered_for(key, own.evidence, offers.evidence.values())
        shown["own_form"] = forms.own.get(key) or OwnVerdictForm(judged=own, prefix=key, offered=offered)
    if offers.may_agree:
        agreed = judged.reconciled.get(key, NOTHING_YET)
        shown["agreed_form"] = forms.agreed.get(key) or AgreedVerdictForm(
            judged=agreed, prefix=f"{key}-agreed"
        )
    return shown


def _area_page(
    request: HttpRequest,
    case: OpenCase,
    judged: JudgedPart,
    area: Area,
    forms: JudgingForms,
    *,
    status: int = 200,
) -> HttpResponse:
    is_open, standing = judged.is_open(area), judged.grades.get(area.key)
    may_agree = is_open and case.may_write(CaseObject.RECONCILED)
    may_judge = (
        judged.me is not None and not judged.is_done_by_me(area) and case.may_write(CaseObject.OWN_JUDGEMENT)
    )
    is_agreed = all(criterion.key in judged.reconciled for criterion in area.criteria)
    keys = [item.key for item in judged.standard.areas]
    here = keys.index(area.key)
    only = request.GET.get("one", "")
    if only not in [criterion.key for criterion in area.criteria]:
        # A form that came back with a fault shows all, with its own criterion among them.
        only = ""
    offers = Offers(may_judge, may_agree, evidence_of(case, judged.part, language_now()))
    context = {
        **frame(case, "reviews:judgement"),
        "judged": judged,
        "may_write_notes": case.may_write(CaseObject.NOTES),
        "notes_url": f"{reverse('reviews:notes', args=[case.review.pk])}?part={judged.part.key}",
        "area": area,
        "title": f"{area.key} {area.title(language_now())}",
        "criteria": [
            _with_forms(judged, criterion, forms, offers)
            for criterion in area.criteria
            if only in ("", criterion.key)
        ],
        "only": only,
        "first_key": area.criteria[0].key if area.criteria else "",
        "one_before": _beside(judged, area, only, -1) if only else "",
        "one_after": _beside(judged, area, only, 1) if only else "",
        "place": [criterion.key for criterion in area.criteria].index(only) + 1 if only else 0,
        "total": len(area.criteria),
        "address": _address(case.review.pk, judged.part.pk, area.key),
        "is_open": is_open,
        "is_done": judged.is_done_by_me(area),
        "may_judge": may_judge,
        "may_agree": may_agree,
        "may_reopen": judged.is_done_by_me(area) and not is_open and case.may_write(CaseObject.OWN_JUDGEMENT),
        "alike": len(judged.agreed(area)) if may_agree else 0,
        "waits_for": [
            name for number, name in judged.team.items() if number not in judged.done.get(area.key, set())
        ],
        "proposal": proposal_words(judged.proposal(area)) if is_agreed else "",
        "grade_form": (forms.grade or _grade_form(judged, area)) if may_agree and is_agreed else None,
        "grade": ShownGrade(now=mark_of(area, standing.outcome)) if standing else None,
        "grade_reason": standing.reason if standing else "",
        "before": _address(case.review.pk, judged.part.pk, keys[here - 1]) if here else "",
        "after": _address(case.review.pk, judged.part.pk, keys[here + 1]) if here + 1 < len(keys) else "",
        "steps_url": reverse("reviews:area_step", args=[case.review.pk, judged.part.pk, area.key]),
        "grade_url": reverse("reviews:area_grade", args=[case.review.pk, judged.part.pk, area.key]),
    }
    return render(request, "reviews/cases/area.html", context, status=status)
