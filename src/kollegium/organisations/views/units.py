"""Units: list, page, add, change, merge, close."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.organisations import actions, queries, wording
from kollegium.organisations.forms import ClosingForm, MergeForm, UnitFilterForm, UnitForm
from kollegium.organisations.history import history_of
from kollegium.organisations.queries import places
from kollegium.organisations.rows import unit_rows
from kollegium.organisations.tabs import unit_tabs
from kollegium.organisations.views.lists import chip, cut_page
from kollegium.ui.paging import typed_search


@login_required
@require_safe
def unit_list(request: HttpRequest) -> HttpResponse:
    """List the units, searched and filtered."""
    actor = request.actor  # type: ignore[attr-defined]
    form = UnitFilterForm(request.GET, narrowings=queries.unit_narrowings(actor))
    form.is_valid()
    chosen = form.cleaned_data
    filters = queries.UnitFilters(
        search=chosen.get("q") or "",
        region_id=chosen.get("region"),
        care_provider_id=chosen.get("provider"),
        specialty_id=chosen.get("specialty"),
        with_closed=chosen.get("closed") or False,
        only=chosen.get("only") or "",
        as_of=timezone.localdate(),
    )
    rows, pager = cut_page(request, queries.list_units(actor, filters), order=queries.PLACE_ORDER)
    return render(
        request,
        "organisations/unit_list.html",
        {
            "rows": unit_rows(rows),
            "pager": pager,
            "form": form,
            "chips": _chips(request, form),
            "may_add": actor.may(Permission.MANAGE_PLACES),
        },
    )


def _chips(request: HttpRequest, form: UnitFilterForm) -> list[Any]:
    chips = []
    if form.cleaned_data.get("q"):
        chips.append(chip(request, "q", f"“{form.cleaned_data['q']}”"))
    for name in ("region", "provider", "specialty"):
        if form.cleaned_data.get(name):
            labels = dict(form.fields[name].choices)  # type: ignore[attr-defined]
            chips.append(chip(request, name, labels[form.cleaned_data[name]]))
    if form.cleaned_data.get("only"):
        labels = dict(form.fields["only"].choices)  # type: ignore[attr-defined]
        chips.append(chip(request, "only", str(labels[form.cleaned_data["only"]])))
    if form.cleaned_data.get("closed"):
        chips.append(chip(request, "closed", _("closed and merged units too")))
    return chips


@login_required
@require_safe
def unit_page(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Show one unit: where it belongs, its names, what became of it."""
    actor = request.actor  # type: ignore[attr-defined]
    unit = queries.get_unit_for(actor, unit_id)
    may_change = actor.may(Permission.MANAGE_PLACES, unit.place)
    return render(
        request,
        "organisations/unit_page.html",
        {
            "unit": unit,
            "tabs": unit_tabs(actor, unit, "organisations:unit"),
            "specialties": places.specialties_of(unit),
            "earlier_names": places.unit_names(unit),
            "children": places.units_under(unit),
            "merged": places.units_merged_into(unit),
            "may_change": may_change,
            "history": history_of(unit) if may_change else [],
            "closing_form": ClosingForm(initial={"version": unit.version, "closed_on": timezone.localdate()}),
        },
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unit_add(request: HttpRequest) -> HttpResponse:
    """Add a unit."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.MANAGE_PLACES):
        return _forbidden(request)
    form = UnitForm(request.POST or None, is_new=True, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            unit = actions.add_unit(values=form.values(), by=actor)
        except Refused as refused:
            form.add_error(
                wording.field_of(refused.code, form), wording.refusal_text(refused.code, refused.params)
            )
        else:
            messages.success(request, _("The unit is added."))
            return redirect("organisations:unit", unit.pk)
    return _form_page(request, form, title=_("Add a unit"), back=reverse("organisations:units"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unit_edit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Change or rename a unit."""
    actor = request.actor  # type: ignore[attr-defined]
    unit = queries.get_unit_for(actor, unit_id)
    if not actor.may(Permission.MANAGE_PLACES, unit.place):
        return _forbidden(request)
    form = UnitForm(request.POST or None, is_new=False, initial=_initial(unit))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_unit(
                unit_id=unit.pk,
                values=form.values(),
                renamed_on=form.cleaned_data["renamed_on"],
                expected_version=form.cleaned_data["version"] or 0,
                by=actor,
            )
        except Refused as refused:
            form.add_error(
                wording.field_of(refused.code, form), wording.refusal_text(refused.code, refused.params)
            )
            if refused.code == "changed-meanwhile":
                form.data = form.data.copy()
                form.data["version"] = str(unit.version)
        else:
            messages.success(request, _("Saved."))
            return redirect("organisations:unit", unit.pk)
    title = _("Change %(name)s") % {"name": unit.name}
    current = _now_lines(unit) if form.non_field_errors() else []
    return _form_page(
        request, form, title=title, back=reverse("organisations:unit", args=[unit.pk]), current=current
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unit_merge(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Merge a unit into another, chosen by search."""
    actor = request.actor  # type: ignore[attr-defined]
    unit = queries.get_unit_for(actor, unit_id)
    if not actor.may(Permission.MANAGE_PLACES, unit.place):
        return _forbidden(request)
    search = typed_search(request)
    found = queries.list_units(actor, queries.UnitFilters(search=search)).exclude(pk=unit.pk)
    candidates = [
        (row["pk"], f"{row['name']} – {row['care_provider__name']}") for row in (found[:30] if search else [])
    ]
    form = MergeForm(
        request.POST or None,
        candidates=candidates,
        dated=True,
        initial={"merged_on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            into = actions.merge_unit(
                unit_id=unit.pk,
                into_id=form.cleaned_data["into"],
                merged_on=form.cleaned_data["merged_on"],
                by=actor,
            )
        except Refused as refused:
            form.add_error(
                wording.field_of(refused.code, form), wording.refusal_text(refused.code, refused.params)
            )
        else:
            messages.success(request, _("The units are one from now on. Earlier reviews stay as they were."))
            return redirect("organisations:unit", into.pk)
    context = {
        "form": form,
        "search": search,
        "candidates": candidates,
        "back": reverse("organisations:unit", args=[unit.pk]),
        "title": _("Merge %(name)s into another unit") % {"name": unit.name},
        "consequence": _(
            "Its name is kept as an earlier name of the other unit, the units under it move along, and its "
            "reviews are reached from there."
        ),
    }
    return render(request, "organisations/place_merge.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["POST"])
def unit_close(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Close a unit, or open it again."""
    actor = request.actor  # type: ignore[attr-defined]
    unit = queries.get_unit_for(actor, unit_id)
    if not actor.may(Permission.MANAGE_PLACES, unit.place):
        return _forbidden(request)
    form = ClosingForm(request.POST)
    reopen = "reopen" in request.POST
    try:
        version = int(request.POST.get("version") or 0)
        if reopen:
            actions.reopen_unit(unit_id=unit.pk, expected_version=version, by=actor)
            messages.success(request, _("The unit is open again."))
        elif form.is_valid():
            actions.close_unit(
                unit_id=unit.pk,
                closed_on=form.cleaned_data["closed_on"],
                expected_version=version,
                by=actor,
            )
            messages.success(request, _("The unit is closed. Everything said of it is kept."))
        else:
            messages.error(request, _("Write the last day as a date. Nothing was changed."))
    except Refused as refused:
        messages.error(request, wording.refusal_text(refused.code, refused.params))
    except ValueError:
        messages.error(request, _("The page was out of date. Nothing was changed."))
    return redirect("organisations:unit", unit.pk)


def _initial(unit: Any) -> dict[str, Any]:
    return {
        "name": unit.name,
        "site": unit.site,
        "care_provider": unit.care_provider_id,
        "region": unit.region_id,
        "parent": unit.parent_id,
        "hsa_id": unit.hsa_id,
        "version": unit.version,
        "specialties": [row["pk"] for row in places.specialties_of(unit)],
    }


def _now_lines(unit: Any) -> list[tuple[str, str]]:
    return [
        (_("Name"), unit.name),
        (_("Site"), unit.site or "–"),
        (_("Care provider"), unit.care_provider.name),
        (_("Region"), unit.region.name),
    ]


def _form_page(
    request: HttpRequest, form: Any, *, title: str, back: str, current: list[tuple[str, str]] | None = None
) -> HttpResponse:
    context = {"form": form, "title": title, "back": back, "current": current}
    return render(request, "organisations/place_form.html", context, status=422 if form.is_bound else 200)


def _forbidden(request: HttpRequest) -> HttpResponse:
    return render(request, "403.html", status=403)
