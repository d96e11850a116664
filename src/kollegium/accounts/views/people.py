"""The pages of people."""

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kollegium.accounts import queries, wording
from kollegium.accounts.history import history_of
from kollegium.accounts.views.rows import role_row
from kollegium.domain.roles import Permission
from kollegium.trail.actions import record_reading
from kollegium.ui.components.navigation import Chip
from kollegium.ui.paging import cut_page, url_with

if TYPE_CHECKING:
    pass


@login_required
@require_GET
def people_list(request: HttpRequest) -> HttpResponse:
    """List the people whose details the reader may see, searched by name or e-mail."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.READ_PEOPLE):
        raise Http404
    search = request.GET.get("q", "").strip()
    today = timezone.localdate()
    rows, pager = cut_page(request, queries.list_people(actor, search=search, as_of=today))
    roles = queries.roles_reached(actor, [row["pk"] for row in rows], as_of=today)
    context = {
        "rows": [
            {**row, "roles": [wording.role_at_place(item) for item in roles[row["pk"]]]} for row in rows
        ],
        "pager": pager,
        "search": search,
        "chips": [Chip(f"“{search}”", url_with(request, q=None, page=None))] if search else [],
    }
    return render(request, "accounts/people.html", context)


@login_required
@require_GET
def person_page(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show a person's details and roles, and note for them that somebody looked."""
    actor = request.actor  # type: ignore[attr-defined]
    today = timezone.localdate()
    person = queries.get_person_for(actor, person_id, as_of=today)
    record_reading(by=actor, subject_id=person.pk, page=wording.PERSON_PAGE, object_id=person.pk)
    roles = queries.roles_reached(actor, [person.pk], as_of=today)[person.pk]
    context = {
        "person": person,
        "assignments": [role_row(item) for item in roles],
        "history": history_of(queries.log_of_person(person, reached_by=actor)),
        "is_noted": actor.key != f"person:{person.pk}",
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": person.name},
        ],
    }
    return render(request, "accounts/person.html", context)
