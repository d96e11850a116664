"""The start page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from kollegium.home import queries


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person; a visitor is told what this is and where to go."""
    if not request.user.is_authenticated:
        return render(request, "home/welcome.html", {"logins": queries.demo_logins()})
    today = timezone.localdate()
    return render(
        request, "home/start.html", {"start": queries.start_page(request.actor, as_of=today)}  # type: ignore[attr-defined]
    )
