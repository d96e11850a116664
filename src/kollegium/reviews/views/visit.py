"""The judgement at the visit, which works without a network: its page, its worker, and what a device keeps."""

import base64
import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kollegium.domain.grading import Verdict
from kollegium.domain.interviews import Interviewed
from kollegium.reviews.actions import offline as actions
from kollegium.reviews.note_words import INTERVIEWED_NAMES
from kollegium.reviews.queries.offline import cases_to_copy, standing_copy
from kollegium.reviews.shown.grades import language_now
from kollegium.reviews.shown.visit import copy_as_data
from kollegium.ui.components.words import verdict_word

if TYPE_CHECKING:
    from kollegium.accounts.models import Account

SCRIPT = "text/javascript; charset=utf-8"


@require_safe
def visit(request: HttpRequest) -> HttpResponse:
    """Show the frame of the judgement at the visit. It holds nothing about anybody: a device keeps it for later."""
    context = {
        "verdicts": [(item.value, verdict_word(item)) for item in Verdict],
        "functions": [(item.value, INTERVIEWED_NAMES[item]) for item in Interviewed],
    }
    return render(request, "reviews/visit/visit.html", context)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Give the script that answers in the network's place, from an address whose pages are the only ones it reaches."""
    response = render(request, "reviews/visit/worker.js", content_type=SCRIPT)
    response.headers["Cache-Control"] = "no-cache"
    return response


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Tell a device how the page is installed."""
    start = reverse("reviews:visit")
    icons = [
        {
            "src": static(f"reviews/icons/visit-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            **more,
        }
        for size, more in ((192, {}), (512, {}), (512, {"purpose": "maskable"}))
    ]
    found = {
        "id": start,
        "name": _("Kollegium – at the visit"),
        "short_name": "Kollegium",
        "lang": language_now(),
        "start_url": start,
        "scope": start,
        "display": "standalone",
        "background_color": "#F7F6F2",
        "theme_color": "#1F5A53",
        "icons": icons,
    }
    return JsonResponse(found, content_type="application/manifest+json")


@require_safe
def contact(request: HttpRequest) -> JsonResponse:
    """Tell a device how it stands: `state` in, out (log in first), wiped, or other (somebody else is logged in)."""
    key_id = _key_id(request.GET.get("copy", ""))
    copy = standing_copy(key_id, now=timezone.now()) if key_id else None
    if request.GET.get("copy") and copy is None:
        return JsonResponse({"state": "wiped"})
    if not request.user.is_authenticated:
        return JsonResponse({"state": "out"})
    if copy is not None and copy.account_id != request.user.pk:
        return JsonResponse({"state": "other"})
    return JsonResponse({"state": "in", "token": get_token(request)})


@login_required
@require_POST
def keep_copy(request: HttpRequest) -> JsonResponse:
    """Give a device its key, for how long it holds, and what it may keep."""
    account: Account = request.user  # type: ignore[assignment]
    copy = actions.keep_copy(
        account=account,
        session_key=request.session.session_key or "",
        key_id=_key_id(request.POST.get("copy", "")),
        user_agent=request.headers.get("User-Agent", ""),
        now=timezone.now(),
        by=request.actor,  # type: ignore[attr-defined]
    )
    kept = copy_as_data(cases_to_copy(request.actor, language_now()))  # type: ignore[attr-defined]
    return JsonResponse(
        {
            "copy": str(copy.key_id),
            "key": base64.b64encode(bytes(copy.secret)).decode(),
            "ends_at": int(copy.ends_at.timestamp() * 1000),
            **kept,
        }
    )


@login_required
@require_POST
def wipe_copy(request: HttpRequest, copy_id: int) -> HttpResponse:
    """Take away the key of one of one's own devices."""
    account: Account = request.user  # type: ignore[assignment]
    actions.wipe_copy(account=account, copy_id=copy_id, by=request.actor)  # type: ignore[attr-defined]
    messages.success(
        request,
        _(
            "The device erases what it keeps when it is next in contact, and at the latest when its time is up."
        ),
    )
    return redirect("accounts:sessions")


def _key_id(typed: str) -> str | None:
    try:
        return str(uuid.UUID(typed))
    except ValueError:
        return None
