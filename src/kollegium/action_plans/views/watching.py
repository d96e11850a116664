"""Extra internal reviews, and what a region asks for after a review."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.action_plans import actions, queries, shown_watching
from kollegium.action_plans.forms import DismissalForm, RulesForm
from kollegium.action_plans.views.board import pages_of_follow_up
from kollegium.action_plans.wording import refusal_text
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission, Place
from kollegium.organisations.queries import get_region_for
from kollegium.ui.components.navigation import Tab
from kollegium.ui.paging import cursor_in, pager_of, url_with


@login_required
@require_safe
def extra_reviews(request: HttpRequest) -> HttpResponse:
    """List the extra internal reviews that failed external ones ask for."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    open_only = request.GET.get("show") != "all"
    page = queries.list_extra_reviews_for(actor, open_only=open_only, cursor=cursor_in(request))
    may_dismiss = actor.may(Permission.RUN_INTERNAL_CASES)
    context = {
        "pages": pages_of_follow_up("action_plans:extra_reviews"),
        "views": [
            Tab(_("To be done"), url_with(request, show=None, page=None), open_only),
            Tab(_("All"), url_with(request, show="all", page=None), not open_only),
        ],
        "rows": shown_watching.extra_rows(page.rows, as_of=today, may_dismiss=may_dismiss),
        "pager": pager_of(request, page),
    }
    return render(request, "action_plans/extra_reviews.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def dismiss(request: HttpRequest, extra_id: int) -> HttpResponse:
    """Say that an extra review is not needed."""
    extra, review, may_dismiss = queries.get_extra_review_for(request.actor, extra_id)  # type: ignore[attr-defined]
    if not may_dismiss:
        return render(request, "403.html", status=403)
    form = DismissalForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.dismiss_extra_review(
                extra_id=extra_id,
                reason=form.cleaned_data["reason"],
                now=timezone.now(),
                by=request.actor,  # type: ignore[attr-defined]
            )
        except Refused as refused:
            form.add_error(None, refusal_text(refused.code, refused.params))
        else:
            messages.success(
                request, _("The reason is kept. Nobody is reminded of the extra review any more.")
            )
            return redirect("action_plans:extra_reviews")
    context = {"form": form, "extra": extra, "review": review}
    return render(request, "action_plans/dismiss.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def region_rules(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a region asks for after a review."""
    actor = request.actor  # type: ignore[attr-defined]
    region = get_region_for(actor, pk)
    if not actor.may(Permission.MANAGE_PLACES, Place(region_id=region.pk)):
        return render(request, "403.html", status=403)
    rules = queries.rules_of(region.pk)
    form = RulesForm(request.POST if request.method == "POST" else None, rules)
    if form.is_bound and form.is_valid():
        try:
            actions.change_region_rules(
                region_id=region.pk,
                values=form.values(),
                expected_version=form.cleaned_data["version"],
                as_of=timezone.localdate(),
                by=actor,
            )
        except Refused as refused:
            form.add_error(None, refusal_text(refused.code, refused.params))
            form.data = form.data.copy()
            form.data["version"] = str(rules.version)
        else:
            messages.success(request, _("What the region asks for is kept."))
            return redirect("organisations:region_page", region.pk)
    context = {"form": form, "region": region, "rules": rules}
    return render(request, "action_plans/region_rules.html", context, status=422 if form.is_bound else 200)
