"""Correct the text or the action plan of a review that is decided or published."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.domain.standard import Criterion
from kollegium.reviews import queries
from kollegium.reviews.actions.corrections import (
    NewText,
    WhyCorrected,
    correct_plan_item,
    correct_text,
)
from kollegium.reviews.forms.corrections import PlanItemForm, TextForm
from kollegium.reviews.queries.corrections import may_correct, section_of_review
from kollegium.reviews.shown.titles import section_title
from kollegium.reviews.wording import refusal_text
from kollegium.ui.saving import saved

FIELDS = {"correction-reason-missing": "reason"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, review_id: int, part_id: int, section_key: str) -> HttpResponse:
    """Correct the text of one section."""
    case = queries.get_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    if not may_correct(request.actor, case.review):  # type: ignore[attr-defined]
        return render(request, "403.html", status=403)
    part, section = section_of_review(case.review, part_id, section_key, case.standard)
    form = TextForm(request.POST if request.method == "POST" else None, section=section)

    def save() -> None:
        good = form.cleaned_data
        correct_text(
            review_id=review_id,
            new=NewText(part_id, section_key, good["text"], good["version"]),
            why=WhyCorrected(good["reason"], timezone.now()),
            by=request.actor,  # type: ignore[attr-defined]
        )

    back = f"{reverse('reviews:review', args=[review_id])}?part={part.key}"
    if saved(form, save, refusal_text, version=section.mark, field_of=FIELDS.get):
        messages.success(request, _("The text is corrected. What stood before is kept in the history."))
        return redirect(back)
    title = _("Correct: %(section)s") % {"section": section_title(case.standard, section)}
    return _page(request, case, form, title=title, back=back)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_item(request: HttpRequest, review_id: int, item_id: int) -> HttpResponse:
    """Correct what one item of the action plan says."""
    case = queries.get_case_for(request.actor, review_id)  # type: ignore[attr-defined]
    if not may_correct(request.actor, case.review):  # type: ignore[attr-defined]
        return render(request, "403.html", status=403)
    found = [(part, item) for part in case.parts for item in part.plan if item.pk == item_id]
    if not found:
        raise Http404
    part, item = found[0]
    form = PlanItemForm(request.POST if request.method == "POST" else None, item=item)

    def save() -> None:
        correct_plan_item(
            review_id=review_id,
            item_id=item_id,
            words=form.words(),
            expected_version=form.cleaned_data["version"],
            why=WhyCorrected(form.cleaned_data["reason"], timezone.now()),
            by=request.actor,  # type: ignore[attr-defined]
        )

    back = f"{reverse('reviews:review', args=[review_id])}?part={part.key}#action-{item_id}"
    if saved(form, save, refusal_text, version=item.version, field_of=FIELDS.get):
        messages.success(request, _("The action is corrected. What stood before is kept in the history."))
        return redirect(back)
    title = _("Correct action %(number)s of the plan") % {"number": item.position + 1}
    criterion = _criterion(case, item.criterion_key)
    sentence = criterion.text_sv if criterion else ""
    return _page(request, case, form, title=title, back=back, sentence=sentence)


def _page(
    request: HttpRequest,
    case: queries.ReviewCase,
    form: BaseForm,
    *,
    title: str,
    back: str,
    sentence: str = "",
) -> HttpResponse:
    context = {
        "case": case,
        "review": case.review,
        "form": form,
        "title": title,
        "sentence": sentence,
        "back": back,
        "current": [],
    }
    return render(request, "reviews/change.html", context, status=422 if form.is_bound else 200)


def _criterion(case: queries.ReviewCase, key: str) -> Criterion | None:
    return next((one for one in case.standard.criteria if one.key == key), None)
