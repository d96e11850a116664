"""Help with somebody else's log-in: a lost second factor is reset."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.actions import PeopleRefused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reset_second_factor(request: HttpRequest, person_id: int, account_id: int) -> HttpResponse:
    """Ask whether a person's second factor is to be reset, and reset it."""
    actor = request.actor  # type: ignore[attr-defined]
    account = queries.get_account_for(actor, person_id, account_id, as_of=timezone.localdate())
    error = ""
    if request.method == "POST":
        try:
            actions.reset_second_factor(account_id=account.pk, by=actor)
        except PeopleRefused as refused:
            error = str(wording.REFUSALS[refused.code])
        else:
            messages.success(request, _("The second step is reset, and the person has been written to."))
            return redirect("accounts:person", person_id)
    context = {
        "account": account,
        "error": error,
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": account.person.name, "url": reverse("accounts:person", args=[person_id])},
            {"label": _("Reset the second step")},
        ],
    }
    return render(request, "accounts/reset_second_factor.html", context, status=422 if error else 200)
