"""Log in, log out, one's own page, and the pages of people."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.forms import LogInForm, PasswordForm
from kollegium.accounts.history import history_of
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.trail.actions import record_reading
from kollegium.trail.names import names_of_actors, page_name
from kollegium.trail.queries import readings_about
from kollegium.ui.components.navigation import Chip
from kollegium.ui.components.records import moment
from kollegium.ui.paging import cut_page, url_with

if TYPE_CHECKING:
    from kollegium.accounts.models import Account, Assignment

READINGS_ON_A_PAGE = 20


class LogInView(auth_views.LoginView):
    """The log-in page; a person who is logged in already goes on to the start page."""

    template_name = "accounts/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        """Fill in an address that a link to this page carries."""
        return {"username": self.request.GET.get("email", "")}


@login_required
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def own_page(request: HttpRequest) -> HttpResponse:
    """Show a person who they are here, and let them change their password."""
    account: Account = request.user  # type: ignore[assignment]
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _password_changed(request, account, form):
        messages.success(request, _("Your password is changed."))
        return redirect("accounts:own_page")
    assignments = queries.assignments_of(account.person, as_of=timezone.localdate())
    readings, pager = cut_page(request, readings_about(account.person_id), size=READINGS_ON_A_PAGE)
    readers = names_of_actors(row["actor_key"] for row in readings)
    context = {
        "account": account,
        "person": account.person,
        "assignments": [_role_row(item) for item in assignments],
        "form": form,
        "readings": [
            {"at": moment(row["at"]), "who": readers[row["actor_key"]], "page": page_name(row["page"])}
            for row in readings
        ],
        "pager": pager,
        "history": history_of(queries.log_of_person(account.person)),
    }
    return render(request, "accounts/own_page.html", context, status=422 if form.is_bound else 200)


def _role_row(assignment: "Assignment") -> dict[str, Any]:
    return {
        "role": wording.ROLE_NAMES[wording.Role(assignment.role)],
        "place": wording.place_name(assignment),
        "from": assignment.valid_from,
        "until": assignment.valid_until,
    }


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
        "assignments": [_role_row(item) for item in roles],
        "history": history_of(queries.log_of_person(person, reached_by=actor)),
        "is_noted": actor.key != f"person:{person.pk}",
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": person.name},
        ],
    }
    return render(request, "accounts/person.html", context)


def _password_changed(request: HttpRequest, account: "Account", form: PasswordForm) -> bool:
    try:
        actions.change_own_password(
            account=account,
            old=form.cleaned_data["old"],
            new=form.cleaned_data["new"],
            by=request.actor,  # type: ignore[attr-defined]
        )
    except Refused as refused:
        form.add_error("old", wording.REFUSALS[refused.code])
    except ValidationError as error:
        form.add_error("new", error)
    else:
        update_session_auth_hash(request, account)
        return True
    return False
