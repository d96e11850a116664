"""Who has which right where, and since when."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.accounts import queries, wording
from kollegium.accounts.forms.people import RightsFilterForm
from kollegium.accounts.models import Assignment, Deputyship
from kollegium.accounts.places import place_of
from kollegium.accounts.tables import rights_table_rows
from kollegium.accounts.views.rows import people_tabs
from kollegium.domain.roles import ROLES, Permission, Role
from kollegium.organisations.models import Specialty
from kollegium.organisations.wording import specialty_name
from kollegium.printing.tables import CSV_TYPE, Cell, as_csv
from kollegium.trail.names import names_of_actors
from kollegium.ui.components.navigation import Chip
from kollegium.ui.paging import cursor_in, pager_of, url_with

# A page is no place for more; the file holds them all.
MOST_DEPUTIES = 200


@login_required
@require_safe
def rights_list(request: HttpRequest) -> HttpResponse:
    """List the roles in force, and what follows from them, narrowed by right, role and place."""
    form, filters = _asked(request)
    today = timezone.localdate()
    page = queries.list_rights(request.actor, filters, as_of=today, cursor=cursor_in(request))  # type: ignore[attr-defined]
    deputies = (
        []
        if page.previous_cursor
        else queries.list_deputies(request.actor, filters, as_of=today, most=MOST_DEPUTIES)  # type: ignore[attr-defined]
    )
    roles = [Role(key) for key in dict.fromkeys(row["role"] for row in page.rows)]
    shown, shown_deputies = _shown(page.rows, deputies)
    context = {
        "form": form,
        "rows": shown,
        "rows_table": rights_table_rows(shown),
        "deputies": shown_deputies,
        "deputies_table": rights_table_rows(shown_deputies),
        "pager": pager_of(request, page),
        "chips": _chips(request, form, filters),
        "place": filters.place,
        "permission": wording.PERMISSION_NAMES[filters.permission] if filters.permission else "",
        "choices": [
            (found.name, found.detail, url_with(request, at=found.key, place=None, page=None))
            for found in form.found.places
        ]
        if filters.place is None
        else [],
        "is_cut": form.found.is_cut,
        "is_unknown": bool(form.cleaned_data.get("place")) and not filters.place and not form.found.places,
        "meanings": [(wording.ROLE_NAMES[role], _permissions(role)) for role in roles],
        "csv_url": f"export.csv?{request.GET.urlencode()}",
        "tabs": people_tabs(request.actor, "accounts:rights"),  # type: ignore[attr-defined]
    }
    return render(request, "accounts/rights.html", context)


@login_required
@require_safe
def rights_export(request: HttpRequest) -> HttpResponse:
    """Give the same list, whole, as a file."""
    _form, filters = _asked(request)
    today = timezone.localdate()
    rows = list(queries.export_rights(request.actor, filters, as_of=today))  # type: ignore[attr-defined]
    deputies = queries.list_deputies(request.actor, filters, as_of=today)  # type: ignore[attr-defined]
    own, as_deputy = _shown(rows, deputies)
    name = f"{_('rights')}-{today.isoformat()}.csv"
    response = HttpResponse(as_csv(_table([*own, *as_deputy])), content_type=CSV_TYPE)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Cache-Control"] = "private, no-store"
    return response


def _asked(request: HttpRequest) -> tuple[RightsFilterForm, queries.RightsFilters]:
    """Give the filters. Raises Http404 for those who manage no people, or none at the place."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.MANAGE_PEOPLE):
        raise Http404
    form = RightsFilterForm(request.GET, actor=actor)
    filters = form.filters()
    if filters.place is not None and not actor.may(Permission.MANAGE_PEOPLE, place_of(filters.place)):
        raise Http404
    return form, filters


def _shown(
    rows: list[dict[str, Any]], deputies: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give both tables' rows as the page shows them, roles and deputies."""
    givers = queries.given_by(Assignment, (row["pk"] for row in rows))
    arrangers = queries.given_by(Deputyship, (row["pk"] for row in deputies))
    names = names_of_actors([*givers.values(), *arrangers.values()])
    own = [
        _row(row["person_id"], row["person__name"], _role_name(row["role"]), wording.place_in_row(row), row)
        | {"given_by": names.get(givers.get(row["pk"]), "")}
        for row in rows
    ]
    as_deputy = [
        _row(
            row["deputy_id"],
            row["deputy__name"],
            _deputy_role(row),
            wording.place_in_row(row),
            row,
        )
        | {"given_by": names.get(arrangers.get(row["pk"]), "")}
        for row in deputies
    ]
    return own, as_deputy


def _row(person_id: int, name: str, role: str, place: str, row: dict[str, Any]) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "name": name,
        "role": role,
        "role_key": row.get("role") or row.get("assignment__role"),
        "place": place,
        "since": row["valid_from"],
        "until": row["valid_until"],
        "can_log_in": row["can_log_in"],
    }


def _role_name(key: str) -> str:
    return str(wording.ROLE_NAMES[Role(key)])


def _deputy_role(row: dict[str, Any]) -> str:
    return wording.as_deputy_of(_role_name(row["assignment__role"]), row["assignment__person__name"])


def _permissions(role: Role) -> list[str]:
    return [str(name) for key, name in wording.PERMISSION_NAMES.items() if key in ROLES[role].permissions]


def _table(rows: list[dict[str, Any]]) -> Iterator[list[Cell]]:
    yield [
        _("Name"),
        _("Role"),
        _("Place"),
        _("Rights"),
        _("Since"),
        _("Until"),
        _("Given by"),
        _("Can log in"),
    ]
    for row in rows:
        yield [
            row["name"],
            row["role"],
            row["place"],
            ", ".join(_permissions(Role(row["role_key"]))),
            row["since"].isoformat(),
            row["until"].isoformat() if row["until"] else "",
            row["given_by"],
            _("yes") if row["can_log_in"] else _("no"),
        ]


def _chips(request: HttpRequest, form: RightsFilterForm, filters: queries.RightsFilters) -> list[Chip]:
    chips = []
    if filters.permission:
        name = str(wording.PERMISSION_NAMES[filters.permission])
        chips.append(Chip(name, url_with(request, permission=None, page=None)))
    if filters.role:
        chips.append(Chip(str(wording.ROLE_NAMES[filters.role]), url_with(request, role=None, page=None)))
    if filters.place:
        place = filters.place
        name = specialty_name(place) if isinstance(place, Specialty) else place.name
        chips.append(Chip(name, url_with(request, place=None, at=None, page=None)))
    if filters.search:
        chips.append(Chip(f"“{filters.search}”", url_with(request, q=None, page=None)))
    return chips
