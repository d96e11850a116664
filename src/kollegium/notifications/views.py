"""One's own reminders, and how they come by mail."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kollegium.notifications import actions, queries
from kollegium.notifications.dated import kind_of, recipients_of
from kollegium.notifications.forms import MailForm
from kollegium.notifications.queries import ReminderFilters
from kollegium.trail.names import person_id
from kollegium.ui.components.navigation import Tab
from kollegium.ui.paging import cursor_in, pager_of, typed_search, url_with


@login_required
@require_safe
def reminder_list(request: HttpRequest) -> HttpResponse:
    """List the person's own reminders, the newest first."""
    actor = request.actor  # type: ignore[attr-defined]
    filters = ReminderFilters(search=typed_search(request), unread_only=request.GET.get("show") == "unread")
    page = queries.list_reminders_for(actor, filters, cursor=cursor_in(request))
    context = {
        "rows": queries.shown_rows(page.rows),
        "pager": pager_of(request, page),
        "search": filters.search,
        "unread_only": filters.unread_only,
        "tabs": [
            Tab(_("All"), url_with(request, show=None, page=None), not filters.unread_only),
            Tab(_("Unread"), url_with(request, show="unread", page=None), filters.unread_only),
        ],
        "refused_at": _refused_at(person_id(actor.key) or 0),
    }
    return render(request, "notifications/list.html", context)


@login_required
@require_safe
def open_reminder(request: HttpRequest, reminder_id: int) -> HttpResponse:
    """Lead to what a reminder is about; it is read then."""
    reminder = actions.mark_read(
        reminder_id=reminder_id,
        now=timezone.now(),
        by=request.actor,  # type: ignore[attr-defined]
    )
    kind = kind_of(reminder.kind)
    return redirect(kind.url(reminder.object_id) if kind else reverse("notifications:list"))


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all of the person's own reminders as read."""
    actions.mark_all_read(now=timezone.now(), by=request.actor)  # type: ignore[attr-defined]
    return redirect("notifications:list")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mail_settings(request: HttpRequest) -> HttpResponse:
    """Choose how reminders come by mail."""
    actor = request.actor  # type: ignore[attr-defined]
    own = person_id(actor.key) or 0
    form = MailForm(request.POST if request.method == "POST" else None, queries.mail_settings_of(own))
    if form.is_bound and form.is_valid():
        actions.change_mail_settings(values=form.values(), by=actor)
        messages.success(request, _("Your choice is kept."))
        return redirect("notifications:list")
    context = {"form": form, "refused_at": _refused_at(own)}
    return render(request, "notifications/settings.html", context, status=422 if form.is_bound else 200)


def _refused_at(own: int) -> object:
    settings, recipient = queries.mail_settings_of(own), recipients_of({own}).get(own)
    return settings.refused_at if recipient and queries.is_refused(settings, recipient) else None
