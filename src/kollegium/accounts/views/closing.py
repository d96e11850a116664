"""Close a log-in and open it again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kollegium.accounts import actions, queries, wording
from kollegium.domain.errors import Refused


@login_required
@require_POST
def log_in_change(request: HttpRequest, person_id: int, account_id: int) -> HttpResponse:
    """Close one log-in of a person, or open it again."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    person = queries.get_managed_person_for(actor, person_id, as_of=today)
    if account_id not in {row["pk"] for row in queries.accounts_of(person)}:
        raise Http404
    if not queries.may_manage(actor, person):
        return render(request, "403.html", status=403)
    try:
        if "reopen" in request.POST:
            actions.reopen_log_in(account_id=account_id, by=actor)
            messages.success(request, _("The log-in is open again."))
        else:
            actions.close_log_in(account_id=account_id, as_of=today, by=actor)
            messages.success(request, _("The log-in is closed. The roles stay."))
    except Refused as refused:
        messages.error(request, str(wording.REFUSALS[refused.code]))
    return redirect("accounts:person", person.pk)
