"""The pages of the pool: the list, one reviewer, one's own page, and where the own region is allowed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.organisations.queries import specialty_choices
from kollegium.planning import actions
from kollegium.planning.forms.pool import AbsenceForm, PoolFilterForm, ProfileForm, TieForm
from kollegium.planning.history import history_of_reviewer
from kollegium.planning.queries.pool import (
    PAGE_SIZE,
    PoolFilters,
    ReviewerView,
    find_places,
    get_reviewer_for,
    keeps_reviewers,
    list_reviewers_for,
    region_rules_for,
)
from kollegium.planning.shown_pool import shown_absences, shown_reviewer_rows, shown_ties
from kollegium.planning.tabs import planning_tabs
from kollegium.planning.wording import REVIEWER_PAGE, SENIORITY_NAMES, refusal
from kollegium.reviews.shown.grades import language_now
from kollegium.trail.actions import record_reading
from kollegium.ui.components.navigation import Chip
from kollegium.ui.components.records import day
from kollegium.ui.numbers import typed_number
from kollegium.ui.paging import cursor_in, pager_of, url_with


@login_required
@require_safe
def reviewer_list(request: HttpRequest) -> HttpResponse:
    """List the reviewers whom the person keeps."""
    actor = request.actor  # type: ignore[attr-defined]
    form = PoolFilterForm(request.GET)
    filters = form.filters()
    page = list_reviewers_for(actor, filters, as_of=timezone.localdate(), cursor=cursor_in(request))
    context = {
        "form": form,
        "rows": shown_reviewer_rows(page.rows),
        "pager": pager_of(request, page, size=PAGE_SIZE),
        "chips": _chips(request, filters),
        "tabs": planning_tabs(actor, "planning:reviewers"),
    }
    return render(request, "planning/reviewers.html", context)


def _named(specialties: list[tuple[str, str]]) -> str:
    in_english = language_now() == "en"
    return ", ".join((english if in_english else "") or name for name, english in specialties) or _(
        "All specialties"
    )


def _chips(request: HttpRequest, filters: PoolFilters) -> list[Chip]:
    named = dict(specialty_choices()) if filters.specialty_id else {}
    words = (
        ("q", filters.search),
        ("specialty", named.get(filters.specialty_id or 0, "")),
        ("seniority", str(SENIORITY_NAMES.get(filters.seniority, ""))),
        ("available_on", filters.available_on and _("Available on %(day)s") % {"day": filters.available_on}),
        ("has_room", _("Only with room this year") if filters.has_room else ""),
    )
    return [Chip(text, url_with(request, page=None, **{name: None})) for name, text in words if text]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reviewer(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show what is known of a reviewer to those who keep the pool, and change it."""
    if not keeps_reviewers(request.actor):  # type: ignore[attr-defined]
        raise Http404
    here = reverse("planning:reviewer", args=[person_id])
    return _reviewer_page(request, person_id, here, current="planning:reviewers")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_reviewer(request: HttpRequest) -> HttpResponse:
    """Show a reviewer what the office knows, and let them change it."""
    if not request.actor.may(Permission.JUDGE_CASES):  # type: ignore[attr-defined]
        raise Http404
    person_id = request.user.person_id  # type: ignore[union-attr]
    return _reviewer_page(
        request, person_id, reverse("planning:own_reviewer"), current="planning:own_reviewer"
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_region(request: HttpRequest) -> HttpResponse:
    """Say in which specialties reviewers may review in their own region."""
    actor = request.actor  # type: ignore[attr-defined]
    rules = region_rules_for(actor)
    if request.method == "POST":
        offered = [row["pk"] for row in rules]
        chosen = [pk for pk in offered if str(pk) in request.POST.getlist("specialty")]
        actions.allow_regions(specialty_ids=chosen, of=offered, by=actor)
        messages.success(request, _("The rule of the own region is kept."))
        return redirect("planning:own_region")
    if language_now() == "en":
        rules = [{**row, "name": row["name_en"] or row["name"]} for row in rules]
    return render(request, "planning/own_region.html", {"rules": rules})


class _Page:
    """One reviewer's page: what is typed in its three forms, and what is done with it."""

    def __init__(self, request: HttpRequest, view: ReviewerView, here: str) -> None:
        self.request, self.view, self.here = request, view, here
        self.actor = request.actor  # type: ignore[attr-defined]
        self.today = timezone.localdate()
        self.act = (request.POST.get("act") or "save") if request.method == "POST" else ""
        data = request.POST if self.act else None
        words = request.POST.get("words", "").replace("\0", "")
        place = request.POST.get("place", "")
        found = find_places(words) if words and self.act in ("find", "add_tie") else []
        self.forms: dict[str, Any] = {
            "save": ProfileForm(
                data if self.act == "save" else None,
                view=view,
                keeps=keeps_reviewers(self.actor),
                as_of=self.today,
            ),
            "add_absence": AbsenceForm(data if self.act == "add_absence" else None),
            "add_tie": TieForm(
                data if self.act == "add_tie" else None,
                found=found,
                initial={"words": words, "kind": request.POST.get("kind", ""), "place": place},
            ),
        }

    def changed(self) -> bool:
        """Do what was asked for; false when a form must be mended."""
        about = {"person_id": self.view.person.pk, "as_of": self.today, "by": self.actor}
        number = self.request.POST.get("number", "")
        pk = typed_number(number) or 0
        if self.act == "remove_absence":
            actions.remove_absence(absence_id=pk, **about)
            return True
        if self.act == "remove_tie":
            actions.remove_tie(tie_id=pk, **about)
            return True
        form = self.forms.get(self.act)
        if form is None or not form.is_valid():
            return False
        try:
            self._kept(form, about)
        except Refused as refused:
            form.add_error(None, refusal(refused.code, refused.params))
            return False
        return True

    def _kept(self, form: Any, about: dict[str, Any]) -> None:
        good = form.cleaned_data
        if self.act == "save":
            actions.keep_profile(values=form.values(), expected_version=good["version"], **about)
        elif self.act == "add_absence":
            actions.add_absence(first=good["first"], last=good["last"], **about)
        else:
            actions.add_tie(kind=good["kind"], place_key=good["place"], until=good["until"], **about)


def _reviewer_page(request: HttpRequest, person_id: int, here: str, *, current: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    view = get_reviewer_for(actor, person_id, as_of=timezone.localdate())
    page = _Page(request, view, here)
    if page.act and page.act != "find" and page.changed():
        messages.success(request, _("What was changed is kept."))
        return redirect(here)
    is_own = current == "planning:own_reviewer"
    if not is_own:
        record_reading(by=actor, subject_id=person_id, page=REVIEWER_PAGE, object_id=person_id)
    context = {
        "view": view,
        "here": here,
        "is_own": is_own,
        "profile_form": page.forms["save"],
        "absence_form": page.forms["add_absence"],
        "tie_form": page.forms["add_tie"],
        "searched": page.act == "find",
        "absences": shown_absences(view),
        "ties": shown_ties(view),
        "facts": [
            (_("Specialties"), _named(view.specialties)),
            (_("Reviews this year"), f"{view.booked} / {view.profile.most_in_a_year}"),
            (_("Experience"), SENIORITY_NAMES[view.profile.seniority]),
            (_("Trained"), day(view.profile.trained_on) if view.profile.trained_on else ""),
        ],
        "tabs": planning_tabs(actor, current),
        "history": history_of_reviewer(person_id),
    }
    failed = bool(page.act) and page.act != "find"
    return render(request, "planning/reviewer.html", context, status=422 if failed else 200)
