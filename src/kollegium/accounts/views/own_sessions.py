"""The browsers one is logged in with."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kollegium.accounts import actions, log_in_words, queries, sessions, wording
from kollegium.accounts.actions import PeopleRefused
from kollegium.accounts.views.rows import below_own_page
from kollegium.ui.components.records import moment

if TYPE_CHECKING:
    from kollegium.accounts.models import Account


@login_required
@require_safe
def own_sessions(request: HttpRequest) -> HttpResponse:
    """List the browsers a person is logged in with, this one marked."""
    account: Account = request.user  # type: ignore[assignment]
    rows = [
        {
            "pk": item.pk,
            "device": log_in_words.device_name(item.browser, item.system),
            "method": log_in_words.METHOD_NAMES[item.method],
            "started": moment(item.started_at),
            "seen": moment(item.seen_at),
            "is_this": item.session_key == request.session.session_key,
        }
        for item in queries.sessions_of(account, now=timezone.now())
    ]
    context = {
        "rows": rows,
        "copies": [
            {
                "device": log_in_words.device_name(copy.browser, copy.system),
                "renewed": moment(copy.renewed_at),
                "ends": moment(copy.ends_at),
                "wipe_url": copy.wipe_url,
            }
            for copy in sessions.copies_of(account, now=timezone.now())
        ],
        "has_others": any(not row["is_this"] for row in rows),
        "breadcrumbs": below_own_page(_("Where you are logged in")),
    }
    return render(request, "accounts/sessions.html", context)


@login_required
@require_POST
def end_one(request: HttpRequest, session_id: int) -> HttpResponse:
    """Log one browser out."""
    try:
        actions.end_own_session(
            account=request.user,  # type: ignore[arg-type]
            session_id=session_id,
            by=request.actor,  # type: ignore[attr-defined]
        )
    except PeopleRefused as refused:
        messages.error(request, str(wording.REFUSALS[refused.code]))
    else:
        messages.success(request, _("The browser is logged out."))
    return redirect("accounts:sessions")


@login_required
@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Log every other browser out."""
    count = actions.end_other_sessions(
        account=request.user,  # type: ignore[arg-type]
        keep=request.session.session_key,
        by=request.actor,  # type: ignore[attr-defined]
    )
    text = ngettext("%(count)s browser is logged out.", "%(count)s browsers are logged out.", count)
    messages.success(request, text % {"count": count})
    return redirect("accounts:sessions")
