"""Care providers, regions and specialties: one set of pages, told apart by their noun."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission, Place
from kollegium.organisations import actions, queries, wording
from kollegium.organisations.forms import CareProviderForm, MergeForm, RegionForm, SpecialtyForm
from kollegium.organisations.history import history_of
from kollegium.organisations.models import CareProvider, Region, Specialty
from kollegium.organisations.views.lists import chip, cut_page
from kollegium.ui.paging import typed_search

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Noun:
    """What the shared pages need to know of one kind of place."""

    key: str
    plural: str | Promise
    add_title: str | Promise
    merge_consequence: str | Promise
    rows: Callable[..., Any]
    get: Callable[..., Any]
    form: type[Form]
    initial: Callable[[Any], dict[str, Any]]
    add: Callable[[dict[str, Any], Any], Any]
    change: Callable[[Any, dict[str, Any], Any], Any]
    merge: Callable[[int, int, Any], Any]
    place: Callable[[Any], Place]
    unit_filter: str

    @property
    def list_url(self) -> str:
        """Give the address of the list."""
        return reverse(f"organisations:{self.key}_list")

    def url(self, page: str, pk: int) -> str:
        """Give the address of a page about one of them."""
        return reverse(f"organisations:{self.key}_{page}", args=[pk])


def _add_provider(values: dict[str, Any], by: Any) -> CareProvider:
    return actions.add_care_provider(values=_provider_values(values), by=by)


def _change_provider(item: CareProvider, values: dict[str, Any], by: Any) -> CareProvider:
    return actions.change_care_provider(
        care_provider_id=item.pk,
        values=_provider_values(values),
        expected_version=values["version"] or 0,
        by=by,
    )


def _provider_values(values: dict[str, Any]) -> actions.CareProviderValues:
    return actions.CareProviderValues(
        name=values["name"],
        region_id=values["region"],
        is_private=values["is_private"],
        organisation_number=values["organisation_number"],
        hsa_id=values["hsa_id"],
    )


def _add_region(values: dict[str, Any], by: Any) -> Region:
    return actions.add_region(code=values["code"], name=values["name"], by=by)


def _change_region(item: Region, values: dict[str, Any], by: Any) -> Region:
    return actions.change_region(
        region_id=item.pk,
        code=values["code"],
        name=values["name"],
        expected_version=values["version"] or 0,
        by=by,
    )


def _add_specialty(values: dict[str, Any], by: Any) -> Specialty:
    return actions.add_specialty(
        name=values["name"],
        name_en=values["name_en"],
        kind=values["kind"],
        parent_id=values["parent"],
        by=by,
    )


def _change_specialty(item: Specialty, values: dict[str, Any], by: Any) -> Specialty:
    return actions.change_specialty(
        specialty_id=item.pk,
        name=values["name"],
        name_en=values["name_en"],
        kind=values["kind"],
        parent_id=values["parent"],
        expected_version=values["version"] or 0,
        by=by,
    )


PROVIDERS = Noun(
    key="provider",
    plural=gettext_lazy("Care providers"),
    add_title=gettext_lazy("Add a care provider"),
    merge_consequence=gettext_lazy("Its units move to the other care provider. Nothing said of it is lost."),
    rows=queries.list_care_providers,
    get=queries.get_care_provider_for,
    form=CareProviderForm,
    initial=lambda item: {
        "name": item.name,
        "region": item.region_id,
        "is_private": item.is_private,
        "organisation_number": item.organisation_number,
        "hsa_id": item.hsa_id,
        "version": item.version,
    },
    add=_add_provider,
    change=_change_provider,
    merge=lambda pk, into, by: actions.merge_care_provider(care_provider_id=pk, into_id=into, by=by),
    place=lambda item: Place(region_id=item.region_id, care_provider_id=item.pk),
    unit_filter="provider",
)
REGIONS = Noun(
    key="region",
    plural=gettext_lazy("Regions"),
    add_title=gettext_lazy("Add a region"),
    merge_consequence=gettext_lazy("Its units and care providers move to the other region."),
    rows=queries.list_regions,
    get=queries.get_region_for,
    form=RegionForm,
    initial=lambda item: {"name": item.name, "code": item.code, "version": item.version},
    add=_add_region,
    change=_change_region,
    merge=lambda pk, into, by: actions.merge_region(region_id=pk, into_id=into, by=by),
    place=lambda item: Place(),
    unit_filter="region",
)
SPECIALTIES = Noun(
    key="specialty",
    plural=gettext_lazy("Specialties"),
    add_title=gettext_lazy("Add a specialty"),
    merge_consequence=gettext_lazy(
        "Units that train in it train in the other from now on. Earlier reviews keep the specialty they had."
    ),
    rows=queries.list_specialties,
    get=queries.get_specialty_for,
    form=SpecialtyForm,
    initial=lambda item: {
        "name": item.name,
        "name_en": item.name_en,
        "kind": item.kind,
        "parent": item.parent_id,
        "version": item.version,
    },
    add=_add_specialty,
    change=_change_specialty,
    merge=lambda pk, into, by: actions.merge_specialty(specialty_id=pk, into_id=into, by=by),
    place=lambda item: Place(),
    unit_filter="specialty",
)


@login_required
@require_safe
def place_list(request: HttpRequest, noun: Noun) -> HttpResponse:
    """List one kind of place, searched by name."""
    search = typed_search(request)
    rows, pager = cut_page(request, noun.rows(request.actor, search), order=queries.PLACE_ORDER)  # type: ignore[attr-defined]
    for row in rows:
        row["kind_name"] = wording.KINDS.get(row.get("kind", ""), "")
    context = {
        "noun": noun,
        "rows": rows,
        "pager": pager,
        "search": search,
        "chips": [chip(request, "q", f"“{search}”")] if search else [],
        "add_url": reverse(f"organisations:{noun.key}_add"),
        "may_add": _may_add(request.actor, noun),  # type: ignore[attr-defined]
    }
    return render(request, "organisations/place_list.html", context)


def _may_add(actor: "Actor", noun: Noun) -> bool:
    """Say whether the actor may add such a place somewhere; regions and specialties belong to the country."""
    scope = actor.places(Permission.MANAGE_PLACES)
    return scope.national or (noun.key == "provider" and bool(scope.region_ids))


@login_required
@require_safe
def place_page(request: HttpRequest, noun: Noun, pk: int) -> HttpResponse:
    """Show one place."""
    actor = request.actor  # type: ignore[attr-defined]
    item = noun.get(actor, pk)
    may_change = actor.may(Permission.MANAGE_PLACES, noun.place(item))
    filters = {
        "provider": queries.UnitFilters(care_provider_id=pk),
        "region": queries.UnitFilters(region_id=pk),
        "specialty": queries.UnitFilters(specialty_id=pk),
    }[noun.key]
    units, pager = cut_page(request, queries.list_units(actor, filters), order=queries.PLACE_ORDER)
    context = {
        "noun": noun,
        "item": item,
        "kind_name": wording.KINDS.get(getattr(item, "kind", ""), ""),
        "units": units,
        "pager": pager,
        "units_url": f"{reverse('organisations:units')}?{noun.unit_filter}={pk}",
        "may_change": may_change,
        "edit_url": noun.url("edit", pk),
        "merge_url": noun.url("merge", pk),
        "history": history_of(item) if may_change else [],
    }
    return render(request, "organisations/place_page.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place_add(request: HttpRequest, noun: Noun) -> HttpResponse:
    """Add a place."""
    actor = request.actor  # type: ignore[attr-defined]
    if not _may_add(actor, noun):
        return render(request, "403.html", status=403)
    form = noun.form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            item = noun.add(form.cleaned_data, actor)
        except Refused as refused:
            form.add_error(
                wording.field_of(refused.code, form), wording.refusal_text(refused.code, refused.params)
            )
        else:
            messages.success(request, _("Added."))
            return redirect(noun.url("page", item.pk))
    context = {"form": form, "title": noun.add_title, "back": noun.list_url}
    return render(request, "organisations/place_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place_edit(request: HttpRequest, noun: Noun, pk: int) -> HttpResponse:
    """Change or rename a place."""
    actor = request.actor  # type: ignore[attr-defined]
    item = noun.get(actor, pk)
    if not actor.may(Permission.MANAGE_PLACES, noun.place(item)):
        return render(request, "403.html", status=403)
    form = noun.form(request.POST or None, initial=noun.initial(item))
    current: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            noun.change(item, form.cleaned_data, actor)
        except Refused as refused:
            form.add_error(
                wording.field_of(refused.code, form), wording.refusal_text(refused.code, refused.params)
            )
            if refused.code == "changed-meanwhile":
                form.data = form.data.copy()
                form.data["version"] = str(item.version)
                current = [(_("Name"), item.name)]
        else:
            messages.success(request, _("Saved."))
            return redirect(noun.url("page", pk))
    context = {
        "form": form,
        "title": _("Change %(name)s") % {"name": item.name},
        "back": noun.url("page", pk),
        "current": current,
    }
    return render(request, "organisations/place_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place_merge(request: HttpRequest, noun: Noun, pk: int) -> HttpResponse:
    """Merge a place into another of its kind, chosen by search."""
    actor = request.actor  # type: ignore[attr-defined]
    item = noun.get(actor, pk)
    if not actor.may(Permission.MANAGE_PLACES, noun.place(item)):
        return render(request, "403.html", status=403)
    search = typed_search(request)
    found = noun.rows(actor, search).exclude(pk=pk)[:30] if search else []
    candidates = [(row["pk"], row["name"]) for row in found]
    form = MergeForm(request.POST or None, candidates=candidates, dated=False)
    if request.method == "POST" and form.is_valid():
        try:
            into = noun.merge(pk, form.cleaned_data["into"], actor)
        except Refused as refused:
            form.add_error(
                wording.field_of(refused.code, form), wording.refusal_text(refused.code, refused.params)
            )
        else:
            messages.success(request, _("The two are one from now on."))
            return redirect(noun.url("page", into.pk))
    context = {
        "form": form,
        "search": search,
        "candidates": candidates,
        "back": noun.url("page", pk),
        "title": _("Merge %(name)s into another") % {"name": item.name},
        "consequence": noun.merge_consequence,
    }
    return render(request, "organisations/place_merge.html", context, status=422 if form.is_bound else 200)
