"""The unit's feedback on a review: given or read on the case, and all of it as a list for the review office."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain import review_feedback
from kollegium.domain.case_access import CaseObject
from kollegium.domain.instruments import ItemKind, ItemSummary
from kollegium.reviews.actions.feedback import Feedback, give_feedback
from kollegium.reviews.case_words import case_refusal
from kollegium.reviews.forms.feedback import FeedbackForm
from kollegium.reviews.models import ReviewFeedback
from kollegium.reviews.queries.feedback import PAGE_SIZE, feedback_on, list_feedback_for
from kollegium.reviews.queries.open_cases import get_open_case_for
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.views.cases import frame
from kollegium.ui.components.navigation import Chip
from kollegium.ui.paging import cursor_in, pager_of, url_with
from kollegium.ui.saving import saved

TAB = "reviews:feedback"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, review_id: int) -> HttpResponse:
    """Let the unit say what it thinks of the review, and show others what it said."""
    case = get_open_case_for(request.actor, review_id, CaseObject.FEEDBACK)  # type: ignore[attr-defined]
    may_write = case.may_write(CaseObject.FEEDBACK)
    if request.method == "POST" and not may_write:
        return render(request, "403.html", status=403)
    found = feedback_on(case)
    form = _form(request, found) if may_write else None

    def save() -> None:
        if form is not None:
            said = Feedback(form.answers(), form.cleaned_data["is_shared"], form.cleaned_data["version"])
            give_feedback(review_id=review_id, said=said, now=timezone.now(), by=request.actor)  # type: ignore[attr-defined]

    if form is not None and saved(form, save, case_refusal, version=found.version if found else 0):
        messages.success(
            request, _("Thank you. Your feedback is kept, and you can change it until the case is closed.")
        )
        return redirect(TAB, review_id)
    context = {
        **frame(case, TAB),
        "form": form,
        "found": found,
        "answers": _answers(found) if found and form is None else [],
    }
    return render(
        request, "reviews/cases/feedback.html", context, status=422 if request.method == "POST" else 200
    )


@login_required
@require_safe
def feedback_list(request: HttpRequest) -> HttpResponse:
    """List what units said of their reviews, with how questions were answered by three or more."""
    search = request.GET.get("q", "").replace("\0", "")[:200]
    listed = list_feedback_for(request.actor, search, cursor=cursor_in(request))  # type: ignore[attr-defined]
    context = {
        "search": search,
        "summaries": [_summary(one) for one in listed.summaries],
        "rows": [_row(row) for row in listed.page.rows],
        "pager": pager_of(request, listed.page, size=PAGE_SIZE),
        "chips": [Chip(search, url_with(request, page=None, q=None))] if search else [],
    }
    return render(request, "reviews/cases/feedback_list.html", context)


def _form(request: HttpRequest, found: ReviewFeedback | None) -> FeedbackForm:
    initial: dict[str, Any] = {"version": 0}
    if found is not None:
        initial = {"version": found.version, "is_shared": found.is_shared}
        initial |= {f"item-{key}": value for key, value in found.answers.items()}
    return FeedbackForm(
        request.POST if request.method == "POST" else None,
        instrument=review_feedback.load(found.form_key if found else review_feedback.CURRENT),
        language=language_now(),
        initial=initial,
    )


def _answers(found: ReviewFeedback) -> list[tuple[str, str, bool]]:
    """Give question, answer in words and whether it is own words, in the file's order."""
    form, language = review_feedback.load(found.form_key), language_now()
    steps = {step.key: step.title(language) for step in form.steps}
    return [
        (item.text(language), steps.get(answer, answer), item.kind is ItemKind.TEXT)
        for item in form.items
        if (answer := found.answers.get(item.key))
    ]


def _summary(one: ItemSummary) -> dict[str, str]:
    return {
        "text": one.item.text(language_now()),
        "mean": _("too few to show") if one.mean is None else number_format(one.mean, 1),
        "count": str(sum(one.counts.values())),
    }


def _row(row: dict[str, Any]) -> dict[str, Any]:
    form = review_feedback.load(row["form_key"])
    own = [row["answers"].get(item.key, "") for item in form.items if item.kind is ItemKind.TEXT]
    return {
        "url": reverse(TAB, args=[row["review_id"]]),
        "unit": row["review__unit__name"],
        "case_number": row["review__case_number"] or "",
        "own": " ".join(filter(None, own)),
        "given_at": row["given_at"],
    }
