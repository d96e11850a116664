"""One's own page."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kollegium.accounts import actions, log_in_words, queries, sessions, throttling, wording
from kollegium.accounts.forms.log_in import PasswordForm
from kollegium.accounts.history import history_of
from kollegium.accounts.throttling import TooManyAttempts
from kollegium.accounts.views.rows import deputy_role_row, deputy_rows, role_row
from kollegium.accounts.wording_of_proposals import asked_for
from kollegium.domain.errors import Refused
from kollegium.trail.names import names_of_actors, page_name
from kollegium.trail.queries import READING_ORDER, readings_about
from kollegium.ui.components.records import moment
from kollegium.ui.paging import cut_page

if TYPE_CHECKING:
    from kollegium.accounts.models import Account


READINGS_ON_A_PAGE = 20


@login_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request: HttpRequest) -> HttpResponse:
    """Show a person who they are here, and let them change their password."""
    account: Account = request.user  # type: ignore[assignment]
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _password_changed(request, account, form):
        messages.success(request, _("Your password is changed."))
        return redirect("accounts:own_page")
    assignments = queries.assignments_of(account.person, as_of=timezone.localdate())
    readings, pager = cut_page(
        request,
        readings_about(queries.rows_of(account.person)),
        order=READING_ORDER,
        size=READINGS_ON_A_PAGE,
    )
    readers = names_of_actors(row["actor_key"] for row in readings)
    context = {
        "account": account,
        "person": account.person,
        "language_name": dict(settings.LANGUAGES).get(account.person.language, ""),
        "assignments": [role_row(item) for item in assignments],
        "asked_for": asked_for(queries.proposals_of(account.person)),
        **_deputies(request, account),
        "form": form,
        "readings": [
            {"at": moment(row["at"]), "who": readers[row["actor_key"]], "page": page_name(row["page"])}
            for row in readings
        ],
        "pager": pager,
        "history": history_of(queries.log_of_person(account.person)),
    }
    return render(request, "accounts/own_page.html", context, status=422 if form.is_bound else 200)


def _password_changed(request: HttpRequest, account: "Account", form: PasswordForm) -> bool:
    try:
        with throttling.counting_password(request.session.session_key or "", now=timezone.now()):
            actions.change_own_password(
                account=account,
                old=form.cleaned_data["old"],
                new=form.cleaned_data["new"],
                keep=request.session.session_key,
                by=request.actor,  # type: ignore[attr-defined]
            )
    except TooManyAttempts as refused:
        form.add_error("old", log_in_words.try_again_at(refused.until))
    except Refused as refused:
        form.add_error("old", wording.REFUSALS[refused.code])
    except ValidationError as error:
        form.add_error("new", error)
    else:
        key = request.session.session_key
        update_session_auth_hash(request, account)
        sessions.move(key, request.session.session_key)
        return True
    return False


def _deputies(request: HttpRequest, account: "Account") -> dict[str, Any]:
    """Give who stands in for the person, and for whom the person does."""
    person, today = account.person, timezone.localdate()
    around = queries.deputyships_around(person, as_of=today)
    has_deputies = queries.roles_with_deputies(person, as_of=today)
    return {
        "deputy_roles": [deputy_role_row(item) for item in queries.standing_in(around, person, as_of=today)],
        "deputies": deputy_rows(request.actor, around),  # type: ignore[attr-defined]
        "deputy_url": reverse("accounts:own_deputy") if has_deputies else "",
    }
