"""Report an action, judge it, and show what proves it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.action_plans import actions, queries
from kollegium.action_plans.actions.evidence import MEBIBYTE, MOST_MEBIBYTES
from kollegium.action_plans.forms import EvidenceFields, JudgementForm, ReportForm, WithdrawalForm
from kollegium.action_plans.queries import PlanAction, ShownEvidence
from kollegium.action_plans.views.one_action import frame_of, state_of
from kollegium.action_plans.wording import refusal_text
from kollegium.trail.names import person_id
from kollegium.ui.saving import saved
from kollegium.ui.security import takes_up_to

# A form with a file and everything around it.
MOST_BYTES = (MOST_MEBIBYTES + 1) * MEBIBYTE


@login_required
@takes_up_to(MOST_BYTES)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, item_id: int) -> HttpResponse:
    """Say how far an action has come, and show it."""
    action = queries.get_action_for(request.actor, item_id)  # type: ignore[attr-defined]
    if (refused := _refused(request, is_allowed=action.may_report)) is not None:
        return refused
    form = ReportForm(*_sent(request), state=action.item.state, version=action.item.version)

    def save() -> None:
        actions.report_action(
            item_id=item_id,
            report=form.report(),
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if _saved(form, save, version=action.item.version):
        messages.success(request, _("The state of the action is kept."))
        return redirect("action_plans:action", item_id)
    return _page(request, action, form, title=_("How far the action has come"), sends_files=True)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, item_id: int) -> HttpResponse:
    """Judge an action that was reported done."""
    action = queries.get_action_for(request.actor, item_id)  # type: ignore[attr-defined]
    if (refused := _refused(request, is_allowed=action.may_judge)) is not None:
        return refused
    form = JudgementForm(request.POST or None, version=action.item.version)

    def save() -> None:
        actions.judge_action(
            item_id=item_id,
            is_done=form.cleaned_data["verdict"] == "done",
            reason=form.cleaned_data["note"],
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if _saved(form, save, version=action.item.version):
        messages.success(request, _("The judgement is kept."))
        return redirect("action_plans:action", item_id)
    own = action.was_reported_by(person_id(request.actor.key))  # type: ignore[attr-defined]
    return _page(request, action, form, title=_("Follow up the action"), is_own_report=own)


@login_required
@takes_up_to(MOST_BYTES)
@require_http_methods(["GET", "HEAD", "POST"])
def add_evidence(request: HttpRequest, item_id: int) -> HttpResponse:
    """Add something that shows that an action was done."""
    action = queries.get_action_for(request.actor, item_id)  # type: ignore[attr-defined]
    return _evidence(request, action, None, title=_("Add evidence"))


@login_required
@takes_up_to(MOST_BYTES)
@require_http_methods(["GET", "HEAD", "POST"])
def replace_evidence(request: HttpRequest, item_id: int, evidence_id: int) -> HttpResponse:
    """Add a newer version of a piece of evidence."""
    action = queries.get_action_for(request.actor, item_id)  # type: ignore[attr-defined]
    return _evidence(request, action, evidence_id, title=_("Add a newer version"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_evidence(request: HttpRequest, item_id: int, evidence_id: int) -> HttpResponse:
    """Withdraw a piece of evidence with a reason."""
    action = queries.get_action_for(request.actor, item_id)  # type: ignore[attr-defined]
    if (refused := _refused(request, is_allowed=action.may_report)) is not None:
        return refused
    evidence = _of(action, evidence_id)
    form = WithdrawalForm(request.POST or None)

    def save() -> None:
        actions.withdraw_evidence(
            item_id=item_id,
            evidence_id=evidence_id,
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if _saved(form, save):
        messages.success(request, _("The evidence is withdrawn. It stays on record, marked."))
        return redirect("action_plans:action", item_id)
    return _page(request, action, form, title=_("Withdraw evidence"), evidence=evidence)


def _evidence(
    request: HttpRequest, action: PlanAction, replaced_id: int | None, *, title: str
) -> HttpResponse:
    if (refused := _refused(request, is_allowed=action.may_report)) is not None:
        return refused
    replaced = _of(action, replaced_id) if replaced_id is not None else None
    initial = {"title": replaced.title} if replaced else None
    form = EvidenceFields(*_sent(request), initial=initial)

    def save() -> None:
        actions.add_evidence(
            item_id=action.item.pk,
            evidence=form.evidence(replaces=replaced.pk if replaced else None),
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    if _saved(form, save):
        messages.success(request, _("The evidence is kept."))
        return redirect("action_plans:action", action.item.pk)
    return _page(request, action, form, title=title, evidence=replaced, sends_files=True)


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _of(action: PlanAction, evidence_id: int) -> ShownEvidence:
    found = next((one for one in action.evidence if one.pk == evidence_id and not one.withdrawn_at), None)
    if found is None:
        raise Http404
    return found


def _refused(request: HttpRequest, *, is_allowed: bool) -> HttpResponse | None:
    """Give the answer to somebody who may see the action but not change it so."""
    return None if is_allowed else render(request, "403.html", status=403)


def _saved(form: Form, save: Callable[[], None], *, version: int | None = None) -> bool:
    def field_of(code: str) -> str | None:
        return "file" if code.startswith("file-") and "file" in form.fields else None

    return saved(form, save, refusal_text, version=version, field_of=field_of)


def _page(request: HttpRequest, action: PlanAction, form: Form, *, title: str, **extra: Any) -> HttpResponse:
    context = {**frame_of(action), "form": form, "title": title, "state": state_of(action), **extra}
    return render(request, "action_plans/change.html", context, status=422 if form.is_bound else 200)
