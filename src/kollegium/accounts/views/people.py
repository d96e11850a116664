"""The pages of people."""

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.accounts import queries, wording
from kollegium.accounts.forms.people import PeopleFilterForm
from kollegium.accounts.history import history_of
from kollegium.accounts.places import place_of
from kollegium.accounts.shown_merging import merge_rows
from kollegium.accounts.tables import people_table_rows
from kollegium.accounts.views.rows import deputy_role_row, deputy_rows, people_tabs, role_row
from kollegium.domain.roles import Permission, Role, may_grant
from kollegium.printing.tables import CSV_TYPE, Cell, as_csv
from kollegium.trail.actions import record_reading
from kollegium.ui.components.navigation import Chip
from kollegium.ui.paging import cursor_in, pager_of, url_with

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.domain.roles import Actor


@login_required
@require_safe
def people_list(request: HttpRequest) -> HttpResponse:
    """List the people whose details the reader may see, searched by name or e-mail and filtered."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    form = _filter_form(request)
    filters = form.filters()
    page = queries.list_people(actor, filters, as_of=today, order=form.order(), cursor=cursor_in(request))
    roles = queries.role_rows_reached(actor, [row["pk"] for row in page.rows], as_of=today)
    rows = [{**row, "roles": [wording.role_in_row(role) for role in roles[row["pk"]]]} for row in page.rows]
    context = {
        "rows": rows,
        "table_rows": people_table_rows(rows),
        "pager": pager_of(request, page),
        "form": form,
        "search": filters.search,
        "chips": _chips(request, filters),
        "manages": actor.may(Permission.MANAGE_PEOPLE),
        "csv_url": f"{reverse('accounts:people_export')}?{request.GET.urlencode()}",
        "tabs": people_tabs(actor, "accounts:people"),
        "invites": actor.may(Permission.INVITE_PEOPLE),
    }
    return render(request, "accounts/people.html", context)


@login_required
@require_safe
def people_export(request: HttpRequest) -> HttpResponse:
    """Give the filtered list, whole, as a file, to those who keep people in order."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    form = _filter_form(request)
    if not actor.may(Permission.MANAGE_PEOPLE):
        raise Http404
    lines: list[list[Cell]] = [[_("Name"), _("E-mail"), _("Roles")]]
    lines += [
        [row["name"], row["email"], "; ".join(wording.role_in_row(role) for role in row["roles"])]
        for row in queries.export_people(actor, form.filters(), as_of=today)
    ]
    response = HttpResponse(as_csv(lines), content_type=CSV_TYPE)
    name = f"{_('people')}-{today.isoformat()}.csv"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Cache-Control"] = "private, no-store"
    return response


def _filter_form(request: HttpRequest) -> PeopleFilterForm:
    """Give the filters as they stand in the address. Raises Http404 for those who read about nobody."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.READ_PEOPLE):
        raise Http404
    return PeopleFilterForm(request.GET, with_state=actor.may(Permission.MANAGE_PEOPLE))


def _chips(request: HttpRequest, filters: queries.PeopleFilters) -> list[Chip]:
    shown = [
        ("q", f"“{filters.search.strip()}”" if filters.search.strip() else ""),
        ("role", wording.ROLE_NAMES[filters.role] if filters.role else ""),
        ("place", filters.place),
        ("state", wording.STATE_NAMES[filters.state] if filters.state else ""),
    ]
    return [
        Chip(str(words), url_with(request, **{name: None, "page": None})) for name, words in shown if words
    ]


@login_required
@require_safe
def person_page(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show a person's details and roles, and note for them that somebody looked."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    stays = queries.row_that_stays_for(actor, person_id, as_of=today)
    if stays is not None:
        return redirect("accounts:person", stays.pk)
    person = queries.get_person_for(actor, person_id, as_of=today)
    record_reading(by=actor, subject_id=person.pk, page=wording.PERSON_PAGE, object_id=person.pk)
    roles = queries.roles_reached(actor, [person.pk], as_of=today)[person.pk]
    gives_roles = actor.may(Permission.MANAGE_PEOPLE)
    manages = gives_roles and queries.may_manage(actor, person)
    roles += queries.roles_to_come(actor, person, as_of=today) if gives_roles else []
    around = queries.deputyships_around(person, as_of=today, within=[item.pk for item in roles])
    context = {
        "person": person,
        "assignments": [
            {**role_row(item), "may_end": may_grant(actor, Role(item.role), place_of(item.place))}
            for item in roles
        ],
        "deputy_roles": [deputy_role_row(item) for item in queries.standing_in(around, person, as_of=today)],
        "deputies": deputy_rows(actor, around),
        "deputy_url": reverse("accounts:deputy_of", args=[person.pk])
        if gives_roles and _may_have_deputies(actor, person, today)
        else "",
        "gives_roles": gives_roles,
        "manages": manages,
        "merges": merge_rows(queries.merges_into(person)) if manages else [],
        "log_ins": queries.accounts_of(person) if manages else [],
        "history": history_of(queries.log_of_person(person, reached_by=actor)),
        "is_noted": actor.key != f"person:{person.pk}",
        "breadcrumbs": [
            {"label": _("People"), "url": reverse("accounts:people")},
            {"label": person.name},
        ],
    }
    return render(request, "accounts/person.html", context)


def _may_have_deputies(actor: "Actor", person: "Person", as_of: date) -> bool:
    roles = queries.roles_with_deputies(person, as_of=as_of)
    return any(queries.may_arrange_deputies(actor, role) for role in roles)
