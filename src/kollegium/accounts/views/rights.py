"""Who has which right where, and since when."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kollegium.accounts import queries, wording
from kollegium.accounts.forms.people import RightsFilterForm
from kollegium.accounts.models import PLACES
from kollegium.accounts.places import place_of
from kollegium.accounts.views.rows import people_tabs
from kollegium.domain.roles import ROLES, Permission, Role
from kollegium.printing.tables import CSV_TYPE, Cell, as_csv
from kollegium.trail.names import names_of_actors
from kollegium.ui.components.navigation import Chip
from kollegium.ui.components.records import day
from kollegium.ui.paging import cut_page, url_with


@login_required
@require_GET
def rights_list(request: HttpRequest) -> HttpResponse:
    """List the roles in force, and what follows from them, narrowed by right, role and place."""
    form, filters = _asked(request)
    today = timezone.localdate()
    rows, pager = cut_page(request, queries.list_rights(request.actor, filters, as_of=today))  # type: ignore[attr-defined]
    roles = [Role(key) for key in dict.fromkeys(row["role"] for row in rows)]
    context = {
        "form": form,
        "rows": list(_shown(rows)),
        "pager": pager,
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
@require_GET
def rights_export(request: HttpRequest) -> HttpResponse:
    """Give the same list, whole, as a file."""
    _form, filters = _asked(request)
    rows = list(queries.list_rights(request.actor, filters, as_of=timezone.localdate()))  # type: ignore[attr-defined]
    name = f"{_('rights')}-{timezone.localdate().isoformat()}.csv"
    response = HttpResponse(as_csv(_table(rows)), content_type=CSV_TYPE)
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


def _shown(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    givers = queries.given_by(row["pk"] for row in rows)
    names = names_of_actors(givers.values())
    for row in rows:
        yield {
            "person_id": row["person_id"],
            "name": row["person__name"],
            "role": str(wording.ROLE_NAMES[Role(row["role"])]),
            "place": _place_name(row),
            "since": day(row["valid_from"]),
            "until": day(row["valid_until"]),
            "given_by": names.get(givers.get(row["pk"]), ""),
            "can_log_in": row["can_log_in"],
        }


def _place_name(row: dict[str, Any]) -> str:
    return next((row[f"{kind}__name"] for kind in PLACES if row[f"{kind}__name"]), "") or _(
        "the whole country"
    )


def _permissions(role: Role) -> list[str]:
    return [str(name) for key, name in wording.PERMISSION_NAMES.items() if key in ROLES[role].permissions]


def _table(rows: list[dict[str, Any]]) -> Iterator[list[Cell]]:
    givers = queries.given_by(row["pk"] for row in rows)
    names = names_of_actors(givers.values())
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
        role = Role(row["role"])
        yield [
            row["person__name"],
            str(wording.ROLE_NAMES[role]),
            _place_name(row),
            _joined(_permissions(role)),
            row["valid_from"].isoformat(),
            row["valid_until"].isoformat() if row["valid_until"] else "",
            names.get(givers.get(row["pk"]), ""),
            _("yes") if row["can_log_in"] else _("no"),
        ]


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _chips(request: HttpRequest, form: RightsFilterForm, filters: queries.RightsFilters) -> list[Chip]:
    chips = []
    if filters.permission:
        name = str(wording.PERMISSION_NAMES[filters.permission])
        chips.append(Chip(name, url_with(request, permission=None, page=None)))
    if filters.role:
        chips.append(Chip(str(wording.ROLE_NAMES[filters.role]), url_with(request, role=None, page=None)))
    if filters.place:
        chips.append(Chip(filters.place.name, url_with(request, place=None, at=None, page=None)))
    if filters.search:
        chips.append(Chip(f"“{filters.search}”", url_with(request, q=None, page=None)))
    return chips
