"""The questionnaires of a case: who is asked, sending, and what each group says."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain import instruments
from kollegium.domain.case_access import CaseObject, Viewer
from kollegium.domain.errors import Refused
from kollegium.questionnaires import queries as rounds
from kollegium.questionnaires.models import Group, RoundState
from kollegium.questionnaires.wording import ROUND_REFUSALS, round_refusal
from kollegium.reviews.actions import asking
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.asking import LastDayForm, PeopleForm
from kollegium.reviews.models import Review
from kollegium.reviews.queries.open_cases import OpenCase, get_open_case_for
from kollegium.reviews.queries.questionnaires import group_of_case, people_to_ask, round_of_case
from kollegium.reviews.shown.questionnaires import shown_group, shown_result
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.records import day

# What stands with a name is for those who were named to the respondent: reviewers and review office.
READ_NAMED = frozenset({Viewer.OFFICE, Viewer.REVIEWER})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_questionnaires(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show how the questionnaires of a case stand, and take their next step."""
    case = get_open_case_for(request.actor, review_id, CaseObject.QUESTIONNAIRES)  # type: ignore[attr-defined]
    may_change = case.may_write(CaseObject.QUESTIONNAIRES)
    if request.method == "POST" and not may_change:
        return render(request, "403.html", status=403)
    form, refusal = LastDayForm(request.POST if "day" in request.POST else None), ""
    if request.method == "POST":
        refusal = _step(request, case, form)
        if not refusal and not form.errors:
            return redirect("reviews:case_questionnaires", review_id)
    found = round_of_case(case.review)
    if found and not form.is_bound:
        form = LastDayForm(initial={"closes_on": found.closes_on})
    context = {
        **frame(case, "reviews:case_questionnaires"),
        "round": found,
        "groups": [shown_group(group, review_id) for group in rounds.groups_of(found.pk)] if found else [],
        "last_day": day(found.closes_on) if found else "",
        "is_preparing": found is None or found.state == RoundState.PREPARING,
        "is_closed": found is not None and found.state == RoundState.CLOSED,
        "is_over": _is_over(case.review),
        "undelivered": rounds.undelivered_in(found.pk) if found and Viewer.OFFICE in case.viewers else [],
        "may_change": may_change and (found is None or found.state != RoundState.CLOSED),
        "may_remind": found is not None and rounds.may_be_reminded(found, as_of=timezone.localdate()),
        "reminded_on": day(found.reminded_on) if found and found.reminded_on else "",
        "form": form,
        "refusal": refusal,
    }
    return render(
        request, "reviews/cases/questionnaires.html", context, status=422 if request.method == "POST" else 200
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def case_questionnaire(request: HttpRequest, review_id: int, instrument_key: str) -> HttpResponse:
    """Show who is asked with one questionnaire, and put people on the list or take them off."""
    case = get_open_case_for(request.actor, review_id, CaseObject.QUESTIONNAIRES)  # type: ignore[attr-defined]
    if Viewer.OFFICE not in case.viewers or instrument_key not in instruments.CURRENT:
        raise Http404
    if not case.may_write(CaseObject.QUESTIONNAIRES):
        return render(request, "403.html", status=403)
    form = PeopleForm(request.POST if "add" in request.POST else None)
    refusal = ""
    if request.method == "POST":
        refusal = _changed_list(request, case, instrument_key, form)
        if not refusal and not form.errors:
            return redirect("reviews:case_questionnaire", review_id, instrument_key)
    group = group_of_case(case.review, instrument_key)
    instrument = instruments.load(instrument_key)
    context = {
        "case": case,
        "review": case.review,
        "back": reverse("reviews:case_questionnaires", args=[review_id]),
        "title": instrument.title(get_language()),
        "invited": rounds.invited_in(group) if group else [],
        "is_open": instrument.is_open_for(group.invited_count if group else 0),
        "is_preparing": group is None or group.round.state == RoundState.PREPARING,
        "form": form,
        "refusal": refusal,
    }
    return render(
        request, "reviews/cases/questionnaire.html", context, status=422 if request.method == "POST" else 200
    )


@login_required
@require_safe
def questionnaire_result(request: HttpRequest, review_id: int, instrument_key: str) -> HttpResponse:
    """Show what a group as a whole says, when the round is closed."""
    case = get_open_case_for(request.actor, review_id, CaseObject.QUESTIONNAIRES)  # type: ignore[attr-defined]
    group = group_of_case(case.review, instrument_key)
    if group is None or group.round.state != RoundState.CLOSED or not _may_read(case, group):
        raise Http404
    context = {
        "case": case,
        "review": case.review,
        "back": reverse("reviews:case_questionnaires", args=[review_id]),
        **shown_result(rounds.result_of(group), get_language() or "sv"),
    }
    return render(request, "reviews/cases/questionnaire_result.html", context)


def _is_over(review: Review) -> bool:
    last = review.visit_to or review.visit_from
    return last is not None and last < timezone.localdate()


def _may_read(case: OpenCase, group: Group) -> bool:
    return not group.is_open or not case.viewers.isdisjoint(READ_NAMED)


def _step(request: HttpRequest, case: OpenCase, form: LastDayForm) -> str:
    """Take the step whose button was pressed, and give why not."""
    where: dict[str, Any] = {
        "review_id": case.review.pk,
        "by": request.actor,  # type: ignore[attr-defined]
        "as_of": timezone.localdate(),
    }

    def fetch() -> None:
        people = people_to_ask(case.review, as_of=where["as_of"])
        number = asking.ask_people(people=people, **where)
        words = ngettext("%(number)s person was added.", "%(number)s people were added.", number)
        messages.success(request, words % {"number": number})

    def send() -> None:
        asking.send_questionnaires(**where)
        messages.success(request, _("The questionnaires are on their way."))

    def remind() -> None:
        asking.remind_people(**where)
        messages.success(
            request, _("Those who have not answered are reminded. Nobody is shown who they are.")
        )

    def move() -> None:
        if form.is_valid():
            asking.set_last_day(closes_on=form.cleaned_data["closes_on"], **where)
            messages.success(request, _("The last day is changed."))

    steps: dict[str, Callable[[], None]] = {"fetch": fetch, "send": send, "remind": remind, "day": move}
    wanted = next((name for name in steps if name in request.POST), None)
    if wanted is None:
        return _("Nothing was sent. Use one of the buttons.")
    return _refusal_of(steps[wanted])


def _changed_list(request: HttpRequest, case: OpenCase, instrument_key: str, form: PeopleForm) -> str:
    by = request.actor  # type: ignore[attr-defined]
    off = request.POST.get("take_off", "")

    def add() -> None:
        asking.ask_people(
            review_id=case.review.pk,
            people={instrument_key: form.invited()},
            as_of=timezone.localdate(),
            by=by,
        )
        messages.success(request, _("The list is changed."))

    def take_off() -> None:
        asking.take_off_list(review_id=case.review.pk, invitation_id=int(off), by=by)
        messages.success(request, _("The list is changed."))

    if off.isdecimal():
        return _refusal_of(take_off)
    if form.is_bound:
        return _refusal_of(add) if form.is_valid() else ""
    return _("Nothing was sent. Use one of the buttons.")


def _refusal_of(step: Callable[[], None]) -> str:
    try:
        step()
    except Refused as refused:
        say = round_refusal if refused.code in ROUND_REFUSALS else case_refusal
        return say(refused.code, refused.params)
    return ""
