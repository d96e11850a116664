"""Publish a review after a look at every name and every sentence about a single trainee; withdraw it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.printing import PrintingFailed
from kollegium.printing.tree import LANGUAGES
from kollegium.reviews import actions, queries
from kollegium.reviews.actions.publish import FINISHED_STATES
from kollegium.reviews.forms import WithdrawalForm, read_choices
from kollegium.reviews.printed_files import could_not_print, file_response, review_file
from kollegium.reviews.shown.publishing import shown_people, shown_sentences
from kollegium.reviews.views.case import header_line
from kollegium.reviews.wording import refusal_text


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, review_id: int) -> HttpResponse:
    """Show what would be public and what must be decided; publish when everything is."""
    actor = request.actor  # type: ignore[attr-defined]
    case = queries.get_case_for(actor, review_id)
    if not actor.may(Permission.PUBLISH_REVIEWS, queries.place_of(case.review)):
        return render(request, "403.html", status=403)
    examination = actions.examine(case)
    choices = read_choices(examination, request.POST.dict())
    refusal = ""
    if request.method == "POST" and request.POST.get("do") == "publish":
        try:
            actions.publish_review(
                review_id=review_id,
                choices=choices,
                fingerprint=request.POST.get("fingerprint", ""),
                now=timezone.now(),
                by=actor,
            )
        except Refused as refused:
            refusal = refusal_text(refused.code, refused.params)
        else:
            messages.success(request, _("The review is public now."))
            return redirect("reviews:review", review_id)
    if request.method == "POST" and request.POST.get("do") == "pdf" and not examination.open_keys(choices):
        return _preview(examination, choices, request.LANGUAGE_CODE[:2])
    open_keys = set(examination.open_keys(choices))
    context = {
        "case": case,
        "review": case.review,
        "line": header_line(case),
        "fingerprint": examination.fingerprint,
        "people": shown_people(examination, choices, open_keys),
        "sentences": shown_sentences(examination, choices, open_keys),
        "open_count": len(open_keys),
        "refusal": refusal,
        "names_left": () if open_keys else examination.names_left(choices),
        "is_finished": case.review.state in FINISHED_STATES,
        "publication": case.publication,
        "withdrawal": WithdrawalForm(),
    }
    return render(request, "reviews/publish.html", context, status=422 if refusal else 200)


@login_required
@require_POST
def withdraw(request: HttpRequest, review_id: int) -> HttpResponse:
    """Take a review out of the public register."""
    actor = request.actor  # type: ignore[attr-defined]
    review = queries.get_review_for(actor, review_id)
    if not actor.may(Permission.PUBLISH_REVIEWS, queries.place_of(review)):
        return render(request, "403.html", status=403)
    form = WithdrawalForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write why the publication is withdrawn. Nothing was changed."))
        return redirect("reviews:publish", review_id)
    try:
        actions.withdraw_publication(
            review_id=review_id, reason=form.cleaned_data["reason"], now=timezone.now(), by=actor
        )
    except Refused as refused:
        messages.error(request, refusal_text(refused.code, refused.params))
    else:
        messages.success(request, _("The review is no longer public. What was published stays on record."))
    return redirect("reviews:publish", review_id)


def _preview(
    examination: actions.Examination, choices: actions.PublicationChoices, language: str
) -> HttpResponse:
    try:
        data = review_file(
            examination.redacted(choices),
            "pdf",
            language=language if language in LANGUAGES else "sv",
            printed_on=timezone.localdate(),
        )
    except PrintingFailed:
        return could_not_print()
    response = file_response(data, "pdf", name=_("preview"))
    response["Cache-Control"] = "private, no-store"
    return response
