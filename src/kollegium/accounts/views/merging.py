"""Find the rows that are one person, make them one, and take them apart again."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.accounts import actions, queries, wording
from kollegium.accounts.forms.merging import MergeForm
from kollegium.accounts.shown_merging import consequences, facts_of, shown_doubles
from kollegium.accounts.views.rows import people_tabs
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Permission
from kollegium.trail.actions import record_reading

if TYPE_CHECKING:
    from kollegium.accounts.models import Person

MOST_CANDIDATES = 30


@login_required
@require_safe
def doubles(request: HttpRequest) -> HttpResponse:
    """List the pairs of rows that are likely one person."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    if not actor.may(Permission.MANAGE_PEOPLE):
        raise Http404
    found = queries.likely_doubles(actor, as_of=today)
    ids = {pk for one in found for pk in (one.first_id, one.second_id)}
    people = queries.people_by_id(ids)
    roles = queries.role_rows_reached(actor, ids, as_of=today)
    context = {
        "doubles": shown_doubles(found, people, roles),
        "tabs": people_tabs(actor, "accounts:doubles"),
    }
    return render(request, "accounts/doubles.html", context)


@login_required
@require_safe
def merge_search(request: HttpRequest, person_id: int) -> HttpResponse:
    """Search for the other row of a person."""
    actor, today = request.actor, timezone.localdate()  # type: ignore[attr-defined]
    person = queries.get_managed_person_for(actor, person_id, as_of=today)
    if not queries.may_merge(actor, person):
        return render(request, "403.html", status=403)
    search = request.GET.get("q", "").strip()[:200]
    rows = (
        queries.list_people(actor, queries.PeopleFilters(search=search), as_of=today).rows if search else []
    )
    rows = [row for row in rows if row["pk"] != person.pk][:MOST_CANDIDATES]
    roles = queries.role_rows_reached(actor, [row["pk"] for row in rows], as_of=today)
    context = {
        "person": person,
        "search": search,
        "candidates": [
            {
                "name": row["name"],
                "detail": "; ".join(wording.role_in_row(role) for role in roles[row["pk"]]),
                "url": reverse("accounts:merge", args=[person.pk, row["pk"]]),
            }
            for row in rows
        ],
        "back": reverse("accounts:person", args=[person.pk]),
        "breadcrumbs": _way(person, _("Merge")),
    }
    return render(request, "accounts/merge_search.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, person_id: int, other_id: int) -> HttpResponse:
    """Show what merging a person's row into another would do, and do it."""
    actor, now = request.actor, timezone.now()  # type: ignore[attr-defined]
    today = timezone.localdate(now)
    gone, stays = queries.get_pair_for(actor, person_id, other_id, as_of=today)
    if not queries.may_merge(actor, gone, stays):
        return render(request, "403.html", status=403)
    for one in (gone, stays):
        record_reading(by=actor, subject_id=one.pk, page=wording.PERSON_PAGE, object_id=one.pk)
    plan = queries.merge_plan(gone, stays, as_of=today)
    form = MergeForm(request.POST or None, initial={"mark": plan.mark})
    if request.method == "POST" and form.is_valid():
        try:
            actions.merge_people(gone_id=gone.pk, stays_id=stays.pk, **form.values(), now=now, by=actor)
        except Refused as refused:
            # The page shows what holds now, and the button agrees to that.
            form = MergeForm({**request.POST.dict(), "mark": plan.mark})
            form.add_error(None, wording.refusal_text(refused))
        else:
            messages.success(request, _("The two rows are one person from now on."))
            return redirect("accounts:person", stays.pk)
    context = {
        "form": form,
        "gone": gone,
        "stays": stays,
        "gone_facts": facts_of(plan.gone, today),
        "stays_facts": facts_of(plan.stays, today),
        "consequences": consequences(plan),
        "obstacles": [wording.REFUSALS[code] for code in plan.obstacles],
        "swap_url": reverse("accounts:merge", args=[stays.pk, gone.pk]),
        "back": reverse("accounts:person", args=[stays.pk]),
        "breadcrumbs": _way(stays, _("Merge")),
    }
    return render(request, "accounts/merge.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def merge_undo(request: HttpRequest, merge_id: int) -> HttpResponse:
    """Take two rows apart that were merged by mistake."""
    actor, now = request.actor, timezone.now()  # type: ignore[attr-defined]
    found = queries.get_merge_for(actor, merge_id, as_of=timezone.localdate(now))
    if not queries.may_merge(actor, found.into):
        return render(request, "403.html", status=403)
    back = reverse("accounts:person", args=[found.into_id])
    if request.method == "POST":
        try:
            actions.undo_merge(merge_id=found.pk, now=now, by=actor)
        except Refused as refused:
            messages.error(request, wording.refusal_text(refused))
            return redirect(back)
        messages.success(request, _("The two are apart again."))
        return redirect("accounts:person", found.person_id)
    context: dict[str, Any] = {
        "merge": found,
        "back": back,
        "breadcrumbs": _way(found.into, _("Take apart")),
    }
    return render(request, "accounts/merge_undo.html", context)


def _way(person: "Person", label: str) -> list[dict[str, str]]:
    return [
        {"label": _("People"), "url": reverse("accounts:people")},
        {"label": person.name, "url": reverse("accounts:person", args=[person.pk])},
        {"label": label},
    ]
