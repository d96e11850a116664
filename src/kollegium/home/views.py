"""The start page, and what changed lately."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kollegium.accounts.actions import note_look
from kollegium.accounts.queries import demo_log_ins, proposals_of
from kollegium.accounts.wording import role_at_place
from kollegium.accounts.wording_of_proposals import asked_for
from kollegium.domain.next_steps import Urgency, told_apart
from kollegium.domain.roles import Permission
from kollegium.home import openings, queries, wording
from kollegium.home.changes_wording import shown_things
from kollegium.home.forms import ChangesForm
from kollegium.reviews.shown.grades import row_marks
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.navigation import Crumb
from kollegium.ui.paging import url_with

CHANGED_ON_START = 5
CHANGED_ON_A_PAGE = 20


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person; a visitor is told what this is and where to go."""
    if not request.user.is_authenticated:
        return render(request, "home/welcome.html", _welcome())
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.held_roles:
        context = {"asked_for": asked_for(proposals_of(request.user.person))}
        return render(request, "accounts/no_role.html", context)
    today = timezone.localdate()
    opening = queries.opening_for(actor, as_of=today)
    apart = told_apart(opening.steps)
    steps = [(wording.shown(one, as_of=today, apart=apart), one.urgency) for one in opening.steps]
    # Whoever answers for units alone has just seen the latest reviews of them.
    latest = [] if queries.has_units_alone(actor) else queries.latest_reviews_for(actor)
    for row in latest:
        row["kind_name"] = KIND_NAMES[row["kind"]]
        row["marks"] = row_marks(row["standard_key"], row["area_outcomes"], part_count=row["part_count"] or 1)
    context = {
        "greeting": wording.greeting(request.user.person.name),
        "now": [one for one, urgency in steps if urgency != Urgency.SOON],
        "soon": [one for one, urgency in steps if urgency == Urgency.SOON],
        "units": openings.shown_units(opening.situations, as_of=today),
        "units_left_out": openings.units_left_out(opening.situations),
        "unreviewed": openings.unreviewed_units(actor, opening.situations),
        "why_so_little": openings.why_so_little(actor),
        "doors": openings.doors(actor),
        "latest": latest,
        "reads_reviews": actor.may(Permission.READ_REVIEWS),
        "imports": actor.may(Permission.IMPORT_REVIEWS),
        "in_demo": settings.MODE != "production",
    }
    return render(request, "home/start.html", context)


@login_required
@require_safe
def changed(request: HttpRequest) -> HttpResponse:
    """Give what changed since the person last looked, as a part of the start page, which asks for it when it is there."""
    actor, now = request.actor, timezone.now()  # type: ignore[attr-defined]
    look = note_look(now=now, by=actor)
    things = queries.changes_for(actor, since=look.shown_since())
    context = {
        "looked": wording.looked(look, now=now),
        "things": shown_things(things[:CHANGED_ON_START]),
        "left_out": max(len(things) - CHANGED_ON_START, 0),
    }
    return render(request, "home/_changed.html", context)


@login_required
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Show what changed of what the person may see, thing by thing: since they last looked, or for some days."""
    actor, now = request.actor, timezone.now()  # type: ignore[attr-defined]
    form = ChangesForm(request.GET)
    subject, days, with_own = form.asked()
    look = note_look(now=now, by=actor)
    things = queries.changes_for(
        actor,
        since=now - timedelta(days=days) if days else look.shown_since(),
        subject=subject,
        with_own=with_own,
    )
    page = Paginator(things, CHANGED_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "breadcrumbs": [Crumb(_("Start"), reverse("home:start")), Crumb(_("Changed lately"))],
        "looked": "" if days else wording.looked(look, now=now),
        "things": shown_things(page.object_list),
        "more_url": url_with(request, page=str(page.number + 1)) if page.has_next() else "",
        "back_url": url_with(request, page=None) if page.has_previous() else "",
    }
    return render(request, "home/changes.html", context)


def _welcome() -> dict[str, object]:
    if settings.MODE == "production":
        return {}
    log_ins = [(email, item.person.name, role_at_place(item)) for email, item in demo_log_ins()]
    return {"log_ins": log_ins, "password": settings.DEMO_PASSWORD if log_ins else ""}
