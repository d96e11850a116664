"""Change the role one works in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kollegium.accounts import actions, hats, wording


@login_required
@require_POST
def choose_hat(request: HttpRequest) -> HttpResponse:
    """Work in one of one's roles, or in all of them, from now on; go back to the page that asked."""
    actor = request.actor  # type: ignore[attr-defined]
    asked = request.POST.get("role", "")
    held = next((one for one in actor.every_role if str(one.assignment_id) == asked), None)
    if held is None and asked != "all":
        raise Http404
    hat_id = held.assignment_id if held else None
    actions.choose_hat(person_id=actor.person_id, assignment_id=hat_id, as_of=timezone.localdate(), by=actor)
    hats.keep(request, hat_id)
    name = wording.role_in_words(held) if held else wording.ALL_ROLES
    messages.success(request, _("You now work as: %(role)s.") % {"role": name})
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    address = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(address, allowed_hosts=None, require_https=request.is_secure())
    return address if is_ours and address.startswith("/") else "/"
