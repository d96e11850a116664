"""One's own calendar: its address, and the file a calendar program fetches there."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.planning import actions
from kollegium.planning.calendar_file import calendar_of
from kollegium.planning.queries.calendar import entries_of, feed_of, get_feed


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """Show whether one's calendar is followed; make its address, another one, or end it."""
    actor = request.actor  # type: ignore[attr-defined]
    address = ""
    if request.method == "POST" and request.POST.get("step") == "end":
        actions.end_feed(by=actor)
        messages.success(request, _("The address leads nowhere any more."))
        return redirect("planning:calendar")
    if request.method == "POST":
        secret = actions.make_feed(now=timezone.now(), by=actor)
        address = settings.ADDRESS + reverse("planning:calendar_file", args=[secret])
    context = {"feed": feed_of(actor), "address": address}
    return render(request, "planning/calendar.html", context)


@require_safe
def calendar_file(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the calendar to whoever knows its address. Unknown and ended look the same."""
    feed = get_feed(secret)
    today = timezone.localdate()
    actions.note_fetch(feed=feed, on=today)
    data = calendar_of(
        entries_of(feed.person, as_of=today), language=feed.person.language, now=timezone.now()
    )
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="kollegium.ics"'
    response["Cache-Control"] = "private, no-cache"
    return response
